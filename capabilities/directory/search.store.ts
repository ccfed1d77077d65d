// The one statement of a search: what is typed becomes tokens, tokens become entries near by, the likeliest of them are handed to the ranking rules.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Point } from './distance.ts'
import type { Finding, FoundBy, Option } from './finding.ts'
import type { Moment } from './openHours.ts'
import { minuteOfWeek } from './openHours.ts'
import { weights, type Candidate } from './ranking.ts'

export interface Answer {
  candidates: Candidate[]
  from: Point | null
  readAs: { typed: string; words: string[] }[]
}

/** Of more than this the nearest and best named are looked at, more where a filter will leave many out; fewer words or miles find the others. */
const mostCompared = ({ open, cost, payer, wheelchair, withRoom, fresh, eligible }: Finding): number => (open !== null || cost !== null || payer !== null || wheelchair || withRoom || fresh || eligible ? 1000 : 250)
/** Handed to the ranking rules, which order them exactly and show the first. */
const mostRanked = 45
const foundBy: FoundBy[] = ['place', 'words', 'need', 'name']

/** One round trip. Entries that meet the most of the typed words, all of what is asked for besides, and the filters; the likeliest first. */
export async function candidatesFor(tx: Tx, asked: Finding, { at, freshFrom }: { at: Moment; freshFrom: string }): Promise<Answer> {
  const near = asked.place !== null && asked.withinMiles !== null
  const tokens = tokensOf(asked)
  // Its plan is the same whatever is asked, and costs more than running it: planned once for each connection, in the same round trip.
  const planned = sql`set local plan_cache_mode = force_generic_plan`.execute(tx)
  const [{ rows }] = await Promise.all([sql<Line>`
    with place as materialized (${placeOf(asked)}),
    typed as materialized (
      select t.word, t.position::integer from unnest(house.words_of(${asked.words}::text)) with ordinality t(word, position) where t.position <= 8),
    begun as materialized (
      select t.position, w.word as token from typed t cross join lateral (
        select w.word from directory_word w where w.word >= t.word and w.word < t.word || chr(1114111) order by w.word = t.word desc, w.uses desc limit 12) w
      where w.word = t.word or length(w.word) <= length(t.word) + 2 or not exists (select from directory_word x where x.word = t.word)),
    alike as materialized (
      select t.position, t.word as typed, w.word as token from typed t cross join lateral (
        select p.word from directory_word_piece p where p.piece = any (house.word_pieces(t.word))
        group by p.word having bool_or(p.piece ^@ 'd:') or 2.0 * count(*) >= 0.55 * (length(t.word) + length(p.word) + 2)
        order by bool_or(p.piece ^@ 'd:') desc, count(*) desc, p.word limit 4) w
      where not exists (select from begun b where b.position = t.position)),
    wanted as materialized (
      select position, token from begun union all select position, token from alike
      union all select 7 + position::integer, token from unnest(${tokens}::text[]) with ordinality o(token, position)),
    circle as materialized (select house.directory_cells(latitude, longitude, ${asked.withinMiles}::float8) || -1 as cells from place),
    hits as materialized (
      select p.entry_id, bit_or(1 << w.position) as met, max(p.weight) as weight, min(p.latitude)::float8 as latitude, min(p.longitude)::float8 as longitude
      from wanted w join directory_token p on p.token = w.token ${near ? sql`and p.cell = any ((select cells from circle)::integer[])` : sql``}
      group by p.entry_id having bit_or(1 << w.position) >> 8 = ${(1 << tokens.length) - 1}::integer),
    nearest as materialized (
      select entry_id, weight, miles, ${nameScore} + ${distanceScore(asked)} as score
      from (select h.entry_id, h.weight, 69.09 * sqrt((h.latitude - place.latitude) ^ 2 + ((h.longitude - place.longitude) * cosd(place.latitude)) ^ 2) as miles
        from hits h left join place on true
        where bit_count((h.met & 255)::bit(32)) = (select max(bit_count((met & 255)::bit(32))) from hits)
          and (h.met & 255 > 0 or not exists (select from typed))) found
      where miles is null or ${near ? asked.withinMiles : null}::float8 is null or miles <= ${asked.withinMiles}::float8
      order by score desc limit ${mostCompared(asked)})
    select (select json_build_object('latitude', latitude, 'longitude', longitude) from place) as "from",
      (select coalesce(json_agg(json_build_object('typed', typed, 'words', words)), '[]') from (select typed, array_agg(token) as words from alike group by typed) a) as "readAs",
      (select coalesce(json_agg(json_build_object('shown', shown, 'weight', weight)), '[]') from (${likeliest(asked, at, freshFrom)}) l) as lines`.execute(tx), planned])
  const [line] = rows
  return {
    from: line?.from ?? null,
    readAs: line?.readAs ?? [],
    candidates: (line?.lines ?? []).map(({ shown, weight }) => ({ option: shown, foundBy: foundBy[weight] ?? 'words' })),
  }
}

