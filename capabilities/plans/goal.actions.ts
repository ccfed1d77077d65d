// What people do with goals: set, reword, scale, report progress, end. Find, decide, save, announce.
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import { civilDayOf } from '../../platform/time/zone.ts'
import type { CaseWork } from '../../platform/work.ts'
import { end, finalAttainment, progress, Progress, type Ending, type Goal, type GoalChange, type NewGoal } from './goal.ts'
import { activeGoalIdsOf, addGoal, findGoal, goalsOfCase, linkNeeds, saveGoal } from './goal.store.ts'
import { answeredBy } from './party.ts'
import { missingOfGoal, mustBeOpen } from './plan.ts'
import { rescale, setBaseline, type Baseline, type NewScale } from './scale.ts'
import { addScale, addScore, saveScale, scoresOfGoal, supersedeScale } from './scale.store.ts'

export function goalsOf(work: CaseWork): Promise<Goal[]> {
  return goalsOfCase(work.tx, work.caseId)
}

/** For a note: only these can be moved by it. */
export function activeGoalIds({ tx, caseId }: CaseWork): Promise<string[]> {
  return activeGoalIdsOf(tx, caseId)
}

export async function setGoal(work: CaseWork, wanted: NewGoal): Promise<Goal> {
  mustBeOpen(work.caseStatus)
  const goal = await addGoal(work.tx, work.caseId, { ...wanted, owner: answeredBy(wanted.owner, work.staff.id) })
  await tell(work, 'goal.set', goal)
  return goal
}

/** INV-26: an agreed goal may be reworded, not emptied. Refuses `goal.ended` and `goal.incomplete` with what would be missing. */
export async function changeGoal(work: CaseWork, goalId: string, wanted: GoalChange): Promise<Goal> {
  mustBeOpen(work.caseStatus)
  const goal = await findGoal(work.tx, work.caseId, goalId)
  if (finalAttainment(goal)) refuse('goal.ended', 'This goal has ended and stays as it was. Write a new one.')
  const next = { ...goal, ...wanted, owner: answeredBy(wanted.owner === undefined ? goal.owner : wanted.owner, work.staff.id) }
  const missing = goal.lifecycleStatus === 'proposed' ? [] : missingOfGoal({ ...next, scale: null })
  if (missing.length) refuse('goal.incomplete', 'This goal is part of an agreed plan, so it keeps these.', { missing })
  if (wanted.needIds) await linkNeeds(work.tx, work.caseId, goalId, wanted.needIds)
  const saved = await saveGoal(work.tx, next, work.expectedVersion ?? goal.version)
  await tell(work, 'goal.changed', saved)
  return saved
}

/** Writes the five levels of a goal's scale. After the baseline, other words are a new version of the scale (INV-27). */
export async function describeLevels(work: CaseWork, goalId: string, wanted: NewScale): Promise<Goal> {
  mustBeOpen(work.caseStatus)
  const goal = await findGoal(work.tx, work.caseId, goalId)
  if (finalAttainment(goal)) refuse('goal.ended', 'This goal has ended and stays as it was. Write a new one.')
  const { replaces, revision, ...scale } = rescale(goal.scale, wanted)
  if (goal.scale && !replaces) await saveScale(work.tx, goalId, { ...goal.scale, ...scale })
  else {
    await supersedeScale(work.tx, goalId, work.today)
    await addScale(work.tx, work.caseId, goalId, scale, revision)
  }
  return touched(work, goal, 'goal.levels-described', { revision, weight: scale.weight })
}

export async function setGoalBaseline(work: CaseWork, goalId: string, baseline: Baseline): Promise<Goal> {
  mustBeOpen(work.caseStatus)
  const goal = await findGoal(work.tx, work.caseId, goalId)
  if (!goal.scale) return refuse('goal.no-scale', 'Describe the five levels first, then say where the client starts.')
  await saveScale(work.tx, goalId, setBaseline(goal.scale, baseline, work.today))
  return touched(work, goal, 'goal.baseline-set', { ...baseline })
}

/** `level` −2…2 on the goal's scale, or `achievement` in FHIR codes, or both; `occurredAt` when it was seen, if not now. */
export interface ProgressReport {
  goalId: string
  level?: -2 | -1 | 0 | 1 | 2 | null
  achievement?: Progress['achievement']
  evidence?: string
  scoredBy?: Progress['scoredBy']
  occurredAt?: string
}

/** One report of how a goal is going. Refusals: see `progress` in goal.ts. The score, who gave it and its day are kept (INV-27). */
export async function recordGoalProgress(work: CaseWork, { goalId, occurredAt, ...report }: ProgressReport): Promise<Goal> {
  mustBeOpen(work.caseStatus)
  const goal = await findGoal(work.tx, work.caseId, goalId)
  const { level, achievement, evidence, scoredBy } = Progress.parse(report)
  const scoredOn = occurredAt ? civilDayOf(occurredAt, work.zone) : work.today
  const next = progress(goal, { level, achievement, evidence, scoredBy }, scoredOn)
  await addScore(work.tx, work.caseId, {
    goalId, scaleId: level === null ? null : (goal.scale?.id ?? null), level, achievement: next.achievementStatus ?? 'in-progress', scoredBy, scoredOn, evidence,
  })
  const saved = await saveGoal(work.tx, next, goal.version)
  const before = goal.level ?? goal.scale?.baseline ?? null
  await tell(work, 'goal.progressed', saved, { before, level, achievement: saved.achievementStatus, scoredBy, evidence }, occurredAt)
  return saved
}

export async function endGoal(work: CaseWork, goalId: string, ending: Ending): Promise<Goal> {
  const goal = await findGoal(work.tx, work.caseId, goalId)
  const saved = await saveGoal(work.tx, end(goal, ending, work.today), goal.version)
  await tell(work, 'goal.ended', saved, { attainment: ending.attainment, evidence: ending.evidence, level: goal.level })
  return saved
}

export async function scoresOf(work: CaseWork, goalId: string) {
  await findGoal(work.tx, work.caseId, goalId)
  return scoresOfGoal(work.tx, work.caseId, goalId)
}

async function touched(work: CaseWork, goal: Goal, type: string, details: object): Promise<Goal> {
  const saved = await saveGoal(work.tx, goal, goal.version)
  await tell(work, type, saved, details)
  return saved
}

const tell = (work: CaseWork, type: string, { id, version, clientWords }: Goal, details: object = {}, occurredAt?: string) =>
  announce(work, type, { entity: 'goal', id, version }, { clientWords, ...details }, { goalId: id, occurredAt })
