// What decides filters and order, of each entry of a directory, in numbers (ADR 224).
import { dayNumber, isCivilDate } from '../../platform/time/civil.ts'
import { weights } from './ranking.ts'

/** An entry as it is put in. */
export interface Facts {
  id: string
  serviceId: string
  latitude: number | null
  longitude: number | null
  zip: string | null
  cost: string | null
  capacity: string | null
  experience: number | null
  minAge: number | null
  maxAge: number | null
  wheelchair: boolean | null
  /** civil day */
  verifiedOn: string | null
  /** quarters of a day of the week, as house.open_parts says them */
  openParts: number
  /** what it is found by, U+001F between two: a word, need:…, language:…, payer:…, * */
  tokens: string
  /** a digit for each token: 3 its name, 2 what it offers, 1 what it says of itself, 0 that it is there */
  heavy: string
}

/** What an entry offers, and that it still is. */
export const offers = { free: 1, sliding: 2, wheelchair: 4, room: 8, itself: 16 } as const

/**
 * Numbers of entries, those of each one after the other: a search goes from entry to entry as words and places lead it, and the processor reads what
 * stands together at once. Both views are of the same memory.
 */
export interface Numbers {
  real: Float32Array
  whole: Int32Array
  /** for one search after the other, four bytes of each entry: which marks it has, how heavy, which word last, how many words; all 0 between two */
  search: Uint8Array
  /** which entries have been met, which of them pass, with what score */
  found: Uint32Array
  passed: Uint32Array
  scores: Float64Array
}
const width = 8
export const marksAt = 0
export const weightAt = 1
export const lastAt = 2
export const wordsAt = 3

export const roomOf = ({ found }: Numbers): number => found.length
export const latitudeOf = ({ real }: Numbers, n: number): number => real[n * width] ?? NaN
export const longitudeOf = ({ real }: Numbers, n: number): number => real[n * width + 1] ?? NaN
/** Points that hang on the day alone. */
export const pointsOf = ({ real }: Numbers, n: number): number => real[n * width + 2] ?? 0
export const verifiedOf = ({ whole }: Numbers, n: number): number => whole[n * width + 3] ?? 0
export const openPartsOf = ({ whole }: Numbers, n: number): number => whole[n * width + 4] ?? 0
export const offersOf = ({ whole }: Numbers, n: number): number => whole[n * width + 5] ?? 0
export const meritOf = ({ whole }: Numbers, n: number): number => whole[n * width + 6] ?? 0
export function serves({ whole }: Numbers, age: number, n: number): boolean {
  const ages = whole[n * width + 7] ?? 0
  return (ages & 0xffff) <= age && ages >>> 16 >= age
}
export const isThere = (numbers: Numbers, n: number): boolean => (offersOf(numbers, n) & offers.itself) !== 0

export function numbersFor(room: number, was?: Numbers): Numbers {
  const memory = new ArrayBuffer(room * width * 4)
  const whole = new Int32Array(memory)
  if (was) whole.set(was.whole)
  return {
    real: new Float32Array(memory),
    whole,
    search: new Uint8Array(room * 4),
    found: new Uint32Array(room),
    passed: new Uint32Array(room),
    scores: new Float64Array(room),
  }
}

const oldestAge = 999
const never = -1_000_000
const limited = (age: number): number => Math.min(oldestAge, Math.max(0, age))

/** Entry n is as it is said. */
export function write({ real, whole }: Numbers, n: number, entry: Facts): void {
  real.set([entry.latitude ?? NaN, entry.longitude ?? NaN, 0], n * width)
  const verified = entry.verifiedOn !== null && isCivilDate(entry.verifiedOn) ? dayNumber(entry.verifiedOn) : never
  const ages = limited(Math.ceil(entry.minAge ?? 0)) | (limited(Math.floor(entry.maxAge ?? oldestAge)) << 16)
  whole.set([verified, entry.openParts, offeredBy(entry), worthOf(entry), ages], n * width + 3)
}
/** Entry n is no more. */
export function strike({ whole }: Numbers, n: number): void {
  whole[n * width + 5] = 0
}
export function setPoints({ real }: Numbers, n: number, points: number): void {
  real[n * width + 2] = points
}

/** Points of ranking.ts that hang on nobody's question: what it costs, whether it has room, how it went. */
function worthOf({ cost, capacity, experience }: Facts): number {
  const costs = cost === 'free' ? weights.free : cost === 'sliding' ? weights['sliding-cost'] : 0
  const rooms = capacity === 'has' ? weights.room : capacity === 'none' ? weights.full : capacity === 'waitlist' ? weights.waitlist : 0
  return costs + rooms + Math.round(weights['good-experience'] * (experience ?? 0))
}

function offeredBy({ cost, wheelchair, capacity }: Facts): number {
  const costs = cost === 'free' ? offers.free : cost === 'sliding' ? offers.sliding : 0
  return offers.itself | costs | (wheelchair ? offers.wheelchair : 0) | (capacity === 'has' ? offers.room : 0)
}
