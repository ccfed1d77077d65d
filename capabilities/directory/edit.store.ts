// Writes what people change in the directory; the tables keep the history by themselves.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Editable, Values } from './edit.ts'
import { storedIn } from './hsds.ts'
import { Row } from './thing.ts'

const tableOf = (entry: Editable) => sql.table(storedIn(entry))
const Rows = z.array(z.object({ row: Row }))
type Told = { row: unknown }

export async function findEntryRow(tx: Tx, entry: Editable, id: string): Promise<Row> {
  const { rows } = await sql<Told>`select to_jsonb(t) as row from ${tableOf(entry)} t where t.id = ${id}`.execute(tx)
  return Rows.parse(rows)[0]?.row ?? notFound('directory-entry')
}
export async function detailsOf(tx: Tx, entry: Editable, id: string): Promise<Row[]> {
  const { rows } = await sql<Told>`select to_jsonb(t) as row from directory_detail t where ${sql.ref(`t.${entry}_id`)} = ${id} and t.gone_at is null order by t.kind, t.created_at, t.id`.execute(tx)
  return Rows.parse(rows).map(({ row }) => row)
}

export async function addEntryRow(tx: Tx, entry: Editable, id: string, values: Values): Promise<void> {
  const names = Object.keys(values)
  const columns = sql.join([sql.ref('id'), ...names.map((name) => sql.ref(name))])
  await sql`insert into ${tableOf(entry)} (${columns}, edited_at) values (${sql.join([id, ...names.map((name) => values[name] ?? null)])}, authz.clock())`.execute(tx)
}
/** @throws directory-entry.changed when somebody saved since `version`. */
export async function changeEntryRow(tx: Tx, entry: Editable, id: string, version: number, values: Values): Promise<Row> {
  const sets = Object.keys(values).map((name) => sql`${sql.ref(name)} = ${values[name] ?? null}`)
  const { rows } = await sql<Told>`update ${tableOf(entry)} t set ${sql.join(sets)}, edited_at = authz.clock(), version = t.version + 1
    where t.id = ${id} and t.version = ${version} returning to_jsonb(t) as row`.execute(tx)
  return Rows.parse(rows)[0]?.row ?? changed('directory-entry', await findEntryRow(tx, entry, id))
}
/** Taken off or put back; the row stays. */
export async function setGone(tx: Tx, entry: Editable, id: string, version: number, gone: boolean): Promise<Row> {
  const { rows } = await sql<Told>`update ${tableOf(entry)} t set gone_at = ${gone ? sql`authz.clock()` : sql`null`}, edited_at = authz.clock(), version = t.version + 1
    where t.id = ${id} and t.version = ${version} returning to_jsonb(t) as row`.execute(tx)
  return Rows.parse(rows)[0]?.row ?? changed('directory-entry', await findEntryRow(tx, entry, id))
}

/** A detail of that id is changed where it hangs on this entry, else added. Null: it hangs elsewhere. @throws directory-detail.changed where somebody saved since `version` */
export async function putDetail(tx: Tx, entry: Editable, entryId: string, { id, kind, body, version }: { id: string; kind: string; body: object; version?: number | undefined }): Promise<Row | null> {
  const link = sql.ref(`${entry}_id`)
  const { rows } = await sql<Told>`insert into directory_detail as t (id, kind, ${link}, body, edited_at) values (${id}, ${kind}, ${entryId}, ${JSON.stringify(body)}::jsonb, authz.clock())
    on conflict (agency_id, kind, id) do update set body = excluded.body, edited_at = authz.clock(), gone_at = null, version = t.version + 1
    where t.${link} = ${entryId} and t.version = coalesce(${version ?? null}::integer, t.version) returning to_jsonb(t) as row`.execute(tx)
  const [saved] = Rows.parse(rows)
  if (saved) return saved.row
  const theirs = (await detailsOf(tx, entry, entryId)).find((each) => each.id === id)
  return theirs ? changed('directory-detail', theirs) : null
}
export async function removeDetail(tx: Tx, entry: Editable, entryId: string, id: string): Promise<boolean> {
  const { rows } = await sql`update directory_detail t set gone_at = authz.clock(), edited_at = authz.clock(), version = t.version + 1
    where ${sql.ref(`t.${entry}_id`)} = ${entryId} and t.id = ${id} and t.gone_at is null returning t.id`.execute(tx)
  return rows.length > 0
}

export async function placeService(tx: Tx, id: string, serviceId: string, locationId: string): Promise<void> {
  await sql`insert into directory_service_at_location (id, service_id, location_id, edited_at) values (${id}, ${serviceId}, ${locationId}, authz.clock())`.execute(tx)
}

export interface Change { at: string; by: string | null; kind: string; field: string; was: string; became: string; action: string }
export async function historyOf(tx: Tx, entryId: string): Promise<Change[]> {
  const { rows } = await sql<Change>`select c.made_at as at, coalesce(s.name, nullif(c.updated_by, 'staff')) as by, c.resource_type as kind, c.field_name as field, c.previous_value as was,
      c.replacement_value as became, c.last_action_type as action
    from directory_change c left join staff_label s on s.agency_id = c.agency_id and s.id = c.made_by where c.entry_id = ${entryId} or c.resource_id = ${entryId} order by c.made_at desc, c.id limit 500`.execute(tx)
  return rows
}
