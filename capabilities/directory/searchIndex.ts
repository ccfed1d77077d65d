// One agency's directory as a search reads it, in memory: which entries are found by a word, and what of each decides filters and order (ADR 224).
// It knows nothing of who asks; what is shown of an entry is read from the database.
import { dayNumber } from '../../platform/time/civil.ts'
import { columnsFor, write, type Facts } from './columns.ts'
import { staleAfterDays } from './freshness.ts'
import { putOnMap, type Cells } from './mapCells.ts'
import { addLocation, removeLocation, type Places } from './places.ts'
import { weights } from './ranking.ts'
import { Spelling } from './spelling.ts'

/** Entries that are found by one token: number of the entry times four, and the weight. */
export interface Postings { list: Uint32Array; length: number }
const none: Postings = { list: new Uint32Array(0), length: 0 }

const kinds = ['need', 'language', 'payer'] as const
export type Kind = (typeof kinds)[number]

export class SearchIndex {
  columns = columnsFor(1024)
  readonly ids: string[] = []
  readonly places: Places = new Map()
  readonly cells: Cells = new Map()
  /** numbers given, and how many of them are of entries that are no more */
  length = 0
  gone = 0
  private readonly tokens = new Map<string, Postings>()
  private readonly ofService = new Map<string, number[]>()
  private readonly located = new Map<number, string>()
  private readonly kinds: Record<Kind, string[]> = { need: [], language: [], payer: [] }
  private sorted: string[] | null = null
  private spelling: Spelling | null = null
  private standing = { today: '', points: new Float64Array(0) }

  /** These services are now as these entries say: one of which nothing is said is no more. */
  put(services: Iterable<string>, entries: readonly Facts[]): void {
    this.standing = { today: '', points: new Float64Array(0) }
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

  postings(token: string): Postings {
    return this.tokens.get(token) ?? none
  }

  /** Points of each entry that hang on the day alone, and on nobody's question. */
  pointsOn(today: string): Float64Array {
    if (this.standing.today === today) return this.standing.points
    const { merit, verified } = this.columns
    const points = new Float64Array(this.length)
    const fresh = dayNumber(today) - staleAfterDays
    for (let n = 0; n < this.length; n += 1) {
      const days = (verified[n] ?? 0) - fresh
      points[n] = (merit[n] ?? 0) + (days < 0 ? weights.stale : weights.verified / 2 + Math.min(weights.verified / 2, (days * weights.verified) / 360))
    }
    this.standing = { today, points }
    return points
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

  /** Tokens of a kind, without it: `es`, `Medicaid`, the id of a need. Some entry has each, or had. */
  marks(kind: Kind): readonly string[] {
    return this.kinds[kind]
  }

  /** Those that some entry has now. */
  marksNow(kind: Kind): string[] {
    return this.kinds[kind].filter((mark) => this.someLive(`${kind}:${mark}`)).toSorted()
  }

  private someLive(token: string): boolean {
    const { list, length } = this.tokens.get(token) ?? none
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
    write(this.columns, n, entry)
    this.ids.push(entry.id)
    const others = this.ofService.get(entry.serviceId)
    if (others) others.push(n)
    else this.ofService.set(entry.serviceId, [n])
    putOnMap(this.cells, n, entry)
    if (entry.zip && entry.latitude !== null && entry.longitude !== null) {
      addLocation(this.places, entry.zip, { latitude: entry.latitude, longitude: entry.longitude })
      this.located.set(n, entry.zip)
    }
    for (const [at, token] of entry.tokens.split('\u001F').entries()) this.post(token, n * 4 + Number(entry.heavy[at]))
  }

  private post(token: string, posting: number): void {
    const known = this.tokens.get(token)
    if (!known) {
      this.tokens.set(token, { list: Uint32Array.of(posting, 0), length: 1 })
      this.learn(token)
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

  private learn(token: string): void {
    const kind = kinds.find((each) => token.startsWith(`${each}:`))
    if (kind) this.kinds[kind].push(token.slice(kind.length + 1))
    if (!isWord(token)) return
    this.spelling?.add(token)
    this.sorted?.splice(placeIn(this.sorted, token), 0, token)
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
