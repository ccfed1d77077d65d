// The identity provider an agency named, as it is needed before anybody is signed in: found by an e-mail's domain, the agency's own address, or the agency.
import { sql } from 'kysely'
import { unwrapAgencyKey } from '../../crypto/agencyKeys.ts'
import { openAt, sealAt, type Place } from '../../crypto/seal.ts'
import type { Database, Tx } from '../../db.ts'
import { inTheOpen } from '../entrance.ts'

export interface NamedProvider {
  agencyId: string
  agencyName: string
  slug: string
  issuer: string
  /** The client id, as the provider calls it */
  connectionId: string
  secret: string
  /** What people here call it: the button says “Continue with …” */
  label: string
  passwords: 'everybody' | 'administrators'
  version: number
}
export type Whose = { domain: string } | { slug: string } | { agencyId: string }

/** The secret opens only beside the issuer it was entered for: a row that points elsewhere has none. */
export const secretPlace = (agencyId: string, issuer: string): Place => ({
  table: 'identity_provider',
  row: `${agencyId} ${issuer}`,
  column: 'secret',
})
export const sealSecret = (key: Buffer, keyVersion: number, agencyId: string, issuer: string, secret: string): Buffer =>
  sealAt(key, keyVersion, agencyId, secretPlace(agencyId, issuer), secret)

interface Row extends Omit<NamedProvider, 'secret'> {
  sealedSecret: Buffer
  keyVersion: number
  wrapped: Buffer
}

export const providerOf = (db: Database, whose: Whose): Promise<NamedProvider | null> =>
  inTheOpen(db, (tx) => providerIn(tx, whose))

async function providerIn(tx: Tx, whose: Whose): Promise<NamedProvider | null> {
  const { domain = null, slug = null, agencyId = null } = { domain: undefined, slug: undefined, agencyId: undefined, ...whose }
  const { rows } =
    await sql<Row>`select agency_id as "agencyId", agency_name as "agencyName", slug, issuer, connection_id as "connectionId", sealed_secret as "sealedSecret", label,
    passwords, version, key_version as "keyVersion", wrapped from authz.identity_provider_for(${domain}, ${slug}, ${agencyId})`.execute(
      tx,
    )
  const [row] = rows
  if (!row) return null
  const { sealedSecret, keyVersion, wrapped, ...named } = row
  const work = { tx, agencyId: named.agencyId, trace: { audited: false, clientsSeen: new Set<string>() } }
  const key = await unwrapAgencyKey(work, 'wrap', { version: keyVersion, wrapped })
  return { ...named, secret: openAt(key, named.agencyId, secretPlace(named.agencyId, named.issuer), sealedSecret) }
}
