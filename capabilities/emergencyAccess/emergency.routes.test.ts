// Emergency access over HTTP and by SQL: who may, what opens, what never opens, how it ends, who is told, who reviews.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { hashPassword } from '../../platform/access/password.ts'
import { newId } from '../../platform/db.ts'
import { world, type Person, type World } from '../../test/world.ts'
import { registerClient } from '../clients/client.actions.ts'

let w: World
let clientId: string
let caseId: string
const now = '2026-02-17T15:00:00Z'
const password = 'a long enough password'

before(async () => {
  w = await world()
  await w.setClock(now)
  const hash = await hashPassword(password)
  for (const person of ['zoe', 'omar', 'ines', 'maya'] as const)
    await w.asOwner('update authz.login set password_hash = $2 where staff_id = $1', [w.staffId[person], hash])
  clientId = await findable('Robin Vale', '1980-05-17')
  caseId = await caseOf(clientId)
})
after(() => w.close())

async function findable(name: string, birthDate: string): Promise<string> {
  const id = newId()
  const [given = '', family = ''] = name.split(' ')
  await w.work('ines', (work) => registerClient(work, { id, names: [{ use: 'official', given, family }], birthDate }))
  return id
}
const caseOf = async (client: string): Promise<string> => (await w.openCase({ clientId: client })).caseId
const asked = (client: string, more: object = {}) => ({ id: newId(), clientId: client, reasonCode: 'client-in-danger', reason: 'Called in crisis; her case manager is away.', minutes: 60, password, ...more })
const open = (person: Person, client: string, more: object = {}) => w.as(person).post('/api/emergency-access', asked(client, more))
const endAll = () => w.asOwner('update emergency_access set ended_at = from_at + interval $$1 second$$ where ended_at is null')

test('201 a case manager who does not know the client opens the record; story, notice, review task and audit come with it', async () => {
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}`)).status, 404)
  const { status, body } = await open('zoe', clientId)
  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual([body.clientName, body.untilAt, body.told], ['Robin Vale', '2026-02-17T16:00:00.000Z', ['Quinn Abel']])
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}`)).status, 200)
  const events = await w.asOwner(`select type from case_event where client_id = $1 and type like 'emergency%'`, [clientId])
  const tasks = await w.asOwner(`select staff_id, due_on::text, priority from task where rule = 'emergency-review' and about_id = $1`, [body.id])
  const audits = await w.asOwner(`select action from audit_event where entity_id = $1 and client_id = $2`, [body.id, clientId])
  assert.deepEqual([events.length, tasks, audits.length], [1, [{ staff_id: w.staffId.quinn, due_on: '2026-02-19', priority: 'urgent' }], 1])
  const chart = await w.as('maya').get(`/api/clients/${clientId}/emergency-access`)
  assert.equal(chart.body[0].staffName, 'Zoe Park')
})

