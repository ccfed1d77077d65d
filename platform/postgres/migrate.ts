// Brings a database to the schema of this version: plain SQL files, in order, once each, forward only.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { prepareJobQueue } from './jobQueue.ts'
import { letRoleSignIn } from './roles.ts'

export interface MigrateOptions {
  progress?: (message: string) => void
  /** Folder of the SQL files; the product's own by default. */
  directory?: string
}

export interface Migrated {
  /** File names applied by this call. */
  applied: string[]
  /** Connection URL of continuum_app, which owns nothing and sees rows only through an access context. */
  appUrl: string
  /** Connection URL of continuum_jobs, which owns the job queue and nothing else. */
  jobsUrl: string
}

interface MigrationFile {
  name: string
  text: string
  sha256: string
}

/** Any bigint nobody else uses: two starts at once migrate one after the other. */
const migrationLock = 4_271_990_017
const productFiles = fileURLToPath(new URL('../../migrations/', import.meta.url))

function migrationFiles(directory: string): MigrationFile[] {
  const names = readdirSync(directory)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
  return names.map((name) => {
    const text = readFileSync(join(directory, name), 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** SHA-256, hex, of the product's migrations in their order. */
export function migrationsDigest(): string {
  const all = migrationFiles(productFiles).map(({ name, sha256 }) => `${name} ${sha256}`)
  return createHash('sha256').update(all.join('\n')).digest('hex')
}

/** Refuses (throws a plain sentence) when an applied file was changed or is missing, when a file would run before one already applied, or when SQL fails. */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<Migrated> {
  const files = migrationFiles(options.directory ?? productFiles)
  const connection = await connectOrCreate(ownerUrl)
  try {
    await refuseOldServer(connection)
    await connection.query('select pg_advisory_lock($1)', [migrationLock])
    await connection.query(`create table if not exists house_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now(), duration_ms integer not null)`)
    const waiting = await outstanding(connection, files)
    for (const [index, file] of waiting.entries()) {
      options.progress?.(`Updating the database: ${file.name} (${index + 1} of ${waiting.length})`)
      await applyFile(connection, file)
    }
    await refuseTemporaryObjects(connection)
    const appUrl = await letRoleSignIn(connection, ownerUrl, 'continuum_app')
    const jobsUrl = await letRoleSignIn(connection, ownerUrl, 'continuum_jobs')
    await prepareJobQueue(connection, jobsUrl)
    return { applied: waiting.map((file) => file.name), appUrl, jobsUrl }
  } finally {
    await connection.end()
  }
}

async function connectOrCreate(ownerUrl: string): Promise<pg.Client> {
  const connect = async (url: string) => {
    const connection = new pg.Client({ connectionString: url, application_name: 'continuum: migrations' })
    connection.on('error', () => {})
    await connection.connect()
    return connection
  }
  try {
    return await connect(ownerUrl)
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
  }
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1))
  url.pathname = '/postgres'
  const maintenance = await connect(url.href)
  try {
    await maintenance.query(`create database ${maintenance.escapeIdentifier(database)}`)
  } catch (error) {
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await maintenance.end()
  }
  return connect(ownerUrl)
}

/** Everybody may by default. A temporary type stands before PostgreSQL's own, so it could run inside a function that has its owner's rights. */
async function refuseTemporaryObjects(connection: pg.Client): Promise<void> {
  const { rows } = await connection.query(
    "select current_database() as name, has_database_privilege('public', current_database(), 'temporary') as open",
  )
  if (rows[0].open)
    await connection.query(`revoke temporary on database ${connection.escapeIdentifier(rows[0].name)} from public`)
}

async function refuseOldServer(connection: pg.Client): Promise<void> {
  const { rows } = await connection.query(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  )
  if (rows[0].number < 150_000) throw new Error(`Continuum needs PostgreSQL 15 or newer; this server is ${rows[0].version}.`)
}

async function outstanding(connection: pg.Client, files: MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await connection.query<{ name: string; sha256: string }>(
    `select name, sha256 from house_migration where sha256 <> '' order by name`,
  )
  for (const row of rows) {
    const file = files.find((each) => each.name === row.name)
    if (!file)
      throw new Error(
        `This database was migrated with ${row.name}, which this version does not have. Start the version that has it.`,
      )
    if (file.sha256 !== row.sha256) {
      throw new Error(
        `${row.name} was changed after it was applied to this database. Undo the change and put it into a new migration.`,
      )
    }
  }
  const applied = new Set(rows.map((row) => row.name))
  const last = rows.at(-1)?.name ?? ''
  const waiting = files.filter((file) => !applied.has(file.name))
  const late = waiting.find((file) => file.name < last)
  if (late) throw new Error(`${late.name} would run after ${last}, which is already applied. Give it a higher number.`)
  return waiting
}

async function applyFile(connection: pg.Client, file: MigrationFile): Promise<void> {
  const started = performance.now()
  await connection.query('begin')
  try {
    await connection.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await connection.query(file.text)
    await connection.query('insert into house_migration (name, sha256, duration_ms) values ($1, $2, $3)', [
      file.name,
      file.sha256,
      Math.round(performance.now() - started),
    ])
    await connection.query('commit')
  } catch (error) {
    await connection.query('rollback')
    throw withPlace(file, error as pg.DatabaseError)
  }
}

/** PostgreSQL counts characters from the start of the file; a person wants the line. */
function withPlace(file: MigrationFile, error: pg.DatabaseError): Error {
  const line = error.position ? file.text.slice(0, Number(error.position) - 1).split('\n').length : undefined
  const details = [error.message, error.detail, error.hint, error.where].filter(Boolean).join('\n')
  return new Error(`migrations/${file.name}${line ? `:${line}` : ''}: ${details}`, { cause: error })
}
