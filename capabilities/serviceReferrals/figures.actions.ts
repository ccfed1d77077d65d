// Figures of service referrals for other capabilities: counted over what the caller may know.
import type { Work } from '../../platform/work.ts'
import { countReferrals, countRejections, countUnmetNeeds, type Counted, type CountedReason, type Span } from './figures.store.ts'

export type { Counted, CountedReason } from './figures.store.ts'
export interface CountedFigures { referrals: Counted[]; rejections: CountedReason[]; unmet: CountedReason[] }

/** Exact counts, not for showing: whoever tells them withholds small ones first (INV-60). */
export async function figuresOf(work: Work, sent: Span, unmet: Span): Promise<CountedFigures> {
  const [referrals, rejections, needs] = await Promise.all([countReferrals(work.tx, sent), countRejections(work.tx, sent), countUnmetNeeds(work.tx, unmet)])
  return { referrals, rejections, unmet: needs }
}
