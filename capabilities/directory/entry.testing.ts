// An entry of the directory for tests: one service of one organization at one place, with what hangs on it.
import { CompiledQuery } from 'kysely'
import { newId } from '../../platform/db.ts'
import type { Person, World } from '../../test/world.ts'

export interface Made {
  serviceId: string
  locationId: string
  atId: string
}
export interface Wanted {
  name: string
  organization?: string
  description?: string
  at?: [latitude: number, longitude: number]
  zip?: string
  terms?: string[]
  details?: [kind: string, on: 'service' | 'location', body: object][]
  service?: Record<string, unknown>
  by?: Person
}

export const weekdays = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' }

export type Run = (text: string, values: unknown[]) => Promise<unknown>
/** Plain SQL in the name of somebody, with all that the database does by itself. */
export const runAs = (w: World, person: Person): Run => (text, values) => w.work(person, ({ tx }) => tx.executeQuery(CompiledQuery.raw(text, values)))

/** The search follows by itself. */
export async function makeEntry(w: World, wanted: Wanted): Promise<Made> {
  const [organizationId, serviceId, locationId, atId] = [newId(), newId(), newId(), newId()]
  const run = runAs(w, wanted.by ?? 'ada')
  const [latitude, longitude] = wanted.at ?? [35.78, -78.64]
  await run('insert into directory_organization (id, name) values ($1, $2)', [organizationId, wanted.organization ?? 'Elm Street Church'])
  const columns = Object.entries({ id: serviceId, organization_id: organizationId, name: wanted.name, description: wanted.description ?? '', ...wanted.service })
  await run(`insert into directory_service (${columns.map(([column]) => column).join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`, columns.map(([, value]) => value))
  await run('insert into directory_location (id, organization_id, latitude, longitude) values ($1, $2, $3, $4)', [locationId, organizationId, latitude, longitude])
  const address = ['address', 'location', { address_1: '12 Elm Street', city: 'Raleigh', state_province: 'NC', postal_code: wanted.zip ?? '27601', address_type: 'physical' }] as const
  for (const [kind, on, body] of [address, ...(wanted.details ?? [])])
    await run(`insert into directory_detail (kind, id, ${on}_id, body) values ($1, $2, $3, $4)`, [kind, newId(), on === 'service' ? serviceId : locationId, body])
  for (const term of wanted.terms ?? [])
    await run(`insert into directory_attribute (id, link_entity, link_id, taxonomy_term_id) values ($1, 'service', $2, $3)`, [newId(), serviceId, term])
  await run('insert into directory_service_at_location (id, service_id, location_id) values ($1, $2, $3)', [atId, serviceId, locationId])
  return { serviceId, locationId, atId }
}

export async function makeTerm(w: World, name: string, parentId: string | null = null): Promise<string> {
  const id = newId()
  await runAs(w, 'ada')('insert into directory_taxonomy_term (id, name, parent_id) values ($1, $2, $3)', [id, name, parentId])
  return id
}
