// The demonstration is loaded once, into a database without an agency; its code is read only then. Says with which accounts to look around.
import { sql } from 'kysely'
import type { Database } from '../platform/db.ts'
import type { Loading } from './load.ts'

export async function loadOnce(db: Database, how: () => Promise<Loading>): Promise<void> {
  const agencies = await db.inTransaction({ kind: 'none' }, (tx) => sql`select from authz.agencies()`.execute(tx))
  if (agencies.rows.length > 0) return
  const { loadDemonstration } = await import('./load.ts')
  await loadDemonstration(await how())
}

interface Account {
  name: string
  email: string
  roles: string[]
}

/** Lines for the terminal; none where there is no demonstration. */
export async function demonstrationAccounts(db: Database): Promise<string[]> {
  const { rows } = await db.inTransaction({ kind: 'none' }, (tx) =>
    sql<Account>`select name, email, roles from authz.demonstration_accounts()`.execute(tx),
  )
  if (rows.length === 0) return []
  return ['Sign in with one click as:', ...rows.map(({ name, roles }) => `  ${name.padEnd(16)} ${roles.join(', ')}`), '']
}
