// What statuses, levels, phases and reasons are called on screen.
import { t } from '@lingui/core/macro'
import type { CaseStatus, SuspensionReason } from '../case.ts'
import type { ClosureReason, NotEngagedReason } from '../closing.ts'
import type { Phase } from '../phase.ts'

/** Reasons arrive from the story as text; one that is not known is shown as it is. */
const said = (reason: string, words: Record<string, string>): string => words[reason] ?? reason.replaceAll('_', ' ')

export const statusWords = (status: CaseStatus): string => ({
  pending_engagement: t`Not yet engaged`, active: t`Active`, suspended: t`Paused`, closing: t`Closing`, closed: t`Closed`, not_engaged: t`Ended before it began`, voided: t`Entered in error`,
})[status]

export const levelWords = (level: number | null): string => (level === 4 ? t`Level 4 Intensive` : level === 3 ? t`Level 3 High` : level === 2 ? t`Level 2 Moderate` : level === 1 ? t`Level 1 Low` : t`No level yet`)

export const phaseWords = (phase: Phase): string => ({
  screening: t`Screening`, assessing: t`Assessing`, stratifying: t`Stratifying risk`, planning: t`Planning`, implementing: t`Implementing`, 'following-up': t`Following up`,
  transitioning: t`Transitioning`, 'communicating-post-transition': t`After the transition`, evaluating: t`Evaluating`,
})[phase]

export const suspensionWords = (reason: string): string => said(reason, {
  hospital_or_facility: t`In hospital or a facility`, incarcerated: t`Incarcerated`, out_of_area: t`Out of the area`, unable_to_reach: t`Cannot be reached`, client_request: t`The client asked`, payer_hold: t`On hold by the payer`,
} satisfies Record<SuspensionReason, string>)

export const notEngagedWords = (reason: string): string => said(reason, {
  declined: t`The person declined`, unable_to_reach: t`Could not be reached`, ineligible: t`Not eligible`, no_capacity: t`We have no capacity`, deceased: t`Died`, duplicate: t`Entered twice`, moved: t`Moved away`, served_elsewhere: t`Served elsewhere`,
} satisfies Record<NotEngagedReason, string>)

export const closureWords = (reason: string): string => said(reason, {
  goals_achieved: t`Goals achieved`, maximum_benefit_reached: t`Maximum benefit reached`, mmi_reached: t`Maximum medical improvement`, returned_to_work: t`Returned to work`, self_managing: t`Manages alone`,
  transferred_to_comparable_program: t`Transferred to a comparable program`, moved_to_other_level_of_care: t`Moved to another level of care`,
  client_request: t`The client asked`, client_declined_further: t`The client declined further help`, relocated: t`Moved away`, lost_to_contact: t`Lost to contact`,
  benefit_exhausted: t`Benefit exhausted`, ineligible: t`No longer eligible`, payer_withdrew_authorization: t`The payer withdrew its authorization`, claim_settled_or_denied: t`Claim settled or denied`, court_or_board_order: t`Order of a court or board`,
  safety_of_staff: t`Safety of staff`, conflict_of_interest: t`Conflict of interest`, no_progress_after_conference: t`No progress after a conference`, program_ended: t`The program ended`,
  deceased: t`Died`, incarcerated_long_term: t`Incarcerated for long`, institutionalised_long_term: t`In an institution for long`, opened_in_error: t`Opened in error`,
} satisfies Record<ClosureReason, string>)

export const roleWords = (role: string): string =>
  role === 'primary' ? t`Case manager` : role === 'covering' ? t`Covering` : role === 'supervisor' ? t`Supervisor` : role === 'opener' ? t`Opened the case` : t`Team`

/** Tenths of a point as people say them: 475 is "47.5". */
export const pointsWords = (tenths: number): string => (tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1))
