// Who lets receivers in, how the account ends, and that it is nobody's colleague, whoever writes it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../../platform/db.ts'
import { letPiaIn, organizationIn, type Receiving } from '../../test/receivers.ts'
import { world, type Person, type World } from '../../test/world.ts'

let w: World
let clinic: Receiving
before(async () => {
  w = await world()
  await letPiaIn(w)
  clinic = await organizationIn(w, 'River Clinic')
})
after(() => w.close())

let nth = 0
const wanted = () => ({ name: 'Ray Cole', email: `ray${(nth += 1)}@river.example`, organizationId: clinic.organizationId })
const letIn = (person: Person, body: object = wanted()) => w.as(person).post('/api/receiver-accounts', body)
const accept = async (path: string): Promise<string> => {
  const reply = await w.app.inject({ method: 'POST', url: '/api/sign-in/invitation', headers: { 'idempotency-key': randomUUID() }, payload: { token: path.split('#').at(-1), password: 'seven slow herons by the pier' } })
  assert.equal(reply.statusCode, 200, reply.body)
  return `continuum=${/continuum=([^;]+)/.exec(String(reply.headers['set-cookie']))?.[1]}`
}
const status = async (url: string, cookie: string) => (await w.app.inject({ url, headers: { cookie } })).statusCode

test('201 administrators and supervisors let somebody of an organization in; 403 for everybody else', async () => {
  for (const person of ['ada', 'omar'] as const) assert.equal((await letIn(person)).status, 201)
  for (const person of ['maya', 'ines', 'quinn', 'bill', 'pia'] as const) assert.equal((await letIn(person)).status, 403, person)
  assert.equal((await letIn('omar', { ...wanted(), organizationId: randomUUID() })).status, 404)
  assert.equal((await letIn('omar', { ...wanted(), email: 'maya@example.org' })).status, 409)
  await assert.rejects(w.work('maya', ({ tx }) => sql`select authz.add_receiver(${newId()}::uuid, 'X', 'x@x.example', ${clinic.organizationId}::uuid)`.execute(tx)), { code: '42501' })
})

test('200 the link is used once: signed in, the inbox is there, and nothing that is for staff; they stand in no list of staff', async () => {
  const { body } = await letIn('omar')
  const cookie = await accept(body.path)
  for (const url of ['/api/received-referrals', '/api/me', '/api/me/sign-ins', '/api/me/passkeys']) assert.equal(await status(url, cookie), 200, url)
  for (const url of ['/api/clients', '/api/staff', '/api/agency', '/api/programs', '/api/directory/search', '/api/hsds/services', '/api/tasks', '/api/receiver-accounts', '/api/emergency-access']) assert.ok([403, 404].includes(await status(url, cookie)), url)
  const { body: staff } = await w.as('ada').get('/api/staff')
  assert.ok(staff.every(({ name }: { name: string }) => name !== 'Ray Cole'))
  const changed = await w.app.inject({ method: 'PUT', url: '/api/me/locale', headers: { cookie, 'idempotency-key': randomUUID() }, payload: { locale: 'es' } })
  assert.equal(changed.statusCode, 200)
})

test('the account ends: its sign-ins and open invitations at once, and for good; another link needs it alive', async () => {
  const { body } = await letIn('ada')
  const cookie = await accept(body.path)
  const { body: again } = await w.as('omar').post(`/api/receiver-accounts/${body.id}/invitations`)
  assert.equal((await w.as('omar').post(`/api/receiver-accounts/${body.id}/ending`)).status, 204)
  assert.equal(await status('/api/received-referrals', cookie), 401)
  const late = await w.app.inject({ method: 'POST', url: '/api/sign-in/invitation', headers: { 'idempotency-key': randomUUID() }, payload: { token: again.path.split('#').at(-1), password: 'seven slow herons by the pier' } })
  assert.equal(late.statusCode, 401)
  for (const path of ['ending', 'invitations']) assert.equal((await w.as('omar').post(`/api/receiver-accounts/${body.id}/${path}`)).body.code, 'receiver-account.ended')
  assert.equal((await w.as('omar').post(`/api/receiver-accounts/${w.staffId.maya}/ending`)).status, 404, 'staff are no receivers')
  await assert.rejects(w.work('omar', ({ tx }) => sql`select authz.end_receiver(${w.staffId.maya}::uuid)`.execute(tx)), { code: '42501' })
  const acts = await w.asOwner(`select action from audit_event where entity_id = $1 order by id`, [body.id])
  assert.deepEqual(acts.map(({ action }) => action).filter((each) => each.startsWith('receiver-account')), ['receiver-account.made', 'receiver-account.invited', 'receiver-account.invited', 'receiver-account.ended'])
})

test('a receiver has no other role, no program, no place on a team and no clearance; nobody else has theirs', async () => {
  const { caseId } = await w.openCase()
  const refused = (text: string, values: unknown[]) => assert.rejects(w.asOwner(text, values), /receiver.is-no-colleague/)
  await refused(`insert into staff_role (agency_id, staff_id, role) values ($1, $2, 'caseManager')`, [w.agencyId, w.staffId.pia])
  await refused(`insert into staff_role (agency_id, staff_id, role) values ($1, $2, 'provider')`, [w.agencyId, w.staffId.maya])
  await refused('insert into program_supervisor (agency_id, program_id, staff_id) values ($1, $2, $3)', [w.agencyId, w.programId, w.staffId.pia])
  await refused(`insert into case_team (agency_id, id, case_id, staff_id, role, reason) select $1, gen_random_uuid(), $2, $3, 'member', 'x'`, [w.agencyId, caseId, w.staffId.pia])
  await refused(`insert into staff_clearance (agency_id, id, staff_id, label, reason) values ($1, gen_random_uuid(), $2, 1, 'because')`, [w.agencyId, w.staffId.pia])
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.pia}/roles`, { role: 'provider' })).status, 400)
})

test('neither the public page nor a receiver asks anybody here for a task', async () => {
  const ask = sql`insert into task (id, rule, title, about_type, about_id, role, due_on) values (gen_random_uuid(), 'own', 'Call me', 'staff', gen_random_uuid(), 'intake', current_date)`
  await assert.rejects(w.db.inTransaction({ kind: 'public', agencySlug: 'harborview' }, (tx) => ask.execute(tx)), { code: '42501' })
  await assert.rejects(w.work('pia', ({ tx }) => ask.execute(tx)), { code: '42501' })
  await w.work('ines', ({ tx }) => ask.execute(tx))
})
