// Writes the directory as an HSDS 3.0 tabular package that imports back to the same directory.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Work } from '../../platform/work.ts'
import { csvOf } from './csv.ts'
import { tableNames, tables, type Field, type TableName } from './hsds.ts'
import type { Cells } from './package.ts'
import { rowsAfter } from './publish.store.ts'
import { cellsOf, type Row } from './thing.ts'

const rowsAtOnce = 2000
/** What is ours to know: how it went, and who of us changed what. */
const private_ = ['experience', 'experience_note', 'referral_note']

export interface ExportWanted {
  folder: string
  /** The package's name; an import takes it as the source. */
  name: string
  inAgency<T>(act: (work: Work) => Promise<T>): Promise<T>
  /** Without what is ours to know. */
  toShare?: boolean
}

/** Answers how many rows each file has. What is gone is left out; a service whose organization nobody said is in it. */
export async function exportDirectory({ folder, name, inAgency, toShare = false }: ExportWanted): Promise<{ file: string; rows: number }[]> {
  mkdirSync(folder, { recursive: true })
  const written: { file: string; rows: number; table: TableName; header: string[] }[] = []
  for (const table of tableNames) {
    const rows = toShare && table === 'metadata' ? [] : (await rowsOf(table, inAgency)).map((cells) => (toShare ? without(cells, private_) : cells))
    if (rows.length === 0) continue
    const header = headerOf(table, rows)
    const { file } = tables[table]
    writeFileSync(join(folder, file), csvOf(header, rows))
    written.push({ file, rows: rows.length, table, header })
  }
  writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(descriptorOf(name, written), null, 2)}\n`)
  return written.map(({ file, rows }) => ({ file, rows }))
}

async function rowsOf(table: TableName, inAgency: ExportWanted['inAgency']): Promise<Cells[]> {
  const all: Cells[] = []
  let after: string | null = null
  for (;;) {
    const from: string | null = after
    const rows: Row[] = await inAgency(({ tx }) => rowsAfter(tx, table, from, rowsAtOnce))
    all.push(...rows.map((row) => cellsOf(table, row)))
    after = rows.at(-1)?.id ?? null
    if (rows.length < rowsAtOnce || after === null) return all
  }
}

const without = (cells: Cells, names: readonly string[]): Cells => Object.fromEntries(Object.entries(cells).filter(([name]) => !names.includes(name)))

/** HSDS's columns always; ours and those HSDS does not know where a row has them. */
function headerOf(table: TableName, rows: readonly Cells[]): string[] {
  const used = new Set(rows.flatMap((cells) => Object.keys(cells)))
  const standard = ['id', ...tables[table].fields.filter(({ ours }) => !ours).map(({ name }) => name)]
  return [...standard, ...[...used].filter((name) => !standard.includes(name)).toSorted()]
}

const types: Record<Field['type'], string> = { text: 'string', number: 'number', date: 'date', instant: 'datetime', list: 'string' }

function descriptorOf(name: string, files: readonly { table: TableName; file: string; header: string[] }[]): object {
  return {
    name, profile: 'tabular-data-package', title: 'Resource directory in HSDS 3.0',
    resources: files.map(({ table, file, header }) => ({
      name: table, path: file, profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
      schema: { primaryKey: 'id', fields: header.map((column) => ({ name: column, type: typeOf(table, column) })) },
    })),
  }
}
const typeOf = (table: TableName, column: string): string => types[tables[table].fields.find(({ name }) => name === column)?.type ?? 'text']
