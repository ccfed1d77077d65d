// What was known about service referrals at the end of a day, counted; people are counted here and never named.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export const dimensions = ['service-type', 'area', 'language', 'month'] as const
export type Dimension = (typeof dimensions)[number]
export interface Span {
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

/** Mental health and substance use are told as one, so that no figure speaks of Part 2 programs (SC-12, step 2). */
const strata = (by: Dimension, day: 'requested_on' | 'on_date') => ({
  'service-type': sql`case when r.service_type in ('mental-health', 'substance-use') then 'behavioral-health' else r.service_type end`,
  area: sql`coalesce(r.zip3, '')`,
  language: sql`coalesce(split_part(r.language, '-', 1), '')`,
  month: sql`to_char(r.${sql.ref(day)}, 'YYYY-MM')`,
})[by]

/** The referrals of the span as they stood: each state is read from its step, each outcome from the instant it was recorded. */
const known = ({ from, until, before, zone, by }: Span) => sql`
  with step as (
    select ${strata(by, 'requested_on')} as stratum, r.client_id, r.requested_on, r.reached_on, r.loop_closed_at < ${before} as told, r.need_met, r.client_reached,
      min(s.at) filter (where s.to_status = 'accepted') as accepted_at, min(s.at) filter (where s.to_status = 'rejected') as rejected_at,
      min(s.reason_code) filter (where s.to_status = 'rejected') as reason, bool_or(s.to_status = 'cancelled') as cancelled,
      bool_or(s.to_status in ('completed', 'failed') or (s.to_status = 'cancelled' and s.actor = 'target' and s.from_status <> 'requested')) as outcome
    from service_referral r join service_referral_step s on s.agency_id = r.agency_id and s.service_referral_id = r.id
    where r.intent = 'referral' and r.requested_on between ${from} and ${until} and r.requested_at < ${before} and s.at < ${before}
    group by r.agency_id, r.id having not bool_or(s.to_status = 'entered-in-error')),
  known as (
    select stratum, requested_on, accepted_at, rejected_at, reason, outcome, reached_on, accepted_at is null and rejected_at is null and cancelled as withdrawn,
      coalesce(told and need_met <> 'unknown', false) as closed, coalesce(told and client_reached = 'yes', false) as reached, coalesce(told and need_met = 'met', false) as met,
      (least(accepted_at, rejected_at) at time zone ${zone})::date as answered_on, (accepted_at at time zone ${zone})::date as accepted_on
    from step where client_id in (select id from client_label where confidentiality <> 'sealed'))`

export async function countReferrals(tx: Tx, span: Span): Promise<Counted[]> {
  const { rows } = await sql<Counted>`${known(span)}
    select case when grouping(stratum) = 1 then null else stratum end as stratum, count(*)::int as sent, count(accepted_at)::int as accepted,
      count(*) filter (where rejected_at is not null and accepted_at is null)::int as rejected,
      count(*) filter (where accepted_at is null and rejected_at is null and not withdrawn)::int as unanswered, count(*) filter (where withdrawn)::int as withdrawn,
      count(*) filter (where outcome)::int as outcome, count(*) filter (where closed)::int as closed, count(*) filter (where reached)::int as reached, count(*) filter (where met)::int as met,
      percentile_cont(0.5) within group (order by answered_on - requested_on) as days_to_answer, percentile_cont(0.5) within group (order by accepted_on - requested_on) as days_to_accept,
      percentile_cont(0.5) within group (order by reached_on - requested_on) filter (where reached) as days_to_reach
    from known group by grouping sets ((stratum), ()) order by stratum nulls last`.execute(tx)
  return rows
}

/** Rejected, by reason. */
export async function countRejections(tx: Tx, span: Span): Promise<CountedReason[]> {
  const { rows } = await sql<CountedReason>`${known(span)}
    select case when grouping(stratum) = 1 then null else stratum end as stratum, reason, count(*)::int as count from known
    where rejected_at is not null and accepted_at is null group by grouping sets ((stratum, reason), (reason)) order by 1 nulls last, 3 desc, 2`.execute(tx)
  return rows
}

/** What could not be met (INV-38), by reason; the whole of a stratum is the sum of its reasons. */
export async function countUnmetNeeds(tx: Tx, { from, until, before, by }: Span): Promise<CountedReason[]> {
  const { rows } = await sql<CountedReason>`
    with known as (
      select ${strata(by, 'on_date')} as stratum, r.reason_code as reason from unmet_need r
      where r.client_id in (select id from client_label where confidentiality <> 'sealed') and r.on_date between ${from} and ${until} and r.recorded_at < ${before})
    select case when grouping(stratum) = 1 then null else stratum end as stratum, reason, count(*)::int as count
    from known group by grouping sets ((stratum, reason), (reason)) order by 1 nulls last, 3 desc, 2`.execute(tx)
  return rows
}
