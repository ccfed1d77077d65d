// What decides filters and order, of each entry of a directory, as numbers side by side (ADR 224).
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

export const offers = { free: 1, sliding: 2, wheelchair: 4, room: 8 } as const

/** Of entry n: numbers side by side, so that a hundred thousand are read in a millisecond. */
export interface Columns {
  alive: Uint8Array
  latitude: Float64Array
  longitude: Float64Array
  merit: Int16Array
  verified: Int32Array
  youngest: Uint16Array
  oldest: Uint16Array
  offers: Uint8Array
  openParts: Int32Array
  /** for one search after the other: which entries, how many words, how heavy, which word last, which marks; all 0 between two */
  found: Uint32Array
  words: Uint8Array
  weight: Uint8Array
  last: Uint8Array
  marks: Uint8Array
  /** and which of them pass, with what score */
  passed: Uint32Array
  scores: Float64Array
}
const begunWith = <T extends { set(from: T): void }>(column: T, from: T | undefined): T => {
  if (from) column.set(from)
  return column
}
export const columnsFor = (room: number, was?: Columns): Columns => ({
  alive: begunWith(new Uint8Array(room), was?.alive),
  latitude: begunWith(new Float64Array(room), was?.latitude),
  longitude: begunWith(new Float64Array(room), was?.longitude),
  merit: begunWith(new Int16Array(room), was?.merit),
  verified: begunWith(new Int32Array(room), was?.verified),
  youngest: begunWith(new Uint16Array(room), was?.youngest),
  oldest: begunWith(new Uint16Array(room), was?.oldest),
  offers: begunWith(new Uint8Array(room), was?.offers),
  openParts: begunWith(new Int32Array(room), was?.openParts),
  found: new Uint32Array(room),
  words: new Uint8Array(room),
  weight: new Uint8Array(room),
  last: new Uint8Array(room),
  marks: new Uint8Array(room),
  passed: new Uint32Array(room),
  scores: new Float64Array(room),
})

const oldestAge = 999
const never = -1_000_000

/** Entry n is as it is said. */
export function write(columns: Columns, n: number, entry: Facts): void {
  columns.alive[n] = 1
  columns.latitude[n] = entry.latitude ?? NaN
  columns.longitude[n] = entry.longitude ?? NaN
  columns.merit[n] = meritOf(entry)
  columns.verified[n] = entry.verifiedOn !== null && isCivilDate(entry.verifiedOn) ? dayNumber(entry.verifiedOn) : never
  columns.youngest[n] = Math.min(oldestAge, Math.max(0, Math.ceil(entry.minAge ?? 0)))
  columns.oldest[n] = Math.min(oldestAge, Math.max(0, Math.floor(entry.maxAge ?? oldestAge)))
  columns.offers[n] = offersOf(entry)
  columns.openParts[n] = entry.openParts
}

/** Points of ranking.ts that hang on nobody's question: what it costs, whether it has room, how it went. */
function meritOf({ cost, capacity, experience }: Facts): number {
  const costs = cost === 'free' ? weights.free : cost === 'sliding' ? weights['sliding-cost'] : 0
  const rooms = capacity === 'has' ? weights.room : capacity === 'none' ? weights.full : capacity === 'waitlist' ? weights.waitlist : 0
  return costs + rooms + Math.round(weights['good-experience'] * (experience ?? 0))
}

function offersOf({ cost, wheelchair, capacity }: Facts): number {
  const costs = cost === 'free' ? offers.free : cost === 'sliding' ? offers.sliding : 0
  return costs | (wheelchair ? offers.wheelchair : 0) | (capacity === 'has' ? offers.room : 0)
}
