// What people do in a plan review: start, look at each item, conclude. Find, decide, save, announce.
import { announce, writeAudit } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { caseFacts } from '../cases/facts.actions.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import { reviewDue } from './agreement.ts'
import { contentOf } from './content.ts'
import { differenceOf } from './difference.ts'
import { mustBeOpen } from './plan.ts'
import { acuityOf, namesFor, workingPlan } from './plan.store.ts'
import { checkConclusion, itemsToReview, notYetReviewed, type Conclusion, type Reviewed } from './review.ts'
import { addReview, concludeReview, findReview, openReview, reviewedItems, saveReviewed, type Review } from './review.store.ts'
import { placesOf, staffIn } from './version.actions.ts'
import { findVersion, versionInState } from './version.store.ts'

/** The review in hand, or a new one. Refuses `review.no-plan`: a review looks at an agreed plan. */
export async function startReview(work: CaseWork): Promise<Review> {
  mustBeOpen(work.caseStatus)
  const [open, active] = await Promise.all([openReview(work.tx, work.caseId), versionInState(work.tx, work.caseId, 'active')])
  if (open) return open
  if (!active) return refuse('review.no-plan', 'There is no agreed plan to review yet.', { missing: [{ code: 'plan.not-agreed', message: 'Agree on the plan first.', href: placesOf(work).agree }] })
  const review = await addReview(work.tx, work.caseId, active.id, work.today)
  await tell(work, 'plan.review-started', review)
  return review
}

/** One review with its items, what was found for each, and how many are not yet reviewed. */
export async function reviewOf(work: CaseWork, reviewId: string) {
  const review = await findReview(work.tx, work.caseId, reviewId)
  const [plan, reviewed] = await Promise.all([workingPlan(work.tx, work.caseId), reviewedItems(work.tx, reviewId)])
  const items = itemsToReview(plan, plan.barriers)
  const [version, names] = await Promise.all([findVersion(work.tx, work.caseId, review.planVersionId), namesFor(work.tx, work.clientId, staffIn(plan))])
  return {
    ...review,
    number: version.number,
    items,
    reviewed,
    notYetReviewed: review.outcome ? 0 : notYetReviewed(items, reviewed).length,
    changes: differenceOf(version.content, contentOf(plan, names.client, names.staff)),
  }
}

export type ReviewView = Awaited<ReturnType<typeof reviewOf>>

/** Refuses `review.is-concluded` and `review.not-an-item`. */
export async function reviewItem(work: CaseWork, reviewId: string, reviewed: Reviewed) {
  const { outcome, items, ...review } = await reviewOf(work, reviewId)
  if (outcome) refuse('review.is-concluded', 'This review is concluded and stays as it was.', { status: 409 })
  if (!items.some(({ itemId, kind }) => itemId === reviewed.itemId && kind === reviewed.kind))
    refuse('review.not-an-item', 'This is not (any more) part of the plan under review.')
  await saveReviewed(work.tx, { ...review, outcome }, reviewed)
  await writeAudit(work, 'plan.item-reviewed', { entity: 'plan-review', id: reviewId }, work.clientId, { item: reviewed.itemId, finding: reviewed.finding })
  return reviewOf(work, reviewId)
}

/** “No change” meets the review that was due and asks for the next; “new version” waits for its agreement. Refusals: see `checkConclusion`. */
export async function concludePlanReview(work: CaseWork, reviewId: string, conclusion: Conclusion): Promise<Review> {
  const { items, reviewed, changes, number, notYetReviewed: _, ...review } = await reviewOf(work, reviewId)
  if (review.outcome) refuse('review.is-concluded', 'This review is concluded and stays as it was.', { status: 409 })
  checkConclusion(conclusion, notYetReviewed(items, reviewed), changes.length, placesOf(work).review)
  const concluded = await concludeReview(work.tx, review, conclusion, work.today)
  if (conclusion.outcome === 'no-change') await askForNextReview(work, review, number)
  await tell(work, 'plan.reviewed', concluded, { ...conclusion, number, items: items.length })
  return concluded
}

async function askForNextReview(work: CaseWork, { id, planVersionId }: Review, number: number): Promise<void> {
  const { primaryStaffId } = await caseFacts(work)
  await settleTasks(work, { rule: 'plan-review', caseId: work.caseId, by: { type: 'plan-review', id } })
  await requestTask(work, {
    rule: 'plan-review', about: { type: 'plan-version', id: planVersionId }, clientId: work.clientId, caseId: work.caseId,
    assignTo: { staffId: primaryStaffId ?? work.staff.id }, due: reviewDue(work.today, await acuityOf(work.tx, work.caseId)), params: { number },
  })
}

const tell = (work: CaseWork, type: string, { id, version }: Pick<Review, 'id' | 'version'>, details: object = {}) =>
  announce(work, type, { entity: 'plan-review', id, version }, details)
