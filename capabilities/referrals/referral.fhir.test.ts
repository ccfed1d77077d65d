import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { confirmedFacts, fillIn, type PrefillFact } from './prefill.ts'
import { ReferredPerson } from './person.ts'
import { readReferralBundle } from './referral.fhir.ts'
import { Scope, Source, type Facts } from './referral.ts'
import { openBundle, readJson } from '../../platform/fhir/bundle.ts'
import { Refusal } from '../../platform/refusal.ts'

const text = readFileSync(new URL('./invented-bundle.json', import.meta.url), 'utf8')
const rosa = () => JSON.parse(text)
const read = (bundle: unknown, chosen?: string) => readReferralBundle(openBundle(bundle), chosen)
const values = (facts: PrefillFact[], about: PrefillFact['about']) =>
  facts.filter((fact) => fact.about === about).map((fact) => fact.value)
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'nothing was refused'
}

test('a bundle pre-fills the person, each fact with its origin', () => {
  const { prefill } = read(rosa())
  assert.deepEqual(values(prefill, 'name'), [{ given: 'Rosa Elena', family: 'Example-Garcia' }])
  assert.deepEqual(values(prefill, 'otherName'), [{ use: 'maiden', given: 'Rosa', family: 'Invented' }])
  assert.deepEqual(values(prefill, 'birthDate'), [{ date: '1961-07-01', precision: 'month' }])
  assert.deepEqual(values(prefill, 'language'), [{ tag: 'es-MX' }, { tag: 'en' }])
  assert.deepEqual(values(prefill, 'race'), [{ words: 'Other Race' }])
  assert.deepEqual(values(prefill, 'coverage'), [{ payer: 'Invented Health Plan', memberId: 'IHP-77', type: 'HMO' }])
  assert.deepEqual(prefill.find((fact) => fact.about === 'address')?.from, { type: 'Patient', entry: 1, path: 'address[0]' })
})

test('only active conditions come in; the care team, providers and support with role and day last seen', () => {
  const { prefill } = read(rosa())
  assert.deepEqual(values(prefill, 'condition'), [
    { words: 'Chronic kidney disease stage 3b', code: '431856006', system: 'http://snomed.info/sct', since: '2021-03-04' },
  ])
  assert.deepEqual(values(prefill, 'careTeam'), [
    { name: 'Dr. Ann Fictional', role: 'Kidney doctor', phone: null },
    { name: 'Dee Dietitian', role: 'Dietitian', phone: null },
  ])
  assert.deepEqual(values(prefill, 'provider'), [
    { name: 'Dr. Ann Fictional', role: 'Nephrology', phone: null, lastSeenOn: '2026-01-20' },
    { name: 'Made-up Clinic', role: null, phone: '503 555 0190', lastSeenOn: '2026-01-20' },
  ])
  assert.deepEqual(values(prefill, 'support'), [
    { name: 'Luz Example', relation: 'Daughter', phone: null },
    { name: 'Pat Placeholder', relation: 'Neighbor', phone: '503 555 0111' },
  ])
  assert.deepEqual(values(prefill, 'reason'), [
    { words: 'Complex case management. Missed dialysis education twice', urgent: true },
  ])
  assert.deepEqual(values(prefill, 'source'), [{ person: null, organization: 'Made-up Clinic', phone: '503 555 0190' }])
})

test('INV-04 nothing from a record is marked safe; a social security number and an old phone are not proposed', () => {
  const { prefill } = read(rosa())
  const ways = prefill.filter((fact) => fact.about === 'contactWay')
  assert.deepEqual(
    ways.map((fact) => [fact.value.value, fact.value.safe, fact.proposed]),
    [
      ['(503) 555-0177', 'unknown', true],
      ['(503) 555-0100', 'unknown', false],
    ],
  )
  assert.deepEqual(
    prefill.filter((fact) => fact.about === 'identifier').map((fact) => [fact.value.value, fact.proposed]),
    [
      ['M-4410', true],
      ['999-00-1234', false],
    ],
  )
})

test('every entry is used or counted as unused with its reason', () => {
  const { tally } = read(rosa())
  assert.deepEqual([tally.entries, tally.used + tally.unused], [20, 20])
  const reasonsOf = (type: string) => tally.rows.find((row) => row.type === type)?.because
  assert.deepEqual(reasonsOf('Condition'), [
    { reason: 'no longer active', count: 1 },
    { reason: 'refuted or entered in error', count: 1 },
  ])
  assert.deepEqual(reasonsOf('Coverage'), [{ reason: 'coverage is cancelled', count: 1 }])
  assert.deepEqual(reasonsOf('Observation'), [{ reason: 'a referral does not use it; it stays in the file', count: 3 }])
  assert.deepEqual(reasonsOf('no resource'), [{ reason: 'this entry carries no resource', count: 1 }])
  assert.equal(
    tally.rows.reduce((sum, row) => sum + row.count, 0),
    20,
  )
})

