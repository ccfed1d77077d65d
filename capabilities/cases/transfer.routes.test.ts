import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { licenceEnds } from '../../test/situations.ts'
import { world, type World } from '../../test/world.ts'
import { requestTask } from '../tasks/task.actions.ts'

let w: World
let today: string
let caseId: string
let clientId: string
before(async () => {
  w = await world()
  await licenceEnds(w, 'omar')
  today = await w.work('maya', async (work) => work.today)
})
after(() => w.close())
beforeEach(async () => { ({ caseId, clientId } = await w.openCase()) })

const code = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]
const toZoe = () => ({ toStaffId: w.staffId.zoe, reason: 'I am away from March.', summary: 'He wants to drive again. The employer offers light work.', clientToldOn: today })
const ask = (person: 'maya' | 'omar' = 'maya', body: object = toZoe()) => w.as(person).post(`/api/cases/${caseId}/transfers`, body)
const answer = (person: 'maya' | 'zoe' | 'omar', id: string, what: string, note = '') => w.as(person).post(`/api/cases/${caseId}/transfers/${id}/${what}`, { note })
const primary = async () => (await w.asOwner("select staff_id from case_team where case_id = $1 and role = 'primary' and until_at is null", [caseId])).map((row) => row.staff_id)

test('a case moves only when the receiver accepts; they may look meanwhile; open dues and tasks go along', async () => {
  await w.onCase('maya', caseId, (work) => requestTask(work, { rule: 'plan-due', about: { type: 'case', id: caseId }, caseId, clientId, assignTo: { staffId: w.staffId.maya }, due: today }))
  assert.equal((await w.as('zoe').get(`/api/cases/${caseId}`)).status, 404)
  const asked = await ask()
  assert.deepEqual([asked.status, asked.body.status, asked.body.openDues.map((due: { rule: string }) => due.rule)], [201, 'requested', ['plan-due']])
  assert.deepEqual(await primary(), [w.staffId.maya])
  assert.equal((await w.as('zoe').get(`/api/cases/${caseId}`)).status, 200)
  const [task] = (await w.as('zoe').get('/api/tasks/mine')).body.items.filter((item: { aboutId: string }) => item.aboutId === asked.body.id)
  assert.deepEqual([task.rule, task.dueOn, task.clientName, task.params.from], ['transfer-request', addBusinessDays(today, 2), 'Robin Vale', 'Maya Ortiz'])

  const accepted = await answer('zoe', asked.body.id, 'acceptance', 'Glad to.')
  assert.deepEqual([accepted.status, accepted.body.status, accepted.body.decidedBy], [201, 'accepted', w.staffId.zoe])
  assert.deepEqual(await primary(), [w.staffId.zoe])
  assert.equal((await w.as('maya').get(`/api/cases/${caseId}`)).status, 404) // need to know ends with accountability
  const open = (await w.as('zoe').get(`/api/cases/${caseId}/tasks`)).body
  assert.deepEqual(open.map((each: { rule: string; staffId: string }) => [each.rule, each.staffId]), [['plan-due', w.staffId.zoe]])
  const [settled] = await w.asOwner("select status, settled_by_id from task where rule = 'transfer-request' and case_id = $1", [caseId])
  assert.deepEqual(settled, { status: 'done', settled_by_id: asked.body.id })
})

test('422 a decline says why; the case stays, the sight of it ends', async () => {
  const { body: { id } } = await ask()
  assert.deepEqual(code(await answer('zoe', id, 'decline')), [422, 'case.decline-needs-reason'])
  const declined = await answer('zoe', id, 'decline', 'I know his brother.')
  assert.deepEqual([declined.status, declined.body.status], [201, 'declined'])
  assert.deepEqual(await primary(), [w.staffId.maya])
  assert.equal((await w.as('zoe').get(`/api/cases/${caseId}`)).status, 404)
})

test('201 a withdrawn request ends the receiver’s sight and task; then another may be asked', async () => {
  const { body: { id } } = await ask()
  assert.deepEqual(code(await ask()), [409, 'case.transfer-open'])
  assert.equal((await answer('maya', id, 'withdrawal')).body.status, 'withdrawn')
  assert.equal((await w.as('zoe').get(`/api/cases/${caseId}`)).status, 404)
  assert.equal((await ask('omar')).status, 201)
})

