import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phasesOf, type PhaseFacts } from './phase.ts'

const at = (status: PhaseFacts['status'], events: string[] = [], acuityLevel: number | null = 3) => phasesOf({ status, events: new Set(events), acuityLevel })

test('a person not yet engaged is being screened, an ended beginning is in no phase', () => {
  assert.deepEqual(at('pending_engagement'), ['screening'])
  assert.deepEqual(at('not_engaged'), [])
  assert.deepEqual(at('voided', ['plan.agreed']), [])
})

test('phases follow what happened, several at once', () => {
  assert.deepEqual(at('active', ['case.activated'], null), ['assessing', 'stratifying'])
  assert.deepEqual(at('active', ['assessment.completed']), ['planning'])
  assert.deepEqual(at('active', ['assessment.completed', 'plan.agreed']), ['implementing'])
  assert.deepEqual(at('active', ['assessment.completed', 'plan.agreed', 'goal.progressed', 'plan.reviewed']), ['implementing', 'following-up', 'evaluating'])
})

test('a transfer and a closing are transitions; after closing the receiver is told and the work weighed', () => {
  assert.ok(at('active', ['case.transfer-requested']).includes('transitioning'))
  assert.ok(!at('active', ['case.transfer-requested', 'case.transferred']).includes('transitioning'))
  assert.deepEqual(at('closing', ['assessment.completed', 'plan.agreed']), ['transitioning', 'evaluating'])
  assert.deepEqual(at('closed'), ['communicating-post-transition', 'evaluating'])
})
