// What is typed becomes tokens of the search: words that begin so, else words spelled alike; where the place lies, and which cells of the map are near it.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Point } from './distance.ts'
import type { Finding } from './finding.ts'

/** Of a token in more entries than this only a part is read (ADR 196). */
export const commonFrom = 300

export interface WantedToken {
  /** 0 … 7 the place of the typed word; 8 and on what must be met besides: need, language, payer */
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
  /** cells that the circle touches, nearest first; where no circle is drawn, those in which distance counts */
  cells: number[]
  tokens: WantedToken[]
  /** words that were typed, after case, marks and the little words */
  typed: number
  languageBit: number
  payerBit: number
}

/** `tokens` are what must be met besides the words. One round trip. */
export async function wantedBy(tx: Tx, asked: Finding, tokens: readonly string[], common: number): Promise<Wanted> {
  const tongue = (asked.language ?? asked.client.language)?.split('-')[0] ?? null
  const pays = asked.payer ?? asked.client.payer
  const { rows } = await sql<Wanted>`
    with place as materialized (${placeOf(asked)}),
    typed as materialized (
      select t.word, t.position::integer from unnest(house.words_of(${asked.words}::text)) with ordinality t(word, position) where t.position <= 8),
    begun as materialized (
      select t.position, t.word as typed, w.word as token, w.uses from typed t cross join lateral (
        select w.word, w.uses from directory_word w where w.word >= t.word and w.word < t.word || chr(1114111) order by w.word = t.word desc, w.uses desc limit 12) w
      where w.word = t.word or length(w.word) <= length(t.word) + 2 or not exists (select from directory_word x where x.word = t.word)),
    alike as materialized (
      select t.position, t.word as typed, w.word as token from typed t cross join lateral (
        select p.word from directory_word_piece p where p.piece = any (house.word_pieces(t.word))
        group by p.word having bool_or(p.piece ^@ 'd:') or 2.0 * count(*) >= 0.55 * (length(t.word) + length(p.word) + 2)
        order by bool_or(p.piece ^@ 'd:') desc, count(*) desc, p.word limit 4) w
      where not exists (select from begun b where b.position = t.position)),
    wanted as (
      select position - 1 as position, typed, token, uses, false as alike from begun union all select position - 1, typed, token, 0, true from alike
      union all select 7 + position::integer, '', token, 0, false from unnest(${[...tokens]}::text[]) with ordinality o(token, position))
    select (select json_build_object('latitude', latitude, 'longitude', longitude) from place) as "from",
      array(select cell from place, unnest(house.directory_cells(latitude, longitude, ${asked.withinMiles ?? 25}::float8)) cell
        order by (cell / 10000 / 10.0 - 89.95 - latitude) ^ 2 + ((cell % 10000 / 10.0 - 179.95 - longitude) * cosd(latitude)) ^ 2) || -1 as cells,
      (select coalesce(json_agg(json_build_object('position', position, 'typed', typed, 'token', token, 'uses', uses, 'alike', alike,
        'common', exists (select from directory_token t where t.token = w.token offset ${common}::integer limit 1))), '[]') from wanted w) as tokens,
      (select count(*)::integer from typed) as typed, house.mark_bits(array[${tongue}::text]) as "languageBit", house.mark_bits(array[${pays}::text]) as "payerBit"`.execute(tx)
  return rows[0] ?? { from: null, cells: [], tokens: [], typed: 0, languageBit: 0, payerBit: 0 }
}

function placeOf({ place }: Finding) {
  if (place === null) return sql`select null::float8 as latitude, null::float8 as longitude where false`
  if ('zip' in place)
    return sql`select latitude, longitude from directory_place where postal_code = any (array[${place.zip}, left(${place.zip}, 3)]) order by length(postal_code) desc limit 1`
  return sql`select ${place.latitude}::float8 as latitude, ${place.longitude}::float8 as longitude`
}
