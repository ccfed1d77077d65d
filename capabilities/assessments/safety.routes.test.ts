// INV-22 over HTTP and by SQL: a safety answer opens a task that only a signed note closes.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { asking, points } from './asking.testing.ts'
import { shippedInstrumentIds } from './instrument.shipped.ts'

let w: World
let begin: ReturnType<typeof asking>['begin']
let answer: ReturnType<typeof asking>['answer']
let tasksOf: ReturnType<typeof asking>['tasksOf']
before(async () => {
  w = await world()
  ;({ begin, answer, tasksOf } = asking(w))
})
after(() => w.close())
test('INV-22 PHQ-9 item 9 above zero opens a same-day safety task in the same save, and only a signed note closes it', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq9)
  const saved = await answer(url, '44260-8', { answer: points(1) })
  assert.match(saved.body.safety.concern, /better off dead/)
  const [task] = await tasksOf(caseId, 'safety-response')
  assert.deepEqual([task.priority, task.status, task.staff_id], ['safety', 'open', w.staffId.maya])
  const [{ today }] = await w.asOwner(`select to_char(now() at time zone 'America/New_York', 'YYYY-MM-DD') today`)
  assert.equal(saved.body.safety.raisedOn, today)

  const takenBack = await answer(url, '44260-8', { answer: points(0) }, 1)
  assert.equal(takenBack.body.safety, null)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'open')

  const response = {
    id: randomUUID(),
    actions: ['talked-with-client', 'safety-plan'],
    spokeWith: 'Linda, by phone',
    narrative: 'No plan, no means. Safety plan written together; she will call 988 if it comes back. Sister stays tonight.',
  }
  const respond = (body: object) => w.as('maya').post(`${url}/safety-concerns/${saved.body.safety.id}/response`, body)
  assert.equal((await respond({ ...response, signed: false })).status, 400)
  assert.equal((await respond({ ...response, signed: true, narrative: ' ' })).status, 400)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'open')
  const signed = await respond({ ...response, signed: true })
  assert.equal(signed.status, 201)
  assert.equal(signed.body.response.signedBy, w.staffId.maya)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'done')
  assert.equal((await respond({ ...response, id: randomUUID(), signed: true })).body.code, 'safety.already-answered')
})

test('INV-22 the safety task cannot be ticked, excepted or snoozed away', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq9)
  await answer(url, '44260-8', { answer: points(3) })
  const [task] = await tasksOf(caseId, 'safety-response')
  const { exceptTask, finishTask, snoozeTask } = await import('../tasks/task.actions.ts')
  for (const dismiss of [
    (work: Parameters<typeof finishTask>[0]) => finishTask(work, task.id),
    (work: Parameters<typeof finishTask>[0]) => exceptTask(work, { code: 'not-applicable', reason: 'Seems fine' }, task.id),
    (work: Parameters<typeof finishTask>[0]) => snoozeTask(work, { until: '2099-01-01', reason: 'Later' }, task.id),
  ])
    await assert.rejects(w.work('maya', dismiss), /signed response note/)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'open')
})

test('INV-22 a concern and its signed response cannot be changed, taken away or signed for another by SQL', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq9)
  const {
    body: { safety },
  } = await answer(url, '44260-8', { answer: points(2) })
  const insert = `insert into safety_response (agency_id, id, case_id, concern_id, actions, spoke_with, narrative, signed_by) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)`
  const sign = (values: unknown[]) => w.asOwner(insert, [w.agencyId, caseId, safety.id, ...values])
  await assert.rejects(sign([['safety-plan'], 'Linda', 'Done', w.staffId.zoe]), /signed-by-another/)
  await assert.rejects(w.asOwner('delete from safety_concern where id = $1', [safety.id]), /append-only/)
  await assert.rejects(w.asOwner(`update safety_concern set concern = 'nothing' where id = $1`, [safety.id]), /append-only/)
  await w
    .onCase('maya', caseId, async ({ tx }) => {
      const { addSafetyResponse } = await import('./score.store.ts')
      await assert.rejects(
        addSafetyResponse(tx, caseId, {
          id: randomUUID(),
          concernId: safety.id,
          actions: [],
          spokeWith: 'Linda',
          narrative: 'x',
        }),
        /a_safety_response_says_who_and_what/,
      )
    })
    .catch((error: Error) => assert.match(error.message, /rolled back|aborted/))
})
