// What happened on my cases while I was away. Reads the story only; the story belongs to the platform.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Happened, SinceYouLeft } from './home.ts'

/** The looking back ends after this many days: an absence longer than that is caught up case by case. */
const longestDays = 7

/**
 * Events by others on cases I work, since the last thing I did before today (at least yesterday, at most a week back), newest first.
 * `startOfToday` is the instant the agency's day began.
 */
export async function sinceYouLeft(tx: Tx, staffId: string, startOfToday: string): Promise<SinceYouLeft> {
  const { rows: [left] } = await sql<{ since: string }>`
    select greatest(coalesce(max(e.recorded_at), ${startOfToday}::timestamptz - interval '1 day'), ${startOfToday}::timestamptz - make_interval(days => ${longestDays})) as since
    from case_event e where e.agency_id = (select authz.agency()) and e.case_id = any (array(select authz.my_cases()))
      and e.staff_id = ${staffId}::uuid and e.recorded_at < ${startOfToday}::timestamptz`.execute(tx)
  const since = left?.since ?? startOfToday
  const { rows } = await sql<Happened>`
    select e.id, e.type, e.entity as subject_type, e.entity_id as subject_id, e.staff_id, s.name as staff_name, e.occurred_at, e.recorded_at, e.case_id, e.client_id,
      l.display_name as client_name, e.goal_id, e.details
    from case_event e
    join client_label l on l.agency_id = e.agency_id and l.id = e.client_id
    left join staff_label s on s.agency_id = e.agency_id and s.id = e.staff_id
    where e.agency_id = (select authz.agency()) and e.case_id = any (array(select authz.my_cases()))
      and e.recorded_at > ${since}::timestamptz and e.staff_id is distinct from ${staffId}::uuid
    order by e.recorded_at desc, e.id desc limit 12`.execute(tx)
  return { since, items: rows }
}
