// Scales and scores of goals: the tables goal_scale and goal_score. Scores are added, never changed.
import { sql, type ColumnType, type Generated } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed } from '../../platform/refusal.ts'
import type { Achievement } from './goal.ts'
import type { Level, NewScale, Scale, Scorer } from './scale.ts'

export interface Score {
  id: string
  goalId: string
  scaleId: string | null
  level: Level | null
  achievement: Achievement
  scoredBy: Scorer
  scoredOn: string
  evidence: string
  recordedAt: string
  recordedBy: string | null
}

declare module '../../platform/db.ts' {
  interface Tables {
    goalScale: Omit<Scale, 'baseline' | 'baselineOn' | 'baselineBy'> & {
      caseId: string
      goalId: string
      baseline: Generated<Level | null>
      baselineOn: Generated<string | null>
      baselineBy: Generated<Scorer | null>
      supersededOn: Generated<string | null>
    }
    goalScore: Omit<Score, 'recordedAt' | 'recordedBy'> & {
      caseId: string
      recordedAt: ColumnType<string, never, never>
      recordedBy: ColumnType<string | null, never, never>
    }
  }
}

export interface Standing {
  scale: Scale | null
  level: Level | null
  scoredOn: string | null
}

/** Where the goal of the row stands: its current scale, and the latest level given against it with its day. */
export const standing = sql<Standing>`coalesce((
  select json_build_object(
    'scale', json_build_object('id', s.id, 'revision', s.revision, 'texts', s.texts, 'weight', s.weight, 'baseline', s.baseline,
      'baselineOn', s.baseline_on, 'baselineBy', s.baseline_by),
    'level', latest.level, 'scoredOn', latest.scored_on)
  from goal_scale s
  left join lateral (
    select r.level, r.scored_on from goal_score r
    where r.goal_id = s.goal_id and r.scale_id = s.id and r.level is not null
    order by r.scored_on desc, r.recorded_at desc, r.id desc limit 1) latest on true
  where s.case_id = goal.case_id and s.goal_id = goal.id and s.superseded_on is null),
  '{"scale": null, "level": null, "scoredOn": null}')`

export async function addScale(tx: Tx, caseId: string, goalId: string, { texts, weight }: NewScale, revision: number): Promise<void> {
  await tx.insertInto('goalScale').values({ id: newId(), caseId, goalId, revision, texts: json(texts), weight }).execute()
}

/** Only a scale without a baseline is rewritten; the database refuses the rest (INV-27). */
export async function saveScale(tx: Tx, goalId: string, { id, texts, weight, baseline, baselineOn, baselineBy }: Scale): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('goalScale')
    .set({ texts: json(texts), weight, baseline, baselineOn, baselineBy })
    .where('goalId', '=', goalId)
    .where('id', '=', id)
    .where('baseline', 'is', null)
    .where('supersededOn', 'is', null)
    .executeTakeFirst()
  if (!numUpdatedRows) changed('goal', null)
}

export async function supersedeScale(tx: Tx, goalId: string, today: string): Promise<void> {
  await tx.updateTable('goalScale').set({ supersededOn: today }).where('goalId', '=', goalId).where('supersededOn', 'is', null).execute()
}

export async function addScore(tx: Tx, caseId: string, score: Omit<Score, 'id' | 'recordedAt' | 'recordedBy'>): Promise<void> {
  await tx.insertInto('goalScore').values({ ...score, id: newId(), caseId }).execute()
}

/** Every report on a goal, newest first, with the words of the level it was scored against. */
export function scoresOfGoal(tx: Tx, caseId: string, goalId: string) {
  return tx
    .selectFrom('goalScore')
    .leftJoin('goalScale', 'goalScale.id', 'goalScore.scaleId')
    .leftJoin('staffLabel', 'staffLabel.id', 'goalScore.recordedBy')
    .select(['goalScore.id', 'level', 'achievement', 'scoredBy', 'scoredOn', 'evidence', 'goalScore.recordedAt', 'revision', 'texts', 'staffLabel.name as recordedByName'])
    .where('goalScore.caseId', '=', caseId)
    .where('goalScore.goalId', '=', goalId)
    .orderBy('scoredOn', 'desc')
    .orderBy('goalScore.recordedAt', 'desc')
    .limit(200)
    .execute()
}
