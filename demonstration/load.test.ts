// The demonstration as a newcomer finds it: believable in number, in every state, open to those who may see it, and loaded once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { capabilities } from '../capabilities.ts'
import { buildServer } from '../platform/http/server.ts'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { dropHalfLoaded, marked } from './interrupted.ts'
import { loadOnce } from './once.ts'

let database: TestDatabase
let owner: pg.Client
let app: FastifyInstance
/** As the application, so that every act of it also passes row-level security. */
const load = (into = database, url = into.appUrl) =>
  loadOnce(into.db, async () => ({ ...into, url, auditKey: into.keys.macs.at(-1), progress: () => {} }))
const column = async (sql: string): Promise<string[]> => (await owner.query<{ it: string }>(sql)).rows.map(({ it }) => it)

const everyCount = `select format('%s %s', c.relname, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')))[1]) as it
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'authz') order by 1`
let loaded: string[]

before(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await load()
  loaded = await column(everyCount)
  app = await buildServer({ db: database.db, capabilities })
})
after(async () => {
  await app.close()
  await owner.end()
  await database.drop()
})

async function asOwnerOf<T>({ ownerUrl }: TestDatabase, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return act(client).finally(() => client.end())
}

interface Signed {
  get(url: string): Promise<{ status: number; body: unknown }>
}
async function signedInAs(name: string): Promise<Signed> {
  const page = await app.inject({ url: '/api/sign-in/options' })
  const account = page
    .json<{ demonstration: { staffId: string; name: string }[] }>()
    .demonstration.find((each) => each.name === name)
  const entered = await app.inject({
    method: 'POST',
    url: '/api/sign-in/demonstration',
    payload: { staffId: account?.staffId },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  return {
    get: async (url) => {
      const { statusCode, body } = await app.inject({ url, headers: { cookie } })
      return { status: statusCode, body: JSON.parse(body) as unknown }
    },
  }
}

test('three programs, eight staff, about forty clients', async () => {
  const [counts] = (
    await owner.query(
      'select (select count(*)::int from program) programs, (select count(*)::int from staff s where not exists (select from receiver_account a where a.staff_id = s.id)) staff, (select count(*)::int from client) clients',
    )
  ).rows
  assert.deepEqual({ programs: counts.programs, staff: counts.staff }, { programs: 3, staff: 8 })
  assert.ok(counts.clients >= 38 && counts.clients <= 48, `${counts.clients} clients`)
})

test('one receiver of another organization has an account, and finds a few referrals to answer', async () => {
  const dana = await signedInAs('Dana Whitlock')
  const { status, body } = await dana.get('/api/received-referrals')
  const { referrals } = body as { referrals: { performerName: string }[] }
  assert.equal(status, 200)
  assert.ok(referrals.length >= 2 && referrals.length <= 30, `${referrals.length} referrals`)
  assert.ok(referrals.every(({ performerName }) => performerName.includes('Wheels of Kindness')))
  assert.equal((await dana.get('/api/clients')).status, 403)
})

test('cases and referrals stand in every state that work can leave them in', async () => {
  assert.deepEqual(await column('select distinct status as it from case_record order by 1'), [
    'active',
    'closed',
    'closing',
    'not_engaged',
    'pending_engagement',
    'suspended',
  ])
  const referrals = await column('select distinct status as it from referral order by 1')
  for (const status of ['received', 'triaged', 'info_requested', 'waitlisted', 'accepted', 'redirected', 'declined'])
    assert.ok(referrals.includes(status), `no referral is ${status}`)
})

test('each case manager opens every client on the caseload with one click to sign in', async () => {
  for (const name of ['Laura Finch', 'Nia Brooks', 'Tom Reyes']) {
    const caller = await signedInAs(name)
    const clients = await column(
      `select distinct c.client_id as it from case_team m join case_record c on c.id = m.case_id join staff s on s.id = m.staff_id where m.until_at is null and s.name = '${name}'`,
    )
    assert.ok(clients.length > 3, `${name} has ${clients.length}`)
    for (const id of clients) assert.equal((await caller.get(`/api/clients/${id}`)).status, 200, `${name} opens ${id}`)
  }
})

test('every note, plan and closure of it can be read aloud: nothing is left as a placeholder', async () => {
  const words = await column(
    "select coalesce(narrative, '') as it from contact union all select client_words from goal union all select coalesce(display_name, '') from client",
  )
  assert.deepEqual(
    words.filter((each) => /lorem|todo|xxx|undefined|\[object|NaN/i.test(each)),
    [],
  )
})

test('the owner, whom row-level security does not ask, loads the same number of rows into every table', async () => {
  const other = await freshDatabase()
  await load(other, other.ownerUrl)
  const counted = await asOwnerOf(other, (client) => client.query<{ it: string }>(everyCount))
  await other.drop()
  assert.deepEqual(
    counted.rows.map(({ it }) => it),
    loaded,
  )
})

test('a second load finds an agency and does nothing', async () => {
  const before = await column('select count(*) as it from audit_event')
  await load()
  assert.deepEqual(await column('select count(*) as it from audit_event'), before)
})

test('a load cut short is dropped at the next start; a whole one is kept', async () => {
  const url = new URL(database.ownerUrl)
  url.pathname = '/postgres'
  await dropHalfLoaded(url.href, database.ownerUrl)
  assert.notDeepEqual(await column('select count(*) as it from client'), ['0'])
  const half = await freshDatabase()
  await assert.rejects(marked(half.ownerUrl, () => Promise.reject(new Error('killed'))))
  await half.db.close()
  await dropHalfLoaded(url.href, half.ownerUrl)
  const name = new URL(half.ownerUrl).pathname.slice(1)
  assert.deepEqual(await column(`select datname as it from pg_database where datname = '${name}'`), [])
})
