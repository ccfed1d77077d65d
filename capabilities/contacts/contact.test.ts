// The rules of a note: what it must say, when it is late, and what is safe.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { completed, ContactContent, mustBeComplete, mustBeDraft, mustBeSafe } from './contact.ts'
import { mustExplainLateEntry, signBy, timelinessOf } from './timeliness.ts'

const goal = '00000000-0000-7000-8000-00000000000a'
const call = (more: object = {}) => ContactContent.parse({ kind: 'completed', mode: 'phone', occurredAt: '2026-02-17T14:00:00Z', narrative: 'Spoke with her.', goalIds: [goal], nextStep: 'Call on Friday', ...more })
const circumstances = { interpreterNeeded: false, openGoalIds: [goal] }
const refused = (act: () => void): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new assert.AssertionError({ message: 'It was not refused.' })
}
const missing = (more: object, at = circumstances) => refused(() => mustBeComplete(call(more), at)).details.issues?.map(({ path }) => path)

test('INV-42 a note is signed only when it says what happened, which goal and what comes next; everything missing is listed at once', () => {
  assert.deepEqual(missing({ narrative: '', goalIds: [], nextStep: '' }), ['narrative', 'goalIds', 'nextStep'])
  assert.doesNotThrow(() => mustBeComplete(call(), circumstances))
})

test('INV-42 a moved goal is the goal it was about, a next task is the next step, and a reason stands where no goal was meant', () => {
  const moved = { goalIds: [], nextStep: '', intended: { goalsMoved: [{ goalId: goal, level: 0, evidence: 'cooks' }], nextTask: { title: 'Send list', due: '2026-02-20' } } }
  assert.doesNotThrow(() => mustBeComplete(call(moved), circumstances))
  assert.deepEqual(completed(call(moved), [goal]), { goalIds: [goal], nextStep: 'Send list', noGoalReason: '' })
  assert.doesNotThrow(() => mustBeComplete(call({ goalIds: [], noGoalReason: 'She asked about parking.' }), circumstances))
})

test('INV-42 before there is a plan no goal is asked for', () => {
  assert.doesNotThrow(() => mustBeComplete(call({ goalIds: [] }), { interpreterNeeded: false, openGoalIds: [] }))
  assert.equal(completed(call({ goalIds: [] }), []).noGoalReason, 'No plan with goals yet.')
})

test('an attempt says what came of it and nothing more', () => {
  const attempt = { kind: 'attempt', narrative: '', goalIds: [], nextStep: '' }
  assert.deepEqual(missing(attempt), ['attemptResult'])
  assert.doesNotThrow(() => mustBeComplete(call({ ...attempt, attemptResult: 'no-answer' }), circumstances))
})

test('SC-07 a client who needs an interpreter is interpreted for by somebody qualified, and the note says who', () => {
  assert.deepEqual(missing({}, { ...circumstances, interpreterNeeded: true }), ['interpreter'])
  assert.deepEqual(missing({ interpreter: 'qualified' }, { ...circumstances, interpreterNeeded: true }), ['interpreterReference'])
  assert.doesNotThrow(() => mustBeComplete(call({ interpreter: 'qualified', interpreterReference: 'V-2213' }), { ...circumstances, interpreterNeeded: true }))
  assert.equal(ContactContent.safeParse({ ...call(), interpreter: 'child' }).success, false)
})

test('a collateral contact names whom one spoke with', () => assert.deepEqual(missing({ kind: 'collateral' }), ['participants']))

test('U8 a note is on time for 2 business days, 1 at level 4, late after, and a late entry after 7 days', () => {
  assert.equal(signBy('2026-02-13', null), '2026-02-18') // Friday; Monday 16 is Presidents’ Day
  assert.equal(signBy('2026-02-17', 4), '2026-02-18')
  assert.equal(timelinessOf('2026-02-17', '2026-02-19', 3), 'on-time')
  assert.equal(timelinessOf('2026-02-17', '2026-02-20', 3), 'late')
  assert.equal(timelinessOf('2026-02-17', '2026-02-19', 4), 'late')
  assert.equal(timelinessOf('2026-02-17', '2026-02-24', 3), 'late')
  assert.equal(timelinessOf('2026-02-17', '2026-02-25', 3), 'late-entry')
})

test('INV-43 a late entry says why it is late', () => {
  assert.equal(refused(() => mustExplainLateEntry('late-entry', '')).code, 'contact.late-entry-reason')
  assert.doesNotThrow(() => mustExplainLateEntry('late', ''))
})

test('INV-43 a signed note is not edited', () => assert.equal(refused(() => mustBeDraft({ status: 'signed' })).code, 'note.signed-is-immutable'))

test('INV-04 where safe contact is required, an outgoing call names its number and that number is safe', () => {
  assert.equal(refused(() => mustBeSafe(call(), 'required', null)).code, 'contact.not-safe')
  assert.equal(refused(() => mustBeSafe(call(), 'no-restriction', { may: false, why: 'Not at this hour.' })).message, 'Not at this hour.')
  assert.doesNotThrow(() => mustBeSafe(call(), 'required', { may: true, why: '' }))
  assert.doesNotThrow(() => mustBeSafe(call({ direction: 'incoming' }), 'required', null))
  assert.doesNotThrow(() => mustBeSafe(call({ kind: 'collateral' }), 'required', null))
})
