// A FHIR R4 Bundle as the facts of a referral: who, covered by whom, with what, cared for by whom. Reads only; a person confirms.
import { careTeamFacts, providerFacts, supportFacts } from './circle.fhir.ts'
import { personFacts } from './person.fhir.ts'
import { PrefillFact, type Origin } from './prefill.ts'
import { aboutPatient, dayOf, entriesOf, origin, type Reading } from './reading.fhir.ts'
import { choosePatient, type Bundle, type Entry } from '../../platform/fhir/bundle.ts'
import { hasCode, nameInWords, wordsOf } from '../../platform/fhir/element.ts'
import { containedIn, referencesIn } from '../../platform/fhir/references.ts'
import {
  Condition,
  Coverage,
  ExplanationOfBenefit,
  Organization,
  Patient,
  Practitioner,
  ServiceRequest,
} from '../../platform/fhir/resource.ts'
import { EntryLedger, type Tally } from '../../platform/fhir/tally.ts'

export interface BundleReading {
  prefill: PrefillFact[]
  tally: Tally
  /** Facts found but not in a form we can keep; named so that nothing is silently dropped. */
  unreadable: { about: string; from: Origin }[]
  /** Which person of the bundle. */
  patient: string
}

const notRead = 'a referral does not use it; it stays in the file'

/** Reads a bundle about one person. Refusals are those of `choosePatient`. Every entry is counted as used or unused, with the reason. */
export function readReferralBundle(bundle: Bundle, chosen: string | null = null): BundleReading {
  const patient = choosePatient(bundle, chosen)
  const reading: Reading = { bundle, patient, references: referencesIn(bundle), ledger: new EntryLedger(bundle), facts: [] }
  reading.ledger.use(patient)
  for (const other of entriesOf(bundle, 'Patient'))
    if (other !== patient) reading.ledger.leaveOut(other, 'another person, not the one referred')
  personFacts(reading, Patient.parse(patient.resource))
  requestFacts(reading)
  coverageFacts(reading)
  conditionFacts(reading)
  careTeamFacts(reading)
  providerFacts(reading)
  supportFacts(reading)
  return {
    ...numbered(reading),
    tally: reading.ledger.tally(notRead),
    patient: patient.id ?? patient.fullUrl ?? String(patient.position),
  }
}

/** Facts that the contract understands, numbered; the others (a phone number of 500 letters) are named as unreadable. */
function numbered({ facts }: Reading): Pick<BundleReading, 'prefill' | 'unreadable'> {
  const read = facts.map(({ proposed = true, note, ...found }, index) => ({
    found,
    fact: PrefillFact.safeParse({ ...found, id: `f${index + 1}`, proposed, note: note ?? null }),
  }))
  return {
    prefill: read.flatMap(({ fact }) => (fact.success ? [fact.data] : [])),
    unreadable: read.flatMap(({ fact, found }) => (fact.success ? [] : [{ about: found.about, from: found.from }])),
  }
}

/** The latest open request for service says why and from whom. */
function requestFacts(reading: Reading): void {
  const requests = entriesOf(reading.bundle, 'ServiceRequest').map((entry) => ({
    entry,
    request: ServiceRequest.parse(entry.resource),
  }))
  const [latest, ...others] = requests
    .filter(
      ({ request }) =>
        ['active', 'on-hold', 'draft', undefined].includes(request.status) && aboutPatient(reading, request.subject),
    )
    .sort((a, b) => (b.request.authoredOn ?? '').localeCompare(a.request.authoredOn ?? ''))
  for (const { entry, request } of requests)
    reading.ledger.leaveOut(
      entry,
      others.some((each) => each.entry === entry)
        ? 'an older open request'
        : `request is ${request.status ?? 'about somebody else'}`,
    )
  if (!latest) return
  const { entry, request } = latest
  const words = [wordsOf(request.code), ...request.reasonCode.map(wordsOf), ...request.note.map((each) => each.text)]
    .filter(Boolean)
    .join('. ')
  if (words)
    reading.facts.push({
      about: 'reason',
      value: { words: words.slice(0, 2000), urgent: ['urgent', 'asap', 'stat'].includes(request.priority ?? '') },
      from: origin(entry, 'code, reasonCode, note'),
    })
  reading.ledger.use(entry)
  const requester = reading.references.find(request.requester)
  if (requester?.type === 'Practitioner') {
    const person = nameInWords(Practitioner.parse(requester.resource).name[0]) ?? null
    reading.facts.push({ about: 'source', value: { person, organization: null, phone: null }, from: origin(requester, 'name') })
    reading.ledger.use(requester)
  } else if (requester?.type === 'Organization') {
    const { name, telecom } = Organization.parse(requester.resource)
    const phone = telecom.find((each) => each.system === 'phone')?.value ?? null
    reading.facts.push({
      about: 'source',
      value: { person: null, organization: name ?? null, phone },
      from: origin(requester, 'name'),
    })
    reading.ledger.use(requester)
  }
}

