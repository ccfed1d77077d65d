// Which of the nine phases a case is in, derived from its story; nobody sets or moves it (practice-model 3.1).
import type { CaseStatus } from './case.ts'

export const phases = [
  'screening', 'assessing', 'stratifying', 'planning', 'implementing', 'following-up', 'transitioning', 'communicating-post-transition', 'evaluating',
] as const
export type Phase = (typeof phases)[number]

/** The kinds of events that say something about a phase; no other is asked for. */
export const phaseEvents = [
  'assessment.completed', 'plan.agreed', 'plan.review-begun', 'plan.reviewed', 'goal.progressed', 'goal.moved', 'goal.ended', 'service-referral.replied', 'service-referral.loop-closed', 'contact.signed',
  'case.transfer-requested', 'case.transferred', 'case.transfer-declined', 'case.transfer-withdrawn', 'closure.followed-up',
] as const
type PhaseEvent = (typeof phaseEvents)[number]

export interface PhaseFacts {
  status: CaseStatus
  /** Which of `phaseEvents` the case's story has so far. */
  events: ReadonlySet<string>
  acuityLevel: number | null
}

/**
 * The set of phases: several at once is normal, for the process is "iterative, cyclical and recursive rather than linear" (CCMC, S6).
 * An open assessment means assessing; an assessment without a level, stratifying; an assessment without an agreed plan, planning;
 * an agreed plan, implementing, and following up once goals or referrals moved; a transfer or closing, transitioning.
 */
export function phasesOf({ status, events, acuityLevel }: PhaseFacts): Phase[] {
  const has = (...types: PhaseEvent[]) => types.some((type) => events.has(type))
  if (status === 'voided' || status === 'not_engaged') return []
  if (status === 'closed') return has('closure.followed-up') ? ['evaluating'] : ['communicating-post-transition', 'evaluating']
  if (status === 'pending_engagement') return ['screening']
  const assessed = has('assessment.completed')
  const planned = has('plan.agreed')
  const found: Record<Phase, boolean> = {
    screening: false,
    assessing: !assessed || has('plan.review-begun'),
    stratifying: acuityLevel === null,
    planning: assessed && !planned,
    implementing: planned && status === 'active',
    'following-up': planned && has('goal.progressed', 'goal.moved', 'goal.ended', 'plan.reviewed', 'service-referral.replied', 'service-referral.loop-closed', 'contact.signed'),
    transitioning: status === 'closing' || has('case.transfer-requested') && !has('case.transferred', 'case.transfer-declined', 'case.transfer-withdrawn'),
    'communicating-post-transition': has('case.transferred') && status !== 'closing',
    evaluating: status === 'closing' || has('plan.reviewed'),
  }
  return phases.filter((phase) => found[phase])
}
