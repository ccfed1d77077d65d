// What an administrator sets of the agency's identity provider. The secret goes in and never comes out.
import { sql } from 'kysely'
import { agencyKey, unwrapAgencyKey } from '../../crypto/agencyKeys.ts'
import { keyVersionOf, openAt } from '../../crypto/seal.ts'
import type { Work } from '../../work.ts'
import { tryProvider, type Trial } from './discovery.ts'
import { sealSecret, secretPlace } from './named.ts'
import { isReachable } from './reach.ts'

export interface ProviderSettings {
  issuer: string
  connectionId: string
  domains: string[]
  label: string
  passwords: 'everybody' | 'administrators'
  standing: 'on' | 'off'
}
export interface ProviderState extends ProviderSettings {
  version: number
  changedAt: string
  /** When somebody last came in through it, and how many of the staff ever did */
  lastUsedAt: string | null
  accounts: number
  /** The last who could not, as a code */
  lastRefusedAt: string | null
  lastRefusal: string | null
}
interface Row extends ProviderState {
  sealedSecret: Buffer
}

async function row({ tx }: Work): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`select issuer, connection_id as "connectionId", sealed_secret as "sealedSecret", domains, label, passwords, standing, version, changed_at as "changedAt",
    last_used_at as "lastUsedAt", last_refused_at as "lastRefusedAt", last_refusal as "lastRefusal", accounts from authz.my_identity_provider()`.execute(
      tx,
    )
  return rows[0]
}

export async function providerState(work: Work): Promise<ProviderState | null> {
  const found = await row(work)
  if (!found) return null
  const { sealedSecret: _, ...state } = found
  return state
}

/** An issuer that may be asked at all: https, no user, query or fragment, not on this machine. */
export function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.search === '' && url.hash === '' && isReachable(url)
}

export async function domainsOfOthers({ tx }: Work, domains: string[]): Promise<string[]> {
  const { rows } = await sql<{ taken: string[] }>`select authz.domains_of_others(${domains}) as taken`.execute(tx)
  return rows[0]?.taken ?? []
}

/** Seals the secret and saves. Null when somebody saved first, or where a new issuer or connection came without its own secret. */
export async function saveProvider(
  work: Work,
  seen: number,
  settings: ProviderSettings,
  secret: string | null,
): Promise<number | null> {
  const { issuer, connectionId, domains, label, passwords, standing } = settings
  const sealed = secret === null ? null : await seal(work, issuer, secret)
  const { rows } = await sql<{
    version: number | null
  }>`select authz.name_identity_provider(${seen}, ${issuer}, ${connectionId}, ${sealed}, ${domains}, ${label}, ${passwords}, ${standing}) as version`.execute(
    work.tx,
  )
  return rows[0]?.version ?? null
}

async function seal(work: Work, issuer: string, secret: string): Promise<Buffer> {
  const { key, version } = await agencyKey(work, 'wrap')
  return sealSecret(key, version, work.agencyId, issuer, secret)
}

/** Asks the provider as it is saved; null where none is. */
export async function trySaved(work: Work, redirectUri: string): Promise<Trial | null> {
  const found = await row(work)
  if (!found) return null
  const version = keyVersionOf(found.sealedSecret)
  const { rows } = await sql<{
    wrapped: Buffer
  }>`select wrapped from agency_key where purpose = 'wrap' and version = ${version}`.execute(work.tx)
  const [kept] = rows
  if (!kept) throw new Error('The agency’s key that sealed the secret is gone.')
  const key = await unwrapAgencyKey(work, 'wrap', { version, wrapped: kept.wrapped })
  const secret = openAt(key, work.agencyId, secretPlace(work.agencyId, found.issuer), found.sealedSecret)
  return tryProvider({ ...found, agencyId: work.agencyId, secret }, redirectUri)
}

export async function endAccount({ tx }: Work, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select authz.end_provider_account(${staffId}) as ended`.execute(tx)
  return rows[0]?.ended ?? false
}
