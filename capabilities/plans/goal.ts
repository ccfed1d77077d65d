// What a goal is, how it moves and how it ends (INV-26, INV-27). Two fields, never one: its life cycle and its attainment.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'
import { Party } from './party.ts'
import { Level, Scorer, type Scale } from './scale.ts'

/** FHIR goal-status. */
export const LifecycleStatus = z.enum(['proposed', 'active', 'on-hold', 'completed', 'cancelled'])
export type LifecycleStatus = z.infer<typeof LifecycleStatus>

/** FHIR goal-achievement. */
export const Achievement = z.enum([
  'in-progress', 'improving', 'no-change', 'worsening', 'achieved', 'sustaining', 'not-achieved', 'no-progress', 'not-attainable',
])
export type Achievement = z.infer<typeof Achievement>

const ruler = z.number().int().min(0).max(10).nullable()
const sentence = (longest: number) => z.string().trim().max(longest)
const fields = {
  clientWords: z.string().trim().min(1, 'Write it in the client’s own words.').max(500),
  statement: sentence(500),
  domain: sentence(60),
  measure: sentence(300),
  measureDeclinedReason: sentence(300),
  baselineText: sentence(300),
  targetText: sentence(300),
  targetDate: Day.nullable(),
  horizon: z.enum(['short', 'long']),
  importance: ruler,
  confidence: ruler,
  owner: Party.nullable(),
  needIds: z.array(z.uuid()).max(20),
  isClientWish: z.boolean(),
}

/** A goal may be written in pieces, with the client on the screen; what an agreed goal needs is checked at agreement (INV-26). */
export const NewGoal = z.object({
  ...fields,
  statement: fields.statement.default(''),
  domain: fields.domain.default(''),
  measure: fields.measure.default(''),
  measureDeclinedReason: fields.measureDeclinedReason.default(''),
  baselineText: fields.baselineText.default(''),
  targetText: fields.targetText.default(''),
  targetDate: fields.targetDate.default(null),
  horizon: fields.horizon.default('short'),
  importance: ruler.default(null),
  confidence: ruler.default(null),
  owner: fields.owner.default(null),
  needIds: fields.needIds.default([]),
  isClientWish: fields.isClientWish.default(false),
})
export type NewGoal = z.infer<typeof NewGoal>

/** An edit names only what changes; what is left out stays. */
export const GoalChange = z.object(fields).partial()
export type GoalChange = z.infer<typeof GoalChange>

/** One report of how a goal is going: a level of its scale, or an attainment in FHIR words, or both. */
export const Progress = z
  .object({
    level: Level.nullable().default(null),
    achievement: Achievement.nullable().default(null),
    evidence: z.string().trim().max(2000).default(''),
    scoredBy: Scorer.default('practitioner'),
  })
  .refine(({ level, achievement }) => level !== null || achievement !== null, 'Say how far it is, or how it is going.')
export type Progress = z.infer<typeof Progress>

export const FinalAttainment = z.enum(['achieved', 'partly-achieved', 'not-achieved', 'cancelled'])
export type FinalAttainment = z.infer<typeof FinalAttainment>

export const Ending = z.object({ attainment: FinalAttainment, evidence: z.string().trim().max(2000).default('') })
export type Ending = z.infer<typeof Ending>

export interface Goal extends NewGoal {
  id: string
  caseId: string
  lifecycleStatus: LifecycleStatus
  achievementStatus: Achievement | null
  startedOn: string | null
  endedOn: string | null
  endedBecause: string | null
  scale: Scale | null
  level: Level | null // the latest score, by whoever gave it
  scoredOn: string | null
  version: number
}

const finals: Record<FinalAttainment, Pick<Goal, 'lifecycleStatus'> & { achievementStatus?: Achievement }> = {
  achieved: { lifecycleStatus: 'completed', achievementStatus: 'achieved' },
  'partly-achieved': { lifecycleStatus: 'completed', achievementStatus: 'improving' },
  'not-achieved': { lifecycleStatus: 'completed', achievementStatus: 'not-achieved' },
  cancelled: { lifecycleStatus: 'cancelled' },
}

