// Verifies an agency's audit against itself, its keys and its witness: every leaf recomputed, every root, every checkpoint that was ever published.
import type { Tx } from '../db.ts'
import { openCheckpoint, type Checkpoint, type VerifierKey } from './checkpoint.ts'
import { nameOf, readRestore, untoldOf, type DeliberateRestore } from './deliberate.ts'
import type { MacKey } from './keys.ts'
import { leafOf, payloadDigest } from './leaf.ts'
import { notVouchedFor, type Written } from './macs.ts'
import { authorityOf } from './redaction.ts'
import {
  checkpointsOf,
  takeTime,
  emptyMacs,
  macsOf,
  sealedFrom,
  sealStateOf,
  unsealedEvents,
  type SealedEvent,
  type StoredEvent,
} from './record.ts'
import { append, nothingSealed, rootOf, type CompactRange } from './tree.ts'

export interface Trust {
  origin: string
  /** Public keys whose signature counts. */
  keys: VerifierKey[]
  /** The application's keys; without them nobody can say who wrote what is not sealed, and it is not asked. */
  macs: MacKey[] | null
  /** What the witness holds, read before the database; null without one, and then a rollback cannot be seen. */
  witnessed: string[] | null
  /** Statements about deliberate restores, from the witness too. */
  restores?: string[]
}
export interface Finding {
  /** What is wrong, as a word. */
  kind: string
  /** Where: an event's id, a leaf's position, a checkpoint's size, a transaction. */
  at: string
}
export interface Verdict {
  sealed: number
  waiting: number
  checkpoints: number
  witnessed: number
  shredded: number
  findings: Finding[]
  /** Deliberate restores somebody answers for, oldest first: what they gave up is not a finding. */
  restores: DeliberateRestore[]
  /** What the witness holds and the record contradicts, unless it was given up. */
  contradicted: Checkpoint[]
  /** Statements that the audit does not hold, unless they were given up. */
  untold: DeliberateRestore[]
}

const page = 5_000

/** Reads everything once. Of one fault it may tell several findings; of none it tells none. */
export async function verifyAudit(tx: Tx, trust: Trust): Promise<Verdict> {
  const findings: Finding[] = []
  const find = (kind: string, at: string | number): void => void findings.push({ kind, at: String(at) })
  await takeTime(tx)
  const state = await sealStateOf(tx)
  const stored = await checkpointsOf(tx)
  const restores = restoresOf(trust, find)
  const givenUp = new Set(restores.flatMap((each) => each.givenUp))
  const kept = (claim: Checkpoint | Finding) => givenUp.size === 0 || !('root' in claim && givenUp.has(nameOf(claim)))
  const witnessed = (trust.witnessed ?? []).map((note) => claimOf(note, trust, null, 'witness')).filter(kept)
  const claims = [...stored.map(({ size, note }) => claimOf(note, trust, size, 'checkpoint')), ...witnessed]
  for (const claim of claims) if ('kind' in claim) find(claim.kind, claim.at)
  const checkpoints = claims.filter((claim): claim is Checkpoint => 'root' in claim)
  const firstSize = Math.min(...checkpoints.map(({ size }) => size))
  for (const { point, digest } of restores) if (!givenUp.has(digest)) checkpoints.push({ origin: trust.origin, ...point })
  if (state.size > 0) checkpoints.push({ origin: trust.origin, size: state.size, root: rootOf(state) })
  const walk = await walkTree(tx, { trust, checkpoints, firstSize, find })
  if ((stored.at(-1)?.size ?? 0) < state.size) find('checkpoint-missing', state.size)
  const sizes = new Set(stored.map(({ size }) => size))
  const missing = witnessed.filter((claim) => 'root' in claim).filter(({ size }) => !sizes.has(size))
  for (const { size } of missing) find('checkpoint-missing', size)
  const waiting = await unsealedEvents(tx, state)
  for (const event of waiting) {
    inspect(event, find, walk.shredded)
    if (event.early) find('event-slipped-in', event.id)
  }
  if (trust.macs) {
    await checkMacs(tx, waiting, trust.macs, find)
    for (const name of await emptyMacs(tx)) find('event-missing', `transaction ${name}`)
  }
  for (const event of await authorityOf(tx, walk.shredded)) find('payload-removed-without-authority', event)
  const untold = (await untoldOf(tx, restores)).filter(({ digest }) => !givenUp.has(digest))
  for (const { digest } of untold) find('restore-not-in-the-audit', digest)
  return {
    sealed: walk.range.size,
    waiting: waiting.length,
    checkpoints: stored.length,
    witnessed: trust.witnessed?.length ?? 0,
    shredded: walk.shredded.length,
    findings,
    restores,
    contradicted: witnessed
      .filter((claim) => 'root' in claim)
      .filter((claim) => walk.contradicted.has(claim) || missing.includes(claim)),
    untold,
  }
}

