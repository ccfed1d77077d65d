import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { planClosureState, raiseBarrier, recordGoalProgress } from './plan.actions.ts'
import { NewBarrier } from './barrier.ts'
import { agreedPlan, assess, plannedCase } from './plan.testing.ts'

let w: World
before(async () => { w = await world() })
after(() => w.close())

test('201 INV-25 a need begins as a concern and is confirmed with the client', async () => {
  const { caseId } = await w.openCase()
  const maya = w.as('maya')
  const { status, body: need } = await maya.post(`/api/cases/${caseId}/needs`, { statement: 'Not enough food', domain: 'food', source: 'screening' })
  assert.deepEqual([status, need.certainty, need.disposition], [201, 'concern', 'open'])
  const to = `/api/cases/${caseId}/needs/${need.id}`
  assert.equal((await maya.post(`${to}/confirmation`, {})).status, 400)
  const { body: confirmed } = await maya.post(`${to}/confirmation`, { by: 'client', clientWords: 'We run out by the 20th' })
  assert.deepEqual([confirmed.certainty, confirmed.concurredBy, confirmed.clientWords], ['confirmed', 'client', 'We run out by the 20th'])
})

test('200 INV-25 what the assessment found is offered as a concern, and only where no need speaks of the area', async () => {
  const { caseId } = await w.openCase()
  const assessmentId = await w.onCase('maya', caseId, (work) => assess(work, { food: 'Food runs out by the 20th.', housing: 'The stairs are too steep.' }))
  const maya = w.as('maya')
  const found = async () => (await maya.get(`/api/cases/${caseId}/plan`)).body.found.map(({ domain }: { domain: string }) => domain).toSorted()
  assert.deepEqual(await found(), ['food', 'housing'])
  const { body: need } = await maya.post(`/api/cases/${caseId}/needs`, { statement: 'Food runs out by the 20th.', domain: 'food', source: 'assessment', assessmentId })
  assert.deepEqual([need.certainty, need.assessmentId, await found()], ['concern', assessmentId, ['housing']])
})

test('422 INV-25 a declined need stays declined', async () => {
  const { caseId } = await w.openCase()
  const maya = w.as('maya')
  const { body: need } = await maya.post(`/api/cases/${caseId}/needs`, { statement: 'Loneliness', domain: 'social-spiritual' })
  const settle = (body: object) => maya.post(`/api/cases/${caseId}/needs/${need.id}/disposition`, body)
  assert.equal((await settle({ disposition: 'declined_by_client' })).body.code, 'need.no-reason')
  assert.equal((await settle({ disposition: 'declined_by_client', reason: 'He likes it quiet' })).status, 201)
  const again = await settle({ disposition: 'open' })
  assert.deepEqual([again.status, again.body.code], [422, 'need.declined'])
})

test('200 an edit changes only what it names; 409 two people, one goal: the second sees both; 428 without a version', async () => {
  const linda = await plannedCase(w)
  const maya = w.as('maya')
  const to = `${linda.path}/goals/${linda.goalId}`
  const { body: goal } = await maya.get(`${linda.path}/goals`)
  const edited = await maya.patch(to, { statement: 'Stay off dialysis this year' }, { ifMatch: goal[0].version })
  assert.deepEqual([edited.status, edited.body.clientWords, edited.body.measure, edited.body.needIds], [200, 'No dialysis', 'A1c', [linda.needId]])
  const late = await w.as('omar').patch(to, { measure: 'eGFR' }, { ifMatch: goal[0].version })
  assert.deepEqual([late.status, late.body.code, late.body.current.statement], [409, 'goal.changed', 'Stay off dialysis this year'])
  assert.equal((await maya.patch(to, { measure: 'eGFR' })).status, 428)
})

test('422 INV-26 an agreed goal is reworded, not emptied', async () => {
  const linda = await plannedCase(w)
  await agreedPlan(linda)
  const { body: goals } = await linda.read('/goals')
  const change = (body: object) => w.as('maya').patch(`${linda.path}/goals/${linda.goalId}`, body, { ifMatch: goals[0].version })
  const refused = await change({ measure: '', targetDate: null, needIds: [] })
  assert.deepEqual([refused.body.code, refused.body.missing.map(({ code }: { code: string }) => code)], ['goal.incomplete', ['goal.no-need', 'goal.no-measure', 'goal.no-target-date']])
  assert.equal((await change({ measure: '', measureDeclinedReason: 'She does not want numbers' })).status, 200)
})

