// What must hold after a hard kill: the ledger against the tables, the queue empty, and every page and index as PostgreSQL says it should be.
import type { Ground } from './ground.ts'
import { within } from './ground.ts'
import type { Ledger } from './ledger.ts'

/** Acknowledged saves that are gone, titles saved more than once, and saves without exactly one story entry and one audit row. */
export async function lostAndDoubled(on: Ground, { acknowledged, complaints }: Ledger): Promise<string[]> {
  const ids = [...acknowledged.values()]
  const [found] = await on.ask<{ lost: number; doubled: number; untold: number }>(
    `select (select count(*) from unnest($1::uuid[]) as told (id) where not exists (select from task t where t.id = told.id))::int as lost,
       (select count(*) from (select title from task group by title having count(*) > 1) twice)::int as doubled,
       (select count(*) from task t where (select count(*) from case_event e where e.entity_id = t.id) <> 1
          or (select count(*) from audit_event a where a.entity_id = t.id and a.action = 'task.added') <> 1)::int as untold`,
    [ids],
  )
  if (!found) return ['The tables could not be read.']
  return [
    ...(found.lost > 0 ? [`${found.lost} of ${ids.length} acknowledged saves are lost.`] : []),
    ...(found.doubled > 0 ? [`${found.doubled} saves stand twice.`] : []),
    ...(found.untold > 0 ? [`${found.untold} saves have not exactly one story entry and one audit row.`] : []),
    ...complaints.splice(0).map((each) => `An answer nobody should get: ${each}`),
  ]
}

/** Every job has been done. */
export const settled = (on: Ground): Promise<boolean> =>
  within(60_000, async () => {
    const [row] = await on.ask<{ n: number }>(
      'select count(*)::int as n from graphile_worker._private_jobs where attempts < max_attempts',
    )
    return row?.n === 0
  })

/** What pg_amcheck would do, by its extension: every table's pages and every B-tree with its table, and the checksums counted by the server. */
export async function brokenPages(on: Ground): Promise<string[]> {
  await on.ask('create extension if not exists amcheck')
  const tables = await on.ask<{ place: string }>(`select r::text as place from (select oid::regclass as r from pg_class
    where relkind = 'r' and relnamespace in ('public'::regnamespace, 'authz'::regnamespace, 'graphile_worker'::regnamespace)) t,
    lateral verify_heapam(r) damage group by r`)
  const indexes = await on
    .ask(
      `select bt_index_check(i.indexrelid, true, i.indisunique) from pg_index i join pg_class c on c.oid = i.indexrelid
    join pg_am m on m.oid = c.relam where m.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid`,
    )
    .then(
      (rows) => (console.log(`${rows.length} indexes and their tables checked`), []),
      (error: Error) => [error.message],
    )
  const [sums] = await on.ask<{ n: number }>('select coalesce(sum(checksum_failures), 0)::int as n from pg_stat_database')
  return [
    ...tables.map(({ place }) => `The pages of ${place} are damaged.`),
    ...indexes,
    ...(sums?.n === 0 ? [] : ['A checksum did not match.']),
  ]
}
