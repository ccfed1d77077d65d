// What has to stand before a case closes, and what the record already says (practice-model 3.3, 6.12).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayDecide, mayRewrite, missingForSignature, nothingWritten, SummaryChange, type ClosureFacts, type SummaryContent } from './closure.ts'
import { digestOf, type ClosureDocument } from './document.ts'
import { closureReasons } from '../cases/closing.ts'
import { Disposition } from './closure.ts'
import { FinalAttainment } from '../plans/goal.ts'
import { codeWords, letterWords } from './letterWords.ts'
import { prefill } from './prefill.ts'

const facts: ClosureFacts = {
  caseStatus: 'closing', reason: 'goals_achieved', goals: [{ id: 'g', clientWords: 'Walk to temple', attainment: 'achieved', because: 'Walked', baseline: -1, level: 0 }],
  outcomes: [{ instrument: 'PHQ-9', first: { value: 12, on: '2026-02-20' }, last: { value: 6, on: '2026-06-26' } }],
  time: { contacts: 3, durationMinutes: 90, travelMinutes: 0, distanceTenthsMile: 0 }, openWork: [], places: { closure: '/closure', plan: '/plan', assessments: '/assessments' },
}
const whole: SummaryContent = {
  ...nothingWritten, course: 'We did it.', selfManagement: 'Checks sugar.', warningSigns: 'Swelling: call the clinic.', aftercare: 'Dr Lee every 3 months.', reengagement: 'Call us.',
  disposition: 'home-with-services', time: 'billed', checkOn: '2026-09-30',
}
const codesOf = (changes: Partial<ClosureFacts>, content: Partial<SummaryContent> = {}) => missingForSignature({ ...facts, ...changes }, { ...whole, ...content }).map(({ code }) => code)

test('a whole summary lacks nothing; an empty one is told everything at once, each with its place', () => {
  assert.deepEqual(codesOf({}), [])
  const missing = missingForSignature({ ...facts, goals: [{ ...facts.goals[0]!, attainment: null }], outcomes: [], openWork: [{ code: 'case.open-plan-review', message: 'Review', href: '/x' }] }, nothingWritten)
  assert.deepEqual(missing.map(({ code }) => code), [
    'closure.goal-open', 'case.open-plan-review', 'closure.no-outcome', 'closure.no-course', 'closure.no-disposition', 'closure.no-self-management', 'closure.no-warning-signs',
    'closure.no-aftercare', 'closure.no-reengagement', 'closure.time-not-settled',
  ])
  assert.ok(missing.every(({ href, message }) => href?.startsWith('/') && message.endsWith('.') || href === '/x'))
  assert.equal(missing[0]?.href, '/plan#g')
})

test('every goal has its final attainment; a final measure or the reason for none', () => {
  assert.deepEqual(codesOf({ goals: [{ ...facts.goals[0]!, attainment: null }, { ...facts.goals[0]!, id: 'h', attainment: null }] }), ['closure.goal-open', 'closure.goal-open'])
  const once = { outcomes: [{ ...facts.outcomes[0]!, last: null }] }
  assert.deepEqual(codesOf(once), ['closure.no-outcome'])
  assert.deepEqual(codesOf(once, { outcomesMissingReason: 'He moved before the second measure.' }), [])
})

test('time is billed or written off, and a write-off says why', () => {
  assert.deepEqual(codesOf({}, { time: null }), ['closure.time-not-settled'])
  assert.deepEqual(codesOf({}, { time: 'written-off' }), ['closure.write-off-reason'])
  assert.deepEqual(codesOf({}, { time: 'written-off', timeNote: 'Travel to a closed office' }), [])
})

test('a need that is not met says what the person can do now', () => {
  const need = { id: crypto.randomUUID(), statement: 'Transport', why: 'No bus', whatNow: '' }
  assert.deepEqual(codesOf({}, { unmetNeeds: [need] }), ['closure.unmet-need-alone'])
  assert.deepEqual(codesOf({}, { unmetNeeds: [{ ...need, whatNow: 'Call Dial-a-Ride' }] }), [])
})

