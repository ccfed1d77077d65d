// The tables barrier and barrier_goal: what is in the way, and of which goals.
import { sql, type Generated } from 'kysely'
import { newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Barrier, BarrierType } from './barrier.ts'
import type { Party } from './party.ts'

interface BarrierRow {
  id: string
  caseId: string
  statement: string
  type: BarrierType
  ownerKind: Party['kind']
  ownerStaffId: string | null
  ownerName: string | null
  raisedOn: string
  resolvedOn: Generated<string | null>
  resolution: Generated<string | null>
  version: Generated<number>
}

declare module '../../platform/db.ts' {
  interface Tables {
    barrier: BarrierRow
    barrierGoal: { agencyId: Generated<string>; caseId: string; barrierId: string; goalId: string; droppedAt: string | null }
  }
}

const columns = ['id', 'caseId', 'statement', 'type', 'ownerKind', 'ownerStaffId', 'ownerName', 'raisedOn', 'resolvedOn', 'resolution', 'version'] as const

export async function barriersOfCase(tx: Tx, caseId: string, id?: string): Promise<Barrier[]> {
  let rows = tx.selectFrom('barrier').select(columns).where('caseId', '=', caseId).orderBy('raisedOn').orderBy('id')
  if (id) rows = rows.where('id', '=', id)
  const [barriers, links] = await Promise.all([
    rows.execute(),
    tx.selectFrom('barrierGoal').select(['barrierId', 'goalId']).where('caseId', '=', caseId).where('droppedAt', 'is', null).execute(),
  ])
  return barriers.map(({ ownerKind, ownerStaffId, ownerName, ...barrier }) => ({
    ...barrier,
    owner: { kind: ownerKind, staffId: ownerStaffId, name: ownerName },
    goalIds: links.filter(({ barrierId }) => barrierId === barrier.id).map(({ goalId }) => goalId),
  }))
}

export async function findBarrier(tx: Tx, caseId: string, id: string): Promise<Barrier> {
  const [barrier] = await barriersOfCase(tx, caseId, id)
  return barrier ?? notFound('barrier')
}

const ownerColumns = ({ kind, staffId, name }: Party) => ({ ownerKind: kind, ownerStaffId: staffId, ownerName: name })

export async function addBarrier(tx: Tx, caseId: string, { owner, goalIds, ...wanted }: Pick<Barrier, 'statement' | 'type' | 'owner' | 'goalIds' | 'raisedOn'>): Promise<Barrier> {
  const id = newId()
  await tx.insertInto('barrier').values({ ...wanted, ...ownerColumns(owner), id, caseId }).execute()
  await linkGoals(tx, caseId, id, goalIds)
  return findBarrier(tx, caseId, id)
}

/** Saves only over the version that was seen. */
export async function saveBarrier(tx: Tx, barrier: Barrier, seen: number): Promise<Barrier> {
  const { id, caseId, owner, goalIds, version: _, ...fields } = barrier
  await linkGoals(tx, caseId, id, goalIds)
  const { numUpdatedRows } = await tx
    .updateTable('barrier')
    .set({ ...fields, ...ownerColumns(owner), version: seen + 1 })
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  const saved = await findBarrier(tx, caseId, id)
  return numUpdatedRows ? saved : changed('barrier', saved)
}

async function linkGoals(tx: Tx, caseId: string, barrierId: string, goalIds: string[]): Promise<void> {
  let dropped = tx.updateTable('barrierGoal').set({ droppedAt: sql<string>`authz.clock()` }).where('caseId', '=', caseId).where('barrierId', '=', barrierId).where('droppedAt', 'is', null)
  if (goalIds.length) dropped = dropped.where('goalId', 'not in', goalIds)
  await dropped.execute()
  if (goalIds.length === 0) return
  await tx
    .insertInto('barrierGoal')
    .values(goalIds.map((goalId) => ({ caseId, barrierId, goalId, droppedAt: null })))
    .onConflict((link) => link.columns(['agencyId', 'barrierId', 'goalId']).doUpdateSet({ droppedAt: null }))
    .execute()
}
