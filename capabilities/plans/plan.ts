// What a plan says, and what must be there before it can be agreed (practice model 3.3, INV-26, INV-28). Pure.
import { z } from 'zod'
import { refuse, type Missing } from '../../platform/refusal.ts'
import type { Goal } from './goal.ts'
import { isUnderWay, type Intervention } from './intervention.ts'
import type { Need } from './need.ts'
import { partyProblem } from './party.ts'
import type { ServiceLine } from './service.ts'

const words = z.string().trim().max(2000)
const fields = {
  importantTo: words,
  importantFor: words,
  strengths: words,
  risks: words,
  backup: words,
  choices: words,
  participation: z.enum(['took-part', 'through-representative', 'declined-to-take-part']).nullable(),
  participants: words,
}

/** What a plan says besides its goals. Participation is how the client took part in making it; “declined” is recorded with the words. */
export const Narrative = z.object({
  importantTo: words.default(''),
  importantFor: words.default(''),
  strengths: words.default(''),
  risks: words.default(''),
  backup: words.default(''),
  choices: words.default(''),
  participation: fields.participation.default(null),
  participants: words.default(''),
})
export type Narrative = z.infer<typeof Narrative>
export const NarrativeChange = z.object(fields).partial()
export type NarrativeChange = z.infer<typeof NarrativeChange>

/** The working plan of a case: what the next version will say. */
export interface WorkingPlan {
  narrative: Narrative
  needs: Need[]
  goals: Goal[]
  interventions: Intervention[]
  services: ServiceLine[]
}

/** Refuses `plan.case-ended`: the plan of a case that has ended stays as it is. */
export function mustBeOpen(caseStatus: string): void {
  if (['closed', 'not_engaged', 'voided'].includes(caseStatus))
    refuse('plan.case-ended', 'This case has ended, so its plan stays as it is. Reopen the case, or open a new one.')
}

const stillWanted = ({ lifecycleStatus }: Goal) => lifecycleStatus !== 'cancelled'
export const isAlive = ({ lifecycleStatus }: Goal): boolean => ['proposed', 'active', 'on-hold'].includes(lifecycleStatus)

/** Web paths of the places where what is missing is written down. */
export interface Places {
  plan: string
  assessments: string
}

/**
 * Everything that stands between this plan and an agreement, each with the place where it is done: a completed assessment,
 * an answer to every confirmed need, for every goal a need or wish, a measure, a day and an owner, one accountable
 * party for every step, the client's participation. An empty list means it can be agreed.
 */
export function missingForAgreement(plan: WorkingPlan, assessmentId: string | null, places: Places): Missing[] {
  const at = (id: string) => `${places.plan}#${id}`
  const goals = plan.goals.filter(isAlive)
  const missing: Missing[] = []
  if (!assessmentId)
    missing.push({ code: 'plan.no-assessment', message: 'Complete the comprehensive assessment first: the plan rests on it.', href: places.assessments })
  if (goals.length === 0)
    missing.push({ code: 'plan.no-goals', message: 'Write down at least one goal, in the client’s words.', href: at('goals') })
  for (const need of plan.needs.filter((each) => isUnanswered(each, plan.goals)))
    missing.push({ code: 'need.unanswered', message: `Give “${need.statement}” a goal, or record what becomes of it.`, href: at(need.id) })
  for (const goal of goals) missing.push(...missingOfGoal(goal).map((each) => ({ ...each, href: at(goal.id) })))
  for (const step of plan.interventions.filter(isUnderWay).filter(({ accountable }) => partyProblem(accountable)))
    missing.push({ code: 'intervention.no-accountable', message: `Say who answers for “${step.description}”.`, href: at(step.id) })
  if (!plan.narrative.participation)
    missing.push({ code: 'plan.no-participation', message: 'Record how the client took part in making this plan.', href: at('participation') })
  return missing
}

/** A confirmed need that is open and that no goal works toward. */
export function isUnanswered(need: Need, goals: readonly Goal[]): boolean {
  if (need.certainty !== 'confirmed' || need.disposition !== 'open') return false
  return !goals.some((goal) => stillWanted(goal) && goal.needIds.includes(need.id))
}

/** INV-26: what one goal still lacks before it can be agreed. */
export function missingOfGoal(goal: Goal): Omit<Missing, 'href'>[] {
  const called = `“${goal.clientWords}”`
  const missing: Omit<Missing, 'href'>[] = []
  const lacks = (code: string, message: string) => missing.push({ code, message })
  if (goal.needIds.length === 0 && !goal.isClientWish) lacks('goal.no-need', `Say which need ${called} answers, or mark it as the client’s own wish.`)
  if (!goal.measure && !goal.measureDeclinedReason)
    lacks('goal.no-measure', `Say how you will both see that ${called} is reached, or why the client does not want it measured.`)
  if (!goal.targetDate) lacks('goal.no-target-date', `Choose the day by which ${called} should be reached.`)
  if (!goal.owner) lacks('goal.no-owner', `Say who carries ${called}.`)
  if (goal.scale && goal.scale.baseline === null) lacks('goal.no-baseline', `Set where ${called} starts on its scale.`)
  return missing
}

const ReadableParty = z.object({ kind: z.string(), name: z.string() })

/** What a plan version keeps, for good. Names are written out, because a version is read long after people have moved on. */
export const PlanContent = z.object({
  narrative: Narrative,
  needs: z.array(z.object({
    id: z.string(), clientWords: z.string(), statement: z.string(), domain: z.string(), disposition: z.string(),
    reason: z.string(), clientRank: z.number().nullable(), safetyRank: z.number().nullable(),
  })),
  goals: z.array(z.object({
    id: z.string(), clientWords: z.string(), statement: z.string(), measure: z.string(), measureDeclinedReason: z.string(),
    baseline: z.string(), target: z.string(), targetDate: z.string().nullable(), horizon: z.string(), owner: ReadableParty.nullable(),
    needs: z.array(z.string()), isClientWish: z.boolean(), weight: z.number().nullable(), levels: z.array(z.string()), baselineLevel: z.number().nullable(),
  })),
  interventions: z.array(z.object({
    id: z.string(), goalId: z.string(), description: z.string(), accountable: ReadableParty, assisting: z.array(ReadableParty),
    due: z.string().nullable(), frequency: z.string(),
  })),
  services: z.array(z.object({
    id: z.string(), goalId: z.string().nullable(), scope: z.string(), isPaid: z.boolean(), provider: z.string(), amount: z.number().nullable(),
    unit: z.string().nullable(), frequency: z.string(), duration: z.string(), funding: z.string(), startsOn: z.string().nullable(), endsOn: z.string().nullable(),
  })),
})
export type PlanContent = z.infer<typeof PlanContent>
