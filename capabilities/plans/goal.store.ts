// Goals with the needs they answer. The tables goal and goal_need; scales and scores are read in from scale.store.ts.
import { sql, type Generated } from 'kysely'
import { newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Goal, NewGoal } from './goal.ts'
import type { Party } from './party.ts'
import { standing } from './scale.store.ts'

interface GoalRow extends Omit<NewGoal, 'owner' | 'needIds'> {
  id: string
  caseId: string
  ownerKind: Party['kind'] | null
  ownerStaffId: string | null
  ownerName: string | null
  lifecycleStatus: Generated<Goal['lifecycleStatus']>
  achievementStatus: Generated<Goal['achievementStatus']>
  startedOn: Generated<string | null>
  endedOn: Generated<string | null>
  endedBecause: Generated<string | null>
  version: Generated<number>
  createdAt: Generated<string>
}

declare module '../../platform/db.ts' {
  interface Tables {
    goal: GoalRow
    goalNeed: { agencyId: Generated<string>; caseId: string; goalId: string; needId: string; droppedAt: string | null; createdAt: Generated<string> }
  }
}

const columns = [
  'id', 'caseId', 'clientWords', 'statement', 'domain', 'measure', 'measureDeclinedReason', 'baselineText', 'targetText', 'targetDate', 'horizon',
  'importance', 'confidence', 'ownerKind', 'ownerStaffId', 'ownerName', 'isClientWish', 'lifecycleStatus', 'achievementStatus', 'startedOn',
  'endedOn', 'endedBecause', 'version',
] as const

const needIds = sql<string[]>`array(
  select n.need_id from goal_need n where n.case_id = goal.case_id and n.goal_id = goal.id and n.dropped_at is null order by n.created_at, n.need_id)`

export async function goalsOfCase(tx: Tx, caseId: string, id?: string): Promise<Goal[]> {
  let rows = tx.selectFrom('goal').select([...columns, needIds.as('needIds'), standing.as('standing')]).where('caseId', '=', caseId).orderBy('createdAt').orderBy('id')
  if (id) rows = rows.where('id', '=', id)
  return (await rows.execute()).map(({ ownerKind, ownerStaffId, ownerName, standing: stands, ...goal }) => ({
    ...goal,
    owner: ownerKind && { kind: ownerKind, staffId: ownerStaffId, name: ownerName },
    ...stands,
  }))
}

export async function activeGoalIdsOf(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.selectFrom('goal').select('id').where('caseId', '=', caseId).where('lifecycleStatus', '=', 'active').execute()
  return rows.map(({ id }) => id)
}

export async function findGoal(tx: Tx, caseId: string, id: string): Promise<Goal> {
  const [goal] = await goalsOfCase(tx, caseId, id)
  return goal ?? notFound('goal')
}

export async function addGoal(tx: Tx, caseId: string, { owner, needIds: answered, ...wanted }: NewGoal): Promise<Goal> {
  const id = newId()
  await tx.insertInto('goal').values({ ...wanted, ...ownerColumns(owner), id, caseId }).execute()
  await linkNeeds(tx, caseId, id, answered)
  return findGoal(tx, caseId, id)
}

/** Saves only over the version that was seen. Which needs it answers is `linkNeeds`. */
export async function saveGoal(tx: Tx, goal: Goal, seen: number): Promise<Goal> {
  const { id, caseId, owner, needIds: _needIds, scale: _scale, level: _level, scoredOn: _scoredOn, version: _version, ...fields } = goal
  const { numUpdatedRows } = await tx
    .updateTable('goal')
    .set({ ...fields, ...ownerColumns(owner), version: seen + 1 })
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  const saved = await findGoal(tx, caseId, id)
  return numUpdatedRows ? saved : changed('goal', saved)
}

const ownerColumns = (owner: Party | null) => ({ ownerKind: owner?.kind ?? null, ownerStaffId: owner?.staffId ?? null, ownerName: owner?.name ?? null })

/** These and no others. Comes before the words of an agreed goal are saved, because it must have one. */
export async function linkNeeds(tx: Tx, caseId: string, goalId: string, answered: string[]): Promise<void> {
  let dropped = tx.updateTable('goalNeed').set({ droppedAt: sql<string>`authz.clock()` }).where('caseId', '=', caseId).where('goalId', '=', goalId).where('droppedAt', 'is', null)
  if (answered.length) dropped = dropped.where('needId', 'not in', answered)
  await dropped.execute()
  if (answered.length === 0) return
  await tx
    .insertInto('goalNeed')
    .values(answered.map((needId) => ({ caseId, goalId, needId, droppedAt: null })))
    .onConflict((link) => link.columns(['agencyId', 'goalId', 'needId']).doUpdateSet({ droppedAt: null }))
    .execute()
}