test('after a death nobody is asked to look after themselves or to come back', () => {
  const nothing = { selfManagement: '', warningSigns: '', aftercare: '', reengagement: '' }
  assert.deepEqual(codesOf({ reason: 'deceased' }, nothing), [])
  assert.equal(codesOf({ reason: 'relocated' }, nothing).length, 4)
})

test('signed words are not rewritten, and nobody decides on their own summary', () => {
  mayRewrite('draft')
  for (const status of ['awaiting-sign-off', 'signed-off'] as const) assert.throws(() => mayRewrite(status), { code: 'closure.signed-is-immutable', status: 409 })
  mayDecide({ status: 'awaiting-sign-off', signedBy: 'maya' }, 'omar')
  assert.throws(() => mayDecide({ status: 'awaiting-sign-off', signedBy: 'omar' }, 'omar'), { code: 'closure.own-sign-off' })
  for (const status of ['draft', 'signed-off'] as const) assert.throws(() => mayDecide({ status, signedBy: 'maya' }, 'omar'), { code: 'closure.not-awaiting' })
})

test('an edit names only what changes', () => {
  assert.deepEqual(SummaryChange.parse({ course: ' Done. ' }), { course: 'Done.' })
  assert.equal(SummaryChange.safeParse({ course: 'x'.repeat(6001) }).success, false)
})

test('the first draft is what the record says: services that go on, unmet needs, the client’s own steps, how to come back', () => {
  const service = { id: crypto.randomUUID(), scope: 'Meals', provider: 'Table Home', frequency: 'daily', endsOn: null, withdrawnOn: null }
  const draft = prefill({
    reason: 'goals_achieved', explanation: 'Her sugar is steady.', agency: { name: 'Harborview', phone: '919 555 0100' }, programName: 'Complex care',
    services: [service, { ...service, withdrawnOn: '2026-01-01' }, { ...service, endsOn: '2026-08-30' }], clientSteps: [{ statement: 'Check sugar each morning' }],
    risks: 'Swelling', backup: 'Call the clinic', unmetNeeds: [{ id: crypto.randomUUID(), statement: 'Transport', reason: null }], barriers: [], today: '2026-08-31',
  })
  assert.deepEqual([draft.course, draft.services.length, draft.services[0]?.service, draft.unmetNeeds[0]?.statement], ['Her sugar is steady.', 1, 'Meals', 'Transport'])
  assert.deepEqual([draft.selfManagement, draft.warningSigns, draft.checkOn], ['Check sugar each morning', 'Swelling\n\nCall the clinic', '2026-09-30'])
  assert.match(draft.reengagement, /^Call Harborview at 919 555 0100 and ask for Complex care/)
})

test('every reason, disposition and attainment has words in every language of letters', () => {
  const codes = [...Object.values(closureReasons).flat(), ...Disposition.options, ...FinalAttainment.options, 'agrees', 'disagrees', 'not_known']
  for (const language of ['en', 'es'] as const) assert.deepEqual(codes.filter((code) => !codeWords[language][code]), [], language)
  assert.deepEqual(Object.keys(letterWords.es), Object.keys(letterWords.en))
})

test('the digest is the same however the document was stored, and another as soon as a word changes', () => {
  const shuffled = (value: unknown): unknown => Array.isArray(value) ? value.map(shuffled) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, shuffled(each)])) : value
  fc.assert(fc.property(fc.jsonValue(), fc.string(), (part, word) => {
    const document = { course: word, goals: [], outcomes: part } as unknown as ClosureDocument
    assert.deepEqual(digestOf(document), digestOf(shuffled(document) as ClosureDocument))
    assert.notDeepEqual(digestOf(document), digestOf({ ...document, course: `${word}.` }))
  }))
})
