import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'
import { addTask, exceptTasksOf, requestTask, settleTasks } from './task.actions.ts'
import type { TaskRule } from './task.ts'

let w: World
let caseId: string
let clientId: string
before(async () => { w = await world() })
after(() => w.close())
beforeEach(async () => { ({ caseId, clientId } = await w.openCase()) })

const today = () => w.work('maya', async (work) => work.today)
/** A task a rule asks of Maya on her case. */
const ask = (rule: TaskRule = 'assessment-due', more: object = {}) => w.onCase('maya', caseId, async (work) => requestTask(work, {
  rule, about: { type: 'case', id: caseId }, clientId, caseId, assignTo: { staffId: w.staffId.maya }, due: work.today, params: { days: 30 }, ...more,
}))
const taskRow = async (id: string) => (await w.asOwner('select * from task where id = $1', [id]))[0]

test('200 my worklist: safety, late, today, then due; urgent first on a day; the counts of the headline', async () => {
  const day = await today()
  const at = (days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
  const mine = await w.work('zoe', async (work) => {
    const about = (): { type: string; id: string } => ({ type: 'thing', id: newId() })
    const to = { assignTo: { staffId: w.staffId.zoe } }
    return {
      later: await requestTask(work, { rule: 'plan-due', about: about(), due: at(2), ...to }),
      today: await requestTask(work, { rule: 'plan-due', about: about(), due: day, ...to }),
      urgent: await requestTask(work, { rule: 'plan-due', about: about(), due: day, priority: 'urgent', ...to }),
      late: await requestTask(work, { rule: 'plan-due', about: about(), due: at(-2), ...to }),
      safety: await requestTask(work, { rule: 'safety-response', about: about(), due: day, priority: 'safety', ...to }),
      role: await requestTask(work, { rule: 'sign-off', about: about(), due: at(1), assignTo: { role: 'caseManager' } }),
    }
  })
  const { status, body } = await w.as('zoe').get('/api/tasks/mine')
  assert.equal(status, 200)
  assert.deepEqual(body.items.map((item: { id: string }) => item.id), [mine.safety, mine.late, mine.urgent, mine.today, mine.role, mine.later])
  assert.deepEqual(body.counts, { open: 6, safety: 1, late: 1, today: 3, nextDueOn: at(1) })
})

test('200 fifty on a page, then the rest, none twice', async () => {
  await w.work('quinn', async (work) => {
    for (let each = 0; each < 61; each += 1)
      await requestTask(work, { rule: 'plan-review', about: { type: 'thing', id: newId() }, assignTo: { staffId: w.staffId.quinn }, due: work.today, priority: each % 3 === 0 ? 'urgent' : 'routine' })
  })
  const first = (await w.as('quinn').get('/api/tasks/mine')).body
  const second = (await w.as('quinn').get(`/api/tasks/mine?after=${first.after}`)).body
  assert.deepEqual([first.items.length, second.items.length, second.after], [50, 11, null])
  assert.equal(new Set([...first.items, ...second.items].map((item: { id: string }) => item.id)).size, 61)
})

test('400 a place in the list that is not one', async () => {
  assert.equal((await w.as('maya').get('/api/tasks/mine?after=nowhere')).status, 400)
})

test('200 a rule asks once about the same thing while it is open, and again after it is met', async () => {
  const first = await ask()
  assert.equal(await ask(), first)
  await w.onCase('maya', caseId, (work) => settleTasks(work, { rule: 'assessment-due', caseId, by: { type: 'assessment', id: newId() } }))
  assert.notEqual(await ask(), first)
})

test('asking twice is one task even when the second asker may not see the first', async () => {
  const about = { type: 'credential', id: newId() }
  const first = await w.work('ines', (work) => requestTask(work, { rule: 'credential-expiring', about, assignTo: { staffId: w.staffId.omar }, due: work.today }))
  assert.equal(await w.work('zoe', (work) => requestTask(work, { rule: 'credential-expiring', about, assignTo: { staffId: w.staffId.omar }, due: work.today })), first)
})

test('INV-33 the qualifying event closes it, whoever recorded the event, and the task says which', async () => {
  const id = await ask()
  const assessmentId = newId()
  assert.equal(await w.onCase('omar', caseId, (work) => settleTasks(work, { rule: 'assessment-due', caseId, by: { type: 'assessment', id: assessmentId } })), 1)
  const { status, settled_by_type, settled_by_id, ended_by } = await taskRow(id)
  assert.deepEqual([status, settled_by_type, settled_by_id, ended_by], ['done', 'assessment', assessmentId, w.staffId.omar])
})

test('an event about another thing closes nothing', async () => {
  await ask()
  assert.equal(await w.onCase('maya', caseId, (work) => settleTasks(work, { rule: 'plan-due', caseId, by: { type: 'plan', id: newId() } })), 0)
  assert.equal(await w.onCase('maya', caseId, (work) => settleTasks(work, { rule: 'assessment-due', aboutId: newId(), by: { type: 'plan', id: newId() } })), 0)
})

test('INV-33 422 a generated task is not ticked off', async () => {
  const id = await ask()
  const { status, body } = await w.as('maya').post(`/api/tasks/${id}/completion`)
  assert.deepEqual([status, body.code], [422, 'task.needs-event'])
  assert.match(body.detail, /a completed comprehensive assessment/)
})

test('INV-33 201 a reasoned exception ends it, with who and why, in the story', async () => {
  const id = await ask()
  assert.equal((await w.as('maya').post(`/api/tasks/${id}/exception`, { code: 'client-declined', reason: '' })).status, 400)
  const { status, body } = await w.as('maya').post(`/api/tasks/${id}/exception`, { code: 'client-declined', reason: 'He wants no assessment now; asked twice.' })
  assert.deepEqual([status, body.status, body.exceptionCode, body.endedBy], [201, 'excepted', 'client-declined', w.staffId.maya])
  assert.deepEqual(await w.asOwner("select type, staff_id from case_event where case_id = $1", [caseId]), [{ type: 'task.excepted', staff_id: w.staffId.maya }])
  assert.equal((await w.as('maya').post(`/api/tasks/${id}/exception`, { code: 'client-declined', reason: 'Again' })).body.code, 'task.not-open')
})

test('INV-22 422 a safety answer is neither ticked, excepted nor made to wait', async () => {
  const id = await ask('safety-response', { priority: 'safety' })
  assert.equal((await w.as('omar').post(`/api/tasks/${id}/exception`, { code: 'not-applicable', reason: 'It was nothing.' })).body.code, 'task.safety-needs-response')
  assert.equal((await w.as('maya').post(`/api/tasks/${id}/completion`)).body.code, 'task.needs-event')
  const tomorrow = new Date(Date.parse(await today()) + 86_400_000).toISOString().slice(0, 10)
  assert.equal((await w.as('maya').post(`/api/tasks/${id}/snooze`, { until: tomorrow, reason: 'Busy' })).body.code, 'task.cannot-wait')
})

test('201 my own to-do is added, ticked, and the tick undone', async () => {
  const maya = w.as('maya')
  const added = await maya.post('/api/tasks', { title: ' Ask about the ramp ', caseId, clientId, due: await today() })
  assert.deepEqual([added.status, added.body.title, added.body.staffId], [201, 'Ask about the ramp', w.staffId.maya])
  const done = await maya.post(`/api/tasks/${added.body.id}/completion`)
  assert.deepEqual([done.body.status, done.body.endedBy], ['done', w.staffId.maya])
  const open = await maya.post(`/api/tasks/${added.body.id}/reopening`)
  assert.deepEqual([open.body.status, open.body.endedAt], ['open', null])
  assert.equal((await maya.post(`/api/tasks/${added.body.id}/exception`, { code: 'not-applicable', reason: 'No need' })).body.code, 'task.own-is-ticked')
})

test('409 what ended by its event is not reopened', async () => {
  const id = await ask()
  await w.onCase('maya', caseId, (work) => settleTasks(work, { rule: 'assessment-due', caseId, by: { type: 'assessment', id: newId() } }))
  assert.deepEqual((({ status, body }) => [status, body.code])(await w.as('maya').post(`/api/tasks/${id}/reopening`)), [409, 'task.ended-by-event'])
})

test('201 a task waits with a reason and leaves the list until then; its day stays', async () => {
  const id = await ask()
  const tomorrow = new Date(Date.parse(await today()) + 86_400_000).toISOString().slice(0, 10)
  assert.equal((await w.as('maya').post(`/api/tasks/${id}/snooze`, { until: tomorrow, reason: '' })).status, 400)
  const { body } = await w.as('maya').post(`/api/tasks/${id}/snooze`, { until: tomorrow, reason: 'The interpreter comes tomorrow.' })
  assert.deepEqual([body.snoozedUntil, body.dueOn], [tomorrow, await today()])
  const list = (await w.as('maya').get('/api/tasks/mine')).body
  assert.ok(!list.items.some((item: { id: string }) => item.id === id))
})

test('201 passed to a colleague; a transfer is only answered', async () => {
  const id = await ask()
  assert.equal((await w.as('maya').post(`/api/tasks/${id}/assignee`, { staffId: w.staffId.omar })).body.staffId, w.staffId.omar)
  const transfer = await ask('transfer-request')
  assert.equal((await w.as('maya').post(`/api/tasks/${transfer}/assignee`, { staffId: w.staffId.omar })).body.code, 'task.transfer-is-answered')
})

test('403 billing does not write tasks', async () => {
  assert.equal((await w.as('bill').post('/api/tasks', { title: 'x', due: await today() })).status, 403)
})

test('404 a task of a case off my list does not exist', async () => {
  const id = await ask()
  assert.equal((await w.as('zoe').post(`/api/tasks/${id}/completion`)).status, 404)
  assert.equal((await w.as('bea').post(`/api/tasks/${id}/completion`)).status, 404)
  assert.equal((await w.as('zoe').get(`/api/cases/${caseId}/tasks`)).status, 404)
})

test('a task of a role is seen by who holds it; a supervisor’s only for their programs', async () => {
  const referral = { type: 'referral', id: newId() }
  const forIntake = await w.work('omar', (work) => requestTask(work, { rule: 'reply-to-source', about: referral, assignTo: { role: 'intake' }, due: work.today }))
  const forSupervisors = await w.work('ines', (work) => requestTask(work, { rule: 'sign-off', about: { type: 'thing', id: newId() }, assignTo: { role: 'supervisor', programId: w.programId }, due: work.today }))
  const sees = async (person: 'ines' | 'omar' | 'zoe' | 'bea') => (await w.as(person).get('/api/tasks/mine')).body.items.map((item: { id: string }) => item.id)
  assert.ok((await sees('ines')).includes(forIntake))
  assert.ok((await sees('omar')).includes(forSupervisors))
  for (const person of ['zoe', 'bea'] as const) assert.ok(!(await sees(person)).some((id: string) => [forIntake, forSupervisors].includes(id)))
})

test('the reply closes the task of the referral whoever was asked', async () => {
  const about = { type: 'referral', id: newId() }
  const id = await w.work('system', (work) => requestTask(work, { rule: 'reply-to-source', about, assignTo: { role: 'intake' }, due: work.today }))
  assert.equal(await w.work('zoe', (work) => settleTasks(work, { rule: 'reply-to-source', aboutId: about.id, by: { type: 'reply', id: newId() } })), 1)
  assert.equal((await taskRow(id)).status, 'done')
})

test('a case that ends takes its generated tasks along, own to-dos and safety answers stay', async () => {
  const due = await ask()
  const safety = await ask('safety-response', { priority: 'safety' })
  const own = await w.onCase('maya', caseId, (work) => addTask(work, { title: 'Return her book', caseId, clientId, due: work.today }))
  assert.equal(await w.onCase('maya', caseId, (work) => exceptTasksOf(work, 'case-ended', 'Moved to Ohio')), 1)
  assert.deepEqual(await Promise.all([due, safety, own.id].map(async (id) => (await taskRow(id)).status)), ['excepted', 'open', 'open'])
  assert.equal(await w.onCase('maya', caseId, (work) => exceptTasksOf(work, 'client-deceased', 'Died')), 1)
})

test('200 what I asked of others waits on my list', async () => {
  const { body: { id } } = await w.as('maya').post('/api/tasks', { title: 'Look over the plan', caseId, clientId, due: await today(), assignTo: { staffId: w.staffId.omar } })
  const { body } = await w.as('maya').get('/api/tasks/waiting')
  assert.ok(body.items.some((item: { id: string; assigneeName: string }) => item.id === id && item.assigneeName === 'Omar Haddad'))
})
