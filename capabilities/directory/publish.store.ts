// Reads the directory for those outside: pages of ids, everything that hangs on them, and whole tables for the export.
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import type { HsdsQuery } from './hsdsQuery.ts'
import { isTableName, storedIn, tables, type TableName } from './hsds.ts'
import type { Rows } from './nesting.ts'
import { Row } from './thing.ts'

export type Listed = 'organization' | 'service' | 'location' | 'service_at_location' | 'taxonomy' | 'taxonomy_term'

const Told = z.array(z.object({ kind: z.string(), row: Row }))
type Answer = { kind: string; row: unknown }

/** A service whose organization nobody said is not published: the standard requires one. */
const published: Record<Listed, RawBuilder<unknown>> = {
  organization: sql`t.gone_at is null`,
  service: sql`t.gone_at is null and t.organization_id is not null`,
  location: sql`t.gone_at is null`,
  service_at_location: sql`t.gone_at is null and exists (select from directory_service s where s.agency_id = t.agency_id and s.id = t.service_id and s.gone_at is null and s.organization_id is not null)`,
  taxonomy: sql`t.gone_at is null`,
  taxonomy_term: sql`t.gone_at is null`,
}
const said: Record<Listed, RawBuilder<string>> = {
  organization: sql`concat_ws(' ', t.name, t.alternate_name, t.description)`,
  service: sql`concat_ws(' ', t.name, t.alternate_name, t.description)`,
  location: sql`concat_ws(' ', t.name, t.alternate_name, t.description)`,
  service_at_location: sql`(select concat_ws(' ', s.name, s.alternate_name, s.description, t.description) from directory_service s where s.agency_id = t.agency_id and s.id = t.service_id)`,
  taxonomy: sql`concat_ws(' ', t.name, t.description)`,
  taxonomy_term: sql`concat_ws(' ', t.name, t.description, t.code)`,
}

/** Whether the entry (of a service at a location: its service) carries the term. */
function carries(table: Listed, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const link = table === 'service_at_location' ? sql`t.service_id` : sql`t.id`
  return sql`exists (select from directory_attribute a join directory_taxonomy_term k on k.agency_id = a.agency_id and k.id = a.taxonomy_term_id
    where a.agency_id = t.agency_id and a.link_id = ${link} and a.gone_at is null and ${condition})`
}

function conditions(table: Listed, asked: HsdsQuery): RawBuilder<unknown>[] {
  const ofTerm = table === 'taxonomy_term'
  const words = asked.search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10)
  const owner = table === 'service_at_location' ? sql`(select s.organization_id from directory_service s where s.agency_id = t.agency_id and s.id = t.service_id)` : table === 'organization' ? sql`t.id` : sql`t.organization_id`
  return [
    published[table],
    ...words.map((word) => sql`strpos(lower(${said[table]}), ${word}) > 0`),
    ...(asked.modified_after ? [sql`t.updated_at >= ${asked.modified_after}::timestamptz`] : []),
    ...(asked.organization_id && !ofTerm && table !== 'taxonomy' ? [sql`${owner} = ${asked.organization_id}`] : []),
    ...(asked.taxonomy_term_id && !ofTerm ? [carries(table, sql`k.id = ${asked.taxonomy_term_id}`)] : []),
    ...(asked.taxonomy_id ? [ofTerm ? sql`t.taxonomy_id = ${asked.taxonomy_id}` : carries(table, sql`k.taxonomy_id = ${asked.taxonomy_id}`)] : []),
    ...(ofTerm && asked.parent_id ? [sql`t.parent_id = ${asked.parent_id}`] : []),
    ...(ofTerm && asked.top_only ? [sql`t.parent_id is null`] : []),
    ...(table === 'service_at_location' && asked.postcode
      ? [sql`exists (select from directory_detail d where d.agency_id = t.agency_id and d.location_id = t.location_id and d.kind = 'address' and d.gone_at is null and left(d.body ->> 'postal_code', 5) = ${asked.postcode})`]
      : []),
  ]
}

export async function findPage(tx: Tx, table: Listed, asked: HsdsQuery): Promise<{ ids: string[]; total: number }> {
  const where = sql.join(conditions(table, asked), sql` and `)
  const from = sql`from ${sql.table(storedIn(table))} t where ${where}`
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<{ id: string }>`select t.id ${from} order by t.id limit ${asked.per_page} offset ${(asked.page - 1) * asked.per_page}`.execute(tx),
    sql<{ n: number }>`select count(*)::int as n ${from}`.execute(tx),
  ])
  return { ids: rows.map(({ id }) => id), total: counted[0]?.n ?? 0 }
}

