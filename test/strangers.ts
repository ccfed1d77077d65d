// Rows that somebody must not know, one in every table: made past every constraint, so that a new table is covered without a line here.
import { randomUUID } from 'node:crypto'
import type { World } from './world.ts'

export interface Column {
  table: string
  name: string
  type: string
  needed: boolean
  isArray: boolean
}

/** All ids of one scenario are the same, so every reference in it leads to the scenario's own row. */
export interface Scenario {
  agencyId: string
  id: string
}

/** A word that stands in every text of these rows: no answer to anybody may contain it. */
export const canary = 'canary-7f3a'

const columnsSql = `
  select c.relname as "table", a.attname as name, a.atttypid::regtype::text as type, t.typcategory = 'A' as "isArray",
    a.attnotnull and a.attidentity = '' and a.attgenerated = '' and not a.atthasdef as needed
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'house_migration' and a.attgenerated = '' order by c.relname, a.attnum`

export async function columnsOf(w: World): Promise<Map<string, Column[]>> {
  const columns: Column[] = await w.asOwner(columnsSql)
  return Map.groupBy(columns, (column) => column.table)
}

/** Tables whose rows are about a client or a case: those two, and all that refer to them, however indirectly. Ask before constraints are lifted. */
export async function personalTables(w: World): Promise<string[]> {
  const rows: { name: string }[] = await w.asOwner(`with recursive about (oid) as (
      select unnest(array['client'::regclass, 'case_record'::regclass]::oid[])
      union select k.conrelid from pg_constraint k join about on k.confrelid = about.oid where k.contype = 'f')
    select distinct oid::regclass::text as name from about
    union select attrelid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and attname in ('client_id', 'case_id')`)
  return rows.map(({ name }) => name)
}

/** Constraints would ask for a whole believable life around each row. Row-level security is what is being proven, and it stays. */
export async function liftConstraints(w: World): Promise<void> {
  await w.asOwner(`do $$ declare each record; begin
    for each in select conrelid::regclass as t, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x', 'u', 'p') and conrelid <> 0 order by contype = 'f' desc loop
      execute format('alter table %s drop constraint %I cascade', each.t, each.conname);
    end loop;
    for each in select indexrelid::regclass as i from pg_index where indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) loop
      execute format('drop index %s', each.i);
    end loop;
    for each in select tgrelid::regclass as t, tgname from pg_trigger where not tgisinternal loop
      execute format('alter table %s disable trigger %I', each.t, each.tgname);
    end loop;
  end $$`)
}

export function valueOf(column: Column, scenario: Scenario): string | undefined {
  if (column.name === 'agency_id') return `'${scenario.agencyId}'`
  if (column.type === 'uuid') return `'${scenario.id}'`
  if (column.type === 'text' && (column.needed || /name|reason|detail|note|text|email|summary|label/.test(column.name)))
    return `'${canary}'`
  if (!column.needed) return undefined
  if (column.isArray) return `'{}'`
  if (column.name.endsWith('_labels')) return '0'
  const plain: Record<string, string> = {
    integer: '1',
    smallint: '1',
    bigint: '1',
    numeric: '1',
    boolean: 'false',
    date: 'current_date',
    jsonb: `'{}'`,
    bytea: `'\\x00'`,
  }
  return (
    plain[column.type] ??
    (column.type.startsWith('timestamp')
      ? 'now()'
      : column.type === 'daterange' || column.type === 'tstzrange'
        ? `'empty'`
        : `'1'`)
  )
}

/** One row in every table, in that agency, about one client and one case; nobody is on the case's team. Enumerated words keep their defaults. */
export async function fillEveryTable(
  w: World,
  agencyId: string,
  overrides: Record<string, Record<string, string>> = {},
): Promise<Scenario> {
  const scenario = { agencyId, id: randomUUID() }
  for (const [table, columns] of await columnsOf(w)) {
    if (table === 'agency') continue
    const fixed = overrides[table] ?? {}
    const cells = columns.flatMap((column): [string, string][] => {
      const value = fixed[column.name] ?? valueOf(column, scenario)
      return value === undefined ? [] : [[`"${column.name}"`, value]]
    })
    await w.asOwner(
      `insert into "${table}" (${cells.map(([name]) => name).join(', ')}) overriding system value values (${cells.map(([, value]) => value).join(', ')})`,
    )
  }
  return scenario
}

/** The column that finds a scenario's row in a table; the agency itself has none. */
export const idColumn = (columns: Column[]): string | undefined =>
  columns.find(({ table, name, type }) => table !== 'agency' && type === 'uuid' && name !== 'agency_id' && !name.endsWith('_by'))
    ?.name
