// Does the application vouch for what a transaction wrote? Its HMAC is recomputed under each key the installation ever had.
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { MacKey } from './keys.ts'
import { macOf } from './leaf.ts'

/** One audit event, as the sealer needs it. */
export interface Written {
  id: number
  incarnation: number
  xid: string
  leaf: Buffer
}
export interface Mac {
  incarnation: number
  xid: string
  key: string
  mac: Buffer
}

const nameOf = ({ incarnation, xid }: { incarnation: number; xid: string }): string => `${incarnation}/${xid}`

/** Transactions among these events, as `incarnation/xid`, whose HMAC is missing or is not that of exactly these leaves. */
export function notVouchedFor(events: Written[], macs: Mac[], keys: MacKey[]): string[] {
  const told = new Map(macs.map((each) => [nameOf(each), each]))
  return [...Map.groupBy(events, nameOf)]
    .filter(([name, written]) => {
      const mac = told.get(name)
      const key = keys.find(({ id }) => id === mac?.key)
      const leaves = written.toSorted((one, other) => one.id - other.id).map(({ leaf }) => leaf)
      return !mac || !key || !macOf(key.key, leaves).equals(mac.mac)
    })
    .map(([name]) => name)
}

/** The same for the transactions of one sealing round. */
export async function unvouched(tx: Tx, keys: MacKey[], events: Written[]): Promise<string[]> {
  const xids = [...new Set(events.map(({ xid }) => xid))]
  const { rows } = await sql<Mac>`
    select incarnation, xid::text, key, mac from audit_mac where agency_id = authz.agency() and xid = any (${xids}::xid8[])`.execute(
    tx,
  )
  return notVouchedFor(events, rows, keys)
}
