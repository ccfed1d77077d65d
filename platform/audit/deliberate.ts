// A restore to an earlier time that somebody answers for: a signed statement that names the point gone back to and every checkpoint given up,
// kept by the witness and told in the audit. Without one, a database that is younger than its witness is a rollback.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import { readNote, signersOf, signNote, textOf, type Checkpoint } from './checkpoint.ts'
import type { Keyring } from './keys.ts'
import type { Trust } from './verify.ts'

export interface DeliberateRestore {
  /** Instant of the statement, ISO 8601. */
  at: string
  by: string
  reason: string
  /** The newest checkpoint that stands in both the record and the witness. */
  point: Pick<Checkpoint, 'size' | 'root'>
  /** Checkpoints, and earlier statements of this kind, that are no longer in the record, by `nameOf`. */
  givenUp: string[]
  /** SHA-256 of the whole note in hex: what the event in the audit carries. */
  digest: string
}
export const restoreAction = 'audit.restore-acknowledged'

export const digestOf = (text: string) => createHash('sha256').update(text).digest()
/** One word for a checkpoint (or statement) wherever it is kept and whoever cosigned it. */
export const nameOf = (checkpoint: Checkpoint): string => digestOf(textOf(checkpoint)).toString('base64')
const ownOrigin = (origin: string) => `${origin}/restored`

/** What a note says when a trusted key signed it for this log; null otherwise. */
export function readRestore(note: string, { origin, keys }: Pick<Trust, 'origin' | 'keys'>): DeliberateRestore | null {
  const parts = readNote(note)
  if (!parts || signersOf(parts, keys).length === 0) return null
  const [log, size = '', root = '', at = '', by = '', reason = '', ...givenUp] = parts.text.trimEnd().split('\n')
  if (log !== ownOrigin(origin) || !/^\d{1,16}$/.test(size)) return null
  const digest = digestOf(note).toString('hex')
  return { at, by, reason, point: { size: Number(size), root: Buffer.from(root, 'base64') }, givenUp, digest }
}

export function restoreNote(
  keys: Keyring,
  origin: string,
  { at, by, reason, point, givenUp }: Omit<DeliberateRestore, 'digest'>,
): string {
  const lines = [ownOrigin(origin), point.size, point.root.toString('base64'), at, by, reason, ...givenUp]
  return signNote(lines.map((line) => `${String(line)}\n`).join(''), keys.signers.slice(-1))
}

/** Statements whose event the audit does not hold: it was taken out, or the record went back once more. */
export async function untoldOf(tx: Tx, restores: DeliberateRestore[]): Promise<DeliberateRestore[]> {
  if (restores.length === 0) return []
  const { rows } = await sql<{ digest: string }>`select payload ->> 'digest' as digest from audit_event
    where agency_id = authz.agency() and action = ${restoreAction} and outcome = 'success'`.execute(tx)
  return restores.filter(({ digest }) => !rows.some((row) => row.digest === digest))
}
