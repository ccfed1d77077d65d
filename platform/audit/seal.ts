// The sealer: appends what every ended transaction wrote down to the agency's tree and signs how far it came. Writers never wait for it.
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { Work } from '../work.ts'
import { readNote, signNote, signersOf, textOf } from './checkpoint.ts'
import { originOf, trustedOf, type Keyring } from './keys.ts'
import { unvouched, type Written } from './macs.ts'
import { append, rootOf, type Subtree } from './tree.ts'

/** More than this in one round would hold too much in memory; the rest follows in the next. */
const mostAtOnce = 20_000

export interface Sealed {
  /** Leaves in the tree after this round. */
  size: number
  added: number
  /** Transactions of this round whose application HMAC is missing or wrong, by the number of their transaction. */
  unvouched: string[]
}
interface Standing {
  size: number
  edge: Buffer[]
  incarnation: number
  horizon: string
}

/**
 * One round, in the system's own transaction. `null` when another sealer is at it. Every transaction below the snapshot's xmin has
 * ended, so what it wrote is visible and final: each committed event is sealed exactly once, and a rollback leaves no gap.
 */
export async function sealAgency(work: Work, keys: Keyring): Promise<Sealed | null> {
  const { tx, agencyId } = work
  const lock = await sql<{
    ours: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`seal ${agencyId}`}, 0)) as ours`.execute(tx)
  if (!lock.rows[0]?.ours) return null
  const standing = await standingOf(tx)
  const now = await sql<{ incarnation: number; horizon: string }>`
    select house.this_incarnation() as incarnation, pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(tx)
  const { events, until } = await endedSince(tx, standing, now.rows[0]!)
  if (events.length === 0) {
    if (until.horizon !== standing.horizon) await keepStanding(tx, { ...standing, ...until })
    return { size: standing.size, added: 0, unvouched: [] }
  }
  let range = { size: standing.size, edge: standing.edge }
  const complete: Subtree[] = []
  for (const { leaf } of events) {
    const grown = append(range, leaf)
    range = grown.range
    complete.push(...grown.complete.filter(({ level }) => level > 0 && level % 8 === 0))
  }
  await addLeaves(tx, standing.size, events)
  if (complete.length > 0) await addNodes(tx, complete)
  const note = await signedNote(tx, keys, agencyId, { size: range.size, root: rootOf(range) })
  await sql`insert into audit_checkpoint (size, note) values (${range.size}, ${note})`.execute(tx)
  await keepStanding(tx, { ...range, ...until })
  const wrong = standing.size === 0 ? [] : await unvouched(tx, keys.macs, events)
  return { size: range.size, added: events.length, unvouched: wrong }
}

async function standingOf(tx: Tx): Promise<Standing> {
  await sql`insert into audit_seal (incarnation) values (house.this_incarnation()) on conflict do nothing`.execute(tx)
  const { rows } =
    await sql<Standing>`select size, edge, incarnation, horizon::text from audit_seal where agency_id = authz.agency() for update`.execute(
      tx,
    )
  return rows[0]!
}

type Until = Pick<Standing, 'incarnation' | 'horizon'>

async function endedSince(tx: Tx, from: Standing, now: Until): Promise<{ events: Written[]; until: Until }> {
  const { rows } = await sql<Written>`
    select id, incarnation, xid::text, leaf from audit_event
    where agency_id = authz.agency() and (incarnation, xid) >= (${from.incarnation}, ${from.horizon}::xid8)
      and (incarnation < ${now.incarnation} or xid < ${now.horizon}::xid8)
    order by incarnation, xid, id limit ${mostAtOnce}`.execute(tx)
  const last = rows.at(-1)
  if (rows.length < mostAtOnce || !last) return { events: rows, until: now }
  const whole = rows.filter(({ xid, incarnation }) => xid !== last.xid || incarnation !== last.incarnation)
  if (whole.length > 0) return { events: whole, until: { incarnation: last.incarnation, horizon: last.xid } }
  const rest = await sql<Written>`
    select id, incarnation, xid::text, leaf from audit_event
    where agency_id = authz.agency() and incarnation = ${last.incarnation} and xid = ${last.xid}::xid8 order by id`.execute(tx)
  return { events: rest.rows, until: { incarnation: last.incarnation, horizon: String(BigInt(last.xid) + 1n) } }
}

async function addLeaves(tx: Tx, from: number, events: Written[]): Promise<void> {
  await sql`insert into audit_leaf (position, event_id, hash)
    select ${from} + ordinal - 1, event_id, hash from unnest(${events.map(({ id }) => id)}::bigint[], ${events.map(({ leaf }) => leaf)}::bytea[])
      with ordinality added (event_id, hash, ordinal)`.execute(tx)
}

async function addNodes(tx: Tx, nodes: Subtree[]): Promise<void> {
  await sql`insert into audit_node (level, position, hash) select * from unnest(${nodes.map(({ level }) => level)}::int[],
    ${nodes.map(({ position }) => position)}::bigint[], ${nodes.map(({ hash }) => hash)}::bytea[])`.execute(tx)
}

/** Signed by the newest key and, the first time after a rotation, by the one that signed before. */
async function signedNote(tx: Tx, keys: Keyring, agencyId: string, tree: { size: number; root: Buffer }): Promise<string> {
  const { rows } = await sql<{
    note: string
  }>`select note from audit_checkpoint where agency_id = authz.agency() order by size desc limit 1`.execute(tx)
  const before = rows[0] ? readNote(rows[0].note) : null
  const trusted = trustedOf(keys)
  const signed = before ? signersOf(before, trusted).map((key) => keys.signers[trusted.indexOf(key)]!) : []
  const newest = keys.signers.at(-1)!
  const handsOver = signed.length > 0 && !signed.includes(newest)
  return signNote(textOf({ origin: originOf(keys, agencyId), ...tree }), handsOver ? [...signed, newest] : [newest])
}

async function keepStanding(tx: Tx, { size, edge, incarnation, horizon }: Standing): Promise<void> {
  await sql`update audit_seal set size = ${size}, edge = ${edge}::bytea[], incarnation = ${incarnation}, horizon = ${horizon}::xid8, version = version + 1
    where agency_id = authz.agency()`.execute(tx)
}
