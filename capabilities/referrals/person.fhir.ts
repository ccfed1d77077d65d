// A FHIR Patient as facts about the person referred: names, birth, language, addresses, ways to reach them, numbers, self-description.
import { birthDateFrom, isLanguageTag } from './person.ts'
import { dayOf, origin, type Reading } from './reading.fhir.ts'
import { wordsOf, type Address, type Extension } from '../../platform/fhir/element.ts'
import type { Patient } from '../../platform/fhir/resource.ts'

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/'

export function personFacts(reading: Reading, patient: Patient): void {
  names(reading, patient)
  birthAndDeath(reading, patient)
  languages(reading, patient)
  contactWays(reading, patient)
  addresses(reading, patient)
  identifiers(reading, patient)
  selfDescribed(reading, patient)
}

function names({ facts, patient: entry }: Reading, { name }: Patient): void {
  const usable = name.filter((each) => each.use !== 'temp' && (each.family || each.given.length > 0 || each.text))
  const main = usable.find((each) => each.use === 'official') ?? usable.find((each) => each.use === 'usual') ?? usable[0]
  for (const each of usable.toSorted((a, b) => Number(b === main) - Number(a === main))) {
    const from = origin(entry, `name[${name.indexOf(each)}]`)
    const given = each.given.join(' ').slice(0, 120) || (each.family ? null : (each.text?.slice(0, 120) ?? null))
    const value = { given, family: each.family?.slice(0, 120) || null }
    const uses: Record<string, string> = { maiden: 'maiden', old: 'former', nickname: 'nickname', official: 'legal' }
    if (each === main) facts.push({ about: 'name', value, from })
    else facts.push({ about: 'otherName', value: { use: uses[each.use ?? ''] ?? 'alias', ...value }, from })
  }
}

function birthAndDeath({ facts, patient: entry }: Reading, patient: Patient): void {
  const birth = birthDateFrom(patient.birthDate)
  if (birth)
    facts.push({
      about: 'birthDate',
      value: { date: birth.birthDate, precision: birth.birthDatePrecision },
      from: origin(entry, 'birthDate'),
    })
  if (!patient.deceasedDateTime && patient.deceasedBoolean !== true) return
  const note = 'The record says that the person has died. Ask the sender before anybody calls.'
  facts.push({ about: 'death', value: { date: dayOf(patient.deceasedDateTime) }, note, from: origin(entry, 'deceased') })
}

function languages({ facts, patient: entry }: Reading, { communication }: Patient): void {
  const known = communication.flatMap((each, index) => {
    const tag = each.language?.coding.find((coding) => coding.code && isLanguageTag(coding.code))?.code
    return tag ? [{ tag, index, preferred: each.preferred === true }] : []
  })
  for (const { tag, index } of known.toSorted((a, b) => Number(b.preferred) - Number(a.preferred)))
    facts.push({ about: 'language', value: { tag }, from: origin(entry, `communication[${index}]`) })
}

/** Nobody has asked yet whether a number is safe; so it says unknown (INV-04). */
function contactWays({ facts, patient: entry }: Reading, { telecom }: Patient): void {
  const kinds: Record<string, string> = { phone: 'phone', sms: 'sms', email: 'email', fax: 'fax' }
  for (const [index, { system, value, use }] of telecom.entries()) {
    if (!value) continue
    const note = use === 'old' ? 'The sender marks it as old.' : undefined
    facts.push({
      about: 'contactWay',
      value: {
        kind: kinds[system ?? ''] ?? 'other',
        value,
        use: use === 'home' || use === 'work' || use === 'mobile' ? use : 'other',
      },
      proposed: use !== 'old',
      ...(note && { note }),
      from: origin(entry, `telecom[${index}]`),
    })
  }
}

function addresses({ facts, patient: entry }: Reading, patient: Patient): void {
  for (const [index, each] of patient.address.entries()) {
    const lines = each.line.length > 0 ? each.line : (each.text?.split('\n') ?? [])
    if (lines.length === 0 && !each.city && !each.postalCode) continue
    const value = {
      kind: kindOf(each),
      lines: lines.slice(0, 6).map((line) => line.slice(0, 200)),
      city: each.city || null,
      state: each.state || null,
      postalCode: each.postalCode || null,
      country: each.country || null,
    }
    facts.push({
      about: 'address',
      value,
      proposed: each.use !== 'old',
      ...(each.use === 'old' && { note: 'The sender marks it as old.' }),
      from: origin(entry, `address[${index}]`),
    })
  }
}

function kindOf({ use, type }: Address): string {
  if (use === 'temp') return 'temporary'
  return type === 'postal' || use === 'billing' ? 'mailing' : 'actual'
}

/** Numbers that a referral rarely needs (minimum necessary): not proposed to be kept. */
const sensitive = new Set(['SS', 'DL', 'PPN', 'BC'])

function identifiers({ facts, patient: entry }: Reading, { identifier }: Patient): void {
  for (const [index, { system, value, type }] of identifier.entries()) {
    if (!value) continue
    const code = type?.coding.find((each) => each.code)?.code
    const personal = (code !== undefined && sensitive.has(code)) || /ssn|passport/i.test(system ?? '')
    facts.push({
      about: 'identifier',
      value: { system: system ?? 'not named', value, label: wordsOf(type) ?? null },
      proposed: !personal,
      ...(personal && { note: 'A personal number. Keep it only if the program needs it.' }),
      from: origin(entry, `identifier[${index}]`),
    })
  }
}

/** Race, ethnicity and gender as the sender has them; the words stay with the person to confirm. */
function selfDescribed({ facts, patient: entry }: Reading, patient: Patient): void {
  for (const about of ['race', 'ethnicity'] as const) {
    const index = patient.extension.findIndex((each) => each.url === `${usCore}us-core-${about}`)
    const extension = patient.extension[index]
    if (!extension) continue
    for (const words of wordsIn(extension))
      facts.push({
        about,
        value: { words },
        note: 'As the sender has it; ask how the person describes themselves.',
        from: origin(entry, `extension[${index}]`),
      })
  }
  if (patient.gender && patient.gender !== 'unknown')
    facts.push({
      about: 'gender',
      value: { words: patient.gender },
      note: 'Administrative gender; ask how the person describes themselves.',
      from: origin(entry, 'gender'),
    })
}

/** The categories a person chose; where there is none, the text. */
function wordsIn({ extension }: Extension): string[] {
  const chosen = extension
    .filter((each) => each.url === 'ombCategory' || each.url === 'detailed')
    .flatMap((each) => each.valueCoding?.display ?? each.valueCoding?.code ?? [])
  const text = extension.find((each) => each.url === 'text')?.valueString
  return [...new Set(chosen.length > 0 ? chosen : text ? [text] : [])].map((words) => words.slice(0, 120)).filter(Boolean)
}