interface Line {
  from: Point | null
  readAs: Answer['readAs']
  lines: { shown: Option; weight: number }[]
}

/** What must be met besides the words; without words and without these, everything there is. */
function tokensOf({ words, need, language }: Finding): string[] {
  const asked = [...(need ? [`need:${need}`] : []), ...(language ? [`language:${language.split('-')[0]}`] : [])]
  return asked.length > 0 || /[\p{L}\p{N}]{2}/u.test(words) ? asked : ['*']
}

function placeOf({ place }: Finding) {
  if (place === null) return sql`select null::float8 as latitude, null::float8 as longitude where false`
  if ('zip' in place)
    return sql`select latitude, longitude from directory_place where postal_code = any (array[${place.zip}, left(${place.zip}, 3)]) order by length(postal_code) desc limit 1`
  return sql`select ${place.latitude}::float8 as latitude, ${place.longitude}::float8 as longitude`
}

const nameScore = sql`case weight when 3 then ${weights['called-so']}::float8 when 2 then ${weights['meets-need']} when 1 then ${weights['speaks-of-it']} else 0 end`
const distanceScore = ({ withinMiles }: Finding) =>
  sql`coalesce(${weights.distance}::float8 * greatest(0, 1 - miles / ${withinMiles ?? 25}::float8), 0)`

/** Filters on the entry itself, and the rest of the score as far as SQL need know it; ranking.ts has the last word on both. */
function likeliest(asked: Finding, at: Moment, freshFrom: string) {
  const { client, cost } = asked
  const tongue = (asked.language ?? client.language)?.split('-')[0] ?? null
  const pays = (asked.payer ?? client.payer)?.toLowerCase() ?? null
  const minute = minuteOfWeek(at)
  const served = sql`(${client.ageYears}::integer is null or (coalesce(min_age, 0) <= ${client.ageYears}::integer and coalesce(max_age, 999) >= ${client.ageYears}::integer))`
  return sql`
    select e.shown, n.weight from nearest n join directory_entry e on e.id = n.entry_id
    where (not ${asked.open !== null}::boolean or e.open_minutes is null or e.open_minutes @> ${minute}::integer)
      and (${cost}::text is null or e.cost = 'free' or e.cost = ${cost === 'free' ? 'free' : 'sliding'}::text)
      and (${asked.payer?.toLowerCase() ?? null}::text is null or e.cost = 'free' or ${asked.payer?.toLowerCase() ?? null}::text = any (e.payers))
      and (not ${asked.wheelchair}::boolean or e.wheelchair) and (not ${asked.withRoom}::boolean or e.capacity = 'has')
      and (not ${asked.fresh}::boolean or e.verified_on >= ${freshFrom}::date) and (not ${asked.eligible}::boolean or ${served})
    order by n.score + case when ${served} then 0 else ${weights.excluded}::float8 end
      + case when ${tongue}::text <> 'en' and ${tongue}::text = any (e.languages) then ${weights.language}::float8 else 0 end
      + case when ${pays}::text = any (e.payers) then ${weights.payer}::float8 else 0 end
      + case when e.open_minutes @> ${minute}::integer then ${weights.open}::float8 else 0 end
      + case e.cost when 'free' then ${weights.free}::float8 when 'sliding' then ${weights['sliding-cost']} else 0 end
      + case e.capacity when 'has' then ${weights.room}::float8 when 'none' then ${weights.full} when 'waitlist' then ${weights.waitlist} else 0 end
      + case when e.verified_on >= ${freshFrom}::date then ${weights.verified}::float8 / 2 else ${weights.stale} end desc, n.miles, e.id
    limit ${mostRanked}`
}
