// Restricted notes over HTTP: for the case's own team, for a stated reason, in nobody's story.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { destroyClientKeys } from '../../platform/crypto/clientKeys.ts'
import { world, type Person, type World } from '../../test/world.ts'

let w: World
let ids: { caseId: string; clientId: string }
let path: string
before(async () => {
  w = await world()
  ids = await w.openCase()
  path = `/api/cases/${ids.caseId}/restricted-notes`
})
after(() => w.close())

const text = 'She remembers the house by the river.'
const write = async () => (await w.as('maya').post(path, { kind: 'counselling', text })).body.id as string
const reason = { reason: 'court tomorrow' }

test('201 the team writes one; the list says that it is there, and only opening it for a reason says the words', async () => {
  const id = await write()
  const listed = (await w.as('maya').get(path)).body
  assert.deepEqual([listed[0].id, listed[0].kind, listed[0].writtenByName], [id, 'counselling', 'Maya Ortiz'])
  assert.doesNotMatch(JSON.stringify(listed), /river/)
  assert.equal((await w.as('maya').post(`${path}/${id}/opening`, { reason: '' })).status, 400)
  assert.deepEqual((await w.as('maya').post(`${path}/${id}/opening`, reason)).body, { text })
  const told = await w.asOwner(`select actor, payload from audit_event where action = 'restricted-note.opened' and entity_id = $1`, [id])
  assert.deepEqual(told, [{ actor: w.staffId.maya, payload: reason }])
})
test('404 and 403 to supervisors and quality, who know the case: nothing listed, opened or written', async () => {
  const id = await write()
  for (const person of ['omar', 'quinn'] as Person[]) {
    assert.equal((await w.as(person).get(`/api/cases/${ids.caseId}`)).status, 200, `${person} knows the case`)
    assert.deepEqual((await w.as(person).get(path)).body, [])
    assert.equal((await w.as(person).post(`${path}/${id}/opening`, reason)).status, 404)
  }
  assert.deepEqual([(await w.as('omar').post(path, { kind: 'safety', text })).body.code, (await w.as('quinn').post(path, { kind: 'safety', text })).status], ['restricted-note.team-only', 403])
})
test('nor by SQL under the application’s role: a supervisor and the system read none and add none', async () => {
  await write()
  for (const person of ['omar', 'system'] as const)
    assert.deepEqual(await w.work(person, async ({ tx }) => (await sql`select 1 from restricted_note`.execute(tx)).rows), [])
  const add = w.work('omar', ({ tx }) =>
    sql`insert into restricted_note (id, case_id, client_id, kind, sealed) values (gen_random_uuid(), ${ids.caseId}, ${ids.clientId}, 'other', decode(repeat('00', 40), 'hex'))`.execute(tx))
  await assert.rejects(add, /row-level security/)
})
test('a colleague opens it while on the team: not before, not after, and not for having opened the case', async () => {
  const id = await write()
  const asked = async () => (await w.as('zoe').post(`${path}/${id}/opening`, reason)).status
  const join = (role: string) => w.asOwner(`insert into case_team (agency_id, id, case_id, staff_id, role, reason, from_at) values ($1, gen_random_uuid(), $2, $3, $4, 'covers', now() - interval '1 day')`, [w.agencyId, ids.caseId, w.staffId.zoe, role])
  const leave = () => w.asOwner('update case_team set until_at = now() where case_id = $1 and staff_id = $2 and until_at is null', [ids.caseId, w.staffId.zoe])
  const statuses = [await asked()]
  for (const role of ['member', 'opener']) {
    await join(role)
    statuses.push(await asked())
    await leave()
    statuses.push(await asked())
  }
  assert.deepEqual(statuses, [404, 201, 404, 404, 404])
})
test('it never stands in the story, and never changes', async () => {
  const id = await write()
  assert.equal((await w.asOwner('select from case_event where entity_id = $1', [id])).length, 0)
  await assert.rejects(w.asOwner('update restricted_note set kind = kind where id = $1', [id]), /append-only/)
})
test('M10 a note’s ciphertext put into another note’s row does not open; with the key destroyed, 410', async () => {
  const [one, other] = [await write(), await write()]
  await w.asOwner('alter table restricted_note disable trigger append_only')
  await w.asOwner('update restricted_note set sealed = (select sealed from restricted_note where id = $1) where id = $2', [one, other])
  assert.equal((await w.as('maya').post(`${path}/${other}/opening`, reason)).status, 500)
  assert.equal((await w.as('maya').post(`${path}/${one}/opening`, reason)).status, 201)
  await w.work('system', (work) => destroyClientKeys(work, ids.clientId, 'retention ended'))
  const gone = await w.as('maya').post(`${path}/${one}/opening`, reason)
  assert.deepEqual([gone.status, gone.body.code], [410, 'record.destroyed'])
})
