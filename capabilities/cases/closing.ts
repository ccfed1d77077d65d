// Why a case ends (practice-model 3.3 and 3.4), and what has to be true before it begins to close.
import { z } from 'zod'
import { refuse, type Missing } from '../../platform/refusal.ts'

export const NotEngagedReason = z.enum(['declined', 'unable_to_reach', 'ineligible', 'no_capacity', 'deceased', 'duplicate', 'moved', 'served_elsewhere'])
export type NotEngagedReason = z.infer<typeof NotEngagedReason>

export const closureReasons = {
  positive: ['goals_achieved', 'maximum_benefit_reached', 'mmi_reached', 'returned_to_work', 'self_managing', 'transferred_to_comparable_program', 'moved_to_other_level_of_care'],
  clientDirected: ['client_request', 'client_declined_further', 'relocated', 'lost_to_contact'],
  coverage: ['benefit_exhausted', 'ineligible', 'payer_withdrew_authorization', 'claim_settled_or_denied', 'court_or_board_order'],
  agencyDirected: ['safety_of_staff', 'conflict_of_interest', 'no_progress_after_conference', 'program_ended'],
  other: ['deceased', 'incarcerated_long_term', 'institutionalised_long_term', 'opened_in_error'],
} as const
export type ClosureGroup = keyof typeof closureReasons

export const ClosureReason = z.enum([
  ...closureReasons.positive, ...closureReasons.clientDirected, ...closureReasons.coverage, ...closureReasons.agencyDirected, ...closureReasons.other,
])
export type ClosureReason = z.infer<typeof ClosureReason>

const agencyDirected: readonly string[] = closureReasons.agencyDirected
/** The agency ends it, not the client or the goals: a supervisor decides (practice-model 3.4, NY source S45). */
export const needsManagementReview = (reason: ClosureReason): boolean => agencyDirected.includes(reason)

/** Reasons after which there is nobody to tell. */
const nobodyToTell: ClosureReason[] = ['deceased', 'opened_in_error']

/**
 * Before a case begins to close: a supervisor for agency-directed reasons, and the client told or a reason why not.
 * @throws case.needs-management-review, case.client-not-told
 */
export function mayBeginClosing(closing: { reason: ClosureReason; clientToldOn?: string | null; notToldBecause?: string | null }, { isSupervisor, today }: { isSupervisor: boolean; today: string }): void {
  if (needsManagementReview(closing.reason) && !isSupervisor)
    refuse('case.needs-management-review', 'When the agency ends the work, a supervisor decides. Ask your supervisor; they will find it on their list.')
  if (nobodyToTell.includes(closing.reason)) return
  if (!closing.clientToldOn && !closing.notToldBecause?.trim())
    refuse('case.client-not-told', 'Tell the client first and write down the day, or say why that was not possible.')
  if (closing.clientToldOn && closing.clientToldOn > today)
    refuse('case.told-in-future', 'The day the client was told cannot be after today.')
}

/** Days after closing within which the same case may be reopened (practice-model 3.3). */
export const reopenDays = 30

export interface ReopenFacts {
  daysClosed: number
  consentBasis: string | null
  hasPrimary: boolean
  href: string
}
/** Reopening continues the same episode: within 30 days, consent still valid, somebody answering for it. Lists everything missing. */
export function mayReopen({ daysClosed, consentBasis, hasPrimary, href }: ReopenFacts): void {
  if (daysClosed > reopenDays)
    refuse('case.reopen-window', `This case closed ${daysClosed} days ago; it can be reopened within ${reopenDays}. Open a new case that follows it instead.`)
  const missing: Missing[] = []
  if (!consentBasis) missing.push({ code: 'case.no-engagement-basis', message: 'The consent is no longer valid. Record a new one.', href: `${href}/consents` })
  if (!hasPrimary) missing.push({ code: 'case.no-primary', message: 'Nobody with a valid credential answers for this case.', href: `${href}/case` })
  if (missing.length > 0) refuse('case.cannot-reopen', 'The case cannot be reopened yet.', { missing })
}