test('201 INV-27 SC-07 three goals of weights 3, 2, 1 move from T 36.78 to 52.20, each score with who gave it', async () => {
  const linda = await plannedCase(w)
  const goals = [linda.goalId]
  for (const [words, weight] of [['Eat family meals', 2], ['Walk to temple', 1]] as const) {
    const { body } = await linda.send('post', '/goals', { clientWords: words, measure: 'seen', targetDate: '2027-06-30', owner: { kind: 'client' }, isClientWish: true })
    await linda.send('post', `/goals/${body.id}/scale`, { texts: ['never', 'rarely', 'weekly', 'most days', 'daily'], weight })
    await linda.send('post', `/goals/${body.id}/baseline`, { level: -1, scoredBy: 'client' })
    goals.push(body.id)
  }
  await agreedPlan(linda)
  assert.deepEqual((await linda.read()).body.attainment, { goals: 3, baseline: 36.78, now: 36.78 })
  const scored = [[0, 'practitioner'], [1, 'client'], [-1, 'caregiver']] as const
  for (const [n, [level, scoredBy]] of scored.entries())
    assert.equal((await linda.send('post', `/goals/${goals[n]}/progress`, { level, scoredBy, evidence: 'A1c 8.1 on 26 June' })).status, 201)
  const { body } = await linda.read()
  assert.deepEqual(body.attainment, { goals: 3, baseline: 36.78, now: 52.2 })
  assert.deepEqual(body.goals.map(({ achievementStatus, level }: { achievementStatus: string; level: number }) => [achievementStatus, level]), [['achieved', 0], ['achieved', 1], ['no-change', -1]])
  const { body: scores } = await linda.read(`/goals/${goals[1]}/progress`)
  assert.deepEqual([scores[0].scoredBy, scores[0].level, scores[0].recordedByName], ['client', 1, 'Maya Ortiz'])
})

test('422 INV-27 other level texts after the baseline are a new version of the scale, which starts without a baseline', async () => {
  const linda = await plannedCase(w)
  const to = `/goals/${linda.goalId}`
  const texts = ['worse', 'as now', 'as hoped', 'better', 'much better']
  const { body: rescaled } = await linda.send('post', `${to}/scale`, { texts, weight: 3 })
  assert.deepEqual([rescaled.scale.revision, rescaled.scale.baseline, rescaled.level], [2, null, null])
  const refused = await linda.send('post', '/plan/versions', {})
  assert.deepEqual(refused.body.missing.map(({ code }: { code: string }) => code), ['goal.no-baseline'])
  assert.equal((await linda.send('post', `${to}/baseline`, { level: -2 })).status, 201)
  assert.equal((await linda.send('post', `${to}/baseline`, { level: -1 })).body.code, 'goal.baseline-already-set')
  const kept = await w.asOwner('select revision, baseline, superseded_on is null as current from goal_scale where goal_id = $1 order by revision', [linda.goalId])
  assert.deepEqual(kept, [{ revision: 1, baseline: -1, current: false }, { revision: 2, baseline: -2, current: true }])
})

test('422 progress waits for the agreement; a level below 0 is not “achieved”', async () => {
  const linda = await plannedCase(w)
  const report = (body: object) => linda.send('post', `/goals/${linda.goalId}/progress`, body)
  assert.equal((await report({ level: 0, evidence: 'x' })).body.code, 'goal.not-active')
  await agreedPlan(linda)
  assert.equal((await report({ level: -1, achievement: 'achieved', evidence: 'x' })).body.code, 'goal.level-short-of-achieved')
  assert.equal((await report({})).status, 400)
  assert.equal((await report({ level: 3 })).status, 400)
})

test('201 INV-28 a step has one accountable party; 400 none, or two', async () => {
  const linda = await plannedCase(w)
  const plan = (accountable: unknown) => linda.send('post', '/interventions', { goalId: linda.goalId, description: 'Ride to clinic', accountable })
  assert.equal((await plan({ kind: 'support', name: 'Minh Tran' })).status, 201)
  const mine = await plan({ kind: 'case-manager' })
  assert.equal(mine.body.accountable.staffId, w.staffId.maya)
  assert.equal((await plan(undefined)).status, 400)
  assert.equal((await plan({ kind: 'support' })).status, 400)
  assert.equal((await plan({ kind: 'client', name: 'Minh Tran' })).status, 400)
})

test('201 what comes of a step is written down once', async () => {
  const linda = await plannedCase(w)
  const outcome = (body: object) => linda.send('post', `/interventions/${linda.stepId}/outcome`, body)
  assert.equal((await outcome({ status: 'in-progress' })).body.status, 'in-progress')
  assert.equal((await outcome({ status: 'completed' })).body.code, 'intervention.no-outcome')
  assert.equal((await outcome({ status: 'completed', outcome: 'Every morning for a month' })).status, 201)
  assert.equal((await outcome({ status: 'cancelled', outcome: 'x' })).body.code, 'intervention.already-ended')
})

