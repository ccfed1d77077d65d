// One agency's directory as a search reads it, in memory: which entries are found by a word, and what of each decides filters and order (ADR 224).
// It knows nothing of who asks; what is shown of an entry is read from the database.
import { isThere, numbersFor, roomOf, strike, write, type Facts } from './numbers.ts'
import { addLocation, removeLocation, type Places } from './places.ts'
import type { Point } from './distance.ts'
import { Spelling } from './spelling.ts'
import { standingOn, type Standing } from './standing.ts'

/** Entries that are found by one token: number of the entry times four, and the weight. */
export interface Postings { list: Uint32Array; length: number }
const none: Postings = { list: new Uint32Array(0), length: 0 }

const kinds = ['need', 'language', 'payer'] as const
export type Kind = (typeof kinds)[number]

let made = 0

export class SearchIndex {
  readonly serial = (made += 1)
  numbers = numbersFor(1024)
  readonly ids: string[] = []
  readonly places: Places = new Map()
  /** numbers given, and how many of them are of entries that are no more */
  length = 0
  gone = 0
  private readonly tokens = new Map<string, Postings>()
  private readonly ofService = new Map<string, number[]>()
  private readonly located = new Map<number, { zip: string; point: Point }>()
  private readonly kinds: Record<Kind, string[]> = { need: [], language: [], payer: [] }
  private sorted: string[] | null = null
  private spelling: Spelling | null = null
  private standing: Standing | null = null

  /** These services are now as these entries say: one of which nothing is said is no more. */
  put(services: Iterable<string>, entries: readonly Facts[]): void {
    this.standing = null
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

  standingOn(today: string): Standing {
    if (this.standing?.today !== today) this.standing = standingOn(today, this.numbers, this.length)
    return this.standing
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
    for (let at = 0; at < length; at += 1) if (isThere(this.numbers, (list[at] ?? 0) >>> 2)) return true
    return false
  }

  private forget(service: string): void {
    for (const n of this.ofService.get(service) ?? []) {
      strike(this.numbers, n)
      this.gone += 1
      const located = this.located.get(n)
      if (located) removeLocation(this.places, located.zip, located.point)
      this.located.delete(n)
    }
    this.ofService.delete(service)
  }

  private add(entry: Facts): void {
    const n = this.length
    if (n === roomOf(this.numbers)) this.numbers = numbersFor(n * 2, this.numbers)
    this.length += 1
    write(this.numbers, n, entry)
    this.ids.push(entry.id)
    const others = this.ofService.get(entry.serviceId)
    if (others) others.push(n)
    else this.ofService.set(entry.serviceId, [n])
    if (entry.zip && entry.latitude !== null && entry.longitude !== null) {
      const located = { zip: entry.zip, point: { latitude: entry.latitude, longitude: entry.longitude } }
      addLocation(this.places, located.zip, located.point)
      this.located.set(n, located)
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
