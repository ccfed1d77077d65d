// The one door to the database. The pool stays in here; a transaction opens with a signed access context in the same
// round trip as `begin`, and the only way to get one is `inTransaction`.
import {
  CamelCasePlugin,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { MacKey } from './audit/keys.ts'
import { beginVouching, vouchedBy } from './audit/vouch.ts'

/** Each capability adds its own tables by module augmentation. */
export interface Tables {}
export type Tx = Kysely<Tables>

export const newId = (): string => uuidv7()
/** Wraps a value for a jsonb column. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`

const { builtins } = pg.types
const instant = (text: string): string => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
const types = new pg.TypeOverrides()
types.setTypeParser(builtins.DATE, (day) => day) // a date is a day, not an instant
types.setTypeParser(builtins.TIMESTAMPTZ, instant)
types.setTypeParser(builtins.INT8, Number)
types.setTypeParser(builtins.NUMERIC, Number)

/**
 * Statements that come again are named, so that PostgreSQL plans them once for each connection: under row-level security
 * planning costs more than running. The first few hundred texts only, and only from their third use, because plans take memory.
 */
const uses = new Map<string, { count: number; name: string }>()
const mostNamed = 400
function nameOf(text: string): string | undefined {
  const known = uses.get(text)
  if (!known) {
    if (uses.size < mostNamed) uses.set(text, { count: 1, name: `s${uses.size}` })
    return undefined
  }
  known.count += 1
  return known.count > 2 ? known.name : undefined
}

/**
 * Statements are sent without waiting for the ones before them, so the refusal of one and the “transaction is aborted” of the next come back
 * together, and which of them an action hears first is chance. It hears the reason: the first refusal of its transaction.
 */
const firstRefusal = new WeakMap<pg.PoolClient, unknown>()
function reasonOf(client: pg.PoolClient, error: unknown): unknown {
  if ((error as { code?: string }).code === '25P02') return firstRefusal.get(client) ?? error
  if (!firstRefusal.has(client)) firstRefusal.set(client, error)
  return error
}

/**
 * The same question asked again before its answer came is asked once: a screen is put together by several capabilities, which each begin
 * with the client. A statement that may change something ends this, because after it the answer may be another.
 */
const openQuestions = new WeakMap<pg.PoolClient, Map<string, Promise<QueryResult<unknown>>>>()
function questionsOf(client: pg.PoolClient): Map<string, Promise<QueryResult<unknown>>> {
  const questions = openQuestions.get(client) ?? new Map<string, Promise<QueryResult<unknown>>>()
  openQuestions.set(client, questions)
  return questions
}

class PipelinedConnection implements DatabaseConnection {
  readonly client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (query.query.kind !== 'SelectQueryNode') {
      openQuestions.delete(this.client)
      return this.send(query)
    }
    const questions = questionsOf(this.client)
    const words = JSON.stringify([query.sql, query.parameters])
    const answer = questions.get(words) ?? this.send(query).finally(() => questions.delete(words))
    questions.set(words, answer)
    return answer as Promise<QueryResult<R>>
  }
  private async send<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const asked = { name: nameOf(query.sql), text: query.sql, values: [...query.parameters] }
    const { rows, rowCount, command } = await this.client.query(asked).catch((error: unknown) => {
      throw reasonOf(this.client, error)
    })
    return { rows, ...(command !== 'SELECT' && rowCount !== null && { numAffectedRows: BigInt(rowCount) }) }
  }
  // eslint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read by pages, not streamed.')
  }
}

