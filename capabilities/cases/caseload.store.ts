// Lists of cases: whose they are, how much they weigh, what is due next. One round trip each.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { CaseStatus } from './case.ts'
import { phaseEvents } from './phase.ts'
import type { CaseloadRow, CaseloadSort } from './view.ts'

export interface CaseloadWish {
  staffId: string
  statuses: CaseStatus[]
  programId?: string
  acuity?: number
  sort: CaseloadSort
  after: { key: string; id: string } | null
  limit: number
}

/** Each order as one text that sorts ascending: the next due day, the name, the highest level first, the newest first. */
const sortKey: Record<CaseloadSort, RawBuilder<string>> = {
  due: sql`coalesce(d.next_due_on::text, '9999-12-31')`,
  name: sql`lower(l.display_name)`,
  acuity: sql`(9 - coalesce(k.acuity_level, 0))::text`,
  opened: sql`(date '9999-12-31' - k.opened_on)::text`,
}

export async function caseload(tx: Tx, { staffId, statuses, programId, acuity, sort, after, limit }: CaseloadWish): Promise<Array<CaseloadRow & { sortKey: string }>> {
  const { rows } = await sql<CaseloadRow & { sortKey: string }>`
    select page.*, coalesce(e.types, '{}') as events from (select * from (
      select k.id, k.number, k.status, k.client_id, l.display_name, l.pronouns, l.spoken_language, l.interpreter, l.safe_contact, k.program_id, p.name as program_name,
        p.kind as program_kind, k.acuity_level, k.opened_on, k.activated_on, k.review_on, k.closure_reason, t.role, d.next_due_on, coalesce(d.open_tasks, 0) as open_tasks,
        ${sortKey[sort]} as sort_key
      from case_team t
      join case_record k on k.agency_id = t.agency_id and k.id = t.case_id
      join client_label l on l.agency_id = k.agency_id and l.id = k.client_id
      join program p on p.agency_id = k.agency_id and p.id = k.program_id
      left join lateral (select u.next_due_on, u.open_tasks from case_due u where u.agency_id = k.agency_id and u.case_id = k.id offset 0) d on true
      where t.agency_id = (select authz.agency()) and t.staff_id = ${staffId}::uuid and t.role <> 'opener' and (t.until_at is null or t.until_at > authz.clock())
        and k.status = any (${statuses}::text[])
        ${programId ? sql`and k.program_id = ${programId}::uuid` : sql``} ${acuity ? sql`and k.acuity_level = ${acuity}` : sql``}
    ) mine
    ${after ? sql`where (sort_key, id) > (${after.key}, ${after.id}::uuid)` : sql``}
    order by sort_key, id limit ${limit}) page
    left join lateral (
      select array_agg(kind) as types from unnest(${[...phaseEvents]}::text[]) kind
      where exists (select from case_event v where v.agency_id = (select authz.agency()) and v.case_id = page.id and v.type = kind)
    ) e on true
    order by sort_key, id`.execute(tx)
  return rows
}

/** The levels of the open cases a person answers for, as far as the asker may know, and what they may carry in points. */
export async function carriedBy(tx: Tx, staffId: string): Promise<{ levels: Array<number | null>; capacityPoints: number }> {
  const { rows } = await sql<{ level: number | null; isCase: boolean; capacity: number }>`
    select k.acuity_level as level, k.id is not null as is_case, s.caseload_cap as capacity from staff s
    left join case_team t on t.agency_id = s.agency_id and t.staff_id = s.id and t.role = 'primary' and t.until_at is null
    left join case_record k on k.agency_id = t.agency_id and k.id = t.case_id and k.status in ('pending_engagement', 'active', 'suspended', 'closing')
    where s.agency_id = (select authz.agency()) and s.id = ${staffId}::uuid`.execute(tx)
  return { levels: rows.filter((row) => row.isCase).map((row) => row.level), capacityPoints: rows[0]?.capacity ?? 0 }
}
