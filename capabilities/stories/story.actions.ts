// Reading the story and who looked: pages by cursor, nothing is ever written here.
import type { ClientWork } from '../../platform/work.ts'
import { pageSize, placeText, type Look, type StoryEntry, type StoryQuery } from './story.ts'
import { authorsOf, looksAt, storyPage } from './story.store.ts'

export interface StoryPage { entries: StoryEntry[]; after: string | null; authors: { id: string; name: string }[] }

/** One page of the story as filtered, newest first; the first page also names who wrote in it. */
export async function storyOf(work: ClientWork, query: StoryQuery): Promise<StoryPage> {
  const [found, authors] = await Promise.all([storyPage(work.tx, work.clientId, work.zone, query), query.after ? [] : authorsOf(work.tx, work.clientId)])
  const entries = found.slice(0, pageSize)
  const last = entries.at(-1)
  return { entries, after: found.length > pageSize && last ? placeText(last) : null, authors }
}

/** Who opened or changed this client's record, per person and day (INV-17, trust.md section 2). */
export const whoLooked = (work: ClientWork): Promise<Look[]> => looksAt(work.tx, work.clientId, work.zone)
