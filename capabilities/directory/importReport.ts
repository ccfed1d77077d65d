// What an import says at its end: for every file the rows in, kept, changed and refused; then each refusal and remark by reason, with file and line.
import { csvOf } from './csv.ts'
import type { TableName } from './hsds.ts'
import type { Package, Remark } from './package.ts'

export interface Counted { added: number; changed: number; same: number; ours: number; gone: number }
export interface FileReport { file: string; rows: number; kept: number; changed: number; refused: number; remarked: number }
export interface ImportReport {
  importId: string
  source: string
  format: Package['format']
  resumed: boolean
  files: FileReport[]
  tables: ({ table: TableName; rows: number } & Counted)[]
  remarks: Remark[]
}

const examples = 3

export function linesOf({ files, tables, remarks, resumed, format, source }: ImportReport): string[] {
  const total = (name: 'rows' | 'kept' | 'changed' | 'refused') => files.reduce((sum, file) => sum + file[name], 0)
  return [
    `${resumed ? 'Went on with' : 'Took in'} “${source}” (${format})`,
    '', `${'file'.padEnd(38)}${['rows in', 'kept', 'changed', 'refused', 'remarked'].map((name) => name.padStart(10)).join('')}`,
    ...files.map((each) => `${each.file.padEnd(38)}${[each.rows, each.kept, each.changed, each.refused, each.remarked].map((n) => String(n).padStart(10)).join('')}`),
    `${'in all'.padEnd(38)}${[total('rows'), total('kept'), total('changed'), total('refused')].map((n) => String(n).padStart(10)).join('')}`,
    '', `${'in the directory'.padEnd(38)}${['rows', 'new', 'changed', 'as before', 'kept ours', 'gone'].map((name) => name.padStart(10)).join('')}`,
    ...tables.map((each) => `${each.table.padEnd(38)}${[each.rows, each.added, each.changed, each.same, each.ours, each.gone].map((n) => String(n).padStart(10)).join('')}`),
    '', ...reasonsOf(remarks),
  ]
}

function reasonsOf(remarks: readonly Remark[]): string[] {
  const groups = [...Map.groupBy(remarks, ({ outcome, reason, file }) => `${outcome}: ${reason} in ${file}`)].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  return groups.flatMap(([head, each]) => [
    `${head}: ${each.length}`,
    ...each.slice(0, examples).map(({ file, line, detail }) => `    ${file}:${line} ${detail}`),
    ...(each.length > examples ? [`    and ${each.length - examples} more`] : []),
  ])
}

/** Every one of them, with the row as it came. */
export function remarksAsCsv(remarks: readonly Remark[]): string {
  const rows = remarks.map(({ file, line, outcome, reason, detail, record }) => ({ file, line: String(line), outcome, reason, detail, row: record ? JSON.stringify(record) : '' }))
  return csvOf(['file', 'line', 'outcome', 'reason', 'detail', 'row'], rows)
}
