// Reads the audit as it stands, for verification and export: events in the order of the tree, those not sealed yet, checkpoints, the state of the seal.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db.ts'
import type { AuditFields } from './leaf.ts'
import type { Mac } from './macs.ts'

export interface StoredEvent extends AuditFields {
  salt: Buffer | null
  /** As PostgreSQL writes jsonb: the text whose digest is in the leaf. */
  payload: string | null
  leaf: Buffer
}
export interface SealedEvent {
  position: number
  eventId: string
  hash: Buffer
  /** null when the leaf's event is not there. */
  event: StoredEvent | null
}
export interface SealState {
  size: number
  edge: Buffer[]
  incarnation: number
  horizon: string
  published: number
}

const eventColumns: RawBuilder<unknown> = sql`
  e.agency_id as "agencyId", e.incarnation::text, e.id::text, e.xid::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.actor, e.on_behalf_of as "onBehalfOf", e.sign_in_id as "signInId", e.request_id as "requestId", e.action, e.entity_type as "entityType",
  e.entity_id as "entityId", e.entity_version::text as "entityVersion", e.client_id as "clientId", e.purpose, e.outcome,
  encode(e.payload_digest, 'hex') as "payloadDigest", e.salt, e.payload::text as payload, e.leaf`

/** Hashing and signatures take longer than a transaction may usually be idle; reading holds up neither writers nor the sealer. */
export async function takeTime(tx: Tx): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', '0', true), set_config('statement_timeout', '0', true)`.execute(
    tx,
  )
}

export async function sealStateOf(tx: Tx): Promise<SealState> {
  const { rows } = await sql<SealState>`
    select size, edge, incarnation, horizon::text, published from audit_seal where agency_id = authz.agency()`.execute(tx)
  return rows[0] ?? { size: 0, edge: [], incarnation: 1, horizon: '0', published: 0 }
}

export async function checkpointsOf(tx: Tx): Promise<{ size: number; note: string; at: string }[]> {
  const { rows } = await sql<{ size: number; note: string; at: string }>`
    select size, note, at from audit_checkpoint where agency_id = authz.agency() order by size`.execute(tx)
  return rows
}

/** The next leaves from a position on, with their events. */
export const sealedFrom = (tx: Tx, position: number, limit: number): Promise<SealedEvent[]> =>
  sealedWhere(tx, sql`l.position >= ${position}`, limit)

/** The leaves at these positions, in order. */
export const eventsAt = (tx: Tx, positions: number[]): Promise<SealedEvent[]> =>
  sealedWhere(tx, sql`l.position = any (${positions}::bigint[])`, positions.length)

/** Leaves first, then their events by id: joined, an agency that nobody has counted yet would be read through once for each leaf. */
async function sealedWhere(tx: Tx, where: RawBuilder<unknown>, limit: number): Promise<SealedEvent[]> {
  const { rows: leaves } = await sql<{ position: number; eventId: string; hash: Buffer }>`
    select l.position, l.event_id::text as "eventId", l.hash from audit_leaf l
    where l.agency_id = authz.agency() and ${where} order by l.position limit ${limit}`.execute(tx)
  const { rows: events } = await sql<StoredEvent>`
    select ${eventColumns} from audit_event e
    where e.agency_id = authz.agency() and e.id = any (${leaves.map(({ eventId }) => eventId)}::bigint[])`.execute(tx)
  const byId = new Map(events.map((event) => [event.id, event]))
  return leaves.map((leaf) => ({ ...leaf, event: byId.get(leaf.eventId) ?? null }))
}

/** What compares all of one table with all of another reads each once, even where nobody has counted them yet. */
async function readingEachOnce<T>(tx: Tx, ask: () => Promise<T>): Promise<T> {
  const nestloop = (state: 'on' | 'off') => sql`select set_config('enable_nestloop', ${state}, true)`.execute(tx)
  await nestloop('off')
  const said = await ask()
  await nestloop('on')
  return said
}

/** Events that no leaf names; `early` when every transaction of their time has already been sealed. */
export async function unsealedEvents(tx: Tx, { incarnation, horizon }: SealState): Promise<(StoredEvent & { early: boolean })[]> {
  const unsealed = sql<StoredEvent & { early: boolean }>`
    select ${eventColumns}, (e.incarnation, e.xid) < (${incarnation}, ${horizon}::xid8) as early
    from audit_event e where e.agency_id = authz.agency()
      and not exists (select from audit_leaf l where l.agency_id = e.agency_id and l.event_id = e.id)
    order by e.incarnation, e.xid, e.id`
  return (await readingEachOnce(tx, () => unsealed.execute(tx))).rows
}

export async function macsOf(tx: Tx, xids: string[]): Promise<Mac[]> {
  const { rows } = await sql<Mac>`
    select incarnation, xid::text, key, mac from audit_mac where agency_id = authz.agency() and xid = any (${xids}::xid8[])`.execute(
    tx,
  )
  return rows
}

/** Transactions that were vouched for and of which no event is left. */
export async function emptyMacs(tx: Tx): Promise<string[]> {
  const empty = sql<{ name: string }>`
    select m.incarnation || '/' || m.xid::text as name from audit_mac m where m.agency_id = authz.agency()
      and not exists (select from audit_event e where e.agency_id = m.agency_id and e.incarnation = m.incarnation and e.xid = m.xid)`
  return (await readingEachOnce(tx, () => empty.execute(tx))).rows.map(({ name }) => name)
}
