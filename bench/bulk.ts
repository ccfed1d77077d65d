// Writes large sets of rows on both of two cores, without the indexes of their tables, which are made anew when all are written.
import pg from 'pg'

export type Writing = (client: pg.Client) => Promise<unknown>
interface Index {
  drop: string
  make: string
}

/** Those that prove nothing, and keys that no other table refers to. */
const indexesOf = `select case when k.oid is null then format('drop index %s', i.indexrelid::regclass) else format('alter table %s drop constraint %I', i.indrelid::regclass, k.conname) end as drop,
    case when k.oid is null then pg_get_indexdef(i.indexrelid) else format('alter table %s add constraint %I %s', i.indrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) end as make
  from pg_index i left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
  where i.indrelid = any($1::text[]::regclass[]) and (k.oid is null or not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid))
  order by pg_relation_size(i.indrelid) desc`

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    "set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set statement_timeout = 0; set synchronous_commit = off",
  )
  return client
}

/** Each connection takes the next of what is left. */
async function onEach(clients: pg.Client[], writings: Writing[]): Promise<void> {
  const left = writings.values()
  await Promise.all(
    clients.map(async (client) => {
      for (const write of left) await write(client)
    }),
  )
}

/** As the owner, past triggers and references. `tables`: whose indexes are made afterwards. */
export async function inBulk(url: string, tables: string[], writings: Writing[]): Promise<void> {
  const clients = await Promise.all([connected(url), connected(url)])
  const [first] = clients
  try {
    const { rows: indexes } = await first.query<Index>(indexesOf, [tables])
    for (const { drop } of indexes) await first.query(drop)
    await onEach(clients, writings)
    await onEach(
      clients,
      indexes.map(
        ({ make }) =>
          (client) =>
            client.query(make),
      ),
    )
  } finally {
    for (const client of clients) await client.end()
  }
}
