// A search: what is typed is read in the index in memory (meant.ts, likeliest.ts), and the likeliest entries are read from the database, under the
// asker's own rules, for ranking.ts. One round trip, as long as the directory is as it was (ADR 224).
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Work } from '../../platform/work.ts'
import type { Point } from './distance.ts'
import type { Finding, FoundBy, Option, Place } from './finding.ts'
import { isAt, lastKept, none, upToDate, type Revision } from './kept.store.ts'
import { likeliest, type Likely } from './likeliest.ts'
import { meantBy } from './meant.ts'
import { minuteOfWeek, type Moment } from './openHours.ts'
import { pointOfZip } from './places.ts'
import type { Candidate } from './ranking.ts'
import type { SearchIndex } from './searchIndex.ts'
import { keepToShow, keptToShow } from './shown.ts'

export interface Answer {
  candidates: Candidate[]
  from: Point | null
  readAs: { typed: string; words: string[] }[]
}
/** Likeliest entries that ranking.ts orders exactly; where the hour is asked for, so many are asked whether they are open. */
const [ranked, checked] = [28, 120]
const foundBy: FoundBy[] = ['place', 'words', 'need', 'name']

/** Entries that meet the most of the typed words, all of what is asked for besides, and the filters; the likeliest first. */
export async function candidatesFor(work: Work, asked: Finding, at: Moment): Promise<Answer> {
  const minute = asked.open === null ? null : minuteOfWeek(at)
  for (let kept = lastKept(work.agencyId) ?? (await upToDate(work)), tries = 0; ; tries += 1) {
    const { index } = kept
    const { likely, ...answer } = look(index, asked, { at, today: work.today, most: minute === null ? ranked : checked })
    const known = likely.map((each) => ({ ...each, option: tries < mostTries ? keptToShow(index, each.n) : null }))
    const { revision, entries } = await entriesOf(work.tx, known, minute)
    const isSo = isAt(kept, revision)
    if (isSo) for (const { n, option } of entries) keepToShow(index, n, option)
    if (isSo || tries === mostTries) return { ...answer, candidates: entries.map(({ option, weight }) => ({ option, foundBy: foundBy[weight] ?? 'words' })) }
    kept = await upToDate(work)
  }
}
/** Of a directory that changes all the time, what was found last is good enough: each entry is shown as it is. */
const mostTries = 3

interface Looked extends Omit<Answer, 'candidates'> { likely: Likely[] }
function look(index: SearchIndex, asked: Finding, { at, today, most }: { at: Moment; today: string; most: number }): Looked {
  const meant = meantBy(index, asked.words)
  const from = pointIn(index, asked.place)
  const readAs = meant.filter(({ alike, words }) => alike && words.length > 0).map(({ typed, words }) => ({ typed, words }))
  const lost = (asked.place !== null && from === null) || (meant.length > 0 && meant.every(({ words }) => words.length === 0))
  const nothing = lost || (meant.length === 0 && hasWords(asked.words) && asked.need === null && asked.language === null)
  const question = { asked, meant: meant.map(({ words }) => words), from, at, today }
  return { from, readAs, likely: nothing ? [] : likeliest(index, question, most) }
}
const hasWords = (words: string): boolean => /[\p{L}\p{N}]{2}/u.test(words)

/** Where a place lies, as far as the directory's own locations tell; null where they do not. */
const pointIn = ({ places }: SearchIndex, place: Place | null): Point | null => (place === null || 'latitude' in place ? place : pointOfZip(places, place.zip))
export const pointOf = async (work: Work, place: Place | null): Promise<Point | null> => (place === null ? null : pointIn((await upToDate(work)).index, place))

type Known = Likely & { option: Option | null }
type Entry = Likely & { option: Option }
interface Row extends Revision { places: number[] | null; shown: (Option | null)[] | null }
/** Those of them that the asker may see, in this order, read unless they are known; at most so many of those that are open at that minute of the week, or may be; and the revision they are of. */
async function entriesOf(tx: Tx, likely: readonly Known[], minute: number | null): Promise<{ revision: Revision; entries: Entry[] }> {
  const open = minute === null ? sql`true` : sql`(d.open_minutes is null or d.open_minutes @> ${minute}::integer)`
  const { rows } = await sql<Row>`
    select e.stamp, e.number, c.places, c.shown from directory_revision e cross join lateral (
      select array_agg(o.place) as places, json_agg(o.shown) as shown from (
        select case when not l.known then d.shown end as shown, l.place::integer
        from unnest(${likely.map(({ id }) => id)}::uuid[], ${likely.map(({ option }) => option !== null)}::boolean[]) with ordinality l(id, known, place) join directory_entry d on d.id = l.id where ${open}
        order by l.place limit ${ranked}) o) c`.execute(tx)
  const [{ places, shown, ...revision } = { ...none, places: null, shown: null }] = rows
  const entries = (places ?? []).flatMap((place, at) => {
    const known = likely[place - 1]
    const option = known?.option ?? shown?.[at]
    return known && option ? [{ ...known, option }] : []
  })
  return { revision, entries }
}
