// A fresh database per test file, cloned from a template migrated once per state of migrations/: real Postgres, no mocks.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { recogniseSystem, systemSecret } from '../platform/access/system.ts'
import { newKeyring, type Keyring } from '../platform/audit/keys.ts'
import { openDatabase, type Database } from '../platform/db.ts'
import { migrate } from '../platform/postgres/migrate.ts'

const root = new URL('../', import.meta.url)

/** The test cluster: `npm test` starts one and tells its URL; a developer may keep one running. */
function clusterUrl(): string {
  const kept = new URL('.continuum/test-database-url', root)
  const url = process.env.TEST_DATABASE_URL ?? (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined)
  if (!url) throw new Error('No test cluster. Run tests with `npm test -- path`, which starts one.')
  return url
}

function urlOf(database: string): string {
  const url = new URL(clusterUrl())
  url.pathname = `/${database}`
  return url.href
}

async function asAdmin<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: clusterUrl() })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

interface Template {
  name: string
  appUrl: string
  jobsUrl: string
}
let template: Promise<Template> | undefined

/** Named after the migrations it holds, so a change of any of them makes another; made by one process at a time. */
async function buildTemplate(): Promise<Template> {
  const folder = new URL('migrations/', root)
  const digest = createHash('sha256')
  for (const file of readdirSync(folder)
    .filter((each) => each.endsWith('.sql'))
    .sort())
    digest.update(file).update(readFileSync(new URL(file, folder)))
  const name = `template_${digest.digest('hex').slice(0, 16)}`
  return asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [name])
    const done = await admin.query('select from pg_database where datname = $1 and datistemplate', [name])
    if (!done.rowCount) await admin.query(`drop database if exists ${name} with (force)`)
    const { appUrl, jobsUrl } = await migrate(urlOf(name))
    if (!done.rowCount) {
      await recogniseSystem(urlOf(name))
      await admin.query(`alter database ${name} with is_template true`)
    }
    return { name, appUrl, jobsUrl }
  })
}

export interface TestDatabase {
  name: string
  db: Database
  ownerUrl: string
  appUrl: string
  jobsUrl: string
  secret: Buffer
  /** The keys of this database's audit. */
  keys: Keyring
  drop(): Promise<void>
}

/** Another process may be looking at the template for a moment, and then it cannot be copied: try again. */
async function clone(admin: pg.Client, from: string, name: string, tries = 100): Promise<void> {
  const inUse = await admin.query(`create database ${name} template ${from} strategy file_copy`).then(
    () => false,
    (error: { code?: string }) => (error.code === '55006' && tries > 0 ? true : Promise.reject(error)),
  )
  if (!inUse) return
  await new Promise((resolve) => setTimeout(resolve, 200))
  return clone(admin, from, name, tries - 1)
}

export async function freshDatabase(): Promise<TestDatabase> {
  const { name: from, appUrl, jobsUrl } = await (template ??= buildTemplate())
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  await asAdmin(async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext('clone'))")
    await clone(admin, from, name)
    await admin.query(`grant connect on database ${name} to continuum_app, continuum_jobs`)
    await admin.query(`revoke temporary on database ${name} from public`)
  })
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const keys = newKeyring()
  const db = openDatabase(at(appUrl), { max: 8, auditKey: keys.macs.at(-1) })
  return {
    name,
    db,
    ownerUrl: urlOf(name),
    appUrl: at(appUrl),
    jobsUrl: at(jobsUrl),
    secret: systemSecret(clusterUrl()),
    keys,
    drop: async () => {
      await db.close()
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`))
    },
  }
}
