import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonCodes, reasonsFor, statuses, type Actor, type Status } from './codes.ts'
import { codeText, readCode } from './code.ts'
import { afterAppointment, answerDue, isSilent, loopDue } from './followUp.ts'
import { countsAsUnmet, LoopClosing, mayClose } from './loop.ts'
import { packageOf, requireAnonymous, type PackageFacts } from './package.ts'
import { mayBecome, mayStep, steps } from './state.ts'
import { digestOf } from '../../platform/access/digest.ts'
import { newCode } from './token.ts'

const refusal = (act: () => void): string | undefined => {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'thrown'
  }
  return undefined
}

test('a referral goes from draft to an end by steps of its own side; an end has no way on but “entered in error”', () => {
  mayStep('draft', { to: 'requested', by: 'requester' })
  mayStep('requested', { to: 'accepted', by: 'target' })
  mayStep('in-progress', { to: 'on-hold', by: 'target', reasonCode: 'waitlist' })
  mayStep('on-hold', { to: 'in-progress', by: 'target' })
  assert.equal(refusal(() => mayStep('requested', { to: 'accepted', by: 'requester' })), 'service-referral.not-theirs')
  assert.equal(refusal(() => mayStep('draft', { to: 'completed', by: 'target' })), 'service-referral.wrong-state')
  for (const end of ['rejected', 'completed', 'failed', 'cancelled'] as const) {
    assert.deepEqual(mayBecome(end, 'requester'), ['entered-in-error'])
    assert.deepEqual(mayBecome(end, 'target'), [])
  }
  for (const actor of ['requester', 'target'] as const) assert.deepEqual(mayBecome('entered-in-error', actor), [])
})

test('every state but draft is reached by somebody', () => {
  const actors: Actor[] = ['requester', 'target']
  const reached = new Set<Status>(actors.flatMap((actor) => Object.values(steps[actor]).flat()))
  assert.deepEqual(statuses.filter((status) => !reached.has(status)), ['draft'])
})

test('rejected, on hold, failed and cancelled say why, from their own list; “other” in words (practice-model 3.5)', () => {
  assert.equal(refusal(() => mayStep('requested', { to: 'rejected', by: 'target' })), 'service-referral.no-reason')
  assert.equal(refusal(() => mayStep('requested', { to: 'rejected', by: 'target', reasonCode: 'waitlist' })), 'service-referral.no-reason')
  assert.equal(refusal(() => mayStep('requested', { to: 'rejected', by: 'target', reasonCode: 'other', reason: ' ' })), 'service-referral.no-reason')
  mayStep('requested', { to: 'rejected', by: 'target', reasonCode: 'other', reason: 'The roof came down' })
  assert.ok(reasonsFor('rejected').length >= 15)
})

const facts: PackageFacts = {
  agency: { name: 'Harborview', phone: '(919) 555-0100' }, caseManager: 'Maya Ortiz, RN CCM', name: 'Robin Vale', pronouns: 'she/her', birthDate: '1992-04-04', language: 'vi', interpreter: 'needed',
  contact: [{ text: '(910) 555-0190', message: 'no' }], address: { shown: 'substitute', kind: 'substitute', lines: ['PO Box 5531'] }, need: 'Food for the week', goal: '“Eat with my children”',
}
const wanted = { intent: 'referral', serviceType: 'food', priority: 'routine', request: 'A food box', items: ['name', 'contact', 'language'] } as const

test('the package holds what was chosen and nothing else (45 CFR 164.502(b))', () => {
  const { person } = packageOf(facts, wanted)
  assert.deepEqual(Object.keys(person ?? {}), ['name', 'contact', 'language'])
  assert.deepEqual(packageOf(facts, { ...wanted, items: ['need', 'address'] }).person, { address: { shown: 'substitute', lines: ['PO Box 5531'] }, need: 'Food for the week' })
  assert.deepEqual(packageOf(facts, { ...wanted, items: [] }).person, {})
})

