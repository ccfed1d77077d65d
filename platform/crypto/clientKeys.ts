// One key for each client, wrapped by the agency's: what must not be read in a dump is sealed with it, and is gone when the key is destroyed.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { writeAudit } from '../events.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../work.ts'
import { agencyKey, unwrapAgencyKey, type KeyWork } from './agencyKeys.ts'
import { keyVersionOf, openAt, openSealed, sealAt, sealWith, type Place } from './seal.ts'

interface Row {
  clientId: string
  version: number
  wrapped: Buffer | null
  agencyKeyVersion: number
  agencyKeyWrapped: Buffer
}
interface ClientKey {
  version: number
  /** null when it was destroyed */
  key: Buffer | null
}
export interface Sealed {
  clientId: string
  place: Place
  sealed: Buffer
}

export const aboutClientKey = (agencyId: string, clientId: string, version: number): string =>
  `continuum|client-key|${agencyId}|${clientId}|${version}`

/** Unwrapped keys live as long as the request that asked for them, never longer (M10). */
const unwrapped = new WeakMap<Work['trace'], Map<string, ClientKey[]>>()

const destroyed = (): never =>
  refuse('record.destroyed', 'What was kept here has been destroyed: its time of retention is over.', { status: 410 })

/** Seals words of a client for the one row and column they stand in. @throws record.destroyed */
export async function sealFor(work: KeyWork, clientId: string, place: Place, text: string): Promise<Buffer> {
  const known = await keysOf(work, [clientId])
  const { key, version } = known.get(clientId)?.[0] ?? (await makeClientKey(work, clientId))
  return key ? sealAt(key, version, work.agencyId, place, text) : destroyed()
}

/** Opens words of many clients with one question for their keys, in the order given; null where the key was destroyed. */
export async function openAll(work: KeyWork, all: readonly Sealed[]): Promise<(string | null)[]> {
  if (all.length === 0) return []
  const keys = await keysOf(work, [...new Set(all.map(({ clientId }) => clientId))])
  return all.map(({ clientId, place, sealed }) => {
    const key = keys.get(clientId)?.find(({ version }) => version === keyVersionOf(sealed))?.key
    return key ? openAt(key, work.agencyId, place, sealed) : null
  })
}

/** @throws record.destroyed */
export async function openFor(work: KeyWork, sealed: Sealed): Promise<string> {
  const [text = null] = await openAll(work, [sealed])
  return text ?? destroyed()
}

/** The keys of these clients, newest first; a client without any is absent. */
async function keysOf(work: KeyWork, clientIds: readonly string[]): Promise<Map<string, ClientKey[]>> {
  const cache = unwrapped.get(work.trace) ?? new Map<string, ClientKey[]>()
  unwrapped.set(work.trace, cache)
  const asked = clientIds.filter((id) => !cache.has(id))
  if (asked.length === 0) return cache
  const found = await Promise.all((await rowsOf(work, asked)).map(async (row) => ({ ...row, key: await unwrap(work, row) })))
  for (const [clientId, keys] of Map.groupBy(found, (each) => each.clientId)) cache.set(clientId, keys)
  return cache
}

async function rowsOf({ tx }: KeyWork, clientIds: readonly string[]): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select k.client_id as "clientId", k.version, k.wrapped, k.agency_key_version as "agencyKeyVersion", a.wrapped as "agencyKeyWrapped"
    from client_key k join agency_key a on a.agency_id = k.agency_id and a.purpose = 'wrap' and a.version = k.agency_key_version
    where k.client_id = any(${[...clientIds]}::uuid[]) order by k.client_id, k.version desc`.execute(tx)
  return rows
}

async function unwrap(
  work: KeyWork,
  { clientId, version, wrapped, agencyKeyVersion, agencyKeyWrapped }: Row,
): Promise<Buffer | null> {
  if (!wrapped) return null
  const wrapping = await unwrapAgencyKey(work, 'wrap', { version: agencyKeyVersion, wrapped: agencyKeyWrapped })
  return openSealed(wrapping, aboutClientKey(work.agencyId, clientId, version), wrapped)
}

/** Of two requests that make a client's first key, one wins and the other waits for it and reads it. */
async function makeClientKey(work: KeyWork, clientId: string): Promise<ClientKey> {
  const wrapping = await agencyKey(work, 'wrap')
  const wrapped = sealWith(wrapping.key, aboutClientKey(work.agencyId, clientId, 1), randomBytes(32))
  await sql`insert into client_key (client_id, version, wrapped, agency_key_version) values (${clientId}, 1, ${wrapped}, ${wrapping.version}) on conflict do nothing`.execute(
    work.tx,
  )
  const [made] = (await keysOf(work, [clientId])).get(clientId) ?? []
  if (!made) throw new Error('A client’s key was made and cannot be read.')
  return made
}

/**
 * Destroys the keys of a client (crypto-shredding): what they sealed cannot be opened again by anybody, here or in a later backup.
 * For an authorized purge only: the database takes it from the system alone. A backup made before still holds the wrapped key. Answers how many.
 */
export async function destroyClientKeys(work: Work, clientId: string, reason: string): Promise<number> {
  const { numAffectedRows = 0n } =
    await sql`update client_key set wrapped = null, destroyed_at = authz.clock(), destroyed_reason = ${reason} where client_id = ${clientId} and wrapped is not null`.execute(
      work.tx,
    )
  unwrapped.get(work.trace)?.delete(clientId)
  if (numAffectedRows > 0n)
    await writeAudit(work, 'client-key.destroyed', { entity: 'client', id: clientId }, clientId, { reason })
  return Number(numAffectedRows)
}
