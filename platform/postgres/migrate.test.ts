// Migrations against a real server: order, drift, failure, two at once, and roles that can sign in.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { migrate } from './migrate.ts'

const cluster =
  process.env['TEST_DATABASE_URL'] ?? readFileSync(new URL('../../.continuum/test-database-url', import.meta.url), 'utf8').trim()
const made: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'migrations-'))

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const connection = new pg.Client({ connectionString: url })
  await connection.connect()
  try {
    return (await connection.query(sql)).rows
  } finally {
    await connection.end()
  }
}

after(async () => {
  for (const name of made) await query(cluster, `drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true })
})

const database = () => {
  const name = `migrate_test_${process.pid}_${made.length}`
  made.push(name)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return url.href
}

const roles = `do $$ begin create role continuum_app login; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role continuum_jobs login; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant create, connect on database %I to continuum_jobs', current_database()); end $$;`

function directory(files: Record<string, string>): string {
  const made = mkdtempSync(join(folder, 'set-'))
  for (const [name, text] of Object.entries({ '0001_roles.sql': roles, ...files })) writeFileSync(join(made, name), text)
  return made
}

test('files run once, in order, in a database that is made when missing; a second call does nothing', async () => {
  const url = database()
  const files = directory({ '0002_first.sql': 'create table first (id int)', '0003_second.sql': 'insert into first values (3)' })
  assert.deepEqual((await migrate(url, { directory: files })).applied, ['0001_roles.sql', '0002_first.sql', '0003_second.sql'])
  assert.deepEqual((await migrate(url, { directory: files })).applied, [])
  assert.deepEqual(await query(url, 'select id from first'), [{ id: 3 }])
})

test('the two roles sign in, own nothing of the owner, and the job queue belongs to its role', async () => {
  const url = database()
  const { appUrl, jobsUrl } = await migrate(url, {
    directory: directory({ '0002_table.sql': 'create table secret_of_owner (id int)' }),
  })
  assert.deepEqual(await query(appUrl, 'select current_user'), [{ current_user: 'continuum_app' }])
  await assert.rejects(query(appUrl, 'select * from secret_of_owner'), { code: '42501' })
  const owners = await query(jobsUrl, `select distinct tableowner from pg_tables where schemaname = 'graphile_worker'`)
  assert.deepEqual(owners, [{ tableowner: 'continuum_jobs' }])
})

test('an applied file that was changed is named', async () => {
  const url = database()
  const files = directory({ '0002_first.sql': 'create table first (id int)' })
  await migrate(url, { directory: files })
  writeFileSync(join(files, '0002_first.sql'), 'create table first (id bigint)')
  await assert.rejects(migrate(url, { directory: files }), /0002_first\.sql was changed after it was applied/)
})

test('an applied file that is missing is named', async () => {
  const url = database()
  const files = directory({ '0002_first.sql': 'create table first (id int)' })
  await migrate(url, { directory: files })
  rmSync(join(files, '0002_first.sql'))
  await assert.rejects(migrate(url, { directory: files }), /0002_first\.sql, which this version does not have/)
})

test('a file that would run before one already applied is refused', async () => {
  const url = database()
  const files = directory({ '0003_later.sql': 'create table later (id int)' })
  await migrate(url, { directory: files })
  writeFileSync(join(files, '0002_early.sql'), 'create table early (id int)')
  await assert.rejects(migrate(url, { directory: files }), /0002_early\.sql would run after 0003_later\.sql/)
})

test('a file that fails changes nothing and says its line; the files before it stay', async () => {
  const url = database()
  const files = directory({
    '0002_good.sql': 'create table good (id int)',
    '0003_bad.sql': 'create table half (id int);\n\nselect nothing_here();',
  })
  await assert.rejects(
    migrate(url, { directory: files }),
    /migrations\/0003_bad\.sql:3: function nothing_here\(\) does not exist/,
  )
  const tables = await query(url, `select tablename from pg_tables where tablename in ('good', 'half')`)
  assert.deepEqual(tables, [{ tablename: 'good' }])
})

test('two starts at once migrate one after the other', async () => {
  const url = database()
  const files = directory({ '0002_slow.sql': 'create table once (id int); select pg_sleep(0.2)' })
  const both = await Promise.all([migrate(url, { directory: files }), migrate(url, { directory: files })])
  assert.deepEqual(both.map(({ applied }) => applied.length).sort(), [0, 2])
})

test('an owner who is no superuser but may create roles and databases can migrate the product', async () => {
  const url = new URL(cluster)
  const owner = `plain_owner_${process.pid}`
  await query(cluster, `create role ${owner} login createrole createdb password 'plain'`)
  const name = `migrate_test_${process.pid}_plain`
  try {
    await query(cluster, `create database ${name} owner ${owner}`)
    url.pathname = `/${name}`
    url.username = owner
    url.password = 'plain'
    // The cluster's roles may exist already, made by another owner; granted so, it is as if this owner had made them.
    await query(
      cluster,
      roles +
        `do $$ begin create role authz nologin; exception when duplicate_object or unique_violation then null; end $$;
      grant authz, continuum_jobs to ${owner} with admin option;
      grant continuum_app to ${owner} with admin true, inherit false, set false`,
    )
    process.env['CONTINUUM_APP_URL'] = 'postgresql://told'
    process.env['CONTINUUM_JOBS_URL'] = cluster.replace(/\/postgres(?=\?|$)/, `/${name}`)
    const { applied, appUrl } = await migrate(url.href)
    assert.ok(applied.length > 3)
    assert.equal(appUrl, 'postgresql://told')
  } finally {
    delete process.env['CONTINUUM_APP_URL']
    delete process.env['CONTINUUM_JOBS_URL']
    await query(cluster, `drop database if exists ${name} with (force)`)
    await query(cluster, `drop owned by ${owner}; drop role ${owner}`)
  }
})
