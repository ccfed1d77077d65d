// What each person of the team carries, as far as the asker may know the cases: a supervisor's question, one round trip.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface CarriedLine {
  staffId: string
  level: number | null
  status: string
}

/** One line for each open case and the person who answers for it. */
export async function carriedByAll(tx: Tx): Promise<CarriedLine[]> {
  const { rows } = await sql<CarriedLine>`
    select t.staff_id, k.acuity_level as level, k.status from case_team t
    join case_record k on k.agency_id = t.agency_id and k.id = t.case_id
    where t.agency_id = (select authz.agency()) and t.role = 'primary' and t.until_at is null and k.status in ('pending_engagement', 'active', 'suspended', 'closing')`.execute(tx)
  return rows
}
