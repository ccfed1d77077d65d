// An agency's two keys: one wraps the keys of its clients, one makes the words by which things are found. Made on first use, wrapped by the root key.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '../work.ts'
import { keyKeeper } from './rootKey.ts'

export type KeyPurpose = 'wrap' | 'search'
export interface AgencyKey {
  version: number
  key: Buffer
}
interface Row {
  version: number
  wrapped: Buffer
}
/** What of a piece of work the keys need; the trace stands for the request, however its work is passed on. */
export type KeyWork = Pick<Work, 'tx' | 'agencyId' | 'trace'>

const aboutKey = (agencyId: string, purpose: KeyPurpose, version: number) =>
  `continuum|agency-key|${agencyId}|${purpose}|${version}`

/** Unwrapped keys live as long as the request that asked for them. */
const unwrapped = new WeakMap<Work['trace'], Map<string, Promise<Buffer>>>()

const newest = new WeakMap<Work['trace'], Partial<Record<KeyPurpose, Promise<AgencyKey>>>>()

/** The newest key of an agency for a purpose; asked of the database once a request. */
export function agencyKey(work: KeyWork, purpose: KeyPurpose): Promise<AgencyKey> {
  const known = newest.get(work.trace) ?? {}
  newest.set(work.trace, known)
  return (known[purpose] ??= findKey(work, purpose))
}

async function findKey(work: KeyWork, purpose: KeyPurpose): Promise<AgencyKey> {
  const found = (await newestRow(work, purpose)) ?? (await makeKey(work, purpose, 1))
  return { version: found.version, key: await unwrapAgencyKey(work, purpose, found) }
}

/** Asks the keeper of the root key once a request for each key. */
export function unwrapAgencyKey(work: KeyWork, purpose: KeyPurpose, { version, wrapped }: Row): Promise<Buffer> {
  const known = unwrapped.get(work.trace) ?? new Map<string, Promise<Buffer>>()
  unwrapped.set(work.trace, known)
  const found = known.get(`${purpose} ${version}`) ?? keyKeeper().unwrap(wrapped, aboutKey(work.agencyId, purpose, version))
  known.set(`${purpose} ${version}`, found)
  return found
}

async function newestRow({ tx }: KeyWork, purpose: KeyPurpose): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`select version, wrapped from agency_key where purpose = ${purpose} order by version desc limit 1`.execute(tx)
  return rows[0]
}

/** Of two requests that make the first key, one wins and the other waits for it and reads it. */
export async function makeKey(work: KeyWork, purpose: KeyPurpose, version: number): Promise<Row> {
  const wrapped = await keyKeeper().wrap(randomBytes(32), aboutKey(work.agencyId, purpose, version))
  await sql`insert into agency_key (purpose, version, wrapped) values (${purpose}, ${version}, ${wrapped}) on conflict do nothing`.execute(
    work.tx,
  )
  if (version > 1) newest.delete(work.trace)
  const made = await newestRow(work, purpose)
  if (!made) throw new Error('An agency’s key was made and cannot be read.')
  return made
}

/** Wraps the same key anew, by the newest root key. */
export async function rewrapAgencyKey(work: KeyWork, purpose: KeyPurpose, row: Row): Promise<void> {
  const wrapped = await keyKeeper().wrap(await unwrapAgencyKey(work, purpose, row), aboutKey(work.agencyId, purpose, row.version))
  await sql`update agency_key set wrapped = ${wrapped} where purpose = ${purpose} and version = ${row.version}`.execute(work.tx)
}

const mac = (key: Buffer, word: string): Buffer => createHmac('sha256', key).update(word).digest()

/** Keyed tokens of words, eight bytes each in hex, in the order given: what a table of them says to whoever lacks the key is nothing. */
export async function searchTokens(work: KeyWork, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const { key } = await agencyKey(work, 'search')
  return words.map((word) => mac(key, word).toString('hex', 0, 8))
}

/** Sixteen bytes that are equal where the words are, for equality and uniqueness of what is sealed. `about` keeps columns apart. */
export async function blindIndex(work: KeyWork, about: string, words: string): Promise<Buffer> {
  const { key } = await agencyKey(work, 'search')
  return mac(key, `blind|${about}|${words}`).subarray(0, 16)
}

/** Thirty-two bytes of one member of staff's own, the same at each asking: their browser seals with them what it keeps of unfinished work. */
export async function draftKeyOf(work: KeyWork, staffId: string): Promise<Buffer> {
  const { key } = await agencyKey(work, 'search')
  return Buffer.from(hkdfSync('sha256', key, '', `continuum|drafts|${work.agencyId}|${staffId}`, 32))
}
