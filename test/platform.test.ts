// The platform's promises, on a real database: the door, the roles, idempotency, problems.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { world, type World } from './world.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

test('200 whoever is signed in learns who they are', async () => {
  const { status, body } = await w.as('maya').get('/api/me')
  assert.equal(status, 200)
  assert.equal(body.staff.name, 'Maya Ortiz')
  assert.ok(body.permissions.includes('write-plan'))
})
test('401 nobody without a sign-in', async () => {
  const reply = await w.app.inject({ url: '/api/me' })
  assert.equal(reply.statusCode, 401)
  assert.equal(reply.json().code, 'sign-in.needed')
})
test('a transaction without a context reads an error, never rows', async () => {
  await w.openCase()
  await assert.rejects(
    w.db.inTransaction({ kind: 'none' }, (tx) => sql`select * from client`.execute(tx)),
    /no access context/,
  )
})
test('a forged context is refused', async () => {
  await assert.rejects(
    w.db.inTransaction({ kind: 'none' }, async (tx) => {
      await sql`select set_config('app.context', ${`v1|${w.agencyId}||1|0|||9999999999||${'0'.repeat(64)}`}, true)`.execute(tx)
      await sql`select * from client`.execute(tx)
    }),
    /not ours/,
  )
})
test('the same question asked twice before its answer came is asked once, never past a change or into another transaction', async () => {
  const ask = (tx: Tx) =>
    tx
      .selectFrom('staff')
      .select(sql<string>`clock_timestamp()::text`.as('at'))
      .where('id', '=', w.staffId.maya)
      .execute()
  const change = (tx: Tx) => tx.updateTable('staff').set({ name: 'Maya Ortiz' }).where('id', '=', w.staffId.maya).execute()
  const [first, same, , after] = await w.work('ada', ({ tx }) => Promise.all([ask(tx), ask(tx), change(tx), ask(tx)]))
  assert.deepEqual(first, same)
  assert.notEqual(first, same, 'each asker has rows of their own')
  assert.notDeepEqual(first, after)
  const later = await w.work('ada', async ({ tx }) => [await ask(tx), await ask(tx)])
  assert.notDeepEqual(later[0], later[1])
  assert.notDeepEqual(later[0], after)
})
test('of several statements sent at once, whoever hears of the failure first hears its reason', async () => {
  const failing = (tx: Parameters<Parameters<typeof w.db.inTransaction>[1]>[0]) => sql`select 1 / 0`.execute(tx)
  const late = async (said: Promise<unknown>): Promise<unknown> => {
    for (let hop = 0; hop < 20; hop += 1) said = said.then((value) => value)
    return said
  }
  await assert.rejects(
    w.db.inTransaction({ kind: 'none' }, (tx) => Promise.all([late(failing(tx)), sql`select 1`.execute(tx)])),
    { code: '22012' },
  )
})
test('the team, the supervisor and quality know the case; nobody else does', async () => {
  const { caseId } = await w.openCase()
  const sees = (person: Parameters<World['work']>[0]) =>
    w.work(person, async ({ tx }) => (await tx.selectFrom('caseLabel').select('id').where('id', '=', caseId).execute()).length)
  assert.deepEqual(
    await Promise.all((['maya', 'omar', 'quinn', 'zoe', 'ines', 'bill', 'ada', 'bea'] as const).map(sees)),
    [1, 1, 1, 0, 0, 0, 0, 0],
  )
})
test('an excluded supervisor does not see the relative', async () => {
  const { caseId, clientId } = await w.openCase()
  await w.asOwner(
    `insert into exclusion (agency_id, id, staff_id, client_id, reason) values ($1, gen_random_uuid(), $2, $3, 'sister')`,
    [w.agencyId, w.staffId.omar, clientId],
  )
  assert.equal(
    await w.work(
      'omar',
      async ({ tx }) => (await tx.selectFrom('caseLabel').select('id').where('id', '=', caseId).execute()).length,
    ),
    0,
  )
})
test('a sealed client is unknown to intake and to quality', async () => {
  const { clientId } = await w.openCase()
  await w.asOwner(`update client set confidentiality = 'sealed' where id = $1`, [clientId])
  const sees = (person: Parameters<World['work']>[0]) =>
    w.work(
      person,
      async ({ tx }) => (await tx.selectFrom('clientLabel').select('id').where('id', '=', clientId).execute()).length,
    )
  assert.deepEqual(await Promise.all((['maya', 'ines', 'quinn', 'omar'] as const).map(sees)), [1, 0, 0, 0])
})
