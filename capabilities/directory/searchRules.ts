// A search in numbers: which entries pass it, and what client, place and hour add to their points (ADR 224).
import { dayNumber } from '../../platform/time/civil.ts'
import { milesOfDegree, type Point } from './distance.ts'
import { accepts, speaks } from './exclusion.ts'
import type { Finding } from './finding.ts'
import { staleAfterDays } from './freshness.ts'
import { lastAt, latitudeOf, longitudeOf, marksAt, offers, offersOf, openPartsOf, serves, verifiedOf, weightAt, type Numbers } from './numbers.ts'
import { minuteOfWeek, type Moment } from './openHours.ts'
import { circleOf, weights } from './ranking.ts'
import type { Kind, SearchIndex } from './searchIndex.ts'

export interface Question {
  asked: Finding
  /** each typed word as it is meant; none where no word was typed */
  meant: readonly (readonly string[])[]
  from: Point | null
  at: Moment
  today: string
}
/** Bits of `marks` while one search is done. */
export const marked = { needed: 1, speaks: 2, takes: 4, tongue: 8, pays: 16 } as const

/** A question in numbers. */
export interface Rules {
  /** NaN where no place is asked */
  latitude: number
  longitude: number
  /** degrees of longitude are narrower here */
  narrow: number
  circle: number
  /** Infinity without a circle */
  farthest: number
  quarter: number
  openThen: boolean
  /** one of these offers, where not 0, and all of `every` */
  cost: number
  every: number
  /** all of these marks; of a payer, or free */
  must: number
  payer: boolean
  verifiedFrom: number
  /** −1 where no age is known */
  age: number
  eligible: boolean
  /** more than this no entry gets from client and hour */
  mostExtra: number
}

export function rulesOf(index: SearchIndex, { asked, meant, from, at, today }: Question): Rules {
  const { need, language, payer, cost, client } = asked
  const needed = meant.length > 0 && need !== null
  if (needed) mark(index, `need:${need}`, marked.needed)
  markLike(index, 'language', language, marked.speaks)
  markLike(index, 'payer', payer, marked.takes)
  const [tongue, pays] = [language ?? client.language, payer ?? client.payer]
  const quarter = 1 << Math.floor(minuteOfWeek(at) / 360)
  const other = tongue !== null && !tongue.startsWith('en') ? tongue : null
  markLike(index, 'language', other, marked.tongue)
  markLike(index, 'payer', pays, marked.pays)
  return {
    latitude: from?.latitude ?? NaN,
    longitude: from?.longitude ?? NaN,
    narrow: from === null ? 0 : Math.cos((from.latitude * Math.PI) / 180),
    circle: circleOf(asked),
    farthest: from === null ? Infinity : (asked.withinMiles ?? Infinity),
    quarter,
    openThen: asked.open !== null,
    cost: cost === null ? 0 : cost === 'free' ? offers.free : offers.free | offers.sliding,
    every: offers.itself | (asked.wheelchair ? offers.wheelchair : 0) | (asked.withRoom ? offers.room : 0),
    must: (needed ? marked.needed : 0) | (language === null ? 0 : marked.speaks),
    payer: payer !== null,
    verifiedFrom: asked.fresh ? dayNumber(today) - staleAfterDays : -Infinity,
    age: client.ageYears ?? -1,
    eligible: asked.eligible && client.ageYears !== null,
    mostExtra: ((index.standingOn(today).open & quarter) === 0 ? 0 : weights.open) + (other === null ? 0 : weights.language) + (pays === null ? 0 : weights.payer),
  }
}

function mark(index: SearchIndex, token: string, bit: number): void {
  const { search } = index.numbers
  const { list, length } = index.postings(token)
  for (let at = 0; at < length; at += 1) {
    const posting = list[at] ?? 0
    const its = posting & ~3 // four bytes of each, as a posting is four times the entry and its weight
    search[its + marksAt] = (search[its + marksAt] ?? 0) | bit
    if (bit === marked.needed && search[its + lastAt] !== 0 && (posting & 3) > (search[its + weightAt] ?? 0)) search[its + weightAt] = posting & 3
  }
}

/** A language in whatever region, a payer in whatever case. */
function markLike(index: SearchIndex, kind: Kind, wanted: string | null, bit: number): void {
  if (wanted === null) return
  const same = kind === 'language' ? (each: string) => speaks([each], wanted) : (each: string) => accepts([each], wanted)
  for (const each of index.marks(kind)) if (same(each)) mark(index, `${kind}:${each}`, bit)
}

/** On the plane, which is as good as the sphere within a county; ranking.ts measures exactly. NaN for what has no place, or where none is asked. */
export function milesTo(numbers: Numbers, rules: Rules, n: number): number {
  const north = latitudeOf(numbers, n) - rules.latitude
  const east = (longitudeOf(numbers, n) - rules.longitude) * rules.narrow
  return milesOfDegree * Math.sqrt(north * north + east * east)
}

/** Hours are decided to a quarter of the day; what has no place may be anywhere. */
export function passes(numbers: Numbers, rules: Rules, n: number, miles: number): boolean {
  if (miles > rules.farthest) return false
  const offered = offersOf(numbers, n)
  const marks = numbers.search[n * 4 + marksAt] ?? 0
  if (rules.openThen && (openPartsOf(numbers, n) & rules.quarter) === 0) return false
  if ((rules.cost !== 0 && (offered & rules.cost) === 0) || (offered & rules.every) !== rules.every) return false
  if ((marks & rules.must) !== rules.must || (rules.payer && (marks & marked.takes) === 0 && (offered & offers.free) === 0)) return false
  return verifiedOf(numbers, n) >= rules.verifiedFrom && (!rules.eligible || serves(numbers, rules.age, n))
}

/** What this client and this hour add. */
export function extraOf(numbers: Numbers, rules: Rules, n: number): number {
  const parts = openPartsOf(numbers, n)
  const marks = numbers.search[n * 4 + marksAt] ?? 0
  return (
    (parts > 0 && (parts & rules.quarter) !== 0 ? weights.open : 0) +
    ((marks & marked.pays) !== 0 ? weights.payer : 0) +
    ((marks & marked.tongue) !== 0 ? weights.language : 0) +
    (rules.age >= 0 && !serves(numbers, rules.age, n) ? weights.excluded : 0)
  )
}
