// Scales and scores of goals: the tables goal_scale and goal_score. Scores are added, never changed.
import type { ColumnType, Generated } from 'kysely'
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

const scaleColumns = ['id', 'revision', 'texts', 'weight', 'baseline', 'baselineOn', 'baselineBy'] as const

export interface Standing {
  scale: Scale | null
  level: Level | null
  scoredOn: string | null
}

/** Where each scaled goal of a case stands: its current scale and the latest level given against it. */
export async function standingOf(tx: Tx, caseId: string): Promise<Map<string, Standing>> {
  const [scales, scores] = await Promise.all([
    tx.selectFrom('goalScale').select([...scaleColumns, 'goalId']).where('caseId', '=', caseId).where('supersededOn', 'is', null).execute(),
    tx
      .selectFrom('goalScore')
      .select(['scaleId', 'level', 'scoredOn'])
      .distinctOn('scaleId')
      .where('caseId', '=', caseId)
      .where('level', 'is not', null)
      .orderBy('scaleId')
      .orderBy('scoredOn', 'desc')
      .orderBy('recordedAt', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  ])
  const latest = new Map(scores.map(({ scaleId, ...score }) => [scaleId, score]))
  return new Map(scales.map(({ goalId, ...scale }) => [goalId, { scale, ...(latest.get(scale.id) ?? { level: null, scoredOn: null }) }]))
}

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
