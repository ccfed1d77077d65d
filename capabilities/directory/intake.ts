// From a package's rows to rows of our tables: ids, types, references. Pure; every row that is refused or taken with a remark says where it stood and why.
import { readCell, type Value } from './cell.ts'
import { identityOf, uuidOf } from './identity.ts'
import { isTableName, links, tableNames, tables, type Field, type TableName } from './hsds.ts'
import { refused, remarked, type Cells, type Package, type Reason, type Remark, type SourceRow } from './package.ts'

export interface Ready {
  table: TableName
  id: string
  sourceId: string
  values: Record<string, Value>
  extra: Cells
  from: SourceRow
}
export interface Intake {
  ready: Ready[]
  remarks: Remark[]
  /** Our own columns that the package has, by table: the others stay as they are here. */
  oursGiven: Map<TableName, Set<string>>
}

/** Whether a row is already here from before. */
export type Known = (table: TableName, id: string) => boolean

export function takeIn(read: Package, source: string, known: Known): Intake {
  const desk = new Desk(source, known)
  const byTable = Map.groupBy(read.rows, ({ table }) => table)
  for (const table of tableNames) desk.takeTable(table, byTable.get(table) ?? [])
  return { ready: desk.ready, remarks: [...read.remarks, ...desk.remarks], oursGiven: desk.oursGiven }
}

class Desk {
  readonly ready: Ready[] = []
  readonly remarks: Remark[] = []
  readonly oursGiven = new Map<TableName, Set<string>>()
  private readonly taken = new Map<TableName, Map<string, Ready>>(tableNames.map((table) => [table, new Map()]))
  private readonly told = new Set<string>()
  private readonly source: string
  private readonly known: Known
  constructor(source: string, known: Known) {
    this.source = source
    this.known = known
  }

  takeTable(table: TableName, rows: readonly SourceRow[]): void {
    const mine = this.taken.get(table)
    for (const row of rows) {
      const ready = this.take(table, row)
      const before = ready && mine?.get(ready.id)
      if (before) this.sayTwice(before, row)
      else if (ready) mine?.set(ready.id, ready)
    }
    const parent = links(table).find(({ refersTo }) => refersTo === table)
    this.ready.push(...(parent ? this.parentsFirst(table, parent.name) : (mine?.values() ?? [])))
  }

  private take(table: TableName, row: SourceRow): Ready | null {
    const problem = this.missingField(table, row)
    if (problem) return this.refuse(row, 'field.missing', problem)
    const sourceId = row.cells.id?.trim() ?? ''
    const id = sourceId === '' ? uuidOf(`${this.source}/${table}/${JSON.stringify(row.cells)}`) : identityOf(this.source, table, sourceId)
    if (sourceId === '') this.remark(row, 'id.missing', 'The row has no id; one was made from what it says.')
    const ready: Ready = { table, id, sourceId, values: {}, extra: this.unknownCells(table, row), from: row }
    for (const field of tables[table].fields) this.readField(field, ready)
    return this.linkUp(ready) && this.sayMore(ready) ? ready : null
  }

  private missingField(table: TableName, { cells }: SourceRow): string | null {
    const missing = tables[table].fields.filter((field) => field.needed && (cells[field.name] ?? '').trim() === '')
    return missing.length > 0 ? missing.map(({ name }) => name).join(', ') : null
  }

  private readField(field: Field, ready: Ready): void {
    const text = ready.from.cells[field.name]
    const column = field.column ?? field.name
    if (field.ours && text === undefined) return
    if (field.ours) this.oursGiven.set(ready.table, (this.oursGiven.get(ready.table) ?? new Set()).add(column))
    const read = readCell(field, text ?? '')
    ready.values[column] = read.value
    if ('aside' in read) this.putAside(ready, field.name, read.aside)
  }

  /** The value is kept beside the row, under the name it came with. */
  private putAside(ready: Ready, name: string, reason: Reason): void {
    const text = ready.from.cells[name] ?? ''
    ready.extra[name] = text
    this.remark(ready.from, reason, `${name}: ${text.slice(0, 200)}`)
  }

  /** Looks every reference up. False: without it there is no such row. */
  private linkUp(ready: Ready): boolean {
    const { table, from, values } = ready
    for (const { name, refersTo, needed } of links(table)) {
      const text = (from.cells[name] ?? '').trim()
      if (text === '' || !refersTo) continue
      const id = identityOf(this.source, refersTo, text)
      values[name] = id
      if (refersTo === table || this.isThere(refersTo, id)) continue
      values[name] = null
      if (needed) return this.refuse(from, 'reference.missing', `${name} ${text}: there is no such ${refersTo}.`) !== null
      this.putAside(ready, name, 'reference.missing')
    }
    if (table === 'attribute' || table === 'metadata') return this.linkToAnything(ready)
    const hangs = !tables[table].detail || links(table).length === 0 || links(table).some(({ name }) => values[name] !== null)
    return hangs || this.refuse(from, 'row.hangs-on-nothing', `It names no ${links(table).map(({ refersTo }) => refersTo).join(', ')} that is here.`) !== null
  }

