// Writes an import: batches of rows, set by set, and how far it got. The only writer of many rows at once.
import { sql, type ColumnType, type RawBuilder } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import type { Counted } from './importReport.ts'
import type { Ready } from './intake.ts'
import { links, storedIn, tableNames, tables, type Field, type TableName } from './hsds.ts'
import type { Package, Remark } from './package.ts'

type Given<T> = ColumnType<T, T | undefined, T>
declare module '../../platform/db.ts' {
  interface Tables {
    directoryImport: {
      id: string
      source: string
      format: Package['format']
      digest: Buffer
      done: Given<Done>
      counts: Given<object>
      endedAt: Given<string | null>
      version: Given<number>
      createdAt: ColumnType<string, never, never>
    }
    directoryImportRemark: {
      importId: string
      number: number
      file: string
      line: number
      outcome: Remark['outcome']
      reason: string
      detail: string
      record: ColumnType<Record<string, string> | null, RawBuilder<unknown> | null, never>
    }
  }
}
/** How many rows of each table are in, and what went wrong in writing them. */
export interface Done { rows: Partial<Record<TableName, number>>; counts: Partial<Record<TableName, Counted>>; changed: Record<string, number>; remarks: Remark[] }

export async function findUnfinished(tx: Tx, source: string): Promise<{ id: string; digest: Buffer; done: Done } | undefined> {
  return tx.selectFrom('directoryImport').select(['id', 'digest', 'done']).where('source', '=', source).where('endedAt', 'is', null).executeTakeFirst()
}
export async function beginImport(tx: Tx, row: { id: string; source: string; format: Package['format']; digest: Buffer; done: Done }): Promise<void> {
  await tx.insertInto('directoryImport').values({ ...row, done: json(row.done) }).execute()
}
export async function saveDone(tx: Tx, id: string, done: Done): Promise<void> {
  await tx.updateTable('directoryImport').set((eb) => ({ done: json(done), version: eb('version', '+', 1) })).where('id', '=', id).execute()
}
export async function endImport(tx: Tx, id: string, counts: object, at: string): Promise<void> {
  await tx.updateTable('directoryImport').set((eb) => ({ counts: json(counts), done: json<Done>({ rows: {}, counts: {}, changed: {}, remarks: [] }), endedAt: at, version: eb('version', '+', 1) })).where('id', '=', id).execute()
}

const remarksAtOnce = 2000
export async function writeRemarks(tx: Tx, importId: string, remarks: readonly Remark[]): Promise<void> {
  for (let at = 0; at < remarks.length; at += remarksAtOnce) {
    const rows = remarks.slice(at, at + remarksAtOnce).map((each, index) => ({ ...each, number: at + index + 1 }))
    await sql`insert into directory_import_remark (import_id, number, file, line, outcome, reason, detail, record)
      select ${importId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(number integer, file text, line integer, outcome text, reason text, detail text, record jsonb)`.execute(tx)
  }
}

/** The ids that rows may refer to. */
export async function idsHere(tx: Tx): Promise<Map<TableName, Set<string>>> {
  const plain = tableNames.filter((table) => !tables[table].detail).map((table) => sql`select ${table} as "table", id from ${sql.table(storedIn(table))}`)
  const { rows } = await sql<{ table: TableName; id: string }>`${sql.join(plain, sql` union all `)} union all select kind, id from directory_detail`.execute(tx)
  const ids = new Map<TableName, Set<string>>(tableNames.map((table) => [table, new Set()]))
  for (const { table, id } of rows) ids.get(table)?.add(id)
  return ids
}

/** What the trigger of the history says of the changes in this transaction. */
export async function sayImporting(tx: Tx, importId: string): Promise<void> {
  await sql`select set_config('continuum.directory_import', ${importId}, true)`.execute(tx)
}

const types: Record<Field['type'], string> = { text: 'text', number: 'numeric', date: 'date', instant: 'timestamptz', list: 'text[]' }
const doubles = ['latitude', 'longitude']
const idColumns = ['link_id', 'resource_id']

/** The columns of a table that an import writes, and their types: HSDS's always, ours only where the package has them. */
export function writtenColumns(table: TableName, oursGiven: ReadonlySet<string>): [string, string][] {
  const given = tables[table].fields.filter(({ ours, name, column }) => !ours || oursGiven.has(column ?? name))
  const plain = tables[table].detail ? links(table) : given
  const typed = plain.map((field): [string, string] => {
    const name = field.column ?? field.name
    return [name, field.refersTo || idColumns.includes(name) ? 'uuid' : doubles.includes(name) ? 'double precision' : name === 'experience' ? 'smallint' : types[field.type]]
  })
  return [...typed, ...(tables[table].detail ? [['body', 'jsonb'] satisfies [string, string]] : [])]
}