/** Who pays: the coverages of the record; where there is none, the coverage named on the latest paid bill. */
function coverageFacts(reading: Reading): void {
  const { bundle, ledger } = reading
  for (const entry of entriesOf(bundle, 'Coverage')) {
    const coverage = Coverage.parse(entry.resource)
    if (!aboutPatient(reading, coverage.beneficiary)) ledger.leaveOut(entry, 'covers somebody else')
    else if (coverage.status && coverage.status !== 'active') ledger.leaveOut(entry, `coverage is ${coverage.status}`)
    else if (!pushCoverage(reading, entry, coverage, 'payor')) ledger.leaveOut(entry, 'names no payer')
  }
  const bills = entriesOf(bundle, 'ExplanationOfBenefit').map((entry) => ({
    entry,
    bill: ExplanationOfBenefit.parse(entry.resource),
  }))
  for (const { entry } of bills) ledger.leaveOut(entry, 'an older bill; the latest names the payer')
  if (reading.facts.some((fact) => fact.about === 'coverage')) return
  const [latest] = bills
    .filter(({ bill }) => aboutPatient(reading, bill.patient))
    .sort((a, b) => billDay(b.bill).localeCompare(billDay(a.bill)))
  if (!latest) return
  const contained = containedIn(latest.bill.contained, latest.bill.insurance[0]?.coverage)
  const coverage = Coverage.parse(contained ?? { payor: [latest.bill.insurer] })
  if (pushCoverage(reading, latest.entry, coverage, contained ? 'contained Coverage' : 'insurer')) return
  ledger.leaveOut(latest.entry, 'names no payer')
}

const billDay = (bill: ExplanationOfBenefit): string => bill.billablePeriod?.start ?? bill.created ?? ''

/** Words some senders write where a person has no payer. */
const noPayer = new Set(['no_insurance', 'no insurance', 'none', 'uninsured'])

function pushCoverage(reading: Reading, entry: Entry, coverage: Coverage, path: string): boolean {
  const { references, ledger, facts } = reading
  const organization = references.find(coverage.payor[0])
  const name = organization?.type === 'Organization' ? Organization.parse(organization.resource).name : undefined
  const payer = name ?? coverage.payor[0]?.display ?? wordsOf(coverage.type)
  if (!payer) return false
  ledger.use(entry)
  if (organization) ledger.use(organization)
  const none = noPayer.has(payer.toLowerCase())
  const value = {
    payer: none ? 'No insurance' : inWords(payer),
    memberId: coverage.subscriberId || coverage.identifier[0]?.value || null,
    type: wordsOf(coverage.type) ?? null,
  }
  const note = none
    ? 'The sender says that the person has no insurance.'
    : path.startsWith('payor')
      ? undefined
      : 'From the latest paid bill; ask whether it is still so.'
  facts.push({ about: 'coverage', value, proposed: !none, ...(note && { note }), from: origin(entry, path) })
  return true
}

/** `dual_eligible` → “Dual eligible”. */
const inWords = (code: string): string =>
  /^[a-z_]+$/.test(code) ? code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ') : code

/** Conditions that are active and not refuted. */
function conditionFacts(reading: Reading): void {
  for (const entry of entriesOf(reading.bundle, 'Condition')) {
    const condition = Condition.parse(entry.resource)
    const reason = conditionLeftOut(reading, condition)
    const words = wordsOf(condition.code)
    if (reason || !words) {
      reading.ledger.leaveOut(entry, reason ?? 'does not say which condition')
      continue
    }
    const coding = condition.code?.coding[0]
    const value = {
      words: words.slice(0, 300),
      code: coding?.code || null,
      system: coding?.system || null,
      since: dayOf(condition.onsetDateTime ?? condition.recordedDate),
    }
    reading.facts.push({ about: 'condition', value, from: origin(entry, 'code') })
    reading.ledger.use(entry)
  }
}

function conditionLeftOut(reading: Reading, condition: Condition): string | null {
  if (!aboutPatient(reading, condition.subject)) return 'about somebody else'
  if (hasCode(condition.verificationStatus, 'entered-in-error', 'refuted')) return 'refuted or entered in error'
  if (condition.clinicalStatus && !hasCode(condition.clinicalStatus, 'active', 'recurrence', 'relapse')) return 'no longer active'
  return null
}
