// The front door as a list: who waits, why, since when, and what comes next. Urgent first, then oldest first.
import { daysBetween, addCivilDays } from '../../platform/time/civil.ts'
import type { Urgency } from './reason.ts'
import type { ReferralStatus } from './referral.ts'
import { intakeDays } from './reply.ts'

export const groups = ['urgent', 'new', 'to-decide', 'waiting-for-information', 'waitlist', 'done'] as const
export type InboxGroup = (typeof groups)[number]

export interface Waiting {
  status: ReferralStatus
  urgency: Urgency | null
  receivedOn: string
  informationDueOn: string | null
  reviewOn: string | null
}

/** Where a referral stands in the inbox. What is urgent is urgent, wherever it waits, until it is decided. */
export function groupOf({ status, urgency }: Pick<Waiting, 'status' | 'urgency'>): InboxGroup {
  const byStatus: Record<ReferralStatus, InboxGroup> = {
    received: 'new',
    triaged: 'to-decide',
    info_requested: 'waiting-for-information',
    waitlisted: 'waitlist',
    accepted: 'done',
    redirected: 'done',
    declined: 'done',
    withdrawn: 'done',
    duplicate: 'done',
  }
  const group = byStatus[status]
  return group !== 'done' && urgency === 'urgent-safety' ? 'urgent' : group
}

export interface NextStep {
  step: 'triage' | 'decide' | 'await-answer' | 'ask-again' | 'review-waitlist' | 'none'
  dueOn: string | null
  /** Whole days past the due day; 0 when on time. */
  lateDays: number
}

/** What comes next and by when: urgent the same day (U2), the rest within the brief intake's 15 days (U5). */
export function nextStep(waiting: Waiting, today: string): NextStep {
  const urgent = waiting.urgency === 'urgent-safety'
  const intakeBy = urgent ? waiting.receivedOn : addCivilDays(waiting.receivedOn, intakeDays)
  const answerLate = waiting.informationDueOn !== null && waiting.informationDueOn < today
  const plans: Record<ReferralStatus, [NextStep['step'], string | null]> = {
    received: ['triage', intakeBy],
    triaged: ['decide', intakeBy],
    info_requested: [answerLate ? 'ask-again' : 'await-answer', waiting.informationDueOn],
    waitlisted: ['review-waitlist', waiting.reviewOn],
    accepted: ['none', null],
    redirected: ['none', null],
    declined: ['none', null],
    withdrawn: ['none', null],
    duplicate: ['none', null],
  }
  const [step, dueOn] = plans[waiting.status]
  return { step, dueOn, lateDays: dueOn !== null && dueOn < today ? daysBetween(dueOn, today) : 0 }
}

/** Days since the referral came in; the day of receipt is day 0. */
export const ageDays = (receivedOn: string, today: string): number => Math.max(0, daysBetween(receivedOn, today))

/** Groups in order of the harm of delay; inside a group the oldest first. Empty groups are left out. */
export function inGroups<Item extends Waiting>(items: Item[]): { group: InboxGroup; items: Item[] }[] {
  return groups
    .map((group) => ({
      group,
      items: items
        .filter((item) => groupOf(item) === group)
        .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0)),
    }))
    .filter(({ items: found }) => found.length > 0)
}