/** A row as the statement reads it. */
function written({ table, id, sourceId, values, extra }: Ready): object {
  if (!tables[table].detail) return { ...values, id, source_id: sourceId, extra }
  const linked = new Set(links(table).map(({ name }) => name))
  const said = Object.entries(values).filter(([name, value]) => !linked.has(name) && value !== null)
  return { ...values, id, source_id: sourceId, extra, body: Object.fromEntries(said) }
}

export interface Put { added: Set<string>; changed: Set<string>; ours: Set<string> }

/** New rows are added; rows that say something else are changed, unless a person here changed them; the others are not touched. */
export async function putRows(tx: Tx, table: TableName, source: string, rows: readonly Ready[], oursGiven: ReadonlySet<string>): Promise<Put> {
  if (table === 'metadata') return putMetadata(tx, source, rows)
  const columns = writtenColumns(table, oursGiven)
  const names = [...columns.map(([name]) => name), 'extra']
  const list = (prefix: string) => sql.raw(names.map((name) => `${prefix}${name}`).join(', '))
  const shape = sql.raw(['id uuid', 'source_id text', 'extra jsonb', ...columns.map(([name, type]) => `${name} ${type}`)].join(', '))
  const given = JSON.stringify(rows.map(written))
  const kind = tables[table].detail ? sql`kind, ` : sql``
  const kindValue = tables[table].detail ? sql`${table}, ` : sql``
  const sameKind = tables[table].detail ? sql`t.kind = ${table} and` : sql``
  const { rows: put } = await sql<{ id: string; added: boolean }>`
    insert into ${sql.table(storedIn(table))} as t (${kind}id, source, source_id, ${list('')})
    select ${kindValue}r.id, ${source}, r.source_id, ${list('r.')} from jsonb_to_recordset(${given}::jsonb) as r(${shape})
    on conflict (${sql.raw(tables[table].detail ? 'agency_id, kind, id' : 'agency_id, id')}) do update set (${list('')}, gone_at, version) = row(${list('excluded.')}, null, t.version + 1)
    where t.edited_at is null and (${list('t.')}, t.gone_at) is distinct from (${list('excluded.')}, null)
    returning t.id, (t.version = 1 and t.xmax = 0) as added`.execute(tx)
  const { rows: kept } = await sql<{ id: string }>`
    select t.id from ${sql.table(storedIn(table))} t join jsonb_to_recordset(${given}::jsonb) as r(${shape}) on ${sameKind} t.id = r.id
    where t.edited_at is not null and (${list('t.')}) is distinct from (${list('r.')})`.execute(tx)
  const idsOf = (which: boolean) => new Set(put.filter(({ added }) => added === which).map(({ id }) => id))
  return { added: idsOf(true), changed: idsOf(false), ours: new Set(kept.map(({ id }) => id)) }
}

/** History is only ever added to. */
async function putMetadata(tx: Tx, source: string, rows: readonly Ready[]): Promise<Put> {
  const given = JSON.stringify(rows.map(written))
  const { rows: put } = await sql<{ id: string }>`
    insert into directory_change (id, resource_type, resource_id, entry_type, entry_id, last_action_date, last_action_type, field_name, previous_value, replacement_value,
      updated_by, source, source_id, extra, made_by)
    select r.id, r.resource_type, r.resource_id, r.resource_type, r.resource_id, r.last_action_date, r.last_action_type, r.field_name, coalesce(r.previous_value, ''),
      coalesce(r.replacement_value, ''), coalesce(r.updated_by, ''), ${source}, r.source_id, r.extra, null
    from jsonb_to_recordset(${given}::jsonb) as r(id uuid, source_id text, extra jsonb, resource_type text, resource_id uuid, last_action_date date, last_action_type text,
      field_name text, previous_value text, replacement_value text, updated_by text)
    on conflict (agency_id, id) do nothing returning id`.execute(tx)
  return { added: new Set(put.map(({ id }) => id)), changed: new Set(), ours: new Set() }
}

/** What a source does not have any more. Answers the names that this source had here, and marks those it lost. */
export async function countOfSource(tx: Tx, table: TableName, source: string): Promise<number> {
  const sameKind = tables[table].detail ? sql`and kind = ${table}` : sql``
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(storedIn(table))} where source = ${source} and gone_at is null ${sameKind}`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function markGone(tx: Tx, table: TableName, source: string, here: readonly string[]): Promise<number> {
  const sameKind = tables[table].detail ? sql`and t.kind = ${table}` : sql``
  const { rows } = await sql<{ n: number }>`with gone as (
    update ${sql.table(storedIn(table))} t set gone_at = authz.clock(), version = t.version + 1
    where t.source = ${source} and t.gone_at is null and t.edited_at is null ${sameKind} and not exists (select from unnest(${here}::uuid[]) h(id) where h.id = t.id) returning 1)
    select count(*)::int as n from gone`.execute(tx)
  return rows[0]?.n ?? 0
}