/** A proposed goal becomes a goal of the agreed plan; others are already. */
export function begin(goal: Goal, today: string): Goal {
  if (goal.lifecycleStatus !== 'proposed') return goal
  return { ...goal, lifecycleStatus: 'active', achievementStatus: goal.achievementStatus ?? 'in-progress', startedOn: today }
}

/** INV-27: “achieved” is level 0 or better. Refuses `goal.not-active`, `goal.no-baseline`, `goal.level-short-of-achieved`, `goal.no-evidence`. */
export function progress(goal: Goal, report: Progress, today: string): Goal {
  if (goal.lifecycleStatus !== 'active' && goal.lifecycleStatus !== 'on-hold')
    refuse('goal.not-active', 'Progress is recorded on goals of an agreed plan that have not ended.')
  const { level, evidence } = report
  if (level !== null && (!goal.scale || goal.scale.baseline === null))
    refuse('goal.no-baseline', 'This goal has no scale with a baseline yet. Set the baseline first, then record the level.')
  const achievement = report.achievement ?? achievementAt(goal, level)
  const reached = achievement === 'achieved' || achievement === 'sustaining'
  if (reached && level !== null && level < 0)
    refuse('goal.level-short-of-achieved', 'A goal is achieved at level 0 or better. Record the level, or how it is going.')
  if ((reached || achievement === 'not-attainable') && evidence === '')
    refuse('goal.no-evidence', 'Say what shows it: what the client did, said or has now.')
  return { ...goal, level: level ?? goal.level, scoredOn: level === null ? goal.scoredOn : today, achievementStatus: achievement }
}

function achievementAt(goal: Goal, level: Level | null): Achievement {
  if (level === null) return goal.achievementStatus ?? 'in-progress'
  const before = goal.level ?? goal.scale?.baseline ?? level
  if (level >= 0) return before >= 0 && goal.achievementStatus === 'achieved' ? 'sustaining' : 'achieved'
  if (level > before) return 'improving'
  return level < before ? 'worsening' : 'no-change'
}

/**
 * How a goal ended; every goal needs this before a case closes. Refuses `goal.already-ended`, `goal.never-agreed`,
 * `goal.no-evidence`, and `goal.level-short-of-achieved` when its scale says otherwise (INV-27).
 */
export function end(goal: Goal, { attainment, evidence }: Ending, today: string): Goal {
  if (finalAttainment(goal)) refuse('goal.already-ended', 'This goal has already ended.')
  if (goal.lifecycleStatus === 'proposed' && attainment !== 'cancelled')
    refuse('goal.never-agreed', 'This goal was never agreed, so it can only be set aside, with the reason.')
  if (evidence === '') refuse('goal.no-evidence', attainment === 'cancelled' ? 'Say why this goal is set aside.' : 'Say what shows how this goal ended.')
  const level = goal.level ?? goal.scale?.baseline ?? null
  if (attainment === 'achieved' && level !== null && level < 0)
    refuse('goal.level-short-of-achieved', 'Its scale stands below 0. Record the level reached first, or end it as partly achieved.')
  return { ...goal, ...finals[attainment], endedOn: today, endedBecause: evidence }
}

/** What a goal came to in the end, or null while it is alive. */
export function finalAttainment(goal: Pick<Goal, 'lifecycleStatus' | 'achievementStatus'>): FinalAttainment | null {
  if (goal.lifecycleStatus === 'cancelled') return 'cancelled'
  if (goal.lifecycleStatus !== 'completed') return null
  if (goal.achievementStatus === 'achieved' || goal.achievementStatus === 'sustaining') return 'achieved'
  return goal.achievementStatus === 'improving' ? 'partly-achieved' : 'not-achieved'
}
