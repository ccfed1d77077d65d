// Of everything that is found, the likeliest: filters and nearly the whole score are decided here, ranking.ts has the last word (ADR 224).
import { addCivilDays, dayNumber } from '../../platform/time/civil.ts'
import type { Point } from './distance.ts'
import { accepts, speaks } from './exclusion.ts'
import type { Finding } from './finding.ts'
import { staleAfterDays } from './freshness.ts'
import { minuteOfWeek, type Moment } from './openHours.ts'
import { weights } from './ranking.ts'
import { offers, type Columns, type SearchIndex } from './searchIndex.ts'

export interface Question {
  asked: Finding
  /** each typed word as it is meant; none where no word was typed */
  meant: readonly (readonly string[])[]
  from: Point | null
  at: Moment
  today: string
}
export interface Likely { id: string; weight: number }

/** What each weight is worth, and that an entry is only there nothing. */
const worth = [0, weights['speaks-of-it'], weights['meets-need'], weights['called-so']]

/** Entries that meet the most of the words, all of what is asked for besides, and the filters; the first of them, the likeliest first. */
export function likeliest(index: SearchIndex, question: Question, most: number): Likely[] {
  const met = matches(index, question)
  const passes = filterOf(index, question)
  let best = 1
  const found: number[] = []
  for (const n of met.entries) {
    const words = met.words[n] ?? 0
    if (words < best || !passes(n)) continue
    if (words > best) found.length = 0
    best = words
    found.push(n)
  }
  const points = scorerOf(index, question)
  const scores = Float64Array.from(found, (n) => points(n) + (worth[met.weight[n] ?? 0] ?? 0))
  return highest(scores, most)
    .map((at) => ({ id: index.ids[found[at] ?? 0] ?? '', weight: met.weight[found[at] ?? 0] ?? 0, score: scores[at] ?? 0 }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}

/** Who has how many of the words, and how heavy the heaviest of them is; the need, where words were typed too, must be met. */
interface Matches { entries: number[]; words: Uint8Array; weight: Uint8Array }

function matches(index: SearchIndex, { asked, meant }: Question): Matches {
  const { length } = index
  const found: Matches = { entries: [], words: new Uint8Array(length), weight: new Uint8Array(length) }
  const last = new Uint8Array(length)
  const groups = meant.length > 0 ? meant : [[markOf(asked)]]
  for (const [place, tokens] of groups.entries()) for (const token of tokens) meet(index, found, last, token, place + 1)
  return meant.length > 0 && asked.need !== null ? thatMeet(index, found, `need:${asked.need}`) : found
}

function meet(index: SearchIndex, { entries, words, weight }: Matches, last: Uint8Array, token: string, place: number): void {
  const postings = index.postings(token)
  if (!postings) return
  const { alive } = index.columns
  const { list, length } = postings
  for (let at = 0; at < length; at += 1) {
    const posting = list[at] ?? 0
    const n = posting >>> 2
    if (alive[n] === 0) continue
    if (words[n] === 0) entries.push(n)
    if (last[n] !== place) {
      last[n] = place
      words[n] = (words[n] ?? 0) + 1
    }
    if ((posting & 3) > (weight[n] ?? 0)) weight[n] = posting & 3
  }
}

function thatMeet(index: SearchIndex, found: Matches, need: string): Matches {
  const { list, length } = index.postings(need) ?? { list: new Uint32Array(0), length: 0 }
  const entries: number[] = []
  for (let at = 0; at < length; at += 1) {
    const posting = list[at] ?? 0
    const n = posting >>> 2
    if ((found.words[n] ?? 0) === 0) continue
    entries.push(n)
    found.weight[n] = Math.max(found.weight[n] ?? 0, posting & 3)
  }
  return { ...found, entries }
}

/** Without words the need, the language, or everything there is. */
const markOf = ({ need, language }: Finding): string => (need ? `need:${need}` : language ? `language:${baseOf(language)}` : '*')
const baseOf = (language: string): string => language.split('-')[0] ?? language
const quarterOf = (at: Moment): number => 1 << Math.floor(minuteOfWeek(at) / 360)
const freshFrom = (today: string): number => dayNumber(addCivilDays(today, -staleAfterDays))

/** Hours are decided to a quarter of the day: ranking.ts knows the minute. */
function filterOf(index: SearchIndex, { asked, from, at, today }: Question): (n: number) => boolean {
  const { columns } = index
  const { cost, client: { ageYears }, payer, language } = asked
  const has = (bits: number) => (n: number): boolean => ((columns.offers[n] ?? 0) & bits) !== 0
  const free = has(offers.free)
  const filters: ((n: number) => boolean)[] = []
  if (from !== null && asked.withinMiles !== null) filters.push(withinOf(columns, from, asked.withinMiles))
  if (asked.open !== null) filters.push(openIn(columns, quarterOf(at)))
  if (language !== null) filters.push((n) => speaks(index.languages[n] ?? [], language))
  if (payer !== null) filters.push((n) => free(n) || accepts(index.payers[n] ?? [], payer))
  if (cost !== null) filters.push(cost === 'free' ? free : has(offers.free | offers.sliding))
  if (asked.wheelchair) filters.push(has(offers.wheelchair))
  if (asked.withRoom) filters.push(has(offers.room))
  if (asked.fresh) filters.push(verifiedFrom(columns, freshFrom(today)))
  if (asked.eligible && ageYears !== null) filters.push(servesOf(columns, ageYears))
  return (n) => filters.every((each) => each(n))
}

const openIn = ({ openParts }: Columns, quarter: number) => (n: number): boolean => ((openParts[n] ?? 0) & quarter) !== 0
const verifiedFrom = ({ verified }: Columns, day: number) => (n: number): boolean => (verified[n] ?? 0) >= day
const servesOf = ({ youngest, oldest }: Columns, age: number) => (n: number): boolean => (youngest[n] ?? 0) <= age && (oldest[n] ?? 0) >= age

/** On the plane, which is as good as the sphere within a county; ranking.ts measures exactly. NaN for what has no place. */
function milesOf({ latitude, longitude }: Columns, from: Point): (n: number) => number {
  const narrow = Math.cos((from.latitude * Math.PI) / 180)
  return (n) => {
    const [north, east] = [(latitude[n] ?? NaN) - from.latitude, ((longitude[n] ?? NaN) - from.longitude) * narrow]
    return 69.09 * Math.sqrt(north * north + east * east)
  }
}
/** What has no place may be anywhere. */
function withinOf(columns: Columns, from: Point, most: number): (n: number) => boolean {
  const miles = milesOf(columns, from)
  return (n) => !(miles(n) > most)
}

/** Merit, and what this client, this place and this hour add to it. */
function scorerOf(index: SearchIndex, { asked, from, at, today }: Question): (n: number) => number {
  const { columns } = index
  const { client, client: { ageYears } } = asked
  const [tongue, pays] = [asked.language ?? client.language, asked.payer ?? client.payer]
  const [fresh, quarter, circle] = [freshFrom(today), quarterOf(at), asked.withinMiles ?? 25]
  const miles = from === null ? null : milesOf(columns, from)
  const serves = ageYears === null ? null : servesOf(columns, ageYears)
  return (n) => {
    const days = (columns.verified[n] ?? 0) - fresh
    const parts = columns.openParts[n] ?? 0
    let points = (columns.merit[n] ?? 0) + (days < 0 ? weights.stale : weights.verified / 2 + Math.min(weights.verified / 2, (days * weights.verified) / 360))
    if (parts > 0 && (parts & quarter) !== 0) points += weights.open
    if (pays !== null && accepts(index.payers[n] ?? [], pays)) points += weights.payer
    if (tongue !== null && !tongue.startsWith('en') && speaks(index.languages[n] ?? [], tongue)) points += weights.language
    if (serves !== null && !serves(n)) points += weights.excluded
    if (miles !== null) points += weights.distance * (Math.max(0, 1 - miles(n) / circle) || 0)
    return points
  }
}

/** A step of the counting below: an eighth of a point. */
const finest = 8
/** Places of the highest scores: at least so many, or all; in no order. Counted, because sorting a hundred thousand takes too long. */
function highest(scores: Float64Array, most: number): number[] {
  if (scores.length <= most) return [...scores.keys()]
  let [lowest, top] = [Infinity, -Infinity]
  for (const score of scores) {
    lowest = Math.min(lowest, score)
    top = Math.max(top, score)
  }
  const stepOf = (score: number): number => Math.floor((score - lowest) * finest)
  const counts = new Uint32Array(stepOf(top) + 1)
  for (const score of scores) counts[stepOf(score)] = (counts[stepOf(score)] ?? 0) + 1
  let [step, sum] = [counts.length, 0]
  while (sum < most) sum += counts[--step] ?? 0
  const found: number[] = []
  for (let at = 0; at < scores.length; at += 1) if (stepOf(scores[at] ?? 0) >= step) found.push(at)
  return found
}
