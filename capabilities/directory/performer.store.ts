// A service of the directory as somebody to ask: its name, how a referral reaches it, and whether it said that it has room. Reads only.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Capacity } from './finding.ts'

export interface ServiceToAsk {
  serviceId: string
  serviceAtLocationId: string | null
  name: string
  email: string
  phone: string
  capacity: Capacity | null
}

/** The room at the place goes before the service's own; the phone is the place's, else the service's. */
export async function serviceToAsk(tx: Tx, serviceId: string, serviceAtLocationId: string | null): Promise<ServiceToAsk | undefined> {
  const { rows } = await sql<ServiceToAsk>`
    select s.id as service_id, l.id as service_at_location_id,
      left(case when o.name is null or o.name = s.name then s.name else s.name || ', ' || o.name end, 200) as name,
      left(coalesce(s.email, o.email, ''), 200) as email,
      left(coalesce((select d.body ->> 'number' from directory_detail d where d.kind = 'phone' and d.agency_id = s.agency_id and d.gone_at is null
        and (d.service_at_location_id = l.id or d.location_id = l.location_id or d.service_id = s.id) order by d.service_at_location_id nulls last, d.location_id nulls last limit 1), ''), 60) as phone,
      coalesce(l.capacity, s.capacity) as capacity
    from directory_service s
    left join directory_organization o on o.agency_id = s.agency_id and o.id = s.organization_id
    left join directory_service_at_location l on l.agency_id = s.agency_id and l.id = ${serviceAtLocationId}::uuid and l.service_id = s.id and l.gone_at is null
    where s.id = ${serviceId}::uuid and s.gone_at is null and s.status = 'active'`.execute(tx)
  return rows[0]
}

export async function namesOfOrganizations(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from directory_organization where id = any (${[...ids]}::uuid[]) and gone_at is null`.execute(tx)
  return rows
}

/** Organizations that offer something, whose name holds these words, by name; at most twenty. */
export async function organizationsThatServe(tx: Tx, words: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select o.id, o.name from directory_organization o where o.gone_at is null and position(lower(${words}::text) in lower(o.name)) > 0
    and exists (select from directory_service s where s.agency_id = o.agency_id and s.organization_id = o.id and s.gone_at is null) order by lower(o.name), o.id limit 20`.execute(tx)
  return rows
}
