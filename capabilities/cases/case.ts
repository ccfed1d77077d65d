// What a case is, and what people write down when they open, change or end one. The schemas are the contract the browser imports.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import { AcuityLevel } from './acuity.ts'
import { ClosureReason, NotEngagedReason } from './closing.ts'

export const CaseStatus = z.enum(['pending_engagement', 'active', 'suspended', 'closing', 'closed', 'not_engaged', 'voided'])
export type CaseStatus = z.infer<typeof CaseStatus>
/** Somebody still works these. */
export const openStatuses: CaseStatus[] = ['pending_engagement', 'active', 'suspended', 'closing']

export const SuspensionReason = z.enum(['hospital_or_facility', 'incarcerated', 'out_of_area', 'unable_to_reach', 'client_request', 'payer_hold'])
export type SuspensionReason = z.infer<typeof SuspensionReason>

const words = (least: string, most = 2000) => z.string().trim().min(3, least).max(most)

export const NewCase = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  programId: z.uuid(),
  identifiedOn: Day,
  eligibilityBasis: words('Say why this person is eligible.', 500),
  referralId: z.uuid().nullish(),
  primaryStaffId: z.uuid().nullish(),
  acuityLevel: AcuityLevel.nullish(),
  claim: z.string().trim().max(80).nullish(),
  memberId: z.string().trim().max(80).nullish(),
  payer: z.string().trim().max(120).nullish(),
  priorCaseId: z.uuid().nullish(),
})
export type NewCase = z.infer<typeof NewCase>
export const CaseForClient = NewCase.omit({ clientId: true, priorCaseId: true })

export const Activation = z.object({ capacityReason: z.string().trim().max(500).nullish() })
export type Activation = z.infer<typeof Activation>

export const NoEngagement = z.object({
  reason: NotEngagedReason,
  note: words('Say what happened.'),
  /** Unable to reach: the letter sent, or why none was safe or possible (practice-model 5.3, U4). */
  letterSentOn: Day.nullish(),
  noLetterBecause: z.string().trim().max(500).nullish(),
})
export type NoEngagement = z.infer<typeof NoEngagement>

export const Suspension = z.object({ reason: SuspensionReason, note: words('Say what happened.'), reviewOn: Day, responsibleStaffId: z.uuid() })
export type Suspension = z.infer<typeof Suspension>

export const Because = z.object({ reason: words('Say why.') })
export type Because = z.infer<typeof Because>

export const Closing = z.object({
  reason: ClosureReason,
  explanation: words('Say why this is the right time to close.'),
  /** The day the client was told; or why they could not be. Plan ten days ahead where the program asks for notice. */
  clientToldOn: Day.nullish(),
  notToldBecause: z.string().trim().max(500).nullish(),
  clientView: z.enum(['agrees', 'disagrees', 'not_known']),
})
export type Closing = z.infer<typeof Closing>
export const ClosingRequest = Closing.pick({ reason: true, explanation: true })

export const Death = z.object({ diedOn: Day, source: words('Say who told us.', 300) })
export type Death = z.infer<typeof Death>

export const Completion = z.object({ summaryId: z.uuid().nullish() })
export type Completion = z.infer<typeof Completion>

export const NewTransfer = z.object({
  toStaffId: z.uuid(),
  reason: words('Say why the case moves.', 500),
  summary: words('Write what the receiver needs to know.', 8000),
  clientToldOn: Day.nullish(),
})
export type NewTransfer = z.infer<typeof NewTransfer>
export const TransferAnswer = z.object({ note: z.string().trim().max(1000).default('') })

export const NewMember = z.object({
  staffId: z.uuid(),
  role: z.enum(['member', 'covering', 'supervisor']),
  reason: words('Say why this person needs to know.', 300),
  until: Day.nullish(),
})
export type NewMember = z.infer<typeof NewMember>
export const FirstPrimary = z.object({ staffId: z.uuid(), reason: words('Say why.', 300) })

export interface Case {
  id: string
  number: string
  clientId: string
  enrollmentId: string
  programId: string
  status: CaseStatus
  identifiedOn: string
  openedOn: string
  activatedOn: string | null
  closedOn: string | null
  acuityLevel: number | null
  priorCaseId: string | null
  referralId: string | null
  eligibilityBasis: string | null
  claim: string | null
  leadStaffId: string | null
  coordinationNote: string | null
  suspendedOn: string | null
  suspensionReason: SuspensionReason | null
  reviewOn: string | null
  responsibleStaffId: string | null
  closingOn: string | null
  closureReason: ClosureReason | null
  closureExplanation: string | null
  clientToldOn: string | null
  notToldBecause: string | null
  clientView: Closing['clientView'] | null
  version: number
}

export interface TeamMember {
  id: string
  staffId: string
  name: string
  credentialLine: string
  role: 'primary' | 'member' | 'covering' | 'supervisor' | 'opener'
  reason: string
  fromAt: string
  untilAt: string | null
}
