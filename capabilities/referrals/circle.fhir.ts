// The people and organizations around a person in a FHIR bundle: current care team, providers with the day last seen, and those who support them.
import { aboutPatient, dayOf, entriesOf, origin, type Reading } from './reading.fhir.ts'
import type { Entry } from '../../platform/fhir/bundle.ts'
import { nameInWords, wordsOf, type Reference } from '../../platform/fhir/element.ts'
import {
  CareTeam,
  Encounter,
  ExplanationOfBenefit,
  Organization,
  Patient,
  Practitioner,
  PractitionerRole,
  RelatedPerson,
} from '../../platform/fhir/resource.ts'

interface Named {
  name: string
  phone: string | null
  /** The entries that gave the name. */
  entries: Entry[]
}

/** Who a reference names: a practitioner, a role, an organization, a relative; else the words beside the reference. */
function whoIs(reading: Reading, reference: Reference | undefined): Named | null {
  const entry = reading.references.find(reference)
  const named = (
    name: string | undefined,
    telecom: { system?: string; value?: string }[] = [],
    more: Entry[] = [],
  ): Named | null =>
    name
      ? {
          name: name.slice(0, 200),
          phone: telecom.find((each) => each.system === 'phone')?.value?.slice(0, 60) || null,
          entries: entry ? [entry, ...more] : more,
        }
      : null
  if (!entry) return named(reference?.display)
  if (entry.type === 'PractitionerRole') {
    const role = PractitionerRole.parse(entry.resource)
    const person = whoIs(reading, role.practitioner) ?? whoIs(reading, role.organization)
    return named(person?.name ?? reference?.display, role.telecom, person?.entries)
  }
  if (entry.type === 'Organization') {
    const { name, telecom } = Organization.parse(entry.resource)
    return named(name ?? reference?.display, telecom)
  }
  if (entry.type === 'Practitioner' || entry.type === 'RelatedPerson') {
    const person = entry.type === 'Practitioner' ? Practitioner.parse(entry.resource) : RelatedPerson.parse(entry.resource)
    return named(nameInWords(person.name[0]) ?? reference?.display, person.telecom)
  }
  return null
}

/** The care team of today: active CareTeams; where there is none, those named as such on the latest paid bill. */
export function careTeamFacts(reading: Reading): void {
  for (const entry of entriesOf(reading.bundle, 'CareTeam')) {
    const team = CareTeam.parse(entry.resource)
    const current = team.participant.filter(({ period }) => !period?.end)
    if (!aboutPatient(reading, team.subject)) reading.ledger.leaveOut(entry, 'about somebody else')
    else if (team.status && team.status !== 'active') reading.ledger.leaveOut(entry, `care team is ${team.status}`)
    else if (current.filter((each) => pushMember(reading, entry, each.member, wordsOf(each.role[0]))).length === 0)
      reading.ledger.leaveOut(entry, 'names nobody besides the person')
    else reading.ledger.use(entry)
  }
  if (reading.facts.some((fact) => fact.about === 'careTeam')) return
  const [latest] = entriesOf(reading.bundle, 'ExplanationOfBenefit')
    .map((entry) => ({ entry, bill: ExplanationOfBenefit.parse(entry.resource) }))
    .filter(({ bill }) => aboutPatient(reading, bill.patient) && bill.careTeam.length > 0)
    .sort((a, b) =>
      (b.bill.billablePeriod?.start ?? b.bill.created ?? '').localeCompare(a.bill.billablePeriod?.start ?? a.bill.created ?? ''),
    )
  if (!latest) return
  for (const { provider, role } of latest.bill.careTeam)
    if (pushMember(reading, latest.entry, provider, wordsOf(role), 'From the latest paid bill; ask whether it is still so.'))
      reading.ledger.use(latest.entry)
}

function pushMember(
  reading: Reading,
  entry: Entry,
  member: Reference | undefined,
  role: string | undefined,
  note?: string,
): boolean {
  if (reading.references.points(member, reading.patient)) return false
  const who = whoIs(reading, member)
  if (!who) return false
  for (const each of who.entries) reading.ledger.use(each)
  const known = reading.facts.some(
    (fact) => fact.about === 'careTeam' && JSON.stringify(fact.value).includes(JSON.stringify(who.name)),
  )
  if (!known)
    reading.facts.push({
      about: 'careTeam',
      value: { name: who.name, role: role?.slice(0, 200) || null, phone: who.phone },
      ...(note && { note }),
      from: origin(entry, 'participant'),
    })
  return true
}

