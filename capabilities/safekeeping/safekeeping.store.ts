// Legal holds, purges and their approvals. What a purge removes, the database removes by its own function, which asks again for both approvals and every hold.
import { sql, type ColumnType } from 'kysely'
import { newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { ClientWork } from '../../platform/work.ts'
import type { Hold, NewHold } from './hold.ts'
import type { NewPurge, Purge, Reach } from './purge.ts'
import type { Verification } from './seal.ts'

type Made<T> = ColumnType<T, never, never>
type Later<T> = ColumnType<T, never, T>
declare module '../../platform/db.ts' {
  interface Tables {
    legalHold: {
      id: string
      clientId: string
      reason: string
      placedAt: Made<string>
      placedBy: Made<string | null>
      liftedAt: Later<string | null>
      liftedBy: Later<string | null>
      liftReason: Later<string | null>
      version: Later<number>
    }
    auditPurge: {
      id: string
      recordedBefore: string
      authority: string
      requestedAt: Made<string>
      requestedBy: Made<string>
      withdrawnAt: Later<string | null>
      withdrawnBy: Later<string | null>
      withdrawReason: Later<string | null>
      carriedOutAt: Later<string | null>
      carriedOutBy: Later<string | null>
      payloadsRemoved: Later<number | null>
      version: Later<number>
    }
    auditVerification: { id: string; verifiedAt: Made<string>; sealed: number; witnessed: number; findings: number; kinds: string[] }
    auditPurgeApproval: { purgeId: string; staffId: Made<string>; approvedAt: Made<string> }
  }
}

function holds(tx: Tx) {
  return tx.selectFrom('legalHold as h').innerJoin('clientLabel as c', 'c.id', 'h.clientId').leftJoin('staffLabel as s', 's.id', 'h.placedBy').leftJoin('staffLabel as l', 'l.id', 'h.liftedBy')
    .select(['h.id', 'h.clientId', 'c.displayName as clientName', 'h.reason', 'h.placedAt', 's.name as placedByName', 'h.liftedAt', 'l.name as liftedByName', 'h.liftReason', 'h.version'])
}

export const holdsOf = (tx: Tx, clientId: string): Promise<Hold[]> => holds(tx).where('h.clientId', '=', clientId).orderBy('h.placedAt', 'desc').orderBy('h.id').execute()

export const allHolds = (tx: Tx): Promise<Hold[]> =>
  holds(tx).orderBy(sql`h.lifted_at is not null`).orderBy('h.placedAt', 'desc').orderBy('h.id').limit(200).execute()

export async function addHold({ tx, clientId }: ClientWork, { id = newId(), reason }: NewHold): Promise<string> {
  await tx.insertInto('legalHold').values({ id, clientId, reason }).execute()
  return id
}

/** @throws legal-hold.changed (409) when it was lifted meanwhile */
export async function endHold({ tx, now, staff }: ClientWork, hold: Hold, liftReason: string): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('legalHold').set({ liftedAt: now, liftedBy: staff.id, liftReason, version: hold.version + 1 })
    .where('id', '=', hold.id).where('version', '=', hold.version).executeTakeFirst()
  if (numUpdatedRows === 0n) changed('legal-hold', null)
}

export async function purges(tx: Tx, id?: string): Promise<Purge[]> {
  const [all, approvals] = await Promise.all([
    tx.selectFrom('auditPurge as p').leftJoin('staffLabel as s', 's.id', 'p.requestedBy').leftJoin('staffLabel as w', 'w.id', 'p.withdrawnBy').leftJoin('staffLabel as d', 'd.id', 'p.carriedOutBy')
      .select(['p.id', 'p.recordedBefore', 'p.authority', 'p.requestedAt', 'p.requestedBy', 's.name as requestedByName', 'p.withdrawnAt', 'w.name as withdrawnByName', 'p.withdrawReason',
        'p.carriedOutAt', 'd.name as carriedOutByName', 'p.payloadsRemoved', 'p.version'])
      .$if(id !== undefined, (query) => query.where('p.id', '=', id ?? '')).orderBy('p.requestedAt', 'desc').orderBy('p.id').limit(100).execute(),
    tx.selectFrom('auditPurgeApproval as a').leftJoin('staffLabel as s', 's.id', 'a.staffId').select(['a.purgeId', 'a.staffId', 's.name', 'a.approvedAt as at'])
      .orderBy('a.approvedAt').execute(),
  ])
  const of = Map.groupBy(approvals, ({ purgeId }) => purgeId)
  return all.map((each) => ({ ...each, approvals: (of.get(each.id) ?? []).map(({ staffId, name, at }) => ({ staffId, name, at })) }))
}

export async function findPurge(tx: Tx, id: string): Promise<Purge> {
  const [found] = await purges(tx, id)
  return found ?? notFound('audit-purge')
}

export async function addPurge(tx: Tx, { id = newId(), recordedBefore, authority }: NewPurge): Promise<string> {
  await tx.insertInto('auditPurge').values({ id, recordedBefore, authority }).execute()
  return id
}

export async function addApproval(tx: Tx, purgeId: string): Promise<void> {
  await tx.insertInto('auditPurgeApproval').values({ purgeId }).execute()
}

export async function endPurge(tx: Tx, purge: Purge, end: { withdrawnAt: string; withdrawnBy: string; withdrawReason: string } | { carriedOutAt: string; carriedOutBy: string; payloadsRemoved: number }): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('auditPurge').set({ ...end, version: purge.version + 1 }).where('id', '=', purge.id).where('version', '=', purge.version).executeTakeFirst()
  if (numUpdatedRows === 0n) changed('audit-purge', null)
}

/** Ids of the audit events whose payloads are gone now. */
export async function shredPayloads(tx: Tx, purgeId: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select authz.shred_payloads(${purgeId}) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function reachOf(tx: Tx, recordedBefore: string): Promise<Reach> {
  const { rows } = await sql<Reach>`select removes, held from authz.reach_of_purge(${recordedBefore})`.execute(tx)
  return rows[0] ?? { removes: 0, held: 0 }
}

export async function addVerification(tx: Tx, { sealed, witnessed, findings, kinds }: Omit<Verification, 'verifiedAt'>): Promise<void> {
  await tx.insertInto('auditVerification').values({ id: newId(), sealed, witnessed, findings, kinds }).execute()
}

export async function lastVerification(tx: Tx): Promise<Verification | null> {
  const last = await tx.selectFrom('auditVerification').select(['verifiedAt', 'sealed', 'witnessed', 'findings', 'kinds']).orderBy('verifiedAt', 'desc').limit(1).executeTakeFirst()
  return last ?? null
}
