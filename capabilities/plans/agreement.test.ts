import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addCivilDays } from '../../platform/time/civil.ts'
import { checkSignature, checkSignOff, needsSignOff, reviewDays, reviewDue, Signature } from './agreement.ts'
import { ageDays, NewBarrier, raisedOn, resolve, type Barrier } from './barrier.ts'
import { checkConclusion, Conclusion, notYetReviewed } from './review.ts'
import { NewServiceLine } from './service.ts'

const today = '2026-03-02'
const signature = (wanted: object) => checkSignature(Signature.parse({ by: 'client', ...wanted }), today)

test('INV-30 agreed means signed by name, refused with the reason, or verbal with an expiry', () => {
  assert.equal(signature({ kind: 'signed', name: 'Linda Tran' }).expiresOn, null)
  assert.equal(signature({ kind: 'refused', reason: 'I sign nothing' }).name, '')
  assert.equal(signature({ kind: 'verbal', name: 'Linda Tran', expiresOn: '2026-03-16' }).expiresOn, '2026-03-16')
  assert.throws(() => signature({ kind: 'signed' }), { code: 'signature.no-name' })
  assert.throws(() => signature({ kind: 'refused' }), { code: 'signature.no-reason' })
  assert.throws(() => signature({ kind: 'refused', by: 'representative', reason: 'x' }), { code: 'signature.no-name' })
  assert.throws(() => signature({ kind: 'verbal', name: 'Linda Tran' }), { code: 'signature.no-expiry' })
  assert.throws(() => signature({ kind: 'verbal', name: 'Linda Tran', expiresOn: today }), { code: 'signature.no-expiry' })
})

test('INV-30 property: a verbal agreement is accepted for 1 to 30 days and no other number', () => {
  fc.assert(fc.property(fc.integer({ min: -40, max: 80 }), (days) => {
    const accepted = () => signature({ kind: 'verbal', name: 'Linda Tran', expiresOn: addCivilDays(today, days) })
    if (days >= 1 && days <= 30) return accepted().expiresOn !== null
    assert.throws(accepted, { code: /^signature\.(no-expiry|expiry-too-far)$/ })
    return true
  }))
})

test('the plan is reviewed after 30, 60, 90 or 180 days by acuity; 90 where no level is set', () => {
  assert.deepEqual([4, 3, 2, 1, null].map(reviewDays), [30, 60, 90, 180, 90])
  assert.equal(reviewDue(today, 3), '2026-05-01')
  assert.deepEqual([4, 3, 2, 1, null].map(needsSignOff), [true, true, false, false, false])
})

test('nobody signs off their own plan, and a returned plan says what to change', () => {
  assert.throws(() => checkSignOff({ decision: 'approved', comment: '' }, 'maya', 'maya'), { code: 'sign-off.own-plan' })
  assert.throws(() => checkSignOff({ decision: 'returned', comment: '' }, 'maya', 'omar'), { code: 'sign-off.no-comment' })
  assert.equal(checkSignOff({ decision: 'approved', comment: '' }, 'maya', 'omar'), undefined)
})

const barrier: Barrier = {
  ...NewBarrier.parse({ statement: 'Knee pain', type: 'provider', owner: { kind: 'provider', name: 'Dr. Pham' } }),
  id: 'b', caseId: 'c', raisedOn: '2026-02-21', resolvedOn: null, resolution: null, version: 1,
}

test('a barrier has an age, until it is resolved', () => {
  assert.equal(ageDays(barrier, today), 9)
  const resolved = resolve(barrier, { resolution: 'Brace fitted' }, '2026-03-01')
  assert.equal(ageDays(resolved, '2026-12-31'), 8)
  assert.throws(() => resolve(resolved, { resolution: 'again' }, today), { code: 'barrier.already-resolved' })
  assert.throws(() => raisedOn({ raisedOn: '2026-03-03' }, today), { code: 'barrier.in-the-future' })
  assert.equal(raisedOn({}, today), today)
})

test('a review ends when every item was looked at, and “no change” is said only of an unchanged plan', () => {
  const items = [{ kind: 'goal' as const, itemId: 'g', title: 'No dialysis' }, { kind: 'barrier' as const, itemId: 'b', title: 'Knee pain' }]
  const left = notYetReviewed(items, [{ itemId: 'g' }])
  assert.deepEqual(left, [items[1]])
  const conclusion = Conclusion.parse({ outcome: 'no-change', summary: 'It holds' })
  assert.throws(() => checkConclusion(conclusion, left, 0, '/review'), { code: 'review.items-left' })
  assert.throws(() => checkConclusion(conclusion, [], 2, '/review'), { code: 'review.plan-changed' })
  assert.equal(checkConclusion({ ...conclusion, outcome: 'new-version' }, [], 2, '/review'), undefined)
})

test('a service line says amount with its unit, and unpaid help is a line too', () => {
  const line = (more: object) => NewServiceLine.safeParse({ scope: 'Rides', provider: 'Minh Tran', isPaid: false, ...more }).success
  assert.equal(line({}), true)
  assert.equal(line({ amount: 2 }), false)
  assert.equal(line({ amount: 2, unit: 'trip' }), true)
  assert.equal(line({ startsOn: '2026-03-02', endsOn: '2026-03-01' }), false)
})