test('it ends by its time, to the second, and by the holder', async () => {
  await w.setClock('2026-02-17T15:59:59Z')
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}`)).status, 200)
  await w.setClock('2026-02-17T16:00:00Z')
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}`)).status, 404)
  await w.setClock(now)
  const [mine] = (await w.as('zoe').get('/api/emergency-access')).body
  assert.equal((await w.as('zoe').post(`/api/emergency-access/${mine.id}/ending`)).status, 201)
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}`)).status, 404)
  assert.equal((await w.as('zoe').post(`/api/emergency-access/${mine.id}/ending`)).body.code, 'emergency.is-ended')
})

test('the review is somebody else’s who was told, and closes the task; neither a tick, a wait nor an exception does', async () => {
  const [mine] = (await w.as('zoe').get('/api/emergency-access')).body
  const review = { verdict: 'justified', words: 'The note of that evening shows the crisis.' }
  assert.equal((await w.as('zoe').post(`/api/emergency-access/${mine.id}/review`, review)).body.code, 'emergency.own-review')
  assert.equal((await w.as('maya').post(`/api/emergency-access/${mine.id}/review`, review)).status, 403, 'she knows the client, and was not told')
  const [task] = await w.asOwner(`select id from task where rule = 'emergency-review' and about_id = $1`, [mine.id])
  for (const [path, body] of [['completion', {}], ['exception', { code: 'not-applicable', reason: 'not needed' }], ['snooze', { until: '2026-02-20', reason: 'busy now' }]] as const)
    assert.ok((await w.as('quinn').post(`/api/tasks/${task.id}/${path}`, body)).status >= 400, path)
  await assert.rejects(w.asOwner(`update task set status = 'excepted', exception_code = 'not-applicable', exception_reason = 'x', ended_at = now(), ended_by = $2 where id = $1`, [task.id, w.staffId.quinn]), /an_emergency_review_neither_waits_nor_is_excepted/)
  const done = await w.as('quinn').post(`/api/emergency-access/${mine.id}/review`, review)
  assert.deepEqual([done.status, done.body.verdict, done.body.reviewedByName], [201, 'justified', 'Quinn Abel'])
  assert.equal((await w.asOwner('select status from task where id = $1', [task.id]))[0].status, 'done')
  assert.equal((await w.as('quinn').post(`/api/emergency-access/${mine.id}/review`, review)).body.code, 'emergency.is-reviewed')
})

test('found only by whole name and exact birth date, and every look is in the audit', async () => {
  const look = async (name: string, birthDate: string) => (await w.as('zoe').post('/api/emergency-access/search', { name, birthDate })).body.found
  assert.deepEqual((await look('robin vale', '1980-05-17')).map((each: { id: string }) => each.id), [clientId])
  for (const [name, day] of [['Robin', '1980-05-18'], ['Rob Vale', '1980-05-17'], ['Robin Val', '1980-05-17']] as const) assert.deepEqual(await look(name, day), [])
  assert.ok((await w.asOwner(`select from audit_event where action = 'emergency-access.searched' and actor = $1`, [w.staffId.zoe])).length >= 4)
})

test('INV-02 404 a sealed client is as absent in an emergency as one who never was, for the search and the opening; sealing ends what is open', async () => {
  await endAll()
  const opened = await open('zoe', clientId)
  assert.equal(opened.status, 201)
  assert.equal((await w.as('omar').post(`/api/clients/${clientId}/confidentiality`, { level: 'sealed', reason: 'threatened' })).status, 204)
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}`)).status, 404)
  const [sealed, absent] = [await open('zoe', clientId), await open('zoe', newId())]
  const told = ({ status, body }: typeof sealed) => [status, body.code, body.detail]
  assert.deepEqual(told(sealed), told(absent))
  assert.deepEqual((await w.as('zoe').post('/api/emergency-access/search', { name: 'Robin Vale', birthDate: '1980-05-17' })).body, { found: [] })
  const [mine] = (await w.as('zoe').get('/api/emergency-access')).body
  assert.equal(mine.clientName, null)
  assert.equal((await w.as('omar').post(`/api/clients/${clientId}/confidentiality`, { level: 'standard', reason: 'safe again' })).status, 204)
  await endAll()
})

