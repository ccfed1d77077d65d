// The directories that this process knows in memory, one for each agency, each at a revision; they are brought up to the newest in the asker's own
// transaction, under the asker's own rules (ADR 224).
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import type { Facts } from './numbers.ts'
import { SearchIndex } from './searchIndex.ts'

export interface Revision { stamp: string; number: number }
export interface Kept extends Revision { index: SearchIndex }

/** Of a directory that nobody has written yet. */
export const none: Revision = { stamp: '', number: 0 }
export const isAt = (kept: Revision, { stamp, number }: Revision): boolean => kept.stamp === stamp && kept.number === number
/** Some hundred megabytes at most; of more, those asked longest ago are read again when they are asked. */
const mostEntries = 500_000
const pageOfEntries = 2_000
/** Of more services that changed, all are read. */
const mostFollowed = 5_000

const byAgency = new Map<string, Kept>()
const following = new Map<string, Promise<unknown>>()

/** As it was known last, without asking whether it still is so. */
export function lastKept(agencyId: string): Kept | undefined {
  const kept = byAgency.get(agencyId)
  if (!kept) return undefined
  byAgency.delete(agencyId)
  byAgency.set(agencyId, kept) // the last asked stands last
  return kept
}

/** Before anybody asks, as long as there is room; whoever asked already reads it. */
export async function readAhead(work: Work, ended: AbortSignal): Promise<void> {
  if (entriesKept() < mostEntries && !following.has(work.agencyId)) await upToDate(work, ended)
}

/** At the newest revision. Of several at once one reads and the others wait, for a while: each holds a connection that others need. */
export function upToDate(work: Work, ended?: AbortSignal): Promise<Kept> {
  const before = following.get(work.agencyId)
  const mine = before ? soon(before).then(() => follow(work, ended)) : follow(work, ended)
  const all = Promise.allSettled([before, mine])
  following.set(work.agencyId, all)
  void all.then(() => following.get(work.agencyId) === all && following.delete(work.agencyId))
  return mine
}

const patienceMs = 3_000
async function soon(reading: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const impatient = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('directory.being-read', 'The directory is just being read. Search again in some seconds.', { status: 503 })), patienceMs)
  })
  await Promise.race([reading, impatient]).finally(() => clearTimeout(timer))
}

async function follow({ tx, agencyId }: Work, ended?: AbortSignal): Promise<Kept> {
  const known = lastKept(agencyId)
  const { changed, isMine, ...revision } = await newest(tx, known ?? none)
  if (known && isAt(known, revision)) return known
  const follows = known && known.stamp === revision.stamp && known.number < revision.number && changed !== null && !known.index.isWorn
  // What this transaction changed itself may never be so: nobody else is told.
  if (isMine) return { ...revision, index: await readAll(tx) }
  const index = follows ? known.index : await readAll(tx, ended)
  if (follows) {
    const entries: Facts[] = []
    for await (const page of pagesOf(tx, sql`e.service_id = any (${changed}::uuid[])`)) entries.push(...page)
    index.put(changed, entries)
  }
  const kept = { ...revision, index }
  byAgency.set(agencyId, kept)
  leaveOut(agencyId)
  return kept
}

const entriesKept = (): number => [...byAgency.values()].reduce((sum, { index }) => sum + index.length, 0)

function leaveOut(newest: string): void {
  let entries = entriesKept()
  for (const [agencyId, { index }] of byAgency) {
    if (entries <= mostEntries || agencyId === newest) return
    byAgency.delete(agencyId)
    entries -= index.length
  }
}

interface Newest extends Revision { changed: string[] | null; isMine: boolean }
async function newest(tx: Tx, known: Revision): Promise<Newest> {
  const { rows } = await sql<Newest>`
    select e.stamp, e.number, coalesce(e.xmin::text = pg_current_xact_id_if_assigned()::xid::text, false) as "isMine",
      (select case when count(*) <= ${mostFollowed} then coalesce(array_agg(s.service_id), '{}') end from
        (select service_id from directory_revision_service where number > ${known.number}::bigint and e.stamp = ${known.stamp || null}::uuid limit ${mostFollowed + 1}) s) as changed
    from directory_revision e`.execute(tx)
  return rows[0] ?? { ...none, changed: null, isMine: false }
}

/** Page by page, so that nobody else waits for long. */
async function readAll(tx: Tx, ended?: AbortSignal): Promise<SearchIndex> {
  const index = new SearchIndex()
  for await (const page of pagesOf(tx, sql`true`)) {
    ended?.throwIfAborted()
    index.put([], page)
  }
  return index
}

/** The next page is on its way while this one is taken in. */
async function* pagesOf(tx: Tx, which: RawBuilder<unknown>): AsyncGenerator<Facts[]> {
  for (let coming = pageAfter(tx, which, '00000000-0000-0000-0000-000000000000'); ;) {
    const page = await coming
    const last = page.at(-1)
    const more = last !== undefined && page.length === pageOfEntries
    if (more) {
      coming = pageAfter(tx, which, last.id)
      coming.catch(() => {}) // heard where it is awaited, if it still is
    }
    yield page
    if (!more) return
  }
}

async function pageAfter(tx: Tx, which: RawBuilder<unknown>, after: string): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    select e.id, e.service_id as "serviceId", e.latitude, e.longitude, e.shown ->> 'postalCode' as zip, e.cost, e.capacity, e.experience, e.min_age as "minAge", e.max_age as "maxAge",
      e.wheelchair, e.verified_on as "verifiedOn", house.open_parts(e.open_minutes) as "openParts", array_to_string(d.tokens, U&'\\001F') as tokens, array_to_string(d.weights, '') as heavy
    from directory_entry e join directory_said d on d.entry_id = e.id where ${which} and e.id > ${after}::uuid order by e.id limit ${pageOfEntries}`.execute(tx)
  return rows
}