test('INV-36 an inquiry has no person in it, whatever was chosen, and its words are looked through', () => {
  const inquiry = packageOf(facts, { ...wanted, intent: 'inquiry', items: ['name', 'address'] })
  assert.equal(inquiry.person, null)
  for (const words of ['Room for robin?', 'For VÁLE', 'Call 910 555 0190', 'Born 1992-04-04'])
    assert.equal(refusal(() => requireAnonymous(words, facts)), 'service-referral.inquiry-names-client', words)
  requireAnonymous('Room for one adult who speaks Vietnamese, robins in the garden', facts)
})

test('U11 an answer in 7 days, food and shelter in 3; the loop in 30 and 3; 2 business days after an appointment', () => {
  assert.equal(answerDue('2026-03-09', 'legal'), '2026-03-16')
  assert.equal(answerDue('2026-03-09', 'shelter'), '2026-03-12')
  assert.equal(loopDue('2026-03-09', 'legal'), '2026-04-08')
  assert.equal(loopDue('2026-03-09', 'food'), '2026-03-12')
  assert.equal(afterAppointment('2026-03-19'), '2026-03-23')
  const waiting = { status: 'requested', requestedOn: '2026-03-09', serviceType: 'legal' } as const
  assert.deepEqual([isSilent(waiting, '2026-03-16'), isSilent(waiting, '2026-03-17'), isSilent({ ...waiting, status: 'accepted' }, '2026-04-30')], [false, true, false])
})

test('INV-37 a closed loop has both outcomes; a need not met says what stood in the way', () => {
  assert.ok(!LoopClosing.safeParse({ clientReached: 'yes' }).success)
  assert.ok(!LoopClosing.safeParse({ clientReached: 'yes', needMet: 'not-met' }).success)
  assert.ok(!LoopClosing.safeParse({ clientReached: 'no', reachedOn: '2026-03-09', needMet: 'met' }).success)
  assert.ok(LoopClosing.safeParse({ clientReached: 'no', needMet: 'not-met', notMetReason: 'transport' }).success)
  const open = { intent: 'referral', status: 'completed', loopClosedAt: null } as const
  mayClose(open, { reachedOn: null }, '2026-03-09')
  assert.equal(refusal(() => mayClose({ ...open, loopClosedAt: '2026-03-09T00:00:00Z' }, { reachedOn: null }, '2026-03-09')), 'service-referral.loop-closed')
  assert.equal(refusal(() => mayClose({ ...open, status: 'draft' }, { reachedOn: null }, '2026-03-09')), 'service-referral.not-sent')
})

test('INV-38 what the system could not do counts as unmet; what the client decided does not', () => {
  assert.equal(countsAsUnmet({ status: 'rejected', reasonCode: 'no-capacity' }), 'no-capacity')
  assert.equal(countsAsUnmet({ status: 'cancelled', reasonCode: 'staffing' }), 'staffing')
  assert.equal(countsAsUnmet({ status: 'rejected', reasonCode: 'client-declined' }), null)
  assert.equal(countsAsUnmet({ status: 'on-hold', reasonCode: 'waitlist' }), null)
  assert.equal(countsAsUnmet({ needMet: 'partly', notMetReason: 'hours' }), 'hours')
  assert.equal(countsAsUnmet({ needMet: 'met', notMetReason: null }), null)
  assert.ok(reasonCodes.length > 25)
})

test('a code is read however it is typed, and only its digest is kept', () => {
  const code = newCode()
  assert.equal(readCode(codeText(code).toLowerCase()), code)
  assert.equal(readCode('O1IL-0000-0000-0000'), '0111000000000000')
  assert.equal(readCode('short'), null)
  assert.equal(digestOf(code).length, 32)
  assert.ok(new Set(Array.from({ length: 1000 }, newCode)).size === 1000)
})
