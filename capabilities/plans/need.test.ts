import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirm, inOrder, NewNeed, settle, type Need } from './need.ts'

const today = '2026-02-20'
const concern: Need = {
  ...NewNeed.parse({ statement: 'Not enough food at the end of the month', domain: 'food' }),
  id: 'n', caseId: 'c', certainty: 'concern', concurredBy: null, confirmedOn: null,
  disposition: 'open', dispositionReason: null, dispositionOn: null, version: 1,
}
const confirmed = confirm(concern, { by: 'client', clientWords: 'We run out by the 20th' }, today)

test('INV-25 a concern is confirmed only with the concurrence of the client or their representative', () => {
  assert.deepEqual(
    [confirmed.certainty, confirmed.concurredBy, confirmed.confirmedOn, confirmed.clientWords],
    ['confirmed', 'client', today, 'We run out by the 20th'],
  )
  assert.throws(() => confirm(confirmed, { by: 'client', clientWords: '' }, today), { code: 'need.already-confirmed' })
})

test('INV-25 confirming keeps the client’s earlier words when none are added', () => {
  const said = confirm({ ...concern, clientWords: 'I skip meals' }, { by: 'representative', clientWords: '' }, today)
  assert.equal(said.clientWords, 'I skip meals')
})

test('INV-25 declined by the client is an end state: nothing reopens or confirms it', () => {
  const declined = settle(concern, { disposition: 'declined_by_client', reason: 'She manages with her sister' }, today)
  assert.deepEqual([declined.disposition, declined.dispositionOn], ['declined_by_client', today])
  assert.throws(() => settle(declined, { disposition: 'open', reason: '' }, today), { code: 'need.declined' })
  assert.throws(() => settle(declined, { disposition: 'met', reason: 'x' }, today), { code: 'need.declined' })
  assert.throws(() => confirm(declined, { by: 'client', clientWords: '' }, today), { code: 'need.declined' })
})

test('INV-25 what becomes of a need says why; only a confirmed need is met; other ends can be reopened', () => {
  assert.throws(() => settle(confirmed, { disposition: 'deferred', reason: '' }, today), { code: 'need.no-reason' })
  assert.throws(() => settle(concern, { disposition: 'met', reason: 'SNAP card arrived' }, today), { code: 'need.not-confirmed' })
  const met = settle(confirmed, { disposition: 'met', reason: 'SNAP card arrived' }, today)
  assert.equal(settle(met, { disposition: 'open', reason: '' }, today).dispositionReason, null)
})

test('the client’s order comes first, then safety', () => {
  const ranked = (id: string, clientRank: number | null, safetyRank: number | null) => ({ ...confirmed, id, clientRank, safetyRank })
  const order = [ranked('unranked', null, null), ranked('unsafe', null, 1), ranked('second', 2, 1), ranked('first', 1, null)].toSorted(inOrder)
  assert.deepEqual(order.map(({ id }) => id), ['first', 'second', 'unsafe', 'unranked'])
})
