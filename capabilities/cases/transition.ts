// The status machine of a case (practice-model 3.3). Status changes here and nowhere else (INV-17).
import { refuse } from '../../platform/refusal.ts'
import type { CaseStatus } from './case.ts'

export const transitions = {
  opened: { from: [], to: 'pending_engagement' },
  activated: { from: ['pending_engagement'], to: 'active' },
  'ended-without-engagement': { from: ['pending_engagement'], to: 'not_engaged' },
  suspended: { from: ['active'], to: 'suspended' },
  resumed: { from: ['suspended'], to: 'active' },
  'closing-begun': { from: ['active', 'suspended'], to: 'closing' },
  closed: { from: ['closing'], to: 'closed' },
  reopened: { from: ['closed'], to: 'active' },
  voided: { from: ['pending_engagement', 'active', 'suspended', 'closing', 'closed', 'not_engaged'], to: 'voided' },
} as const satisfies Record<string, { from: readonly CaseStatus[]; to: CaseStatus }>
export type Transition = keyof typeof transitions

const standing: Record<CaseStatus, string> = {
  pending_engagement: 'is waiting for the person to say yes', active: 'is active', suspended: 'is suspended', closing: 'is closing', closed: 'is closed',
  not_engaged: 'ended before it began', voided: 'was entered in error',
}
const wish: Record<Transition, string> = {
  opened: 'opened', activated: 'activated', 'ended-without-engagement': 'ended without engagement', suspended: 'suspended', resumed: 'resumed',
  'closing-begun': 'closed', closed: 'closed for good', reopened: 'reopened', voided: 'voided',
}

/** The status after the transition. @throws case.wrong-status (409) with what the case is now */
export function statusAfter(transition: Transition, from: CaseStatus): CaseStatus {
  const { from: allowed, to } = transitions[transition]
  if (!allowed.some((status) => status === from))
    refuse('case.wrong-status', `This case ${standing[from]}, so it cannot be ${wish[transition]} now.`, { status: 409, current: { status: from } })
  return to
}

const isTransition = (name: string): name is Transition => name in transitions

/** What can be done from here, for the screen. */
export function possible(status: CaseStatus): Transition[] {
  return Object.keys(transitions).filter(isTransition).filter((each) => transitions[each].from.some((from) => from === status))
}
