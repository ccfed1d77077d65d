import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CaseStatus } from './case.ts'
import { possible, statusAfter, transitions, type Transition } from './transition.ts'

const drawn: Array<[CaseStatus, Transition, CaseStatus]> = [
  ['pending_engagement', 'activated', 'active'], ['pending_engagement', 'ended-without-engagement', 'not_engaged'], ['active', 'suspended', 'suspended'],
  ['suspended', 'resumed', 'active'], ['active', 'closing-begun', 'closing'], ['suspended', 'closing-begun', 'closing'], ['closing', 'closed', 'closed'], ['closed', 'reopened', 'active'],
]

test('INV-17 the machine has the arrows of the model and no others', () => {
  for (const from of CaseStatus.options)
    for (const transition of Object.keys(transitions) as Transition[]) {
      const arrow = drawn.find(([start, name]) => start === from && name === transition)
      const to = arrow?.[2] ?? (transition === 'voided' && from !== 'voided' ? 'voided' : undefined)
      if (to) assert.equal(statusAfter(transition, from), to)
      else assert.throws(() => statusAfter(transition, from), { code: 'case.wrong-status', status: 409 }, `${from} ${transition}`)
    }
})

test('the refusal says what the case is now', () => {
  assert.throws(() => statusAfter('suspended', 'closed'), /This case is closed, so it cannot be suspended now/)
})

test('what can be done from here is offered', () => {
  assert.deepEqual(possible('active'), ['suspended', 'closing-begun', 'voided'])
  assert.deepEqual(possible('voided'), [])
})
