// HSDS JSON, nested as its API gives it, as rows of its tables: what is inside something is linked to it, and what is told twice is told once.
import { z } from 'zod'
import { isTableName, links, tableNames, tables, type TableName } from './hsds.ts'
import type { Cells, Origin, SourceRow } from './package.ts'

const Thing = z.record(z.string(), z.unknown())
type Thing = z.infer<typeof Thing>

/** The table that the objects under a name belong to: `phones` are phones, `taxonomy_detail` is a taxonomy. */
const insides = new Map<string, TableName>([
  ...tableNames.flatMap((table): [string, TableName][] => [[tables[table].plural, table], [table, table], [tables[table].file, table]]),
  ['taxonomy_detail', 'taxonomy'],
])
insides.delete('taxonomy') // a term's own text
const parentOfTerm: TableName[] = ['attribute']

/** Adds every object of a file: one, a list, a page of the API (`contents`), or lists under the names of tables. Answers how many, or null: no HSDS in it. */
export function gatherJson(found: Map<string, SourceRow>, file: string, json: unknown): number | null {
  const roots = rootsOf(json)
  roots?.forEach(([table, thing], index) => gather(found, table ?? tableOf(thing), thing, { file, line: index + 1 }))
  return roots?.length ?? null
}

function rootsOf(json: unknown): [TableName | null, Thing][] | null {
  const list = z.array(Thing).safeParse(json)
  if (list.success) return list.data.map((thing) => [null, thing])
  const one = Thing.safeParse(json)
  if (!one.success) return null
  const page = z.array(Thing).safeParse(one.data.contents)
  if (page.success) return page.data.map((thing) => [null, thing])
  const lists = Object.entries(one.data).flatMap(([name, value]): [TableName | null, Thing][] => {
    const table = insides.get(name)
    const rows = z.array(Thing).safeParse(value)
    return table && rows.success ? rows.data.map((thing) => [table, thing]) : []
  })
  return typeof one.data.id === 'string' ? [[null, one.data]] : lists.length > 0 ? lists : null
}

/** What an object at the top is, by what only its kind has. */
function tableOf(thing: Thing): TableName {
  if ('location_type' in thing) return 'location'
  if ('service' in thing || 'location' in thing || ('service_id' in thing && 'location_id' in thing)) return 'service_at_location'
  if ('status' in thing || 'service_at_locations' in thing) return 'service'
  if ('taxonomy_detail' in thing || 'taxonomy_id' in thing || 'term_uri' in thing || 'parent_id' in thing || 'code' in thing) return 'taxonomy_term'
  if ('version' in thing) return 'taxonomy'
  return 'organization'
}

/** Adds the object and, with a link to it, everything inside it. Answers its id. */
function gather(found: Map<string, SourceRow>, table: TableName, thing: Thing, at: Origin, linked: Cells = {}): string {
  const cells: Cells = { ...linked }
  const lists: [string, unknown][] = []
  for (const [name, value] of Object.entries(thing)) {
    if (value === null || value === undefined) continue
    if (typeof value === 'string') cells[name] = value
    else if (typeof value !== 'object') cells[name] = JSON.stringify(value)
    else if (insides.has(name) || (name === 'taxonomy_term' && parentOfTerm.includes(table))) lists.push([name, value])
    else cells[name] = Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join(';') : JSON.stringify(value)
  }
  const id = cells.id ?? ''
  const alone = Object.keys(cells).length <= 1 // an object that is only an id says nothing but the link
  for (const [name, value] of lists) gatherInside(found, { table, id, cells, at }, name, value)
  if (!alone || lists.length > 0) merge(found, { ...at, table, cells })
  return id
}

function gatherInside(found: Map<string, SourceRow>, parent: { table: TableName; id: string; cells: Cells; at: Origin }, name: string, value: unknown): void {
  const inside = insides.get(name)
  if (!inside) return
  const several = z.array(Thing).safeParse(value)
  if (several.success) {
    for (const each of several.data) gather(found, inside, each, { ...parent.at }, linkTo(parent, inside))
    return
  }
  const one = Thing.safeParse(value)
  if (!one.success) return
  const id = gather(found, inside, one.data, parent.at, {})
  const link = links(parent.table).find(({ refersTo }) => refersTo === inside)
  if (link && id) parent.cells[link.name] = id
}

function linkTo({ table, id }: { table: TableName; id: string }, inside: TableName): Cells {
  if (inside === 'attribute') return { link_entity: table, link_id: id }
  if (inside === 'metadata') return { resource_type: table, resource_id: id }
  const link = links(inside).find(({ refersTo }) => refersTo === table)
  return link ? { [link.name]: id } : {}
}

/** The same object may be told whole in one place and in short in another. */
function merge(found: Map<string, SourceRow>, row: SourceRow): void {
  const key = `${row.table} ${row.cells.id ?? JSON.stringify(row.cells)}`
  const before = found.get(key)
  if (before) before.cells = { ...row.cells, ...before.cells }
  else found.set(key, row)
}

export const tableNamed = (name: string): TableName | null => insides.get(name) ?? (isTableName(name) ? name : null)
