// The one door to the database. The pool stays in here; a transaction opens with a signed access context in the same
// round trip as `begin`, and the only way to get one is `inTransaction`.
import { Kysely, sql, type RawBuilder } from 'kysely'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { MacKey } from './audit/keys.ts'
import { beginVouching, vouchedBy } from './audit/vouch.ts'
import { camelCased } from './naming.ts'
import { dialectOver, PipelinedConnection } from './pipeline.ts'

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

export interface Database {
  /** Runs `act` in one transaction; `null` for who entered: the door stayed shut. Rolls back when it throws. */
  inTransaction<T>(door: Door, act: (tx: Tx, entered: Entered | null) => Promise<T>): Promise<T>
  /** Resolves on the notices of a channel until closed; reconnects by itself. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
  ping(): Promise<void>
  close(): Promise<void>
}

interface Line {
  connection: PipelinedConnection
  tx: Tx
}
const lines = new WeakMap<pg.PoolClient, Line>()
/** One Kysely for each connection, kept as long as the connection. */
function lineOver(client: pg.PoolClient): Line {
  const known = lines.get(client)
  if (known) return known
  const connection = new PipelinedConnection(client)
  const tx = new Kysely<Tables>({ dialect: dialectOver(connection) })
  const made = { connection, tx }
  lines.set(client, made)
  return made
}

/** A statement that comes again is planned once for each connection, whatever it is asked with: under row-level security planning costs more than running. */
const planOnce = '-c plan_cache_mode=force_generic_plan'

interface Opening {
  max?: number
  /** PostgreSQL's own settings for every connection, as in `-c name=value` */
  options?: string
  /** Vouches for what each transaction wrote to the audit. Without it, verification says that nobody did. */
  auditKey?: MacKey
}

export function openDatabase(connectionString: string, { max = 20, options = '', auditKey }: Opening = {}): Database {
  const pool = new pg.Pool({
    connectionString,
    max,
    options: `${planOnce} ${options}`,
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
      const { connection, tx } = lineOver(client)
      connection.beginsAnew()
      try {
        const begun = connection.ask({ name: 'begin', text: 'begin' })
        const knocked = door.kind === 'none' ? null : connection.ask(knock(door))
        const [, rows] = await Promise.all([begun, knocked])
        const entered = rows?.rows[0] ? (camelCased(rows.rows[0]) as Entered) : null
        beginVouching(tx)
        const result = await act(tx, entered)
        const mac = vouchedBy(tx, auditKey)
        const vouched = mac && connection.ask(mac)
        const [{ command }] = await Promise.all([connection.ask({ name: 'commit', text: 'commit' }), vouched])
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
