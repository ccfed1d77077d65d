// The states of a service referral and who may set which (practice-model 3.5, Gravity Task). The same table stands in the database.
import { refuse } from '../../platform/refusal.ts'
import { reasonsFor, type Actor, type Ending, type Reason, type Status } from './codes.ts'

type Steps = Partial<Record<Status, readonly Status[]>>
const withdrawable: readonly Status[] = ['cancelled', 'entered-in-error']

/** From each state, what each side may set. A decline after acceptance is the receiver's `cancelled`. */
export const steps: Record<Actor, Steps> = {
  requester: {
    draft: ['requested', 'entered-in-error'],
    requested: withdrawable,
    accepted: withdrawable,
    'in-progress': withdrawable,
    'on-hold': withdrawable,
    rejected: ['entered-in-error'],
    completed: ['entered-in-error'],
    failed: ['entered-in-error'],
    cancelled: ['entered-in-error'],
  },
  target: {
    requested: ['accepted', 'rejected', 'cancelled'],
    accepted: ['in-progress', 'on-hold', 'completed', 'failed', 'cancelled'],
    'in-progress': ['on-hold', 'completed', 'failed', 'cancelled'],
    'on-hold': ['in-progress', 'completed', 'failed', 'cancelled'],
  },
}

export const mayBecome = (from: Status, by: Actor): readonly Status[] => steps[by][from] ?? []

const saysWhy = (status: Status): status is Exclude<Ending, 'not-met'> => status === 'rejected' || status === 'on-hold' || status === 'failed' || status === 'cancelled'

export interface Step {
  to: Status
  by: Actor
  reasonCode?: Reason | null | undefined
  reason?: string | null | undefined
}

/**
 * Lets a step pass or says why not: `service-referral.wrong-state` (409), `.not-theirs` (403), `.no-reason` where rejected, on hold, failed or
 * cancelled lacks a code of its list, or `other` its words.
 */
export function mayStep(from: Status, { to, by, reasonCode, reason }: Step): void {
  if (!mayBecome(from, by).includes(to)) {
    const other = by === 'target' ? 'requester' : 'target'
    if (mayBecome(from, other).includes(to)) refuse('service-referral.not-theirs', by === 'target' ? 'Only the sender can do this.' : 'Only the receiver can say this. Record what they told you as their answer.', { status: 403 })
    refuse('service-referral.wrong-state', 'This does not fit where the referral stands now. Look at it once more.', { status: 409, params: { from, to } })
  }
  if (!saysWhy(to)) return
  if (!reasonCode || !reasonsFor(to).includes(reasonCode))
    refuse('service-referral.no-reason', 'Choose the reason.', { issues: [{ path: 'reasonCode', message: 'Choose the reason.' }] })
  if (reasonCode === 'other' && !reason?.trim())
    refuse('service-referral.no-reason', 'Say the reason in a few words.', { issues: [{ path: 'reason', message: 'Say the reason in a few words.' }] })
}
