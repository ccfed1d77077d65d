// The text of a plan version, taken from the working plan: what people agree to, without the progress made toward it.
import { finalAttainment, type Goal } from './goal.ts'
import { isUnderWay, type Intervention } from './intervention.ts'
import { inOrder, type Need } from './need.ts'
import type { Party } from './party.ts'
import type { PlanContent, WorkingPlan } from './plan.ts'
import type { ServiceLine } from './service.ts'

/** Names of staff by id, so that a version can be read after people have left. */
export type StaffNames = ReadonlyMap<string, string>

/** Confirmed needs, goals that have not ended, steps under way and service lines in force. Concerns are not agreed matter. */
export function contentOf(plan: WorkingPlan, clientName: string, staff: StaffNames): PlanContent {
  const readable = ({ kind, staffId, name }: Party) => ({ kind, name: kind === 'client' ? clientName : (name ?? staff.get(staffId ?? '') ?? '') })
  const goals = plan.goals.filter((goal) => !finalAttainment(goal))
  const kept = new Set(goals.map(({ id }) => id))
  return {
    narrative: plan.narrative,
    needs: plan.needs.filter(({ certainty }) => certainty === 'confirmed').toSorted(inOrder).map(needContent),
    goals: goals.map((goal) => ({ ...goalContent(goal), owner: goal.owner && readable(goal.owner) })),
    interventions: plan.interventions
      .filter((step) => isUnderWay(step) && kept.has(step.goalId))
      .map((step) => ({ ...stepContent(step), accountable: readable(step.accountable), assisting: step.assisting.map(readable) })),
    services: plan.services.filter(({ withdrawnOn }) => !withdrawnOn).map(serviceContent),
  }
}

const needContent = ({ id, clientWords, statement, domain, disposition, dispositionReason, clientRank, safetyRank }: Need) => ({
  id, clientWords, statement, domain, disposition, reason: dispositionReason ?? '', clientRank, safetyRank,
})

const goalContent = (goal: Goal) => ({
  id: goal.id,
  clientWords: goal.clientWords,
  statement: goal.statement,
  measure: goal.measure,
  measureDeclinedReason: goal.measureDeclinedReason,
  baseline: goal.baselineText,
  target: goal.targetText,
  targetDate: goal.targetDate,
  horizon: goal.horizon,
  needs: goal.needIds.toSorted(),
  isClientWish: goal.isClientWish,
  weight: goal.scale?.weight ?? null,
  levels: [...(goal.scale?.texts ?? [])],
  baselineLevel: goal.scale?.baseline ?? null,
})

const stepContent = ({ id, goalId, description, due, frequency }: Intervention) => ({ id, goalId, description, due, frequency })

const serviceContent = ({ id, goalId, scope, isPaid, provider, amount, unit, frequency, duration, funding, startsOn, endsOn }: ServiceLine) => ({
  id, goalId, scope, isPaid, provider, amount, unit, frequency, duration, funding, startsOn, endsOn,
})