type Find = (kind: string, at: string | number) => void

/** Statements that count; one that nobody we trust signed for this log is itself a finding. */
function restoresOf({ restores = [], ...trust }: Trust, find: Find): DeliberateRestore[] {
  return restores.flatMap((note) => {
    const restore = readRestore(note, trust)
    if (!restore) find('restore-not-signed', `witness ${note.split('\n')[3] ?? ''}`)
    return restore ?? []
  })
}

/** What a note says, or what is wrong with it. */
function claimOf(note: string, trust: Trust, size: number | null, where: string): Checkpoint | Finding {
  const checkpoint = openCheckpoint(note, trust.keys)
  const at = `${where} ${size ?? note.split('\n')[1]}`
  if (!checkpoint) return { kind: 'checkpoint-not-signed', at }
  if (checkpoint.origin !== trust.origin) return { kind: 'checkpoint-of-another-log', at }
  return size !== null && checkpoint.size !== size ? { kind: 'checkpoint-replayed', at } : checkpoint
}

interface Walking {
  trust: Trust
  checkpoints: Checkpoint[]
  /** What the first checkpoint sealed may be older than the application's keys. */
  firstSize: number
  find: Find
}

/** Grows the tree leaf by leaf, recomputing each from its event, and compares every claim about it when its size is reached. */
async function walkTree(
  tx: Tx,
  { trust, checkpoints, firstSize, find }: Walking,
): Promise<{ range: CompactRange; shredded: string[]; contradicted: Set<Checkpoint> }> {
  let range = nothingSealed
  const shredded: string[] = []
  const contradicted = new Set<Checkpoint>()
  const claimed = Map.groupBy(checkpoints, ({ size }) => size)
  let carried: StoredEvent[] = []
  for (let rows = await sealedFrom(tx, 0, page); rows.length > 0; rows = await sealedFrom(tx, rows.at(-1)!.position + 1, page)) {
    for (const row of rows) {
      if (row.position !== range.size) find('leaf-missing', range.size)
      inspectLeaf(row, find, shredded)
      range = append(range, row.hash).range
      for (const claim of claimed.get(range.size) ?? []) {
        if (claim.root.equals(rootOf(range))) continue
        find('history-differs', range.size)
        contradicted.add(claim)
      }
    }
    if (!trust.macs) continue
    const vouchable = [...carried, ...rows.filter(({ position }) => position >= firstSize).flatMap(({ event }) => event ?? [])]
    const last = rows.length === page ? vouchable.at(-1) : undefined
    carried = vouchable.filter(({ xid, incarnation }) => xid === last?.xid && incarnation === last.incarnation)
    await checkMacs(tx, vouchable.slice(0, vouchable.length - carried.length), trust.macs, find)
  }
  if (trust.macs) await checkMacs(tx, carried, trust.macs, find)
  for (const [size, claims] of claimed) {
    if (size <= range.size) continue
    find('rolled-back', size)
    for (const claim of claims) contradicted.add(claim)
  }
  return { range, shredded, contradicted }
}

function inspectLeaf({ position, eventId, hash, event }: SealedEvent, find: Find, shredded: string[]): void {
  if (!event) return find('event-missing', eventId)
  inspect(event, find, shredded)
  if (!event.leaf.equals(hash)) find('leaf-changed', position)
}

/** The event's own consistency: its leaf is that of its columns, its payload the one that was digested. */
function inspect(event: StoredEvent, find: Find, shredded: string[]): void {
  const { id, leaf, payload, salt, payloadDigest: digest } = event
  if (!leafOf(event).equals(leaf)) find('event-changed', id)
  if (digest === null) {
    if (payload !== null || salt !== null) find('payload-changed', id)
  } else if (payload === null && salt === null) shredded.push(id)
  else if (payload === null || salt === null || payloadDigest(salt, payload).toString('hex') !== digest)
    find('payload-changed', id)
}

async function checkMacs(tx: Tx, events: StoredEvent[], keys: MacKey[], find: Find): Promise<void> {
  if (events.length === 0) return
  const written = events.map(({ id, incarnation, xid, leaf }): Written => ({
    id: Number(id),
    incarnation: Number(incarnation),
    xid,
    leaf,
  }))
  const macs = await macsOf(tx, [...new Set(written.map(({ xid }) => xid))])
  for (const name of notVouchedFor(written, macs, keys)) find('not-written-by-the-application', `transaction ${name}`)
}
