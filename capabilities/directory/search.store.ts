// A search in two round trips: what is typed becomes tokens (wanted.store.ts), then one covering index is read as far as it matters, and the
// likeliest entries are handed to the ranking rules. Nothing here grows with the directory: see `bounds` and ADR 196.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Point } from './distance.ts'
import type { Finding, FoundBy, Option } from './finding.ts'
import type { Moment } from './openHours.ts'
import { minuteOfWeek } from './openHours.ts'
import { weights, type Candidate } from './ranking.ts'
import { commonFrom, wantedBy, type Wanted, type WantedToken } from './wanted.store.ts'

export interface Answer {
  candidates: Candidate[]
  from: Point | null
  readAs: { typed: string; words: string[] }[]
}
export interface Bounds {
  /** in more entries than this a token is common: of it only a part is read, all of any other */
  common: number
  /** of a common token, the best of each cell, the nearest cells first, until so many */
  inCell: number
  near: number
  /** without a place, so many of the best, looked through for those that pass the filters */
  best: number
  /** of common words that are looked for together, so many in all */
  together: number
  /** likeliest entries that are looked at whole; more where an entry must be asked for a common word, a need or its hours */
  weighed: number
  checked: number
}
/** Measured at 100,000 services (`npm run bench -- directory`); documented in ADR 196. */
export const bounds: Bounds = { common: commonFrom, inCell: 60, near: 800, best: 3000, together: 3000, weighed: 60, checked: 150 }
/** Handed to the ranking rules, which order them exactly and show the first. */
const mostRanked = 45
const foundBy: FoundBy[] = ['place', 'words', 'need', 'name']

interface Circumstances { at: Moment; freshFrom: string; within?: Bounds }

/** Entries that meet the most of the typed words, all of what is asked for besides, and the filters; the likeliest first. */
export async function candidatesFor(tx: Tx, asked: Finding, { at, freshFrom, within = bounds }: Circumstances): Promise<Answer> {
  const marks = marksOf(asked)
  const wanted = await wantedBy(tx, asked, marks, within.common)
  const { from } = wanted
  const readAs = [...Map.groupBy(wanted.tokens.filter(({ alike }) => alike), ({ typed }) => typed)].map(([typed, tokens]) => ({ typed, words: tokens.map(({ token }) => token) }))
  const reading = readingOf(wanted, marks)
  if (reading === null || (asked.place !== null && from === null)) return { candidates: [], from, readAs }
  const { rows } = await sql<{ shown: Option; weight: number }>`
    with hits as materialized (${hits(reading, { asked, wanted, at, freshFrom, within })}),
    likely as materialized (${likely(reading, { asked, from, within })}),
    checked as materialized (${checked(reading, asked, within)}),
    weighed as materialized (${weighed(asked, { at, freshFrom })})
    select shown, weight from weighed where met = (select max(met) from weighed) and met >= ${reading.atLeast} order by score desc, miles, entry_id limit ${mostRanked}`.execute(tx)
  return { from, readAs, candidates: rows.map(({ shown, weight }) => ({ option: shown, foundBy: foundBy[weight] ?? 'words' })) }
}

/** What must be met besides the words; without words and without these, everything there is. A payer is no such mark: what costs nothing needs none. */
function marksOf({ words, need, language }: Finding): string[] {
  const asked = [...(need ? [`need:${need}`] : []), ...(language ? [`language:${language.split('-')[0]}`] : [])]
  return asked.length > 0 || /[\p{L}\p{N}]{2}/u.test(words) ? asked : ['*']
}

/** Of a common word, as typed and its commonest longer forms. */
const formsRead = 2
const formsAsked = 3

interface Reading {
  /** tokens whose postings are read, wholly or, where common, in part */
  read: WantedToken[]
  /** common words that each likely entry is asked for */
  asked: WantedToken[]
  /** what each likely entry must have */
  must: string[]
  /** every word is common: what they have in common is looked for among the first of each, and each likely entry is asked for all of them */
  together: boolean
  /** words and needs that must be met: the need, and of the words one */
  atLeast: number
}

