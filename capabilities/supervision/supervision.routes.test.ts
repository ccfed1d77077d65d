// The supervisor's view over HTTP, and the daily look at credentials.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { warnOfEndingCredentials } from './supervision.actions.ts'
import type { TeamOverview } from './supervision.ts'

let w: World
before(async () => { w = await world() })
after(() => w.close())

const lineOf = (body: TeamOverview, staffId: string) => body.people.find(({ id }) => id === staffId)
const dayIn = (days: number) => new Date(Date.parse('2027-03-01T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)

test('200 a supervisor sees each person’s cases, points and late work, and why it is late', async () => {
  await w.setClock('2027-03-01T15:00:00Z')
  const high = await w.openCase({ acuityLevel: 4, displayName: 'Linda Tran' })
  await w.openCase({ acuityLevel: 1 })
  await w.openCase({ status: 'closed', acuityLevel: 4 })
  await w.as('maya').post('/api/tasks', { title: 'Call the clinic', due: '2027-02-20', caseId: high.caseId, clientId: high.clientId, assignTo: { staffId: w.staffId.maya } })
  await w.as('maya').post('/api/tasks', { title: 'Later', due: '2027-03-20', caseId: high.caseId, clientId: high.clientId, assignTo: { staffId: w.staffId.maya } })
  const { status, body } = await w.as('omar').get('/api/team')
  const maya = lineOf(body, w.staffId.maya)
  assert.deepEqual([status, maya?.openCases, maya?.pointsTenths, maya?.capacityPoints, maya?.late, maya?.openTasks, maya?.credential?.standing], [200, 2, 50, 60, 1, 2, 'valid'])
  assert.deepEqual(body.programs.map(({ name }: { name: string }) => name), ['Workers’ compensation'])
  assert.equal(body.totals.openCases, 2)
  const overdue = await w.as('omar').get(`/api/staff/${w.staffId.maya}/overdue`)
  assert.deepEqual(overdue.body.map((each: { title: string; clientName: string; dueOn: string }) => [each.title, each.clientName, each.dueOn]), [['Call the clinic', 'Linda Tran', '2027-02-20']])
})

test('200 counts are of what the reader may know: nothing for a colleague without the cases, or without the program', async () => {
  const seenBy = async (person: 'zoe' | 'ada' | 'bea') => (await w.as(person).get('/api/team')).body
  for (const person of ['zoe', 'ada'] as const) {
    const line = lineOf(await seenBy(person), w.staffId.maya)
    assert.deepEqual([line?.openCases, line?.late, line?.openTasks], [0, 0, 0], person)
  }
  assert.equal(lineOf(await seenBy('bea'), w.staffId.maya), undefined)
})

test('403 one person’s late work is for supervisors; 404 for a staff member of another agency shows nothing', async () => {
  for (const person of ['zoe', 'ines', 'quinn', 'bill', 'ada'] as const) assert.equal((await w.as(person).get(`/api/staff/${w.staffId.maya}/overdue`)).status, 403, person)
  assert.deepEqual((await w.as('bea').get(`/api/staff/${w.staffId.maya}/overdue`)).body, [])
})

test('reassigning is a transfer that the receiver accepts before accountability moves', async () => {
  const { caseId } = await w.openCase()
  const asked = await w.as('omar').post(`/api/cases/${caseId}/transfers`, { toStaffId: w.staffId.zoe, reason: 'Maya is full', summary: 'Weekly calls; the daughter interprets nothing.' })
  assert.equal(asked.status, 201, JSON.stringify(asked.body))
  const primary = () => w.asOwner(`select staff_id from case_team where case_id = $1 and role = 'primary' and until_at is null`, [caseId])
  assert.deepEqual(await primary(), [{ staff_id: w.staffId.maya }])
  assert.equal((await w.as('zoe').post(`/api/cases/${caseId}/transfers/${asked.body.id}/acceptance`)).status, 201)
  assert.deepEqual(await primary(), [{ staff_id: w.staffId.zoe }])
})

test('INV-09 U25 warnings come at 90, 60 and 30 days to a widening circle, once each, and a renewal ends them', async () => {
  await w.setClock('2027-03-01T15:00:00Z')
  await w.asOwner(`update credential set expires_on = '2099-12-31'`)
  const [credential] = await w.asOwner(`update credential set expires_on = $1 where staff_id = $2 returning id, version`, [dayIn(91), w.staffId.omar])
  const asked = () => w.asOwner(`select about_type, coalesce(role, 'holder') as who, priority from task where rule = 'credential-expiring' and status = 'open' and about_id = $1 order by created_at, about_type`, [credential.id])
  const onDay = async (days: number) => { await w.setClock(`${dayIn(days)}T15:00:00Z`); await w.work('system', warnOfEndingCredentials) }
  await onDay(0)
  assert.deepEqual(await asked(), [])
  await onDay(1)
  await onDay(2)
  assert.deepEqual((await asked()).map(({ who }) => who), ['holder'])
  await onDay(31)
  assert.deepEqual((await asked()).map(({ who }) => who), ['holder', 'supervisor'])
  await onDay(61)
  assert.deepEqual((await asked()).map(({ who }) => who), ['holder', 'supervisor', 'administrator'])
  assert.equal((await w.as('omar').get('/api/tasks/mine')).body.items.filter((each: { rule: string }) => each.rule === 'credential-expiring').length, 2)
  const renewed = await w.as('ada').patch(`/api/credentials/${credential.id}/renewal`, { expiresOn: '2029-01-01' }, { ifMatch: credential.version })
  assert.equal(renewed.status, 200)
  assert.deepEqual(await asked(), [])
  const ended = await w.asOwner(`select distinct status, settled_by_type from task where about_id = $1`, [credential.id])
  assert.deepEqual(ended, [{ status: 'done', settled_by_type: 'credential' }])
})

test('INV-09 once it has ended and cases depend on it, supervisors are asked to move them; the person comes first in the list', async () => {
  await w.openCase()
  await w.setClock('2027-03-01T15:00:00Z')
  const [{ id }] = await w.asOwner(`update credential set expires_on = '2027-02-28' where staff_id = $1 returning id`, [w.staffId.maya])
  await w.work('system', warnOfEndingCredentials)
  const reassign = await w.asOwner(`select role, due_on from task where about_type = 'cases-without-credential' and about_id = $1 and status = 'open'`, [id])
  assert.equal(reassign.length, 1)
  assert.equal(reassign[0].role, 'supervisor')
  assert.equal((await w.as('omar').get('/api/team')).body.people[0].id, w.staffId.maya)
  await w.asOwner(`update credential set expires_on = '2099-12-31' where id = $1`, [id])
})

test('INV-33 a credential warning is not ticked off or put off', async () => {
  const [task] = await w.asOwner(`select id from task where rule = 'credential-expiring' and role = 'supervisor' and status = 'open' limit 1`)
  assert.equal((await w.as('omar').post(`/api/tasks/${task.id}/completion`)).body.code, 'task.needs-event')
  assert.equal((await w.as('omar').post(`/api/tasks/${task.id}/snooze`, { until: '2027-03-10', reason: 'busy now' })).body.code, 'task.cannot-wait')
})
