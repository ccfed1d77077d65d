// When the loop is closed: we know that the client got there, or not, and whether the need was met. What the receiver reports is not enough (INV-37).
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'
import { isGap, reasonCodes, reasonsFor, serviceTypes, type Reason, type Status } from './codes.ts'

export const LoopClosing = z
  .object({
    clientReached: z.enum(['yes', 'no', 'unknown']),
    reachedOn: Day.nullable().default(null),
    serviceReceived: z.string().trim().max(500).default(''),
    needMet: z.enum(['met', 'partly', 'not-met', 'unknown']),
    notMetReason: z.enum(reasonCodes).nullable().default(null),
    clientExperience: z.string().trim().max(1000).default(''),
  })
  .refine(({ clientReached, reachedOn }) => reachedOn === null || clientReached === 'yes', { path: ['reachedOn'], message: 'Only where the client got there.' })
  .refine(({ needMet, notMetReason }) => (needMet === 'not-met' || needMet === 'partly') === (notMetReason !== null), { path: ['notMetReason'], message: 'Say what stood in the way.' })
  .refine(({ notMetReason }) => notMetReason === null || reasonsFor('not-met').includes(notMetReason), { path: ['notMetReason'], message: 'Choose a reason from the list.' })
export type LoopClosing = z.infer<typeof LoopClosing>

export interface Closable {
  intent: 'referral' | 'inquiry'
  status: Status
  loopClosedAt: string | null
}

/** @throws service-referral.not-sent, service-referral.loop-closed (409), service-referral.inquiry-has-no-loop, service-referral.reached-in-future */
export function mayClose({ intent, status, loopClosedAt }: Closable, { reachedOn }: Pick<LoopClosing, 'reachedOn'>, today: string): void {
  if (intent === 'inquiry') refuse('service-referral.inquiry-has-no-loop', 'An inquiry asks for capacity only. Send a referral; its loop is closed.')
  if (status === 'draft' || status === 'entered-in-error') refuse('service-referral.not-sent', 'This was not sent, so there is no loop to close.', { status: 409 })
  if (loopClosedAt) refuse('service-referral.loop-closed', 'The loop is closed already.', { status: 409 })
  if (reachedOn && reachedOn > today) refuse('service-referral.reached-in-future', 'Give today or an earlier day.', { issues: [{ path: 'reachedOn', message: 'Today or earlier.' }] })
}

/** INV-38: does this no count as an unmet need? What the client decided does not; what the system could not do does. */
export function countsAsUnmet(ending: { status: Status; reasonCode: Reason | null } | { needMet: LoopClosing['needMet']; notMetReason: Reason | null }): Reason | null {
  const code = 'status' in ending
    ? ending.status === 'rejected' || ending.status === 'failed' || ending.status === 'cancelled' ? ending.reasonCode : null
    : ending.needMet === 'not-met' || ending.needMet === 'partly' ? ending.notMetReason : null
  return code && isGap(code) ? code : null
}

/** A need for which there is no service to ask at all. */
export const NewUnmetNeed = z.object({
  needId: z.uuid().nullable().default(null),
  serviceType: z.enum(serviceTypes),
  reasonCode: z.enum(reasonCodes),
  note: z.string().trim().max(1000).default(''),
})
export type NewUnmetNeed = z.infer<typeof NewUnmetNeed>