export const isPublished = async (tx: Tx, table: Listed, id: string): Promise<boolean> =>
  (await sql`select from ${sql.table(storedIn(table))} t where t.id = ${id} and ${published[table]}`.execute(tx)).rows.length > 0

const within = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`
const of = (table: TableName, where: RawBuilder<unknown>) => sql<Answer>`select ${table} as kind, to_jsonb(t) as row from ${sql.table(storedIn(table))} t where t.gone_at is null and ${where}`

/** Everything that the nesting of these entries needs, in four rounds. */
export async function gatherAround(tx: Tx, table: Listed, ids: readonly string[]): Promise<Rows> {
  const rows = new Map<TableName, Row[]>()
  const take = async (queries: readonly RawBuilder<Answer>[]): Promise<void> => {
    for (const { rows: answers } of await Promise.all(queries.map((query) => query.execute(tx))))
      for (const { kind, row } of Told.parse(answers)) if (isTableName(kind) && !rows.get(kind)?.some(({ id }) => id === row.id)) rows.set(kind, [...(rows.get(kind) ?? []), row])
  }
  const idsOf = (name: TableName): string[] => (rows.get(name) ?? []).map(({ id }) => id)
  const named = (name: TableName, column: string): string[] => (rows.get(name) ?? []).flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : []))
  await take([of(table, sql`t.id = ${within(ids)}`)])
  if (table === 'taxonomy') return rows
  if (table === 'taxonomy_term') {
    await take([of('taxonomy', sql`t.id = ${within(named('taxonomy_term', 'taxonomy_id'))}`)])
    return rows
  }
  if (table === 'organization') await take([of('service', sql`t.organization_id = ${within(idsOf('organization'))}`), of('location', sql`t.organization_id = ${within(idsOf('organization'))}`)])
  if (table === 'service_at_location') await take([of('service', sql`t.id = ${within(named('service_at_location', 'service_id'))}`)])
  else await take([of('service_at_location', sql`t.service_id = ${within(idsOf('service'))}`)])
  await take([
    of('organization', sql`t.id = ${within(named('service', 'organization_id'))}`),
    of('program', sql`t.id = ${within(named('service', 'program_id'))} or t.organization_id = ${within(idsOf('organization'))}`),
    of('location', sql`t.id = ${within(named('service_at_location', 'location_id'))}`),
  ])
  const entries = [...idsOf('organization'), ...idsOf('service'), ...idsOf('location'), ...idsOf('service_at_location')]
  await take([
    details(sql`t.service_id = ${within(idsOf('service'))}`), details(sql`t.location_id = ${within(idsOf('location'))}`),
    details(sql`t.organization_id = ${within(idsOf('organization'))}`), details(sql`t.service_at_location_id = ${within(idsOf('service_at_location'))}`),
    of('attribute', sql`t.link_id = ${within(entries)}`),
    sql<Answer>`select 'metadata' as kind, to_jsonb(t) as row from directory_change t where t.resource_id = ${within(entries)}`,
  ])
  await take([details(sql`t.contact_id = ${within(idsOf('contact'))}`), of('taxonomy_term', sql`t.id = ${within(named('attribute', 'taxonomy_term_id'))}`)])
  await take([details(sql`t.phone_id = ${within(idsOf('phone'))}`), of('taxonomy', sql`t.id = ${within(named('taxonomy_term', 'taxonomy_id'))}`)])
  return rows
}

const details = (where: RawBuilder<unknown>) => sql<Answer>`select t.kind, to_jsonb(t) as row from directory_detail t where t.gone_at is null and ${where}`

/** A table whole, in the order of its ids, a thousand rows at a time. */
export async function rowsAfter(tx: Tx, table: TableName, after: string | null, limit: number): Promise<Row[]> {
  const sameKind = tables[table].detail ? sql`and t.kind = ${table}` : sql``
  const here = table === 'metadata' ? sql`true` : sql`t.gone_at is null`
  const { rows } = await sql<Answer>`select ${table} as kind, to_jsonb(t) as row from ${sql.table(storedIn(table))} t
    where ${here} ${sameKind} and (${after}::uuid is null or t.id > ${after}::uuid) order by t.id limit ${limit}`.execute(tx)
  return Told.parse(rows).map(({ row }) => row)
}
