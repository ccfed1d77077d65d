// What search reads is derived by the database: by itself for every change, and here for an import, which holds that back until it is done.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export async function servicesOf(tx: Tx, source: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from directory_service where source = ${source} order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Makes these services findable as they are now. */
export async function indexServices(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select authz.index_directory(${[...ids]}::uuid[])`.execute(tx)
}
