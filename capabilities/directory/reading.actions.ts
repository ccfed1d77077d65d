// Reads a directory from disk: a folder or a file, as HSDS 3.0 (tabular or JSON), HSDS 1.x or Ohana. Nothing is written, and nothing it cannot read stops it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join, relative, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { sourceNamed } from './identity.ts'
import { tableNames, tables, type TableName } from './hsds.ts'
import { gatherJson, tableNamed } from './nested.ts'
import { fromOlder, type OldRow } from './older.ts'
import { refused, remarked, type Cells, type Package, type Remark, type SourceRow } from './package.ts'
import { refuse } from '../../platform/refusal.ts'

const Descriptor = z.object({
  name: z.string().optional(),
  resources: z.array(z.object({ name: z.string(), path: z.string(), dialect: z.object({ delimiter: z.string().length(1).optional() }).optional() })).default([]),
})
interface CsvFile { file: string; path: string; kind: string; delimiter: string }
interface Record { line: number; cells: Cells }

/** `path` is a folder or a JSON file. @throws directory.nothing-to-import where there is neither a table nor an object of HSDS. */
export function readPackage(path: string, sourceName?: string): Package {
  if (!existsSync(path)) refuse('directory.nothing-to-import', `There is nothing at ${path}.`)
  const folder = statSync(path).isDirectory() ? path : null
  const files = folder === null ? [path] : filesIn(folder)
  const descriptor = folder === null ? null : descriptorOf(folder)
  const name = sourceNamed(sourceName ?? descriptor?.name ?? basename(path, extname(path)))
  const digest = createHash('sha256')
  for (const file of files) digest.update(relative(path, file)).update('\0').update(readFileSync(file))
  const csv = folder === null ? [] : csvFiles(folder, files, descriptor)
  const read = csv.length > 0 ? readTables(csv, files, name) : readJsonFiles(files)
  if (read.rows.length === 0) refuse('directory.nothing-to-import', `No table of HSDS is in ${path}.`)
  return { ...read, name, digest: digest.digest() }
}

type Read = Omit<Package, 'name' | 'digest'>

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile() && /\.(csv|json|ndjson)$/i.test(each.name)).map(({ name }) => join(folder, name)).toSorted()

function descriptorOf(folder: string): z.infer<typeof Descriptor> | null {
  const path = join(folder, 'datapackage.json')
  if (!existsSync(path)) return null
  const parsed = Descriptor.safeParse(jsonOf(readText(path).text))
  return parsed.success ? parsed.data : null
}

/** As the descriptor names them, and every other CSV by its own name. A path out of the folder is not followed. */
function csvFiles(folder: string, files: readonly string[], descriptor: z.infer<typeof Descriptor> | null): CsvFile[] {
  const named = (descriptor?.resources ?? []).flatMap(({ name, path, dialect }) => {
    const full = resolve(folder, path)
    return files.includes(full) || files.includes(join(folder, path)) ? [{ file: path, path: join(folder, path), kind: name, delimiter: dialect?.delimiter ?? ',' }] : []
  })
  const others = files.filter((file) => /\.csv$/i.test(file) && !named.some(({ path }) => resolve(path) === resolve(file)))
  return [...named, ...others.map((path) => ({ file: basename(path), path, kind: basename(path, extname(path)), delimiter: ',' }))]
}

function readTables(csv: readonly CsvFile[], files: readonly string[], name: string): Read {
  const remarks: Remark[] = []
  const read = csv.map((each) => ({ ...each, records: readCsv(each, remarks) }))
  const counted = read.map(({ file, records }) => ({ file, rows: records.length }))
  const format = formatOf(read)
  if (format === 'hsds-3.0') {
    const rows = read.flatMap(({ kind, file, records }) => {
      const table = tableNamed(kind) ?? tableOfFile(file)
      if (!table) remarks.push(refused({ file, line: 1 }, 'file.not-known', `${file} is no table of HSDS 3.0; its ${records.length} rows stay outside.`))
      return table ? records.map(({ line, cells }): SourceRow => ({ file, line, table, cells })) : []
    })
    return { format, whole: true, files: counted, rows, remarks }
  }
  const old = read.flatMap(({ kind, file, records }) => records.map(({ line, cells }): OldRow => ({ kind, file, line, cells })))
  const categories = categoriesIn(files)
  const mapped = fromOlder([...old, ...categories], name)
  const also = categories.length > 0 ? [{ file: 'service_categories.json', rows: categories.length }] : []
  return { format, whole: true, files: [...counted, ...also], rows: mapped.rows, remarks: [...remarks, ...mapped.remarks] }
}

