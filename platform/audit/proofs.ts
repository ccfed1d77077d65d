// Proofs from the tables of the seal: reads at most a few blocks of 256 hashes, however long the audit is.
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import { append, inclusionProof, consistencyProof, nothingSealed, rootOf, type HashOf } from './tree.ts'

const block = 8

/** Hashes of complete subtrees for the proofs of one request: each block of 256 is read once. */
export function hashesOf(tx: Tx): HashOf {
  const blocks = new Map<string, Promise<Buffer[]>>()
  const read = async (level: number, from: number): Promise<Buffer[]> => {
    const to = from + 2 ** block
    const { rows } =
      level === 0
        ? await sql<{
            hash: Buffer
          }>`select hash from audit_leaf where agency_id = authz.agency() and position >= ${from} and position < ${to} order by position`.execute(
            tx,
          )
        : await sql<{
            hash: Buffer
          }>`select hash from audit_node where agency_id = authz.agency() and level = ${level} and position >= ${from} and position < ${to} order by position`.execute(
            tx,
          )
    return rows.map(({ hash }) => hash)
  }
  return async (level, position) => {
    const stored = level - (level % block)
    const [first, count] = [position * 2 ** (level - stored), 2 ** (level - stored)]
    const from = first - (first % 2 ** block)
    const name = `${stored}/${from}`
    const hashes = await (blocks.get(name) ?? blocks.set(name, read(stored, from)).get(name)!)
    const own = hashes.slice(first - from, first - from + count)
    if (own.length !== count) throw new Error('The seal is incomplete: a hash of the tree is missing.')
    return rootOf(own.reduce((range, hash) => append(range, hash).range, nothingSealed))
  }
}

export interface Proven {
  eventId: number
  index: number
  leaf: Buffer
  proof: Buffer[]
}
export interface Proofs {
  /** The signed checkpoint the proofs lead to; null when nothing of it is sealed yet. */
  checkpoint: { size: number; at: string; note: string } | null
  events: Proven[]
}

/** Inclusion proofs of these events under the first checkpoint that holds them all; one that is not sealed yet is left out. */
export async function proofsOf(tx: Tx, eventIds: number[]): Promise<Proofs> {
  const leaves = await sql<{ eventId: number; index: number; leaf: Buffer }>`
    select event_id as "eventId", position as index, hash as leaf from audit_leaf
    where agency_id = authz.agency() and event_id = any (${eventIds}::bigint[]) order by position`.execute(tx)
  const last = leaves.rows.at(-1)
  if (!last) return { checkpoint: null, events: [] }
  const holding = await sql<{ size: number; at: string; note: string }>`
    select size, at, note from audit_checkpoint where agency_id = authz.agency() and size > ${last.index} order by size limit 1`.execute(
    tx,
  )
  const checkpoint = holding.rows[0]
  if (!checkpoint) return { checkpoint: null, events: [] }
  const hashOf = hashesOf(tx)
  const events = await Promise.all(
    leaves.rows.map(async (each) => ({ ...each, proof: await inclusionProof(hashOf, each.index, checkpoint.size) })),
  )
  return { checkpoint, events }
}

export const consistencyOf = (tx: Tx, earlier: number, size: number): Promise<Buffer[]> =>
  consistencyProof(hashesOf(tx), earlier, size)
