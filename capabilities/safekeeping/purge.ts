// What may be removed from the audit, when, and by whose leave.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'

/** Two people who are not the same one. */
export const approvalsNeeded = 2
/** 45 CFR 164.316(b)(2)(i): documentation of an action is kept for six years. */
export const yearsKept = 6

export const NewPurge = z.object({
  id: z.uuid().optional(),
  /** Payloads recorded before this day go. */
  recordedBefore: Day,
  /** The schedule, statute or order that allows it. */
  authority: z.string().trim().min(3).max(1000),
})
export type NewPurge = z.infer<typeof NewPurge>
export const Refusing = z.object({ reason: z.string().trim().min(3, 'Say why.').max(1000) })
export type Refusing = z.infer<typeof Refusing>
export const UpTo = z.object({ recordedBefore: Day })
export type UpTo = z.infer<typeof UpTo>

/** Payloads that would go, and that would stay because a legal hold names their client. */
export interface Reach {
  removes: number
  held: number
}

export interface Purge {
  id: string
  recordedBefore: string
  authority: string
  requestedAt: string
  requestedBy: string
  requestedByName: string | null
  withdrawnAt: string | null
  withdrawnByName: string | null
  withdrawReason: string | null
  carriedOutAt: string | null
  carriedOutByName: string | null
  payloadsRemoved: number | null
  version: number
  approvals: { staffId: string; name: string | null; at: string }[]
}
export type PurgeStatus = 'requested' | 'approved' | 'carried-out' | 'withdrawn'

export function statusOf({ withdrawnAt, carriedOutAt, approvals }: Pick<Purge, 'withdrawnAt' | 'carriedOutAt' | 'approvals'>): PurgeStatus {
  if (withdrawnAt) return 'withdrawn'
  if (carriedOutAt) return 'carried-out'
  return new Set(approvals.map(({ staffId }) => staffId)).size >= approvalsNeeded ? 'approved' : 'requested'
}

/** The last day before which payloads may go, as of today. */
export function latestCutOff(today: string): string {
  return `${Number(today.slice(0, 4)) - yearsKept}${today.slice(4).replace('-02-29', '-02-28')}`
}

/** @throws audit-purge.too-young */
export function mayRequest({ recordedBefore }: Pick<NewPurge, 'recordedBefore'>, today: string): void {
  if (recordedBefore > latestCutOff(today))
    refuse('audit-purge.too-young', `The audit is kept whole for six years. Choose a day up to ${latestCutOff(today)}.`)
}

/** @throws audit-purge.not-open, audit-purge.approved-already */
export function mayApprove(purge: Purge, staffId: string): void {
  requireOpen(purge)
  if (purge.approvals.some((each) => each.staffId === staffId)) refuse('audit-purge.approved-already', 'You have approved this. It takes somebody else as well.', { status: 409 })
}

/** @throws audit-purge.not-open, audit-purge.needs-two-approvals */
export function mayCarryOut(purge: Purge): void {
  requireOpen(purge)
  if (statusOf(purge) !== 'approved') refuse('audit-purge.needs-two-approvals', 'Two different people approve this before anything is removed.', { status: 409 })
}

/** @throws audit-purge.not-open */
export function requireOpen(purge: Purge): void {
  if (purge.withdrawnAt || purge.carriedOutAt) refuse('audit-purge.not-open', 'This was withdrawn or carried out already.', { status: 409 })
}
