// The form for a new person, as typed, and what it becomes for the server.
export interface PersonForm {
  given: string
  family: string
  preferred: string
  pronouns: string
  birthDate: string
  birthDateEstimated: boolean
  phone: string
  memberSystem: string
  memberValue: string
  spokenLanguage: string
  writtenLanguage: string
  interpreter: 'not-needed' | 'needed' | 'preferred'
  interpreterModality: 'in-person' | 'video' | 'phone' | 'sign' | null
}

/** Starts with what was typed in the search, where it looks like a name. */
export function emptyPerson(typed: string): PersonForm {
  const [given = '', ...family] = /\d|@/.test(typed) ? [] : typed.trim().split(/\s+/)
  return {
    given,
    family: family.join(' '),
    preferred: '',
    pronouns: '',
    birthDate: '',
    birthDateEstimated: false,
    phone: '',
    memberSystem: '',
    memberValue: '',
    spokenLanguage: 'en',
    writtenLanguage: '',
    interpreter: 'not-needed',
    interpreterModality: null,
  }
}

/** A preferred name stands beside the official one: with the family name where only a first name is given. */
export function personBody(person: PersonForm) {
  const { given, family, preferred, phone, memberSystem, memberValue } = person
  const usual = preferred.trim()
  const names = [
    { use: 'official', given, family },
    ...(usual ? [{ use: 'usual', given: usual, family: usual.includes(' ') ? '' : family }] : []),
  ]
  return {
    names,
    birthDate: person.birthDate,
    birthDateEstimated: person.birthDateEstimated,
    pronouns: person.pronouns.trim() || null,
    spokenLanguage: person.spokenLanguage,
    writtenLanguage: person.writtenLanguage || null,
    interpreter: person.interpreter,
    interpreterModality: person.interpreter === 'not-needed' ? null : person.interpreterModality,
    contactPoints: phone.trim() ? [{ system: 'phone', value: phone }] : [],
    identifiers: memberValue.trim() ? [{ system: memberSystem.trim() || 'member', value: memberValue }] : [],
  }
}