/** Everybody in the bundle who treats or treated the person, with the day last seen; the latest visit with each is what says so. */
export function providerFacts(reading: Reading): void {
  const seen = lastVisits(reading)
  const regular = Patient.parse(reading.patient.resource).generalPractitioner.map((each) => reading.references.find(each))
  for (const entry of [...entriesOf(reading.bundle, 'Practitioner'), ...entriesOf(reading.bundle, 'Organization')]) {
    const active =
      entry.type === 'Practitioner' ? Practitioner.parse(entry.resource).active : Organization.parse(entry.resource).active
    const who = whoIs(reading, {
      reference: entry.fullUrl ?? `${entry.type}/${entry.id ?? ''}`,
      display: undefined,
      type: undefined,
    })
    const visit = seen.get(entry)
    if (!who) reading.ledger.leaveOut(entry, 'has no name')
    else if (active === false) reading.ledger.leaveOut(entry, 'no longer active')
    else if (!isPayer(entry)) {
      const role = regular.includes(entry) ? 'General practitioner' : (roleOf(reading, entry) ?? null)
      reading.facts.push({
        about: 'provider',
        value: { name: who.name, role, phone: who.phone, lastSeenOn: visit?.day ?? null },
        from: origin(entry, 'name'),
      })
      reading.ledger.use(entry)
      if (visit) reading.ledger.use(visit.entry)
    }
  }
}

function roleOf(reading: Reading, entry: Entry): string | undefined {
  for (const role of entriesOf(reading.bundle, 'PractitionerRole')) {
    const { practitioner, code, specialty } = PractitionerRole.parse(role.resource)
    if (!reading.references.points(practitioner, entry)) continue
    reading.ledger.use(role)
    return wordsOf(specialty[0]) ?? wordsOf(code[0])
  }
  return undefined
}

/** Insurers are organizations too, but they are coverage, not care. */
const isPayer = (entry: Entry): boolean =>
  entry.type === 'Organization' &&
  Organization.parse(entry.resource).type.some((type) =>
    type.coding.some((coding) => coding.code === 'pay' || coding.code === 'ins'),
  )

interface Visit {
  entry: Entry
  day: string
}

function lastVisits(reading: Reading): Map<Entry, Visit> {
  const seen = new Map<Entry, Visit>()
  for (const entry of entriesOf(reading.bundle, 'Encounter')) {
    const { subject, period, participant, serviceProvider, status } = Encounter.parse(entry.resource)
    const day = dayOf(period?.start)
    reading.ledger.leaveOut(entry, 'an earlier visit; only the latest with each provider is used')
    if (!day || status === 'cancelled' || !aboutPatient(reading, subject)) continue
    for (const reference of [...participant.map((each) => each.individual), serviceProvider]) {
      const provider = reading.references.find(reference)
      if (provider && (seen.get(provider)?.day ?? '') < day) seen.set(provider, { entry, day })
    }
  }
  return seen
}

/** Family and others around the person. A role gives no right to information (INV-06). */
export function supportFacts(reading: Reading): void {
  const note = 'Being named here gives no right to information.'
  for (const entry of entriesOf(reading.bundle, 'RelatedPerson')) {
    const { patient, name, relationship, telecom, active } = RelatedPerson.parse(entry.resource)
    const words = nameInWords(name[0])
    if (!aboutPatient(reading, patient)) reading.ledger.leaveOut(entry, 'related to somebody else')
    else if (!words || active === false) reading.ledger.leaveOut(entry, words ? 'no longer active' : 'has no name')
    else {
      reading.facts.push({
        about: 'support',
        value: support(words, wordsOf(relationship[0]), telecom),
        note,
        from: origin(entry, 'name'),
      })
      reading.ledger.use(entry)
    }
  }
  for (const [index, { name, relationship, telecom }] of Patient.parse(reading.patient.resource).contact.entries()) {
    const words = nameInWords(name)
    if (words)
      reading.facts.push({
        about: 'support',
        value: support(words, wordsOf(relationship[0]), telecom),
        note,
        from: origin(reading.patient, `contact[${index}]`),
      })
  }
}

const support = (name: string, relation: string | undefined, telecom: { system?: string; value?: string }[]): object => ({
  name: name.slice(0, 200),
  relation: relation?.slice(0, 200) || null,
  phone: telecom.find((each) => each.system === 'phone')?.value?.slice(0, 60) || null,
})
