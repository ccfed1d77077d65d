// Overdue and safety work by person, as far as the asker may know it: a supervisor's question.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { WorklistItem } from './worklist.ts'

export interface OverdueCount {
  staffId: string
  late: number
  safety: number
  open: number
}

export async function overdueCounts(tx: Tx, today: string): Promise<OverdueCount[]> {
  const { rows } = await sql<OverdueCount>`
    select staff_id, (count(*) filter (where due_on < ${today}::date))::integer as late, (count(*) filter (where priority = 'safety'))::integer as safety, count(*)::integer as open
    from task where agency_id = (select authz.agency()) and status = 'open' and staff_id is not null group by staff_id`.execute(tx)
  return rows
}

/** What is late or a matter of safety, longest late first. */
export async function overdueOf(tx: Tx, staffId: string, today: string): Promise<WorklistItem[]> {
  const { rows } = await sql<WorklistItem>`
    select t.id, t.rule, t.title, t.params, t.about_type, t.about_id, t.client_id, t.case_id, t.staff_id, t.role, t.due_on, t.priority, t.snoozed_until, t.version,
      l.display_name as client_name, l.pronouns, k.number as case_number, s.name as asked_by
    from task t
    left join client_label l on l.agency_id = t.agency_id and l.id = t.client_id
    left join case_label k on k.agency_id = t.agency_id and k.id = t.case_id
    left join staff_label s on s.agency_id = t.agency_id and s.id = t.created_by
    where t.agency_id = (select authz.agency()) and t.status = 'open' and t.staff_id = ${staffId}::uuid and (t.due_on < ${today}::date or t.priority = 'safety')
    order by t.harm, t.due_on, t.urgency, t.id limit 200`.execute(tx)
  return rows
}