test('a bundle that is none says what is wrong in words', () => {
  assert.equal(
    codeOf(() => read([])),
    'fhir.not-an-object',
  )
  assert.equal(
    codeOf(() => read({ resourceType: 'Patient' })),
    'fhir.not-a-bundle',
  )
  assert.equal(
    codeOf(() => read({})),
    'fhir.not-a-bundle',
  )
  assert.equal(
    codeOf(() => read({ resourceType: 'Bundle' })),
    'fhir.empty-bundle',
  )
  assert.equal(
    codeOf(() => read({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Observation' } }] })),
    'fhir.no-patient',
  )
  assert.equal(
    codeOf(() => readJson('<Bundle/>')),
    'fhir.not-json',
  )
  const deep = JSON.parse(`{"resourceType":"Bundle","entry":[${'['.repeat(5000)}${']'.repeat(5000)}]}`)
  assert.equal(
    codeOf(() => read(deep)),
    'fhir.too-deep',
  )
})

test('a bundle about several people asks which, and reads the chosen one', () => {
  const two = rosa()
  two.entry.push({
    fullUrl: 'urn:uuid:22222222-0000-4000-8000-000000000001',
    resource: { resourceType: 'Patient', id: 'other', name: [{ text: 'Olga Other' }] },
  })
  assert.equal(
    codeOf(() => read(two)),
    'fhir.several-patients',
  )
  assert.equal(
    codeOf(() => read(two, 'nobody')),
    'fhir.no-such-patient',
  )
  const { prefill, tally } = read(two, 'other')
  assert.deepEqual(values(prefill, 'name'), [{ given: 'Olga Other', family: null }])
  assert.deepEqual(values(prefill, 'condition'), [])
  assert.equal(tally.used + tally.unused, 21)
})

test('the same content in another layout has the same hash', () => {
  const { identifier, hash } = openBundle(rosa())
  const turned = Object.fromEntries(Object.entries(rosa()).reverse())
  assert.deepEqual([identifier, openBundle(turned).hash], ['https://invented.example/bundles|rosa-1', hash])
  assert.notEqual(openBundle({ ...rosa(), entry: rosa().entry.slice(1) }).hash, hash)
})

test('an element that breaks the contract is named as unreadable, never stored raw and never dropped in silence', () => {
  const odd = rosa()
  odd.entry[0].resource.telecom = [{ system: 'phone', value: '5'.repeat(500) }]
  assert.deepEqual(read(odd).unreadable, [{ about: 'contactWay', from: { type: 'Patient', entry: 1, path: 'telecom[0]' } }])
})

test('whatever JSON stands in the place of resources, a bundle is read or refused, and every entry is counted', () => {
  const names = [
    'resourceType',
    'name',
    'telecom',
    'address',
    'participant',
    'code',
    'subject',
    'contained',
    'careTeam',
    'period',
    'extension',
    'identifier',
  ]
  const types = fc.constantFrom(
    'Patient',
    'Condition',
    'Coverage',
    'CareTeam',
    'Encounter',
    'Practitioner',
    'Organization',
    'ExplanationOfBenefit',
    'ServiceRequest',
    'RelatedPerson',
    'PractitionerRole',
  )
  const resource = fc
    .tuple(types, fc.dictionary(fc.constantFrom(...names), fc.jsonValue()))
    .map(([resourceType, rest]) => ({ ...rest, resourceType }))
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.record({ resource }), fc.jsonValue()), { maxLength: 12 }), (entry) => {
      const { tally, prefill } = read({ resourceType: 'Bundle', entry: [rosa().entry[0], ...entry] }, 'rosa')
      assert.equal(tally.used + tally.unused, entry.length + 1)
      assert.doesNotMatch(JSON.stringify(prefill), /\\u0000/)
    }),
    { numRuns: 300 },
  )
})

const empty: Facts = {
  channel: 'fhir',
  receivedOn: '2026-02-16',
  source: Source.parse({}),
  person: ReferredPerson.parse({}),
  safeContact: 'not-asked',
  safeContactNote: null,
  reason: null,
  questions: null,
  urgency: null,
  danger: null,
  programId: null,
  scope: Scope.parse({}),
}

test('confirmed facts fill empty places and never overwrite what a worker wrote', () => {
  const { prefill } = read(rosa())
  const filled = fillIn(
    {
      ...empty,
      reason: 'As Ines heard it',
      person: ReferredPerson.parse({ birthDate: '1961-07-09', birthDatePrecision: 'day' }),
    },
    prefill.filter((fact) => fact.proposed),
  )
  assert.deepEqual(
    [filled.person.givenName, filled.person.birthDate, filled.reason],
    ['Rosa Elena', '1961-07-09', 'As Ines heard it'],
  )
  assert.deepEqual(
    [filled.person.identifiers.map((each) => each.value), filled.person.contactWays.length, filled.scope.payer],
    [['M-4410'], 1, 'Invented Health Plan'],
  )
  assert.deepEqual(
    fillIn(
      filled,
      prefill.filter((fact) => fact.proposed),
    ),
    filled,
  )
})

test('every fact of a record is decided about: kept or left out', () => {
  const { prefill } = read(rosa())
  const ids = prefill.map((fact) => fact.id)
  assert.equal(confirmedFacts(prefill, { kept: ids.slice(0, 3), leftOut: ids.slice(3) }).length, 3)
  assert.equal(
    codeOf(() => confirmedFacts(prefill, { kept: ids.slice(0, 3), leftOut: [] })),
    'referral.prefill-undecided',
  )
  assert.equal(
    codeOf(() => confirmedFacts(prefill, { kept: ids, leftOut: ids })),
    'referral.prefill-undecided',
  )
})