const tableOfFile = (file: string): TableName | null => tableNames.find((each) => tables[each].file === basename(file).toLowerCase()) ?? null

/** Ohana's services stand at one location each; HSDS 1.x says so in a table that 3.0 calls otherwise. */
function formatOf(read: readonly { kind: string; records: Record[] }[]): Package['format'] {
  const kinds = new Set(read.map(({ kind }) => kind))
  const services = read.find(({ kind }) => kind === 'services')?.records[0]?.cells ?? {}
  if ('location_id' in services) return 'ohana-1.x'
  const old = ['services_at_location', 'physical_addresses', 'postal_addresses', 'regular_schedules', 'accessibility_for_disabilities', 'services_taxonomy', 'mail_addresses']
  return old.some((kind) => kinds.has(kind)) ? 'hsds-1.x' : 'hsds-3.0'
}

/** Ohana keeps the categories of its services beside the tables. */
function categoriesIn(files: readonly string[]): OldRow[] {
  const path = files.find((file) => basename(file) === 'service_categories.json')
  const parsed = z.record(z.string(), z.array(z.coerce.string())).safeParse(path ? jsonOf(readText(path).text) : {})
  const pairs = parsed.success ? Object.entries(parsed.data).flatMap(([service, categories]) => categories.map((category) => [service, category])) : []
  return pairs.map(([service = '', category = ''], index) => ({ kind: 'service_categories', file: 'service_categories.json', line: index + 1, cells: { service_id: service, category_id: category } }))
}

const CsvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function readCsv({ file, path, delimiter }: CsvFile, remarks: Remark[]): Record[] {
  const { text, remark } = readText(path)
  if (remark) remarks.push(remarked({ file, line: 1 }, 'file.unreadable', remark))
  const rows = CsvRows.parse(parse(text, { bom: true, delimiter, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }))
  const header = (rows.shift()?.record ?? []).map((name) => name.trim())
  return rows.map(({ record, info }) => {
    // A quoted value may run over lines: the row began so many lines earlier.
    const line = info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
    const cells = Object.fromEntries(record.map((cell, at) => [header[at] || `column_${at + 1}`, cell]))
    if (record.length !== header.length) remarks.push(remarked({ file, line }, 'line.unreadable', `It has ${record.length} columns, the header has ${header.length}.`, cells))
    return { line, cells }
  })
}

/** UTF-8, or else the Western code page of old spreadsheets. PostgreSQL takes no NUL. */
function readText(path: string): { text: string; remark?: string } {
  const bytes = readFileSync(path)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? { text: text.replaceAll('\0', ''), remark: 'It had NUL characters; they are left out.' } : { text }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', ''), remark: 'It is not UTF-8; it was read as Windows-1252.' }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** One object after another is a list too. */
function jsonOrLines(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '').map(jsonOf)
  return jsonOf(text) ?? (lines.every((each) => each !== null) ? lines : null)
}

function readJsonFiles(paths: readonly string[]): Read {
  const read: Read = { format: 'hsds-3.0-json', whole: false, files: [], rows: [], remarks: [] }
  const found = new Map<string, SourceRow>()
  for (const path of paths) {
    const file = basename(path)
    const rows = gatherJson(found, file, jsonOrLines(readText(path).text))
    if (rows === null) read.remarks.push(refused({ file, line: 1 }, 'file.unreadable', 'There is no HSDS in it.'))
    read.files.push({ file, rows: rows ?? 0 })
  }
  read.rows.push(...found.values())
  return read
}
