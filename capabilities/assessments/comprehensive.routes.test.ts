// The comprehensive assessment over HTTP and by SQL: areas, their dates, completion and the plan it asks for.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { asking, areas, points } from './asking.testing.ts'
import { shippedInstrumentIds } from './instrument.shipped.ts'

let w: World
let begin: ReturnType<typeof asking>['begin']
let answer: ReturnType<typeof asking>['answer']
let conclude: ReturnType<typeof asking>['conclude']
let concludeAll: ReturnType<typeof asking>['concludeAll']
let tasksOf: ReturnType<typeof asking>['tasksOf']
before(async () => {
  w = await world()
  ;({ begin, answer, conclude, concludeAll, tasksOf } = asking(w))
})
after(() => w.close())
test('INV-21 a comprehensive assessment lists every area without finding and conclusion, each with its link', async () => {
  const { caseId, clientId } = await w.openCase()
  const { id, url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await conclude(url, 'food', {
    outcome: 'finding',
    limitations: ['Food runs out before the month does'],
    conclusion: 'Food insecurity, confirmed by her.',
  })
  await conclude(url, 'housing', { conclusion: '' })
  const refused = await w.as('maya').post(`${url}/completion`)
  assert.equal(refused.status, 422)
  const domains = refused.body.missing.filter((each: { code: string }) => each.code.startsWith('domain.'))
  assert.deepEqual(
    domains.map((each: { code: string }) => each.code),
    areas.filter((each) => each !== 'food').map((each) => `domain.${each}`),
  )
  assert.equal(domains[0].href, `/clients/${clientId}/assessments/${id}?case=${caseId}&domain=physical-health`)
})

test('INV-21 each area has its own date and person; completing settles the assessment and asks for the plan by U7', async () => {
  const { caseId } = await w.openCase()
  await w.setClock('2026-01-26T15:00:00Z')
  await w.asOwner(`update case_record set activated_on = '2026-01-22' where id = $1`, [caseId])
  await w.onCase('maya', caseId, async (work) => {
    const { requestTask } = await import('../tasks/task.actions.ts')
    await requestTask(work, {
      rule: 'assessment-due',
      about: { type: 'case', id: caseId },
      clientId: work.clientId,
      caseId,
      assignTo: { staffId: work.staff.id },
      due: '2026-02-21',
    })
  })
  const { id, url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await conclude(url, 'food')
  await w.setClock('2026-02-20T15:00:00Z')
  for (const area of areas.filter((each) => each !== 'food')) await conclude(url, area)
  await conclude(url, 'food', { narrative: 'She cooks for five.' }, 1) // the story grows, the conclusion and its date stay
  for (const linkId of ['safety/danger', 'safety/self-harm']) await answer(url, linkId, { answer: [{ valueBoolean: false }] })
  const { status } = await w.as('maya').post(`${url}/completion`)
  await w.setClock(null)
  assert.equal(status, 201)
  const dates = await w.asOwner(`select domain, completed_on::text, completed_by from domain_finding where assessment_id = $1`, [
    id,
  ])
  assert.equal(dates.length, 21)
  assert.deepEqual(
    [...new Set(dates.map((each) => `${each.domain === 'food'} ${each.completed_on} ${each.completed_by}`))].sort(),
    [`false 2026-02-20 ${w.staffId.maya}`, `true 2026-01-26 ${w.staffId.maya}`],
  )
  assert.equal((await tasksOf(caseId, 'assessment-due'))[0].status, 'done')
  const [{ due }] = await w.asOwner(`select due_on::text due from task where case_id = $1 and rule = 'plan-due'`, [caseId])
  assert.equal(due, '2026-03-22') // 30 days after 20 February; 60 days after activation would be 23 March
})

test('U7 the plan is never due later than 60 days after activation', async () => {
  const { caseId } = await w.openCase()
  await w.setClock('2026-03-10T15:00:00Z')
  await w.asOwner(`update case_record set activated_on = '2026-01-22' where id = $1`, [caseId])
  const { url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await concludeAll(url)
  await w.as('maya').post(`${url}/completion`)
  await w.setClock(null)
  const [{ due }] = await w.asOwner(`select due_on::text due from task where case_id = $1 and rule = 'plan-due'`, [caseId])
  assert.equal(due, '2026-03-23')
  const latest = await w.onCase('maya', caseId, async (work) =>
    (await import('./assessment.actions.ts')).latestCompletedComprehensive(work),
  )
  assert.equal(latest?.completedOn, '2026-03-10')
})

test('INV-21 no writer completes it past an area that is not concluded, by SQL either', async () => {
  const { caseId } = await w.openCase()
  const { id, url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await conclude(url, 'food')
  await assert.rejects(
    w.asOwner(
      `update assessment set status = 'completed', completed_at = now(), completed_on = current_date, completed_by = $2 where id = $1`,
      [id, w.staffId.maya],
    ),
    /areas-not-concluded/,
  )
  await assert.rejects(
    w.asOwner(`update domain_finding set conclusion = '' where assessment_id = $1`, [id]),
    /an_area_is_dated_when_it_is_concluded/,
  )
  await assert.rejects(
    w.asOwner(`update domain_finding set completed_on = null where assessment_id = $1`, [id]),
    /an_area_is_dated_when_it_is_concluded/,
  )
})

test('an area is amended with its reason, and an open assessment is not amended', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await concludeAll(url)
  const amendment = {
    about: 'domain',
    domain: 'food',
    outcome: 'finding',
    conclusion: 'Food does run out.',
    narrative: 'Said on the way out.',
    reason: 'Learned after completion',
  }
  assert.equal((await w.as('maya').post(`${url}/amendments`, amendment)).body.code, 'assessment.still-open')
  await w.as('maya').post(`${url}/completion`)
  assert.equal((await w.as('maya').post(`${url}/amendments`, amendment)).status, 201)
  const { body } = await w.as('maya').get(url)
  assert.deepEqual(
    [body.amendments[0].before.outcome, body.amendments[0].after.outcome, body.findings.length],
    ['pertinent-negative', 'finding', 21],
  )
})

test('422 a full assessment waits for engagement; 409 an assessment set aside keeps its reason and takes no more answers', async () => {
  const pending = await w.openCase({ status: 'pending_engagement' })
  assert.equal((await begin(pending.caseId, shippedInstrumentIds.comprehensive)).reply.body.code, 'assessment.not-engaged')
  const { url } = await begin(pending.caseId, shippedInstrumentIds.phq2)
  assert.equal((await w.as('maya').post(`${url}/withdrawal`, { kind: 'stopped', reason: 'He asked to stop.' })).status, 201)
  assert.equal((await answer(url, '44250-9', { answer: points(1) })).status, 409)
  assert.equal(
    (await w.as('maya').post(`${url}/withdrawal`, { kind: 'entered-in-error', reason: 'x' })).body.code,
    'assessment.already-set-aside',
  )
  await assert.rejects(
    w.asOwner(`update assessment set end_reason = null where status = 'stopped'`),
    /an_assessment_set_aside_says_why/,
  )
})
