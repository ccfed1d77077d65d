// What was known about service referrals at the end of a day, counted; people are counted here and never named.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export const dimensions = ['service-type', 'need', 'area', 'county', 'language', 'month'] as const
export type Dimension = (typeof dimensions)[number]
export interface Span {
  agencyId: string
  /** cases: those the caller may know; agency: all of it, in sums, for administrators. */
  over: 'cases' | 'agency'
  /** Sent from and until, civil days. */
  from: string
  until: string
  /** Known before this instant. */
  before: string
  zone: string
  by: Dimension
}
export interface Counted {
  /** null in the row of the totals; '' where it is not known. */
  stratum: string | null
  sent: number
  accepted: number
  rejected: number
  unanswered: number
  withdrawn: number
  outcome: number
  closed: number
  reached: number
  met: number
  daysToAnswer: number | null
  daysToAccept: number | null
  daysToReach: number | null
}
export interface CountedReason { stratum: string | null; reason: string; count: number }

/** Counted with the caller's own rights (`house`), or over the whole agency for an administrator, who opens no case (`authz`): migration 0191. */
const asked = (what: 'referral' | 'rejection' | 'unmet', { agencyId, over, from, until, before, zone, by }: Span) =>
  sql`${sql.id(over === 'agency' ? 'authz' : 'house', `${what}_figures`)}(${agencyId}::uuid, ${from}::date, ${until}::date, ${before}::timestamptz, ${zone}::text, ${by}::text)`

export async function countReferrals(tx: Tx, span: Span): Promise<Counted[]> {
  return (await referralFigures(span).execute(tx)).rows
}
export const referralFigures = (span: Span) => sql<Counted>`select * from ${asked('referral', span)} order by stratum nulls last`

/** Rejected, by reason. */
export async function countRejections(tx: Tx, span: Span): Promise<CountedReason[]> {
  const { rows } = await sql<CountedReason>`select * from ${asked('rejection', span)} order by stratum nulls last, count desc, reason`.execute(tx)
  return rows
}

/** What could not be met (INV-38), by reason; the whole of a stratum is the sum of its reasons. */
export async function countUnmetNeeds(tx: Tx, span: Span): Promise<CountedReason[]> {
  const { rows } = await sql<CountedReason>`select * from ${asked('unmet', span)} order by stratum nulls last, count desc, reason`.execute(tx)
  return rows
}