  /** Attributes and metadata name their table in a column. */
  private linkToAnything(ready: Ready): boolean {
    const [nameColumn, idColumn] = ready.table === 'attribute' ? (['link_entity', 'link_id'] as const) : (['resource_type', 'resource_id'] as const)
    const { cells } = ready.from
    const kind = (cells[nameColumn] ?? '').trim().toLowerCase()
    const id = identityOf(this.source, kind, cells[idColumn] ?? '')
    if (!isTableName(kind) || !this.isThere(kind, id)) return this.refuse(ready.from, 'reference.missing', `${kind} ${cells[idColumn]}: there is no such row.`) !== null
    Object.assign(ready.values, { [nameColumn]: kind, [idColumn]: id })
    return true
  }

  private isThere(table: TableName, id: string): boolean {
    return (this.taken.get(table)?.has(id) ?? false) || this.known(table, id)
  }

  /** What is kept, and to be known. */
  private sayMore(ready: Ready): true {
    const { table, from, values } = ready
    const empty = tables[table].fields.filter((field) => field.wanted && values[field.column ?? field.name] === null)
    if (empty.length > 0) this.remark(from, 'field.empty', empty.map(({ name }) => name).join(', '))
    if (table === 'service' && values.organization_id === null) this.remark(from, 'service.no-organization', 'Kept, and not published until somebody says whose service it is.')
    if (table === 'location') this.checkPoint(ready)
    if (table === 'taxonomy_term') this.checkLicence(ready)
    for (const name of ['capacity', 'capacity_as_of']) {
      const other = name === 'capacity' ? 'capacity_as_of' : 'capacity'
      if (values[name] && !values[other]) {
        this.putAside(ready, name, 'value.aside')
        values[name] = null
      }
    }
    return true
  }

  /** INV-35: such terms are used under an agency's own licence, and come with no product. */
  private checkLicence({ values, from: { file } }: Ready): void {
    if (!/^[A-Z]{1,2}-\d{4}(\.\d{4})?(-\d{3})?/.test(String(values.code ?? '')) || this.told.has(`${file} licence`)) return
    this.told.add(`${file} licence`)
    this.remarks.push(remarked({ file, line: 1 }, 'term.licensed', 'These codes look like the 211 LA County taxonomy, which may be used only under its owner’s licence.'))
  }

  private checkPoint(ready: Ready): void {
    const { values, from } = ready
    if (values.latitude !== null && values.longitude !== null) return
    for (const name of ['latitude', 'longitude']) {
      if (values[name] !== null) this.putAside(ready, name, 'value.aside')
      values[name] = null
    }
    if (values.location_type === 'physical') this.remark(from, 'location.no-coordinates', 'It is found by its words and its ZIP code, not by distance.')
  }

  private unknownCells(table: TableName, row: SourceRow): Cells {
    const known = new Set(['id', ...tables[table].fields.map(({ name }) => name)])
    const unknown = Object.entries(row.cells).filter(([name, value]) => !known.has(name) && value.trim() !== '')
    for (const [name] of unknown) this.tellColumn(row, name)
    return Object.fromEntries(unknown)
  }

  private tellColumn({ file }: SourceRow, name: string): void {
    if (this.told.has(`${file}/${name}`)) return
    this.told.add(`${file}/${name}`)
    this.remarks.push(remarked({ file, line: 1 }, 'column.not-known', `${name}: HSDS has no such column; its values are kept beside their rows.`))
  }

  private sayTwice(before: Ready, row: SourceRow): void {
    const same = JSON.stringify(before.from.cells) === JSON.stringify(row.cells)
    if (same && row.derived) return
    if (same) this.remark(row, 'id.twice', `The same row stands in line ${before.from.line}.`)
    else this.refuse(row, 'id.twice', `Line ${before.from.line} has the same id and says something else; that one is kept.`)
  }

  private parentsFirst(table: TableName, column: string): Ready[] {
    const mine = this.taken.get(table) ?? new Map<string, Ready>()
    const sorted: Ready[] = []
    const state = new Map<string, 'open' | 'done'>()
    const visit = (ready: Ready): void => {
      if (state.has(ready.id)) return
      state.set(ready.id, 'open')
      const parentId = ready.values[column]
      const parent = typeof parentId === 'string' ? mine.get(parentId) : undefined
      if (parent) visit(parent)
      const missing = parentId && !parent && !this.known(table, String(parentId))
      if (missing || (parent && state.get(parent.id) === 'open')) {
        this.putAside(ready, column, 'reference.missing')
        ready.values[column] = null
      }
      state.set(ready.id, 'done')
      sorted.push(ready)
    }
    for (const ready of mine.values()) visit(ready)
    return sorted
  }

  private remark(row: SourceRow, reason: Reason, detail: string): void {
    this.remarks.push(remarked(row, reason, detail, row.cells))
  }
  /** What was said of the row before is said in the refusal. */
  private refuse(row: SourceRow, reason: Reason, detail: string): null {
    const said: string[] = []
    while (this.remarks.at(-1)?.record === row.cells) said.unshift(this.remarks.pop()?.detail ?? '')
    this.remarks.push(refused(row, reason, [detail, ...said].join(' '), row.cells))
    return null
  }
}

