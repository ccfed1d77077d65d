// Rows put together as HSDS nests them: a service with its phones, hours, places, organization and terms.
import { tables, type TableName } from './hsds.ts'
import { thingOf, type Row, type Thing } from './thing.ts'

export type Rows = ReadonlyMap<TableName, readonly Row[]>

/** What stands inside what, by the compiled schemas of HSDS 3.0. */
const inside: Partial<Record<TableName, readonly TableName[]>> = {
  organization: ['funding', 'contact', 'phone', 'location', 'program', 'organization_identifier'],
  service: ['phone', 'schedule', 'service_area', 'language', 'funding', 'cost_option', 'required_document', 'contact'],
  location: ['language', 'address', 'contact', 'accessibility', 'phone', 'schedule'],
  service_at_location: ['contact', 'phone', 'schedule'],
  contact: ['phone'],
  phone: ['language'],
}
const carriesTerms: readonly TableName[] = ['service', 'organization', 'location', 'service_at_location']

export class Nesting {
  private readonly byLink = new Map<string, Row[]>()
  private readonly byId = new Map<string, Row>()
  constructor(rows: Rows) {
    for (const [table, all] of rows)
      for (const row of all) {
        this.byId.set(`${table} ${row.id}`, row)
        for (const column of linkColumns) if (typeof row[column] === 'string') this.file(`${table} ${column} ${row[column]}`, row)
      }
  }

  /** Nested down to its leaves. */
  whole(table: TableName, id: string): Thing | null {
    const row = this.byId.get(`${table} ${id}`)
    return row ? this.filled(table, row) : null
  }

  /** Only its own fields. */
  plain(table: TableName, id: unknown): Thing | null {
    const row = this.byId.get(`${table} ${String(id)}`)
    return row ? thingOf(table, row) : null
  }

  service(id: string): Thing | null {
    const service = this.whole('service', id)
    if (!service) return null
    const places = this.linked('service_at_location', 'service_id', id).map((row) => ({ ...this.filled('service_at_location', row), ...some('location', this.whole('location', String(row.location_id))) }))
    return { ...service, ...this.ownersOf(service, true), ...(places.length > 0 && { service_at_locations: places }) }
  }

  organization(id: string, services: 'ids' | 'whole'): Thing | null {
    const organization = this.whole('organization', id)
    if (!organization) return null
    const theirs = this.linked('service', 'organization_id', id).flatMap((row) => (services === 'whole' ? (this.service(row.id) ?? []) : [{ id: row.id, name: row.name, status: row.status }]))
    return { ...organization, ...(theirs.length > 0 && { services: theirs }) }
  }

  serviceAtLocation(id: string): Thing | null {
    const at = this.whole('service_at_location', id)
    if (!at) return null
    const service = this.whole('service', String(at.service_id))
    return { ...at, ...some('location', this.whole('location', String(at.location_id))), ...some('service', service && { ...service, ...this.ownersOf(service, true) }) }
  }

  /** A line of a list: its own fields and those of what it belongs to. */
  line(table: TableName, id: string): Thing | null {
    const thing = this.plain(table, id)
    if (!thing) return null
    if (table === 'service') return { ...thing, ...this.ownersOf(thing, false) }
    if (table !== 'service_at_location') return table === 'taxonomy_term' ? this.term(thing) : thing
    const service = this.plain('service', thing.service_id)
    return { ...thing, ...some('location', this.plain('location', thing.location_id)), ...some('service', service && { ...service, ...this.ownersOf(service, false) }) }
  }

  private term(thing: Thing): Thing {
    return { ...thing, ...some('taxonomy_detail', this.plain('taxonomy', thing.taxonomy_id)) }
  }

  private ownersOf(service: Thing, whole: boolean): object {
    const organization = whole ? this.whole('organization', String(service.organization_id)) : this.plain('organization', service.organization_id)
    return { ...some('organization', organization), ...some('program', this.plain('program', service.program_id)) }
  }

  private filled(table: TableName, row: Row): Thing {
    const thing = thingOf(table, row)
    for (const child of inside[table] ?? []) {
      const rows = this.linked(child, `${table}_id`, row.id)
      if (rows.length > 0) thing[tables[child].plural] = rows.map((each) => this.filled(child, each))
    }
    if (!carriesTerms.includes(table)) return thing
    const attributes = this.linked('attribute', 'link_id', row.id).map((each) => ({ ...thingOf('attribute', each), ...some('taxonomy_term', this.line('taxonomy_term', String(each.taxonomy_term_id))) }))
    const history = this.linked('metadata', 'resource_id', row.id).map((each) => thingOf('metadata', each))
    return { ...thing, ...(attributes.length > 0 && { attributes }), ...(history.length > 0 && { metadata: history }) }
  }

  private linked(table: TableName, column: string, id: string): readonly Row[] {
    return this.byLink.get(`${table} ${column} ${id}`) ?? []
  }
  private file(key: string, row: Row): void {
    const there = this.byLink.get(key)
    if (there) there.push(row)
    else this.byLink.set(key, [row])
  }
}

const linkColumns = ['organization_id', 'service_id', 'location_id', 'service_at_location_id', 'contact_id', 'phone_id', 'link_id', 'resource_id'] as const
const some = (name: string, thing: Thing | null): object => (thing ? { [name]: thing } : {})
