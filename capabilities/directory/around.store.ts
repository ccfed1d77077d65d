// What stands around an entry that is edited: whose it is, where it is given, what else belongs to it. Reads only.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Editable } from './edit.ts'
import type { Row } from './thing.ts'

export interface Named { id: string; name: string }
export interface Around {
  organization: Named | null
  service: Named | null
  location: Named | null
  /** of a service: where it is given */
  places: (Named & { locationId: string })[]
  /** of an organization: what it gives; of a location: what is given there */
  services: Named[]
  /** of the organization */
  locations: Named[]
}

/** A location is called by its name, else by its address, else ''. */
const called = sql`coalesce(nullif(l.name, ''), (select concat_ws(', ', d.body ->> 'address_1', d.body ->> 'city') from directory_detail d
  where d.location_id = l.id and d.kind = 'address' and d.gone_at is null limit 1), '')`
const list = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(x order by x.name, x.id), '[]') from (${rows} limit 200) x)`

export async function aroundOf(tx: Tx, entry: Editable, row: Row): Promise<Around> {
  const idOf = (kind: Editable): string | null => { const named = row[`${kind}_id`]; return entry === kind ? row.id : typeof named === 'string' ? named : null }
  const [organization, service, location] = [idOf('organization'), idOf('service'), idOf('location')]
  const { rows } = await sql<Around>`select
    (select json_build_object('id', o.id, 'name', o.name) from directory_organization o where o.id = ${organization}::uuid) as organization,
    (select json_build_object('id', s.id, 'name', s.name) from directory_service s where s.id = ${service}::uuid) as service,
    (select json_build_object('id', l.id, 'name', ${called}) from directory_location l where l.id = ${location}::uuid) as location,
    ${list(sql`select p.id, p.location_id as "locationId", ${called} as name from directory_service_at_location p join directory_location l on l.agency_id = p.agency_id and l.id = p.location_id
      where p.gone_at is null and p.service_id = ${entry === 'service' ? service : null}::uuid`)} as places,
    ${list(entry === 'organization'
      ? sql`select s.id, s.name from directory_service s where s.gone_at is null and s.organization_id = ${organization}::uuid`
      : sql`select s.id, s.name from directory_service_at_location p join directory_service s on s.agency_id = p.agency_id and s.id = p.service_id
          where p.gone_at is null and s.gone_at is null and p.location_id = ${entry === 'location' ? location : null}::uuid`)} as services,
    ${list(sql`select l.id, ${called} as name from directory_location l where l.gone_at is null and l.organization_id = ${organization}::uuid`)} as locations`.execute(tx)
  return rows[0] ?? { organization: null, service: null, location: null, places: [], services: [], locations: [] }
}

/** Organizations whose name holds these words, by name; at most twenty. */
export async function organizationsCalled(tx: Tx, words: string): Promise<Named[]> {
  const { rows } = await sql<Named>`select id, name from directory_organization where gone_at is null and position(lower(${words}::text) in lower(name)) > 0 order by lower(name), id limit 20`.execute(tx)
  return rows
}
