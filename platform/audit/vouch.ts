// Keeps, for each transaction in hand, the leaves of what it wrote to the audit, and makes the application's HMAC over them as the transaction commits.
import type { QueryConfig } from 'pg'
import type { Tx } from '../db.ts'
import type { MacKey } from './keys.ts'
import { macOf } from './leaf.ts'

const written = new WeakMap<Tx, Buffer[]>()

/** A connection's next transaction begins with nothing written. */
export function beginVouching(tx: Tx): void {
  written.set(tx, [])
}

/** What the database answered to an audit event: its leaf, which holds the final values of all its columns. */
export function vouchFor(tx: Tx, leaf: Buffer): void {
  written.get(tx)?.push(leaf)
}

/** The statement to send with `commit`; null when nothing was written to the audit or no key is known. */
export function vouchedBy(tx: Tx, key: MacKey | undefined): QueryConfig | null {
  const leaves = written.get(tx) ?? []
  if (!key || leaves.length === 0) return null
  return { name: 'vouch', text: 'select authz.vouch($1, $2)', values: [key.id, macOf(key.key, leaves)] }
}