/** A Kysely over one checked-out connection whose transaction is opened and ended by `inTransaction`. */
function dialectOver(client: pg.PoolClient): Dialect {
  const connection = new PipelinedConnection(client)
  const nothing = async () => {}
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: () => Promise.reject(new Error('The transaction is already open.')),
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** Who knocks at the door: a staff sign-in, the system, the public page, or the receiver of one referral with their link. */
export type Door =
  | { kind: 'staff'; tokenDigest: Buffer; extends: boolean; writes: boolean }
  | { kind: 'system'; secret: Buffer; agencyId: string; asStaff?: string; at?: string }
  | { kind: 'public'; agencySlug: string | null }
  | { kind: 'receiver'; codeDigest: Buffer }
  | { kind: 'none' }

export interface Entered {
  signInId: string | null
  agencyId: string
  staffId: string | null
  staffName: string
  credentialLine: string
  roles: string[]
  locale: string
  agencyName: string
  timeZone: string
  clock: string
  today: string
  idleMinutes: number
  demonstration: boolean
  steppedUpAt: string | null
  email: string | null
}

function knock(door: Exclude<Door, { kind: 'none' }>): pg.QueryConfig {
  switch (door.kind) {
    case 'staff':
      return {
        name: 'enter',
        text: 'select * from authz.enter($1, $2, $3)',
        values: [door.tokenDigest, door.extends, door.writes],
      }
    case 'system':
      return {
        name: 'enter_system',
        text: 'select * from authz.enter_system($1, $2, $3, $4)',
        values: [door.secret, door.agencyId, door.asStaff ?? null, door.at ?? null],
      }
    case 'public':
      return { name: 'enter_public', text: 'select * from authz.enter_public($1)', values: [door.agencySlug] }
    case 'receiver':
      return { name: 'enter_receiver', text: 'select * from authz.enter_receiver($1)', values: [door.codeDigest] }
  }
}

const camel = (row: Record<string, unknown>): unknown =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  )

export interface Database {
  /** Runs `act` in one transaction; `null` for who entered: the door stayed shut. Rolls back when it throws. */
  inTransaction<T>(door: Door, act: (tx: Tx, entered: Entered | null) => Promise<T>): Promise<T>
  /** Resolves on the notices of a channel until closed; reconnects by itself. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
  ping(): Promise<void>
  close(): Promise<void>
}

const kyselys = new WeakMap<pg.PoolClient, Tx>()
/** One Kysely for each connection, kept as long as the connection. */
function kyselyOver(client: pg.PoolClient): Tx {
  const known = kyselys.get(client)
  if (known) return known
  const made = new Kysely<Tables>({
    dialect: dialectOver(client),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  kyselys.set(client, made)
  return made
}

interface Opening {
  max?: number
  /** PostgreSQL's own settings for every connection, as in `-c name=value` */
  options?: string
  /** Vouches for what each transaction wrote to the audit. Without it, verification says that nobody did. */
  auditKey?: MacKey
}

export function openDatabase(connectionString: string, { max = 20, options, auditKey }: Opening = {}): Database {
  const pool = new pg.Pool({
    connectionString,
    max,
    options,
    types,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'continuum',
  } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection broke; the pool makes another
  pool.on('connect', (client) => client.on('error', () => {})) // a busy one broke: the query in hand tells
  return {
    async inTransaction(door, act) {
      const client = await pool.connect()
      let broken: Error | undefined
      firstRefusal.delete(client)
      openQuestions.delete(client)
      try {
        const begun = client.query({ name: 'begin', text: 'begin' })
        const knocked = door.kind === 'none' ? null : client.query(knock(door))
        const [, rows] = await Promise.all([begun, knocked])
        const entered = rows?.rows[0] ? (camel(rows.rows[0]) as Entered) : null
        const tx = kyselyOver(client)
        beginVouching(tx)
        const result = await act(tx, entered)
        const mac = vouchedBy(tx, auditKey)
        const vouched = mac && client.query(mac)
        const [{ command }] = await Promise.all([client.query({ name: 'commit', text: 'commit' }), vouched])
        if (command !== 'COMMIT') throw new Error('The transaction was rolled back.')
        return result
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => (broken = lost))
        throw error
      } finally {
        client.release(broken)
      }
    },
    listen: (channel, hear) => listenOn(connectionString, channel, hear),
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  }
}

async function listenOn(
  connectionString: string,
  channel: string,
  hear: (payload: string) => void,
): Promise<() => Promise<void>> {
  let closed = false
  let client: pg.Client | undefined
  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({ connectionString, application_name: 'continuum-changes' })
    next.on('error', () => {})
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    next.on('end', () => closed || setTimeout(() => void connect().catch(() => {}), 1_000).unref())
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      client = next
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
  }
  await connect()
  return async () => {
    closed = true
    await client?.end().catch(() => {})
  }
}