test('M17 an exclusion wins over an emergency, before and during it', async () => {
  await endAll()
  assert.equal((await open('zoe', clientId)).status, 201)
  assert.equal((await w.as('maya').post(`/api/clients/${clientId}/exclusions`, { staffId: w.staffId.maya, reason: 'x' })).status >= 400, true)
  assert.equal((await w.as('omar').post(`/api/clients/${clientId}/exclusions`, { staffId: w.staffId.zoe, reason: 'her sister' })).status, 201)
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}`)).status, 404)
  await endAll()
  assert.equal((await open('zoe', clientId)).status, 404)
  assert.deepEqual((await w.as('zoe').post('/api/emergency-access/search', { name: 'Robin Vale', birthDate: '1980-05-17' })).body, { found: [] })
  await w.asOwner('update exclusion set until_at = from_at where until_at is null')
})

test('403 billing and administrators; 422 a wrong password; 409 where it is not needed or nobody could be told; 400 five hours', async () => {
  await endAll()
  for (const person of ['bill', 'ada', 'quinn'] as const) assert.equal((await open(person, clientId)).status, 403, person)
  assert.equal((await open('zoe', clientId, { password: 'not mine' })).body.code, 'step-up.wrong')
  assert.equal((await open('maya', clientId)).body.code, 'emergency.not-needed')
  assert.equal((await open('zoe', clientId, { minutes: 300 })).status, 400)
  assert.equal((await open('zoe', clientId, { reason: 'because' })).status, 400)
  await assert.rejects(w.work('bill', ({ tx }) => sql`select authz.open_in_emergency(${newId()}, ${clientId}, 'client-in-danger', 'a long reason here', 60)`.execute(tx)), { code: '42501' })
})

test('by SQL: no emergency without its review task, none longer than four hours, none made or lengthened past the function', async () => {
  const bySql = (statement: ReturnType<typeof sql>) => w.work('zoe', ({ tx }) => statement.execute(tx))
  await assert.rejects(bySql(sql`select authz.open_in_emergency(${newId()}, ${clientId}, 'client-in-danger', 'a long reason here', 60)`), /emergency.needs-a-review-task/)
  await assert.rejects(bySql(sql`select authz.open_in_emergency(${newId()}, ${clientId}, 'client-in-danger', 'a long reason here', 241)`), /an_emergency_lasts_four_hours_at_most/)
  await assert.rejects(bySql(sql`insert into emergency_access (id, staff_id, client_id, reason_code, reason, until_at) values (${newId()}, ${w.staffId.zoe}, ${clientId}, 'client-in-danger', 'a long reason here', now())`), { code: '42501' })
  assert.equal((await open('zoe', clientId)).status, 201)
  await assert.rejects(bySql(sql`update emergency_access set until_at = until_at + interval '1 hour'`), { code: '42501' })
})

test('whoever holds an emergency changes nobody’s access: no membership, transfer, exclusion or seal, by HTTP or SQL', async () => {
  const kase = (await w.as('zoe').get(`/api/clients/${clientId}/chart`)).body.inView?.id ?? caseId
  const bySql = (statement: ReturnType<typeof sql>) => w.work('zoe', ({ tx }) => statement.execute(tx))
  await assert.rejects(bySql(sql`insert into case_team (id, case_id, staff_id, role, reason) values (${newId()}, ${kase}, ${w.staffId.zoe}, 'member', 'stays')`), { code: '42501' })
  await assert.rejects(bySql(sql`insert into exclusion (id, staff_id, client_id, reason) values (${newId()}, ${w.staffId.omar}, ${clientId}, 'x')`), { code: '42501' })
  await assert.rejects(bySql(sql`select authz.set_confidentiality(${clientId}, 'sealed', 'mine now')`), { code: '42501' })
  assert.equal((await w.as('zoe').post(`/api/cases/${kase}/team`, { staffId: w.staffId.zoe, role: 'member', reason: 'stays' })).status >= 400, true)
  await endAll()
})

test('whoever the agency names is told and asked by name; the named officer’s own emergency goes to quality', async () => {
  await endAll()
  await w.asOwner('update agency set privacy_officer_id = $2 where agency_id = $1', [w.agencyId, w.staffId.ada])
  const { body } = await open('zoe', clientId)
  assert.deepEqual(body.told, ['Ada Voss'])
  assert.deepEqual(await w.asOwner(`select staff_id from task where rule = 'emergency-review' and about_id = $1`, [body.id]), [{ staff_id: w.staffId.ada }])
  const seen = (await w.as('ada').get(`/api/emergency-access/${body.id}`)).body
  assert.deepEqual([seen.staffName, seen.clientName], ['Zoe Park', null], 'an administrator reviews without learning who the client is')
  await endAll()
  await w.asOwner('update agency set privacy_officer_id = $2 where agency_id = $1', [w.agencyId, w.staffId.zoe])
  assert.deepEqual((await open('zoe', clientId)).body.told, ['Quinn Abel'])
  await w.asOwner('update agency set privacy_officer_id = null where agency_id = $1', [w.agencyId])
})
