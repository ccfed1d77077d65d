// What is typed becomes tokens of the search: words that begin so, else words spelled alike; and where the place lies.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Point } from './distance.ts'
import type { Finding } from './finding.ts'

/** Of a token in more entries than this only a part is read (ADR 196). */
export const commonFrom = 60

export interface WantedToken {
  /** 0 … 7 the place of the typed word */
  position: number
  typed: string
  token: string
  /** how often, roughly */
  uses: number
  alike: boolean
  common: boolean
}
export interface Wanted {
  from: Point | null
  tokens: WantedToken[]
  /** words that were typed, after case, marks and the little words */
  typed: number
}

/** One round trip, and none where no word and no ZIP code is given. */
export async function wantedBy(tx: Tx, { words, place }: Finding, common: number): Promise<Wanted> {
  const from = place !== null && 'latitude' in place ? place : null
  const zip = place !== null && 'zip' in place ? place.zip : null
  const speaks = hasWords(words)
  if (!speaks && zip === null) return { from, tokens: [], typed: 0 }
  const lies = sql`(select json_build_object('latitude', latitude, 'longitude', longitude) from directory_place where postal_code = any (array[${zip}::text, left(${zip}::text, 3)]) order by length(postal_code) desc limit 1)`
  const { rows } = await sql<Wanted>`${speaks ? meant(words, common) : sql``}
    select ${zip === null ? sql`null::json` : lies} as "from", ${speaks ? sql`(select coalesce(json_agg(w), '[]') from wanted w)` : sql`'[]'::json`} as tokens,
      ${speaks ? sql`(select count(*)::integer from typed)` : sql`0`} as typed`.execute(tx)
  const found = rows[0] ?? { from: null, tokens: [], typed: 0 }
  return { ...found, from: from ?? found.from }
}

export const hasWords = (words: string): boolean => /[\p{L}\p{N}]{2}/u.test(words)

/** A word as typed and its three commonest longer forms; where nothing is called so, twelve words that begin so; else four that are spelled alike. */
const meant = (words: string, common: number) => sql`
    with typed as materialized (
      select t.word, t.position::integer - 1 as position, exists (select from directory_word x where x.word = t.word) as known
      from unnest(house.words_of(${words}::text)) with ordinality t(word, position) where t.position <= 8),
    begun as materialized (
      select t.position, t.word as typed, w.word as token, w.uses from typed t cross join lateral (
        select w.word, w.uses from directory_word w where w.word >= t.word and w.word < t.word || chr(1114111) and (not t.known or length(w.word) <= length(t.word) + 2)
        order by w.word = t.word desc, w.uses desc limit case when t.known then 4 else 12 end) w),
    alike as materialized (
      select t.position, t.word as typed, w.word as token from typed t cross join lateral (
        select p.word from directory_word_piece p where p.piece = any (house.word_pieces(t.word))
        group by p.word having bool_or(p.piece ^@ 'd:') or 2.0 * count(*) >= 0.55 * (length(t.word) + length(p.word) + 2)
        order by bool_or(p.piece ^@ 'd:') desc, count(*) desc, p.word limit 4) w
      where not exists (select from begun b where b.position = t.position)),
    wanted as (
      select w.*, exists (select from directory_token t where t.token = w.token offset ${common}::integer limit 1) as common from (
        select position, typed, token, uses, false as alike from begun union all select position, typed, token, 0, true from alike) w)`

/** One of 31 bits of each word, as house.mark_bits says them. */
export const markBit = (word: string | null): number => (word === null ? 0 : 1 << ((digestOf(word.toLowerCase())[0] ?? 0) % 31))

export const noBits = '0'.repeat(256)
/** A mask over the 256 bits of house.token_bits: those of an entry that has one of these tokens; `named`: as its name or what it offers. */
export function maskOf(tokens: readonly string[], named = false): string {
  const bits = [...noBits]
  for (const token of tokens) bits[digestOf(token)[named ? 1 : 0] ?? 0] = '1'
  return bits.join('')
}
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
