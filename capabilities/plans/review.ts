// A plan review goes item by item and says what is not yet reviewed; it ends in “no change” or in a new version.
import { z } from 'zod'
import { refuse, type Missing } from '../../platform/refusal.ts'
import type { Barrier } from './barrier.ts'
import { isUnderWay } from './intervention.ts'
import { isAlive, type WorkingPlan } from './plan.ts'

export const ReviewItemKind = z.enum(['need', 'goal', 'intervention', 'barrier'])
export type ReviewItemKind = z.infer<typeof ReviewItemKind>

export const Reviewed = z.object({
  kind: ReviewItemKind,
  itemId: z.uuid(),
  finding: z.enum(['continues', 'changes', 'ends']),
  note: z.string().trim().max(1000).default(''),
})
export type Reviewed = z.infer<typeof Reviewed>

export const Conclusion = z.object({
  outcome: z.enum(['no-change', 'new-version']),
  summary: z.string().trim().min(1, 'Say in a sentence how the plan stands.').max(2000),
  clientTookPart: z.boolean().default(true),
})
export type Conclusion = z.infer<typeof Conclusion>

export interface ReviewItem {
  kind: ReviewItemKind
  itemId: string
  title: string
}

/** What a review looks at: needs still open, goals that have not ended, steps under way, barriers that stand. */
export function itemsToReview(plan: WorkingPlan, barriers: readonly Barrier[]): ReviewItem[] {
  return [
    ...plan.needs.filter(({ disposition }) => disposition === 'open').map(({ id, statement }) => item('need', id, statement)),
    ...plan.goals.filter(isAlive).map(({ id, clientWords }) => item('goal', id, clientWords)),
    ...plan.interventions.filter(isUnderWay).map(({ id, description }) => item('intervention', id, description)),
    ...barriers.filter(({ resolvedOn }) => !resolvedOn).map(({ id, statement }) => item('barrier', id, statement)),
  ]
}

const item = (kind: ReviewItemKind, itemId: string, title: string): ReviewItem => ({ kind, itemId, title })

export const notYetReviewed = (items: readonly ReviewItem[], reviewed: readonly Pick<Reviewed, 'itemId'>[]): ReviewItem[] => {
  const seen = new Set(reviewed.map(({ itemId }) => itemId))
  return items.filter(({ itemId }) => !seen.has(itemId))
}

/**
 * Refuses `review.items-left` with each item not yet looked at, and `review.plan-changed` when “no change” is said
 * of a plan whose text has changed since it was agreed.
 */
export function checkConclusion({ outcome }: Conclusion, left: readonly ReviewItem[], changes: number, reviewPath: string): void {
  const missing: Missing[] = left.map(({ itemId, title }) => ({ code: 'review.not-reviewed', message: `“${title}” is not yet reviewed.`, href: `${reviewPath}#${itemId}` }))
  if (missing.length) refuse('review.items-left', `${missing.length} items are not yet reviewed.`, { missing })
  if (outcome === 'no-change' && changes > 0)
    refuse('review.plan-changed', 'The plan reads differently from what was agreed. End the review with a new version, so that the client can agree to it.')
}
