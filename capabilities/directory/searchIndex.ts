// One agency's directory as a search reads it, in memory: which entries are found by a word, and what of each decides filters and order (ADR 224).
// It knows nothing of who asks; what is shown of an entry is read from the database.
import { weights } from './ranking.ts'
import { dayNumber } from '../../platform/time/civil.ts'
import { addLocation, removeLocation, type Places } from './places.ts'
import { Spelling } from './spelling.ts'

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
  languages: string[]
  payers: string[]
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
}
const begunWith = <T extends { set(from: T): void }>(column: T, from: T | undefined): T => {
  if (from) column.set(from)
  return column
}
const columnsFor = (room: number, was?: Columns): Columns => ({
  alive: begunWith(new Uint8Array(room), was?.alive),
  latitude: begunWith(new Float64Array(room), was?.latitude),
  longitude: begunWith(new Float64Array(room), was?.longitude),
  merit: begunWith(new Int16Array(room), was?.merit),
  verified: begunWith(new Int32Array(room), was?.verified),
  youngest: begunWith(new Uint16Array(room), was?.youngest),
  oldest: begunWith(new Uint16Array(room), was?.oldest),
  offers: begunWith(new Uint8Array(room), was?.offers),
  openParts: begunWith(new Int32Array(room), was?.openParts),
})

/** Entries that are found by one token: number of the entry times four, and the weight. */
export interface Postings { list: Uint32Array; length: number }

const oldestAge = 999
const never = -1_000_000
const nothing: string[] = []

export class SearchIndex {
  columns = columnsFor(1024)
  readonly ids: string[] = []
  readonly languages: string[][] = []
  readonly payers: string[][] = []
  readonly places: Places = new Map()
  /** numbers given, and how many of them are of entries that are no more */
  length = 0
  gone = 0
  private readonly tokens = new Map<string, Postings>()
  private readonly ofService = new Map<string, number[]>()
  private readonly located = new Map<number, string>()
  private sorted: string[] | null = null
  private spelling: Spelling | null = null

  /** These services are now as these entries say: one of which nothing is said is no more. */
  put(services: Iterable<string>, entries: readonly Facts[]): void {
    for (const service of services) this.forget(service)
    for (const entry of entries) this.add(entry)
  }

  /** How many entries there are. */
  get size(): number {
    return this.length - this.gone
  }

  /** Half of it is no more: it is better read again. */
  get isWorn(): boolean {
    return this.gone > 1000 && this.gone * 2 > this.length
  }

  postings(token: string): Postings | undefined {
    return this.tokens.get(token)
  }

  /** How many entries have it, or had. */
  uses(token: string): number {
    return this.tokens.get(token)?.length ?? 0
  }

  /** Every word, in the order of its letters; needs, languages and payers are none. */
  words(): readonly string[] {
    return (this.sorted ??= [...this.tokens.keys()].filter(isWord).toSorted())
  }

  spelledLike(word: string): string[] {
    return (this.spelling ??= new Spelling(this.words())).alike(word)
  }

  /** What follows `kind:` in tokens that some entry has now. */
  marks(kind: 'need' | 'language' | 'payer'): string[] {
    const begin = `${kind}:`
    return [...this.tokens].flatMap(([token, postings]) => (token.startsWith(begin) && this.someLive(postings) ? [token.slice(begin.length)] : [])).toSorted()
  }

  private someLive({ list, length }: Postings): boolean {
    for (let at = 0; at < length; at += 1) if (this.columns.alive[(list[at] ?? 0) >> 2]) return true
    return false
  }

  private forget(service: string): void {
    const { alive, latitude, longitude } = this.columns
    for (const n of this.ofService.get(service) ?? []) {
      alive[n] = 0
      this.gone += 1
      const zip = this.located.get(n)
      if (zip) removeLocation(this.places, zip, { latitude: latitude[n] ?? 0, longitude: longitude[n] ?? 0 })
      this.located.delete(n)
    }
    this.ofService.delete(service)
  }

  private add(entry: Facts): void {
    const n = this.length
    if (n === this.columns.alive.length) this.columns = columnsFor(n * 2, this.columns)
    this.length += 1
    this.write(n, entry)
    this.ids.push(entry.id)
    this.languages.push(entry.languages.length === 0 ? nothing : entry.languages)
    this.payers.push(entry.payers.length === 0 ? nothing : entry.payers)
    const others = this.ofService.get(entry.serviceId)
    if (others) others.push(n)
    else this.ofService.set(entry.serviceId, [n])
    if (entry.zip && entry.latitude !== null && entry.longitude !== null) {
      addLocation(this.places, entry.zip, { latitude: entry.latitude, longitude: entry.longitude })
      this.located.set(n, entry.zip)
    }
    for (const [at, token] of entry.tokens.split('\u001F').entries()) this.post(token, n * 4 + Number(entry.heavy[at]))
  }

  private write(n: number, entry: Facts): void {
    const { columns } = this
    columns.alive[n] = 1
    columns.latitude[n] = entry.latitude ?? NaN
    columns.longitude[n] = entry.longitude ?? NaN
    columns.merit[n] = meritOf(entry)
    columns.verified[n] = entry.verifiedOn === null ? never : dayNumber(entry.verifiedOn)
    columns.youngest[n] = Math.min(oldestAge, Math.max(0, Math.ceil(entry.minAge ?? 0)))
    columns.oldest[n] = Math.min(oldestAge, Math.max(0, Math.floor(entry.maxAge ?? oldestAge)))
    columns.offers[n] = offersOf(entry)
    columns.openParts[n] = entry.openParts
  }

  private post(token: string, posting: number): void {
    const known = this.tokens.get(token)
    if (!known) {
      this.tokens.set(token, { list: Uint32Array.of(posting, 0), length: 1 })
      if (isWord(token)) this.learn(token)
      return
    }
    if (known.length === known.list.length) {
      const wider = new Uint32Array(known.length * 2)
      wider.set(known.list)
      known.list = wider
    }
    known.list[known.length] = posting
    known.length += 1
  }

  private learn(word: string): void {
    this.spelling?.add(word)
    this.sorted?.splice(placeIn(this.sorted, word), 0, word)
  }
}

const isWord = (token: string): boolean => token !== '*' && !token.includes(':')

/** The place of the first word that does not stand before this one. */
export function placeIn(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
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
