// Reviews of the agreed plan and what was found for each item: plan_review, plan_review_item.
import type { Generated } from 'kysely'
import { newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Conclusion, Reviewed } from './review.ts'

export interface Review {
  id: string
  caseId: string
  planVersionId: string
  startedOn: string
  outcome: Conclusion['outcome'] | null
  summary: string | null
  clientTookPart: boolean | null
  concludedOn: string | null
  version: number
}

declare module '../../platform/db.ts' {
  interface Tables {
    planReview: Omit<Review, 'outcome' | 'summary' | 'clientTookPart' | 'concludedOn' | 'version'> & {
      outcome: Generated<Review['outcome']>
      summary: Generated<string | null>
      clientTookPart: Generated<boolean | null>
      concludedOn: Generated<string | null>
      version: Generated<number>
    }
    planReviewItem: Reviewed & { agencyId: Generated<string>; caseId: string; reviewId: string; version: Generated<number> }
  }
}

const columns = ['id', 'caseId', 'planVersionId', 'startedOn', 'outcome', 'summary', 'clientTookPart', 'concludedOn', 'version'] as const

export function addReview(tx: Tx, caseId: string, planVersionId: string, startedOn: string): Promise<Review> {
  return tx.insertInto('planReview').values({ id: newId(), caseId, planVersionId, startedOn }).returning(columns).executeTakeFirstOrThrow()
}

export function openReview(tx: Tx, caseId: string): Promise<Review | undefined> {
  return tx.selectFrom('planReview').select(columns).where('caseId', '=', caseId).where('outcome', 'is', null).executeTakeFirst()
}

export function reviewsOfCase(tx: Tx, caseId: string): Promise<Review[]> {
  return tx.selectFrom('planReview').select(columns).where('caseId', '=', caseId).orderBy('startedOn', 'desc').orderBy('id', 'desc').limit(50).execute()
}

export async function findReview(tx: Tx, caseId: string, id: string): Promise<Review> {
  const review = await tx.selectFrom('planReview').select(columns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return review ?? notFound('review')
}

export function reviewedItems(tx: Tx, reviewId: string): Promise<Reviewed[]> {
  return tx.selectFrom('planReviewItem').select(['kind', 'itemId', 'finding', 'note']).where('reviewId', '=', reviewId).orderBy('itemId').execute()
}

export async function saveReviewed(tx: Tx, { id, caseId }: Review, { kind, itemId, finding, note }: Reviewed): Promise<void> {
  await tx
    .insertInto('planReviewItem')
    .values({ caseId, reviewId: id, kind, itemId, finding, note })
    .onConflict((row) =>
      row.columns(['agencyId', 'reviewId', 'itemId']).doUpdateSet((again) => ({ finding, note, version: again('planReviewItem.version', '+', 1) })),
    )
    .execute()
}

export async function concludeReview(tx: Tx, review: Review, { outcome, summary, clientTookPart }: Conclusion, concludedOn: string): Promise<Review> {
  const saved = await tx
    .updateTable('planReview')
    .set({ outcome, summary, clientTookPart, concludedOn, version: review.version + 1 })
    .where('caseId', '=', review.caseId)
    .where('id', '=', review.id)
    .where('version', '=', review.version)
    .returning(columns)
    .executeTakeFirst()
  return saved ?? changed('review', await findReview(tx, review.caseId, review.id))
}