/** The rare lead: where a word or need is rare, the common ones are only asked of the entries that have it. Null: nothing can be found. */
function readingOf({ tokens, typed }: Wanted, marks: readonly string[]): Reading | null {
  const must = marks.filter((mark) => mark !== '*')
  const groups = [...Map.groupBy(tokens.filter(({ position, token }) => position < 8 || token.startsWith('need:')), ({ position }) => position).values()]
  if (typed > 0 && !tokens.some(({ position }) => position < 8)) return null
  const rare = groups.filter((group) => group.every(({ common }) => !common))
  const atLeast = Math.max(1, (typed > 0 ? 1 : 0) + groups.filter(([first]) => (first?.position ?? 0) >= 8).length)
  if (rare.length > 0) return { read: rare.flat(), asked: groups.filter((group) => !rare.includes(group)).flatMap((group) => group.slice(0, formsAsked)), must, together: false, atLeast }
  const [only, second] = groups
  if (second !== undefined) return { read: groups.flatMap((group) => group.slice(0, formsRead)), asked: groups.flatMap((group) => group.slice(0, formsAsked)), must, together: true, atLeast }
  const lead = only ?? tokens.slice(0, 1)
  return lead.length === 0 ? null : { read: lead, asked: [], must: must.filter((mark) => lead.length > 1 || lead[0]?.token !== mark), together: false, atLeast }
}

interface Hitting { asked: Finding; wanted: Wanted; at: Moment; freshFrom: string; within: Bounds }

/** One row for each posting read: what it is found by, where it lies, and the points it has whatever its distance. */
function hits({ read, together }: Reading, { asked, wanted, at, freshFrom, within }: Hitting): RawBuilder<unknown> {
  const kept = filters(asked, { wanted, at, freshFrom })
  const points = pointsOf(asked, { wanted, at, freshFrom })
  const row = sql`p.entry_id, p.weight, p.latitude, p.longitude, ${points} as points`
  const circle = asked.place !== null && asked.withinMiles !== null
  const cells = sql`${`{${wanted.cells.join()}}`}::integer[]`
  const rare = read.filter(({ common }) => !common)
  const common = read.filter((each) => each.common)
  const share = (amount: number): number => Math.ceil(amount / Math.max(1, common.length))
  const parts = [
    ...(rare.length > 0 ? [sql`select w.bit, ${row} from ${list(rare)} join directory_token p on p.token = w.token ${circle ? sql`and p.cell = any (${cells})` : sql``} where ${kept}`] : []),
    ...(together && circle
      ? [sql`select w.bit, p.* from ${list(common)} cross join lateral (select p.* from unnest(${cells}) c(cell) cross join lateral (
          select ${row} from directory_token p where p.token = w.token and p.cell = c.cell and ${kept} order by p.merit desc limit ${within.together}) p limit ${share(within.together)}) p`]
      : []),
    ...(together && !circle
      ? [sql`select w.bit, p.* from ${list(common)} cross join lateral (select ${row} from directory_token p where p.token = w.token and ${kept} limit ${share(within.together)}) p`]
      : []),
    ...(common.length > 0 && asked.place !== null && !together
      ? [sql`(select w.bit, p.* from ${list(common)} cross join unnest(${cells}) c(cell) cross join lateral (
          select ${row} from directory_token p where p.token = w.token and p.cell = c.cell and ${kept} order by p.merit desc limit ${share(within.inCell)}) p limit ${within.near})`]
      : []),
    ...(common.length > 0 && !circle && !together
      ? [sql`select w.bit, p.* from ${list(common)} cross join lateral (
          select ${row} from (
            (select * from directory_token b where b.token = w.token and b.merit >= ${sql.lit(meritOfTheBest)} order by b.merit desc limit ${share(within.best)})
            union all (select * from directory_token b where b.token = w.token and b.merit < ${sql.lit(meritOfTheBest)} limit ${share(within.best)})) p where ${kept} limit ${share(within.near)}) p`]
      : []),
  ]
  return sql.join(parts, sql` union all `)
}

