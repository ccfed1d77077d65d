// Pausing a case: for how long, and who answers for it meanwhile (practice-model 3.3).
import { refuse } from '../../platform/refusal.ts'
import { daysBetween } from '../../platform/time/civil.ts'

/** A suspension is looked at again within this many days. */
export const reviewDays = 30

/** @throws case.review-day */
export function mayPauseUntil(reviewOn: string, today: string): void {
  const ahead = daysBetween(today, reviewOn)
  if (ahead < 1) refuse('case.review-day', 'Choose a review day after today.')
  if (ahead > reviewDays) refuse('case.review-day', `A pause is reviewed within ${reviewDays} days. Choose an earlier day; it can be extended then.`)
}
