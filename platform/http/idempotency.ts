// A write repeated with the same Idempotency-Key is answered with the first answer; the key, the caller and the answer are one transaction with the write.
import { createHash } from 'node:crypto'
import type { ColumnType } from 'kysely'
import type { Route, Secret } from '../capability.ts'
import { blindIndex } from '../crypto/agencyKeys.ts'
import { json, type Tx } from '../db.ts'
import { refuse } from '../refusal.ts'
import { systemStaff, type Work } from '../work.ts'

declare module '../db.ts' {
  interface Tables {
    idempotencyKey: {
      agencyId: ColumnType<string, never, never>
      caller: string
      key: string
      route: string
      fingerprint: Buffer
      status: number | null
      answer: unknown
      createdAt: ColumnType<string, never, never>
    }
  }
}

type Asked = Pick<Route, 'method' | 'path' | 'secret'>
const nameOf = ({ method, path }: Asked): string => `${method} ${path}`

export interface Answer {
  status: number
  answer: unknown
}
const nobody = '00000000-0000-0000-0000-000000000000'
const callerOf = (work: Work): string => (work.staff.id === systemStaff ? nobody : work.staff.id)

/** Null when this is the first time; the kept answer when it is a repeat; 422 when the key was used for something else. */
export async function recall(work: Work, key: string, asked: Asked, body: unknown): Promise<Answer | null> {
  const route = nameOf(asked)
  const fingerprint = await fingerprintOf(work, JSON.stringify(body ?? null), asked.secret)
  const caller = callerOf(work)
  const fresh = await work.tx
    .insertInto('idempotencyKey')
    .values({ caller, key, route, fingerprint, status: null, answer: null })
    .onConflict((seen) => seen.doNothing())
    .executeTakeFirst()
  if (fresh.numInsertedOrUpdatedRows === 1n) return null
  const kept = await work.tx
    .selectFrom('idempotencyKey')
    .select(['fingerprint', 'status', 'answer'])
    .where('caller', '=', caller)
    .where('key', '=', key)
    .where('route', '=', route)
    .executeTakeFirstOrThrow()
  if (!kept.fingerprint.equals(fingerprint))
    refuse('idempotency.reused', 'This Idempotency-Key was already used for another request.')
  return { status: kept.status ?? 200, answer: kept.answer }
}

/** A digest of few possible words could be guessed from a copy of the table: a keyed one cannot. */
const fingerprintOf = async (work: Work, body: string, secret: Secret | undefined): Promise<Buffer> =>
  secret ? blindIndex(work, 'request', body) : createHash('sha256').update(body).digest()

export async function remember(work: Work, key: string, asked: Asked, { status, answer }: Answer): Promise<void> {
  await work.tx
    .updateTable('idempotencyKey')
    .set({ status, answer: json(asked.secret === 'body and answer' ? null : (answer ?? null)) })
    .where('caller', '=', callerOf(work))
    .where('key', '=', key)
    .where('route', '=', nameOf(asked))
    .execute()
}

/** Kept 72 hours at least (M6), then forgotten by a job. */
export async function forgetOldAnswers(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('idempotencyKey').where('createdAt', '<', before).execute()
}
