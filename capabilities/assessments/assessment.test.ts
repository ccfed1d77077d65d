// Completion and licence gate, as rules.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersAsAmended, mayBegin, mayComplete, missingForCompletion } from './assessment.ts'
import { domainsOf, emptyDomain, isConcluded, isConcludedAnew, type DomainFinding } from './comprehensive.ts'
import { shippedInstruments } from './instrument.shipped.ts'
import { changeInstrument, mayBeAsked, type Instrument } from './instrument.ts'

const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'accepted'
}
const byTitle = (title: string): Instrument => shippedInstruments().find((each) => each.title === title) ?? assert.fail(title)
const form = byTitle('Comprehensive assessment').questionnaire ?? assert.fail()
const finding = (domain: string, changes: Partial<DomainFinding> = {}): DomainFinding => ({
  ...emptyDomain,
  outcome: 'pertinent-negative',
  conclusion: 'Nothing stands in the way.',
  id: domain,
  domain,
  completedAt: null,
  completedOn: null,
  completedBy: null,
  version: 1,
  ...changes,
})
const no = { answer: [{ valueBoolean: false }], notAskedReason: null }
const safe = { 'safety/danger': no, 'safety/self-harm': no }

test('INV-21 the comprehensive assessment has the twenty-one areas of the practice model, each once', () => {
  const codes = domainsOf(form).map((domain) => domain.code)
  assert.equal(codes.length, 21)
  assert.equal(new Set(codes).size, 21)
})

test('INV-21 every area without outcome and conclusion is listed with its link, in order', () => {
  const done = domainsOf(form)
    .slice(2)
    .map(({ code }) => finding(code))
  const missing = missingForCompletion(
    form,
    safe,
    [...done, finding('physical-health', { conclusion: '' })],
    (place) => `/here?${place}`,
  )
  assert.deepEqual(
    missing.map(({ code, href }) => [code, href]),
    [
      ['domain.physical-health', '/here?domain=physical-health'],
      ['domain.function', '/here?domain=function'],
    ],
  )
  assert.match(missing[0]?.message ?? '', /write a conclusion/)
  assert.equal(
    codeOf(() => mayComplete(missing)),
    'assessment.incomplete',
  )
})

test('INV-21 declined and unable are outcomes, and they too take a conclusion', () => {
  assert.ok(isConcluded({ outcome: 'declined', conclusion: 'She prefers not to speak of it today.' }))
  assert.ok(!isConcluded({ outcome: 'declined', conclusion: '  ' }))
  assert.ok(!isConcluded({ outcome: null, conclusion: 'Something' }))
})

test('the safety questions must be answered, unless that area was declined or could not be done', () => {
  const all = domainsOf(form).map(({ code }) => finding(code))
  assert.deepEqual(
    missingForCompletion(form, {}, all, (place) => place).map(({ code }) => code),
    ['item.safety/danger', 'item.safety/self-harm'],
  )
  const declined = all.map((each) => (each.domain === 'safety' ? { ...each, outcome: 'declined' as const } : each))
  assert.deepEqual(
    missingForCompletion(form, {}, declined, (place) => place),
    [],
  )
})

test('INV-21 an area keeps its date when only its story grows, and takes a new one with a new conclusion', () => {
  const before = finding('food')
  assert.equal(isConcludedAnew(null, before), true)
  assert.equal(isConcludedAnew(before, { ...before, narrative: 'More' }), false)
  assert.equal(isConcludedAnew(before, { ...before, conclusion: 'Food runs out' }), true)
  assert.equal(isConcludedAnew(before, { ...before, conclusion: '' }), false)
})

test('a full assessment waits for engagement, a screen does not, and a case that ended takes neither', () => {
  assert.equal(
    codeOf(() => mayBegin('comprehensive', 'pending_engagement')),
    'assessment.not-engaged',
  )
  assert.equal(
    codeOf(() => mayBegin('screen', 'pending_engagement')),
    'accepted',
  )
  assert.equal(
    codeOf(() => mayBegin('screen', 'closed')),
    'assessment.case-ended',
  )
})

test('INV-23 an instrument that waits for its licence, or may only keep scores, is not asked', () => {
  const phq9 = byTitle('PHQ-9')
  assert.equal(
    codeOf(() => mayBeAsked(phq9)),
    'accepted',
  )
  assert.equal(
    codeOf(() => mayBeAsked({ ...phq9, licence: 'awaiting-licence' })),
    'instrument.awaiting-licence',
  )
  assert.equal(
    codeOf(() => mayBeAsked({ ...phq9, licence: 'score-only', questionnaire: null })),
    'instrument.score-only',
  )
  assert.equal(
    codeOf(() => mayBeAsked({ ...phq9, status: 'retired' })),
    'instrument.retired',
  )
})

test('INV-23 a licence arrives once, for an instrument that waited for it, and says what it is', () => {
  const waiting = { ...byTitle('PHQ-9'), licence: 'awaiting-licence' as const, mayRender: false }
  assert.equal(changeInstrument(waiting, { licence: 'licensed', licenceNote: 'Letter of 3 March 2026' }).mayRender, true)
  assert.equal(
    codeOf(() => changeInstrument(waiting, { licence: 'licensed' })),
    'instrument.no-licence-note',
  )
  assert.equal(
    codeOf(() => changeInstrument(byTitle('PHQ-9'), { licence: 'licensed', licenceNote: 'x' })),
    'instrument.licence-not-awaited',
  )
})

test('corrections stand over the first answers, the latest last', () => {
  const first = { a: no, b: no }
  const after = { answer: [{ valueBoolean: true }], notAskedReason: null }
  assert.deepEqual(
    answersAsAmended(first, [
      { linkId: 'a', after },
      { linkId: null, after: no },
    ]),
    { a: after, b: no },
  )
})