test('403 only who was asked answers, only the case manager or a supervisor asks', async () => {
  const { body: { id } } = await ask()
  for (const what of ['acceptance', 'decline']) assert.deepEqual(code(await answer('omar', id, what, 'I will.')), [403, 'case.not-asked'])
  await answer('zoe', id, 'acceptance')
  assert.deepEqual(code(await answer('zoe', id, 'acceptance')), [409, 'case.transfer-answered'])
  await w.as('zoe').post(`/api/cases/${caseId}/team`, { staffId: w.staffId.maya, role: 'member', reason: 'Knows the employer.' })
  assert.deepEqual(code(await w.as('maya').post(`/api/cases/${caseId}/transfers`, { ...toZoe(), toStaffId: w.staffId.omar })), [403, 'case.not-yours-to-pass'])
})

test('422 not to oneself, not to who may not know, and INV-09 not to who has no valid credential', async () => {
  assert.deepEqual(code(await ask('maya', { ...toZoe(), toStaffId: w.staffId.maya })), [422, 'case.transfer-to-self'])
  assert.deepEqual(code(await ask('maya', { ...toZoe(), toStaffId: w.staffId.omar })), [422, 'case.primary-credential'])
  await w.asOwner(`insert into exclusion (agency_id, id, staff_id, client_id, reason, from_at) values ($1, $2, $3, $4, 'cousin', now() - interval '1 day')`, [w.agencyId, newId(), w.staffId.zoe, clientId])
  assert.deepEqual(code(await ask()), [422, 'case.excluded'])
})

test('a case with a transfer waiting does not begin to close', async () => {
  await ask()
  const closing = { reason: 'goals_achieved', explanation: 'Both goals are met.', clientToldOn: today, clientView: 'agrees' }
  assert.deepEqual(code(await w.as('maya').post(`/api/cases/${caseId}/closing`, closing)), [422, 'case.transfer-open'])
})

test('201 who is on the team, why and until when; at the end of the last day they no longer see it', async () => {
  const add = (body: object) => w.as('maya').post(`/api/cases/${caseId}/team`, body)
  const cover = { staffId: w.staffId.zoe, role: 'covering', reason: 'Maya is away this week.' }
  assert.deepEqual(code(await add(cover)), [422, 'case.cover-until'])
  const added = await add({ ...cover, until: today })
  assert.deepEqual([added.status, added.body.role, added.body.reason], [201, 'covering', 'Maya is away this week.'])
  assert.deepEqual(code(await add({ ...cover, until: today })), [409, 'case.already-on-team'])
  assert.equal((await w.as('zoe').get(`/api/cases/${caseId}`)).status, 200)
  await w.setClock(new Date(Date.parse(added.body.untilAt)).toISOString())
  try {
    assert.equal((await w.as('zoe').get(`/api/cases/${caseId}`)).status, 404)
  } finally {
    await w.setClock(null)
  }
  assert.deepEqual(code(await w.as('omar').post(`/api/cases/${caseId}/team`, { staffId: w.staffId.omar, role: 'covering', reason: 'no credential', until: addCivilDays(today, 1) })), [422, 'case.primary-credential'])
})

test('201 a member leaves with a reason, their tasks go to the case manager; 422 the case manager leaves by transfer only', async () => {
  const { body: member } = await w.as('maya').post(`/api/cases/${caseId}/team`, { staffId: w.staffId.zoe, role: 'member', reason: 'Job coaching.' })
  await w.as('maya').post('/api/tasks', { title: 'Call the coach', caseId, clientId, due: today, assignTo: { staffId: w.staffId.zoe } })
  const left = await w.as('zoe').post(`/api/cases/${caseId}/team/${member.id}/end`, { reason: 'The coaching is over.' })
  assert.equal(left.status, 204)
  assert.equal((await w.as('zoe').get(`/api/cases/${caseId}`)).status, 404)
  const [task] = (await w.as('maya').get(`/api/cases/${caseId}/tasks`)).body
  assert.equal(task.staffId, w.staffId.maya)
  const { team } = (await w.as('maya').get(`/api/cases/${caseId}`)).body
  const mine = team.find((each: { role: string }) => each.role === 'primary')
  assert.deepEqual(code(await w.as('maya').post(`/api/cases/${caseId}/team/${mine.id}/end`, { reason: 'I am leaving.' })), [422, 'case.primary-transfers'])
})
