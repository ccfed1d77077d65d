// The person of a referral as the clients capability registers and compares people.
import type { ReferredPerson, ContactWay, PersonAddress } from './person.ts'
import type { NewAddress } from '../clients/address.ts'
import type { NewClient } from '../clients/client.ts'
import { phoneDigits, type NewContactPoint } from '../clients/contactPoint.ts'
import { likeness, type Known, type Likeness } from '../clients/duplicate.ts'
import type { NewName } from '../clients/name.ts'

type Birth = Pick<ReferredPerson, 'birthDate' | 'birthDatePrecision'>

/** As it was told: `1984-05-17`, `1984-05`, `1984` or nothing. */
export function birthText({ birthDate, birthDatePrecision }: Birth): string {
  const length = { day: 10, month: 7, year: 4, unknown: 0 }[birthDatePrecision]
  return (birthDate ?? '').slice(0, length)
}

/** What registering this person as a client needs. What nobody has asked stays “not asked”; nothing is guessed (INV-04). */
export function registrationOf(person: ReferredPerson): NewClient {
  return {
    names: namesOf(person),
    birthDate: birthText(person),
    pronouns: person.pronouns,
    ...(person.spokenLanguage && { spokenLanguage: person.spokenLanguage }),
    interpreter: person.interpreter === 'unknown' ? 'not-needed' : person.interpreter,
    contactPoints: person.contactWays.slice(0, 10).map(contactPointOf),
    addresses: person.addresses.flatMap((each) => addressOf(each)),
    identifiers: person.identifiers.map(({ system, value }) => ({ system: system.slice(0, 200), value })),
  }
}

function namesOf(
  person: Pick<ReferredPerson, 'givenName' | 'familyName' | 'preferredName' | 'pseudonym' | 'otherNames'>,
): NewName[] {
  const name = (use: NewName['use'], given: string | null, family: string | null): NewName[] =>
    given || family ? [{ use, given: given ?? '', family: family ?? '', fromOn: null, untilOn: null }] : []
  return [
    ...name('official', person.givenName, person.familyName),
    ...name('usual', person.preferredName, person.preferredName ? person.familyName : null),
    ...name(person.givenName || person.familyName ? 'alias' : 'usual', person.pseudonym, null),
    ...person.otherNames.flatMap(({ use, given, family }) =>
      name(use === 'maiden' || use === 'former' ? 'former' : 'alias', given, family),
    ),
  ].slice(0, 10)
}

function contactPointOf(way: ContactWay): NewContactPoint {
  const phone = (way.kind === 'phone' || way.kind === 'sms') && phoneDigits(way.value) !== null
  const email = way.kind === 'email' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(way.value)
  return {
    system: phone ? 'phone' : email ? 'email' : 'other',
    value: way.value,
    use: way.use === 'other' ? 'mobile' : way.use,
    safety: way.safe === 'unknown' ? 'not-asked' : way.safe,
    leaveMessage: way.mayLeaveMessage === 'unknown' ? 'not-asked' : way.mayLeaveMessage,
    texting: way.kind === 'sms' ? 'yes' : 'not-asked',
    whoAnswers: '',
    hours: [],
    note: way.note ?? '',
    fromOn: null,
    untilOn: null,
  }
}

function addressOf(each: PersonAddress): NewAddress[] {
  const [line1 = '', ...others] = each.lines
  if (!line1 && !each.city) return []
  const locator = each.kind === 'unsheltered-locator'
  return [
    {
      kind: each.kind,
      confidential: each.kind !== 'substitute' && each.confidential,
      line1: locator ? '' : line1,
      line2: locator ? '' : others.join(', ').slice(0, 200),
      city: each.city ?? '',
      region: each.state ?? '',
      postalCode: each.postalCode ?? '',
      country: each.country?.length === 2 ? each.country.toUpperCase() : 'US',
      locator: locator ? each.lines.join(', ').slice(0, 500) : '',
      program: '',
      fromOn: null,
      untilOn: null,
    },
  ]
}

/** The person in the form in which the clients capability compares people. */
export function knownOf(
  person: Pick<
    ReferredPerson,
    'givenName' | 'familyName' | 'preferredName' | 'pseudonym' | 'otherNames' | 'contactWays' | 'identifiers'
  > &
    Birth,
): Known {
  return {
    names: namesOf(person).map(({ given, family }) => ({ given, family })),
    birth: { date: person.birthDate, precision: person.birthDatePrecision, estimated: false },
    contactPoints: person.contactWays.map(contactPointOf).map(({ system, value }) => ({ system, value })),
    identifiers: person.identifiers,
  }
}

/** How alike two referred people are, with the evidence in words. A pseudonym counts as a name, and never as more (INV-01). */
export const likenessOf = (one: Parameters<typeof knownOf>[0], other: Parameters<typeof knownOf>[0]): Likeness =>
  likeness(knownOf(one), knownOf(other))
