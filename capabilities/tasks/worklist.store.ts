// The worklist: what needs a person, ordered by the harm of delay, in one round trip over task_by_harm_*.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Counts, Page, WorklistItem } from './worklist.ts'

/** The place in the list after which to go on: the three keys of the order and the id. */
export interface Place {
  harm: number
  dueOn: string
  urgency: number
  id: string
}
const pageSize = 50
export const placeText = (place: Place): string => Buffer.from(`${place.harm}|${place.dueOn}|${place.urgency}|${place.id}`).toString('base64url')
export function readPlace(text: string): Place | null {
  const found = /^([01])\|(\d{4}-\d\d-\d\d)\|([01])\|([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString())
  return found?.[1] && found[2] && found[3] && found[4] ? { harm: Number(found[1]), dueOn: found[2], urgency: Number(found[3]), id: found[4] } : null
}

/** Each assignee is one index scan in the order of the list; the union is sorted again and cut at the page. */
function branches(staffId: string, roles: string[], today: string, after: Place | null): RawBuilder<unknown> {
  const further = after ? sql`and (harm, due_on, urgency, id) > (${after.harm}, ${after.dueOn}::date, ${after.urgency}, ${after.id}::uuid)` : sql``
  const branch = (assignee: RawBuilder<unknown>) => sql`(select * from task where agency_id = (select authz.agency()) and status = 'open' and ${assignee}
    and (snoozed_until is null or snoozed_until <= ${today}::date) ${further} order by harm, due_on, urgency, id limit ${pageSize + 1})`
  return sql.join([branch(sql`staff_id = ${staffId}::uuid`), ...roles.map((role) => branch(sql`role = ${role}`))], sql` union all `)
}

interface Whose {
  staffId: string
  roles: string[]
  today: string
}
export const worklistQuery = ({ staffId, roles, today, after }: Whose & { after: Place | null }): RawBuilder<WorklistItem & Place> => sql`
    select t.id, t.rule, t.title, t.params, t.about_type, t.about_id, t.client_id, t.case_id, t.staff_id, t.role, t.due_on, t.priority, t.snoozed_until, t.version,
      t.harm, t.urgency, l.display_name as client_name, l.pronouns, k.number as case_number, s.name as asked_by
    from (select * from (${branches(staffId, roles, today, after)}) every_branch order by harm, due_on, urgency, id limit ${pageSize + 1}) t
    left join client_label l on l.agency_id = t.agency_id and l.id = t.client_id
    left join case_label k on k.agency_id = t.agency_id and k.id = t.case_id
    left join staff_label s on s.agency_id = t.agency_id and s.id = t.created_by
    order by t.harm, t.due_on, t.urgency, t.id`

export async function worklist(tx: Tx, wanted: Whose & { after: Place | null }): Promise<Page> {
  const { rows } = await worklistQuery(wanted).execute(tx)
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return { items: rows.slice(0, pageSize), after: last ? placeText(last) : null }
}

export async function worklistCounts(tx: Tx, { staffId, roles, today }: Whose): Promise<Counts> {
  const { rows: [counts] } = await sql<Counts>`
    select count(*)::integer as open,
      (count(*) filter (where priority = 'safety'))::integer as safety,
      (count(*) filter (where due_on < ${today}::date))::integer as late,
      (count(*) filter (where due_on = ${today}::date or (priority = 'safety' and due_on > ${today}::date)))::integer as today,
      min(due_on) filter (where due_on > ${today}::date) as next_due_on
    from task where agency_id = (select authz.agency()) and status = 'open' and (snoozed_until is null or snoozed_until <= ${today}::date)
      and (staff_id = ${staffId}::uuid or role = any (${roles}::text[]))`.execute(tx)
  return counts ?? { open: 0, safety: 0, late: 0, today: 0, nextDueOn: null }
}

/** What I asked of others and still wait for. */
export async function waitingOnOthers(tx: Tx, staffId: string, today: string): Promise<Array<WorklistItem & { assigneeName: string | null }>> {
  const { rows } = await sql<WorklistItem & { assigneeName: string | null }>`
    select t.id, t.rule, t.title, t.params, t.about_type, t.about_id, t.client_id, t.case_id, t.staff_id, t.role, t.due_on, t.priority, t.snoozed_until, t.version,
      l.display_name as client_name, l.pronouns, null as case_number, null as asked_by, a.name as assignee_name
    from task t
    left join client_label l on l.agency_id = t.agency_id and l.id = t.client_id
    left join staff_label a on a.agency_id = t.agency_id and a.id = t.staff_id
    where t.agency_id = (select authz.agency()) and t.status = 'open' and t.created_by = ${staffId}::uuid
      and (t.staff_id is distinct from ${staffId}::uuid) and t.due_on <= ${today}::date + 30
    order by t.due_on, t.id limit 20`.execute(tx)
  return rows
}