/** as the index directory_tokens_by_merit says it */
const meritOfTheBest = 18

const bitOf = ({ position }: WantedToken): number => 1 << position
function list(tokens: readonly WantedToken[]): RawBuilder<unknown> {
  return sql`unnest(${tokens.map(({ token }) => token)}::text[], ${`{${tokens.map(bitOf).join()}}`}::integer[]) w(token, bit)`
}

type Told = Pick<Hitting, 'wanted' | 'at' | 'freshFrom'>
const partOf = (at: Moment): number => 1 << Math.floor(minuteOfWeek(at) / 360)
const free = 1
const reduced = 3
const wheelchair = 4
const room = 8

/** What the index knows decides here; of languages, payers and hours it knows a little more than is so, and the entry itself decides later. */
function filters(asked: Finding, { wanted, at, freshFrom }: Told): RawBuilder<unknown> {
  const { cost, client: { ageYears } } = asked
  const all = [
    ...(asked.open !== null ? [sql`p.open_parts & ${partOf(at)}::integer <> 0`] : []),
    ...(asked.language !== null ? [sql`p.speaks & ${wanted.languageBit}::integer <> 0`] : []),
    ...(asked.payer !== null ? [sql`(p.takes & ${wanted.payerBit}::integer <> 0 or p.offers & ${free}::integer <> 0)`] : []),
    ...(cost !== null ? [sql`p.offers & ${cost === 'free' ? free : reduced}::integer <> 0`] : []),
    ...(asked.wheelchair ? [sql`p.offers & ${wheelchair}::integer <> 0`] : []),
    ...(asked.withRoom ? [sql`p.offers & ${room}::integer <> 0`] : []),
    ...(asked.fresh ? [sql`p.verified_on >= ${freshFrom}::date`] : []),
    ...(asked.eligible && ageYears !== null ? [sql`p.min_age <= ${ageYears}::integer and p.max_age >= ${ageYears}::integer`] : []),
  ]
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

/** Merit, and what this client and this hour add to it. */
function pointsOf({ client: { ageYears }, client, language }: Finding, { wanted, at, freshFrom }: Told): RawBuilder<unknown> {
  const tongue = language ?? client.language
  return sql`p.merit + case when p.verified_on >= ${freshFrom}::date then ${sql.lit(weights.verified / 2)} else ${sql.lit(weights.stale)} end
    + case when p.open_parts > 0 and p.open_parts & ${partOf(at)}::integer <> 0 then ${sql.lit(weights.open)} else 0 end
    + case when p.takes & ${wanted.payerBit}::integer <> 0 then ${sql.lit(weights.payer)} else 0 end
    ${tongue === null || tongue.startsWith('en') ? sql`` : sql`+ case when p.speaks & ${wanted.languageBit}::integer <> 0 then ${sql.lit(weights.language)} else 0 end`}
    ${ageYears === null ? sql`` : sql`+ case when p.min_age <= ${ageYears}::integer and p.max_age >= ${ageYears}::integer then 0 else ${sql.lit(weights.excluded)} end`}`
}

/** Entries by how many of the read words they meet, then by points: the first of them. */
function likely({ read, asked: askedOf, must }: Reading, { asked, from, within }: { asked: Finding; from: Point | null; within: Bounds }): RawBuilder<unknown> {
  const [only, second] = read
  const once = only !== undefined && second === undefined && !only.common
  const entries = once
    ? sql`select entry_id, 1 as met, weight, points, latitude, longitude from hits`
    : sql`select entry_id, bit_count(bit_or(bit)::bit(32)) as met, max(weight) as weight, max(points) as points, min(latitude) as latitude, min(longitude) as longitude from hits group by entry_id`
  const miles = from === null ? sql`null::float8` : sql`69.09 * sqrt((latitude - ${from.latitude}::float8) ^ 2 + ((longitude - ${from.longitude}::float8) * ${Math.cos((from.latitude * Math.PI) / 180)}::float8) ^ 2)`
  const inside = from !== null && asked.withinMiles !== null ? sql`where miles is null or miles <= ${asked.withinMiles}::float8` : sql``
  const many = askedOf.length > 0 || must.length > 0 || asked.open !== null || asked.payer !== null
  return sql`
    select entry_id, met, weight, points, miles from (select entry_id, met, weight, points, ${miles} as miles from (${entries}) e) m ${inside}
    order by met desc, points + ${distanceScore(asked)} desc, entry_id limit ${many ? within.checked : within.weighed}`
}

const nameScore = sql`case weight when 3 then ${weights['called-so']}::float8 when 2 then ${weights['meets-need']} when 1 then ${weights['speaks-of-it']} else 0 end`
const distanceScore = ({ withinMiles }: Finding) =>
  sql`coalesce(${weights.distance}::float8 * greatest(0, 1 - miles / ${withinMiles ?? 25}::float8), 0)`

/** How many of the common words too, and what all must have: the entry's own tokens tell. */
function checked({ asked: words, must, together }: Reading, asked: Finding, within: Bounds): RawBuilder<unknown> {
  if (words.length === 0 && must.length === 0) return sql`select * from likely`
  const also = sql`lateral (select bit_count(coalesce(bit_or(c.bit), 0)::bit(32)) as met, coalesce(max(d.weights[c.at]), 0) as weight
    from (select bit, array_position(d.tokens, token) as at from ${list(words)}) c where c.at is not null)`
  return sql`
    select entry_id, met, weight, points, miles from (
      select l.entry_id, ${together ? sql`` : sql`l.met + `}a.met as met, greatest(l.weight, a.weight) as weight, l.points, l.miles from likely l join directory_said d on d.entry_id = l.entry_id cross join ${also} a
      ${must.length > 0 ? sql`where d.tokens @> ${must}::text[]` : sql``}) c
    order by met desc, points + ${distanceScore(asked)} desc, entry_id limit ${within.weighed}`
}

/** The entry itself: exact filters, and its score as far as SQL need know it; ranking.ts has the last word on both. */
function weighed(asked: Finding, { at, freshFrom }: { at: Moment; freshFrom: string }): RawBuilder<unknown> {
  const { client } = asked
  const tongue = (asked.language ?? client.language)?.split('-')[0] ?? null
  const pays = (asked.payer ?? client.payer)?.toLowerCase() ?? null
  const minute = minuteOfWeek(at)
  const served = sql`(${client.ageYears}::integer is null or (coalesce(min_age, 0) <= ${client.ageYears}::integer and coalesce(max_age, 999) >= ${client.ageYears}::integer))`
  return sql`
    select e.shown, c.met, c.weight, c.miles, c.entry_id, ${nameScore} + ${distanceScore(asked)} + case when ${served} then 0 else ${weights.excluded}::float8 end
      + case when ${tongue}::text <> 'en' and ${tongue}::text = any (e.languages) then ${weights.language}::float8 else 0 end
      + case when ${pays}::text = any (e.payers) then ${weights.payer}::float8 else 0 end
      + case when e.open_minutes @> ${minute}::integer then ${weights.open}::float8 else 0 end
      + case e.cost when 'free' then ${weights.free}::float8 when 'sliding' then ${weights['sliding-cost']} else 0 end
      + case e.capacity when 'has' then ${weights.room}::float8 when 'none' then ${weights.full} when 'waitlist' then ${weights.waitlist} else 0 end
      + case when e.verified_on >= ${freshFrom}::date then ${weights.verified}::float8 / 2 else ${weights.stale} end as score
    from checked c join directory_entry e on e.id = c.entry_id
    where (not ${asked.open !== null}::boolean or e.open_minutes is null or e.open_minutes @> ${minute}::integer)
      and (${asked.payer === null}::boolean or e.cost = 'free' or ${pays}::text = any (e.payers))`
}