test('201 services paid and unpaid enter and leave the plan with the reason', async () => {
  const linda = await plannedCase(w)
  const { body: rides } = await linda.send('post', '/plan-services', { scope: 'Rides to clinic', provider: 'Minh Tran', isPaid: false, amount: 2, unit: 'trip', frequency: 'a week' })
  const { status } = await w.as('maya').patch(`${linda.path}/plan-services/${rides.id}`, { scope: 'Rides', provider: 'Minh Tran', isPaid: false }, { ifMatch: 1 })
  assert.equal(status, 200)
  assert.equal((await linda.send('post', `/plan-services/${rides.id}/withdrawal`, { reason: 'The van comes now' })).status, 201)
  assert.equal((await linda.send('post', `/plan-services/${rides.id}/withdrawal`, { reason: 'again' })).body.code, 'service.withdrawn')
})

test('201 a barrier has an owner, goals and an age, and is resolved once', async () => {
  await w.setClock('2026-03-02T15:00:00Z')
  const linda = await plannedCase(w)
  const { body: barrier } = await linda.send('post', '/barriers', { statement: 'Knee pain', type: 'provider', owner: { kind: 'provider', name: 'Dr. Pham' }, goalIds: [linda.goalId], raisedOn: '2026-02-21' })
  const { body } = await linda.read()
  assert.deepEqual([body.barriers[0].ageDays, body.barriers[0].goalIds], [9, [linda.goalId]])
  const { body: moved } = await w.as('maya').patch(`${linda.path}/barriers/${barrier.id}`, { goalIds: [] }, { ifMatch: 1 })
  assert.deepEqual([moved.goalIds, moved.owner.name], [[], 'Dr. Pham'])
  assert.equal((await linda.send('post', `/barriers/${barrier.id}/resolution`, { resolution: 'Brace fitted' })).body.resolvedOn, '2026-03-02')
  assert.equal((await linda.send('post', `/barriers/${barrier.id}/resolution`, { resolution: 'x' })).body.code, 'barrier.already-resolved')
  assert.equal((await linda.send('post', '/barriers', { statement: 'x', type: 'cost', owner: { kind: 'client' }, raisedOn: '2026-03-03' })).body.code, 'barrier.in-the-future')
  await w.setClock(null)
})

test('the actions that contacts and closures call: progress with its day, a barrier, and what a closure still needs', async () => {
  const linda = await plannedCase(w)
  await agreedPlan(linda)
  const state = await w.onCase('maya', linda.caseId, async (work) => {
    await recordGoalProgress(work, { goalId: linda.goalId, level: 1, evidence: 'A1c 7.4', scoredBy: 'client', occurredAt: '2026-06-26T02:30:00Z' })
    await raiseBarrier(work, NewBarrier.parse({ statement: 'No car', type: 'transport', owner: { kind: 'case-manager' } }))
    return planClosureState(work)
  })
  const [score] = await w.asOwner('select scored_on::text, scored_by from goal_score where goal_id = $1', [linda.goalId])
  assert.deepEqual(score, { scored_on: '2026-06-25', scored_by: 'client' }) // in the agency’s zone it was still Thursday
  assert.deepEqual(state.goalsWithoutFinalAttainment.map(({ id }) => id), [linda.goalId])
  assert.deepEqual(state.unmetNeeds.map(({ disposition }) => disposition), ['open'])
  assert.deepEqual(state.barriersOutstanding.map(({ statement }) => statement), ['No car'])
  const ended = await linda.send('post', `/goals/${linda.goalId}/ending`, { attainment: 'achieved', evidence: 'A1c 7.4 twice' })
  assert.deepEqual([ended.body.lifecycleStatus, ended.body.achievementStatus], ['completed', 'achieved'])
  const after = await w.onCase('maya', linda.caseId, planClosureState)
  assert.deepEqual([after.goalsWithoutFinalAttainment, after.attained[0]?.attainment, after.attainment], [[], 'achieved', { goals: 1, baseline: 40, now: 60 }])
})

test('404 another case’s goal, need or step is not reached through this case', async () => {
  const linda = await plannedCase(w)
  const { caseId } = await w.openCase()
  const maya = w.as('maya')
  assert.equal((await maya.post(`/api/cases/${caseId}/goals/${linda.goalId}/ending`, { attainment: 'cancelled', evidence: 'x' })).status, 404)
  assert.equal((await maya.post(`/api/cases/${caseId}/needs/${linda.needId}/confirmation`, { by: 'client' })).status, 404)
  assert.equal((await maya.post(`/api/cases/${caseId}/goals`, { clientWords: 'x', needIds: [linda.needId] })).status, 422)
})
