// A search: what is typed becomes tokens (wanted.store.ts), then one covering index is read as far as it matters, and the likeliest entries
// are handed to the ranking rules. Nothing here grows with the directory: see `bounds`, ADR 196 and ADR 220.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Point } from './distance.ts'
import type { Finding, FoundBy, Option } from './finding.ts'
import { stripsAround } from './mapCells.ts'
import { minuteOfWeek, type Moment } from './openHours.ts'
import { weights, type Candidate } from './ranking.ts'
import { commonFrom, hasWords, markBit, maskOf, noBits, wantedBy, type WantedToken } from './wanted.store.ts'

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
  /** without a place, so many of the best and then of the others, looked through for those that pass the filters */
  best: number
  /** likeliest entries that are handed to the ranking rules, which order them exactly: more of several words, whose weights the index knows only nearly */
  ranked: number
  rankedOfWords: number
  /** where an entry must be asked for a word, a payer, a language or its hours, at most so many are asked until those are found */
  checked: number
}
/** Measured at 100,000 services (`npm run bench -- directory`); documented in ADR 220. */
export const bounds: Bounds = { common: commonFrom, inCell: 60, near: 500, best: 900, ranked: 40, rankedOfWords: 50, checked: 160 }
const foundBy: FoundBy[] = ['place', 'words', 'need', 'name']

interface Circumstances { at: Moment; freshFrom: string; within?: Bounds }

/** Entries that meet the most of the typed words, all of what is asked for besides, and the filters; the likeliest first. */
export async function candidatesFor(tx: Tx, asked: Finding, { at, freshFrom, within = bounds }: Circumstances): Promise<Answer> {
  const { from, tokens, typed } = await wantedBy(tx, asked, within.common)
  const readAs = [...Map.groupBy(tokens.filter(({ alike }) => alike), (each) => each.typed)].map(([word, all]) => ({ typed: word, words: all.map(({ token }) => token) }))
  const groups = groupsOf(tokens)
  const nothing = typed > 0 ? groups.length === 0 : hasWords(asked.words) && asked.need === null && asked.language === null
  if (nothing || (asked.place !== null && from === null)) return { candidates: [], from, readAs }
  const question: Question = { asked, at, freshFrom, within, from }
  const lead = rarestOf(groups)
  const all = await found(tx, { groups, read: lead?.tokens ?? markOf(asked), others: groups.filter((each) => each !== lead), every: true }, question)
  const rows = groups.length < 2 || all[0]?.met === groups.length ? all : await found(tx, { groups, read: groups.flatMap(({ tokens: forms }) => forms), others: groups, every: false }, question)
  return { from, readAs, candidates: rows.filter(({ met }) => met === rows[0]?.met).map(({ shown, weight }) => ({ option: shown, foundBy: foundBy[weight] ?? 'words' })) }
}

/** A typed word: as it is meant. */
interface Group { tokens: Pick<WantedToken, 'token' | 'common'>[]; common: boolean; uses: number }
/** Of a common word, as typed and its commonest longer forms. */
const formsRead = 3

function groupsOf(tokens: readonly WantedToken[]): Group[] {
  return [...Map.groupBy(tokens, ({ position }) => position).values()].map((forms) => {
    const common = forms.some((each) => each.common)
    return { tokens: common ? forms.slice(0, formsRead) : forms, common, uses: forms.reduce((sum, { uses }) => sum + uses, 0) }
  })
}

/** The rarest word leads: of what it finds is asked for the others. */
const rarestOf = (groups: readonly Group[]): Group | undefined => groups.toSorted((a, b) => Number(a.common) - Number(b.common) || a.uses - b.uses)[0]
/** Without words the need, the language, or everything there is. */
const markOf = ({ need, language }: Finding): Group['tokens'] => [{ token: need ? `need:${need}` : language ? `language:${baseOf(language)}` : '*', common: true }]
const baseOf = (language: string): string => language.split('-')[0] ?? language

/** `every`: what is read must have the others too; else what has the most of them comes first. */
interface Reading { groups: Group[]; read: Group['tokens']; others: Group[]; every: boolean }
interface Question { asked: Finding; at: Moment; freshFrom: string; within: Bounds; from: Point | null }
interface Row { shown: Option; weight: number; met: number }

async function found(tx: Tx, reading: Reading, question: Question): Promise<Row[]> {
  const { rows } = await sql<Row>`with likely as materialized (${likely(reading, question)}) ${checked(reading, question)}`.execute(tx)
  return rows
}

/** An entry's own tokens tell how many of the words it has, and whether it meets the need. */
const asksItsTokens = ({ groups }: Reading, { asked }: Question): boolean => groups.length > 1 || (groups.length > 0 && asked.need !== null)
const asksTheEntry = ({ open, payer, language }: Finding): boolean => open !== null || payer !== null || language !== null

/** The entries of what is read, by the words they may have and by their points: the first of them. */
function likely(reading: Reading, question: Question): RawBuilder<unknown> {
  const { asked, from, within } = question
  const parts = partsOf(reading, question)
  const once = parts.length === 1 && reading.read.length === 1
  const read = sql.join(parts, sql` union all `)
  const entries = once ? read : sql`select entry_id, max(weight) as weight, max(met) as met, max(points) as points, min(latitude) as latitude, min(longitude) as longitude from (${read}) r group by entry_id`
  const miles = from === null ? sql`null::float8` : milesFrom(from)
  const inside = from !== null && asked.withinMiles !== null ? sql`where miles is null or miles <= ${asked.withinMiles}::float8` : sql``
  const near = from === null ? sql`0` : sql`coalesce(${weights.distance}::float8 * greatest(0, 1 - miles / ${asked.withinMiles ?? 25}::float8), 0)`
  return sql`select entry_id, weight, met, points + ${near} as score from (select entry_id, weight, met, points, ${miles} as miles from (${entries}) e offset 0) m ${inside}
    order by met desc, score desc, entry_id limit ${asksItsTokens(reading, question) || asksTheEntry(asked) ? within.checked : within.ranked}`
}

/** On the plane, which is as good as the sphere within a county; ranking.ts measures exactly. */
function milesFrom({ latitude, longitude }: Point): RawBuilder<unknown> {
  const [north, east] = [sql`(latitude - ${latitude}::float8)`, sql`(longitude - ${longitude}::float8)`]
  return sql`69.09 * sqrt(${north} * ${north} + ${east} * ${east} * ${Math.cos((latitude * Math.PI) / 180) ** 2}::float8)`
}

/** One row for each posting read: where it lies, and the points it has whatever its distance. */
function partsOf(reading: Reading, question: Question): RawBuilder<unknown>[] {
  const { asked, from, within: { inCell, near, best } } = question
  const kept = filters(reading, question)
  const row = sql`p.entry_id, p.weight, ${metOf(reading)} as met, p.latitude, p.longitude, ${pointsOf(reading, question)} as points`
  const rare = reading.read.filter(({ common }) => !common).map(({ token }) => token)
  const common = reading.read.filter((each) => each.common).map(({ token }) => token)
  const share = (amount: number): number => Math.ceil(amount / Math.max(1, common.length))
  const parts = rare.length > 0 ? [sql`select ${row} from directory_token p where p.token = any (${rare}::text[]) and ${kept}`] : []
  if (common.length === 0) return parts
  if (from !== null) {
    const strips = stripsAround(from, asked.withinMiles ?? 25, reading.every && reading.others.length > 0 ? 1 : 3)
    const places = [...strips.near.map((each) => ({ ...each, most: share(inCell) })), ...strips.far.map((each) => ({ ...each, most: near }))]
    const probes = places.flatMap((each) => common.map((token) => ({ ...each, token })))
    const list = (numbers: number[]) => sql`${`{${numbers.join()}}`}::integer[]`
    parts.push(sql`(select p.* from unnest(${probes.map(({ token }) => token)}::text[], ${list(probes.map((each) => each.from))}, ${list(probes.map(({ to }) => to))}, ${list(probes.map(({ most }) => most))}) c(token, west, east, most)
      cross join lateral (select ${row} from directory_token p where p.token = c.token and p.cell between c.west and c.east and ${kept} order by p.cell desc, p.merit desc limit c.most) p limit ${near})`)
  }
  if (from === null || asked.withinMiles === null)
    parts.push(sql`select p.* from unnest(${common}::text[]) w(token) cross join lateral (
      select ${row} from (
        (select * from directory_token b where b.token = w.token and b.merit >= ${sql.lit(meritOfTheBest)} order by b.merit desc limit ${share(best)})
        union all (select * from directory_token b where b.token = w.token and b.merit < ${sql.lit(meritOfTheBest)} limit ${share(best)})) p where ${kept} limit ${share(near)}) p`)
  return parts
}

/** as the index directory_tokens_by_merit says it */
const meritOfTheBest = 18

const partOf = (at: Moment): number => 1 << Math.floor(minuteOfWeek(at) / 360)
const free = 1
const reduced = 3
const wheelchair = 4
const room = 8
const has = (mask: string) => sql`p.also & ${mask}::bit(256) <> ${sql.lit(noBits)}::bit(256)`
const masksOf = ({ others }: Reading): string[] => others.map(({ tokens }) => maskOf(tokens.map(({ token }) => token)))

/** How many of the words it may have. */
function metOf(reading: Reading): RawBuilder<unknown> {
  return reading.every ? sql`${sql.lit(Math.max(1, reading.groups.length))}` : sql.join(masksOf(reading).map((mask) => sql`(${has(mask)})::integer`), sql` + `)
}

/** What the index knows decides here; of words, languages, payers and hours it knows a little more than is so, and the entry itself decides later. */
function filters(reading: Reading, { asked, at, freshFrom }: Question): RawBuilder<unknown> {
  const { cost, client: { ageYears } } = asked
  const all = [
    ...(asked.open !== null ? [sql`p.open_parts & ${partOf(at)}::integer <> 0`] : []),
    ...(asked.language !== null ? [sql`p.speaks & ${markBit(baseOf(asked.language))}::integer <> 0`] : []),
    ...(asked.payer !== null ? [sql`(p.takes & ${markBit(asked.payer)}::integer <> 0 or p.offers & ${free}::integer <> 0)`] : []),
    ...(cost !== null ? [sql`p.offers & ${cost === 'free' ? free : reduced}::integer <> 0`] : []),
    ...(asked.wheelchair ? [sql`p.offers & ${wheelchair}::integer <> 0`] : []),
    ...(asked.withRoom ? [sql`p.offers & ${room}::integer <> 0`] : []),
    ...(asked.fresh ? [sql`p.verified_on >= ${freshFrom}::date`] : []),
    ...(asked.eligible && ageYears !== null ? [sql`p.min_age <= ${ageYears}::integer and p.max_age >= ${ageYears}::integer`] : []),
    ...(reading.every ? masksOf(reading).map(has) : []),
    ...(reading.groups.length > 0 && asked.need !== null ? [has(maskOf([`need:${asked.need}`]))] : []),
  ]
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

/** Merit, and what this client and this hour add to it; where another of the words or the need may be its name, as much as that is worth. */
function pointsOf(reading: Reading, { asked: { client: { ageYears }, client, language, payer, need }, at, freshFrom }: Question): RawBuilder<unknown> {
  const tongue = language ?? client.language
  const pays = payer ?? client.payer
  const others = reading.groups.length === 0 ? [] : [...reading.others.flatMap(({ tokens }) => tokens.map(({ token }) => token)), ...(need ? [`need:${need}`] : [])]
  const least = sql.lit(weights['meets-need'] - weights['speaks-of-it'])
  return sql`p.merit + case when p.verified_on >= ${freshFrom}::date then ${sql.lit(weights.verified / 2)} + least(${sql.lit(weights.verified / 2)}, (p.verified_on - ${freshFrom}::date) * ${sql.lit(weights.verified / 360)}::float8) else ${sql.lit(weights.stale)} end
    + case when p.open_parts > 0 and p.open_parts & ${partOf(at)}::integer <> 0 then ${sql.lit(weights.open)} else 0 end
    ${others.length === 0 ? sql`` : sql`+ case when p.weight = 1 and p.also & ${maskOf(others, true)}::bit(256) <> ${sql.lit(noBits)}::bit(256) then ${least} else 0 end`}
    ${pays === null ? sql`` : sql`+ case when p.takes & ${markBit(pays)}::integer <> 0 then ${sql.lit(weights.payer)} else 0 end`}
    ${tongue === null || tongue.startsWith('en') ? sql`` : sql`+ case when p.speaks & ${markBit(baseOf(tongue))}::integer <> 0 then ${sql.lit(weights.language)} else 0 end`}
    ${ageYears === null ? sql`` : sql`+ case when p.min_age <= ${ageYears}::integer and p.max_age >= ${ageYears}::integer then 0 else ${sql.lit(weights.excluded)} end`}`
}

/**
 * The entries themselves, the likeliest first, until enough are found. What the index knew only nearly is asked of them; ranking.ts has the last word
 * on filters and order.
 */
function checked(reading: Reading, question: Question): RawBuilder<unknown> {
  const { asked, at, within } = question
  const { groups, others, every } = reading
  const ranked = groups.length > 1 ? within.rankedOfWords : within.ranked
  const exact = [
    ...(asked.open !== null ? [sql`(e.open_minutes is null or e.open_minutes @> ${minuteOfWeek(at)}::integer)`] : []),
    ...(asked.payer !== null ? [sql`(e.cost = 'free' or ${asked.payer.toLowerCase()}::text = any (e.payers))`] : []),
    ...(asked.language !== null ? [sql`${baseOf(asked.language)}::text = any (e.languages)`] : []),
  ]
  const entry = sql`join directory_entry e on e.id = entry_id where ${exact.length === 0 ? sql`true` : sql.join(exact, sql` and `)}`
  if (!asksItsTokens(reading, question)) return sql`select shown, weight, met from likely ${entry} limit ${ranked}`
  // What is read has the words it was read by; of the others, whether they are there is asked first, and how heavy they are only of what stays.
  const those = [...(every ? others : groups).map(({ tokens }) => tokens.map(({ token }) => token)), ...(asked.need === null ? [] : [[`need:${asked.need}`]])]
  const has = (tokens: string[]) => sql`(${sql.join(tokens.map((token) => sql`d.tokens @> array[${token}::text]`), sql` or `)})`
  const most = sql`greatest(l.weight, ${sql.join(those.flat().map((token) => sql`d.weights[array_position(d.tokens, ${token}::text)]`))})`
  const said = sql`from likely l join directory_said d on d.entry_id = l.entry_id where`
  if (every) {
    const found = sql`select l.entry_id, l.met, ${most} as weight ${said} ${sql.join(those.map(has), sql` and `)}`
    return exact.length === 0 ? sql`select shown, weight, met from (${found} limit ${ranked}) c ${entry}` : sql`select shown, weight, met from (${found}) c ${entry} limit ${ranked}`
  }
  const met = sql.join(groups.map((_, index) => sql`(${has(those[index] ?? [])})::integer`), sql` + `)
  const needed = those.slice(groups.length).map(has)
  return sql`select shown, weight, met from (select *, score + (${worth(sql`weight`)}) - (${worth(sql`was`)}) as better from (select l.entry_id, l.score, l.weight as was, ${met} as met, ${most} as weight ${said} ${needed.length > 0 ? sql.join(needed) : sql`true`}) s where met > 0) c
    ${entry} order by met desc, better desc, entry_id limit ${ranked}`
}

const worth = (weight: RawBuilder<unknown>) =>
  sql`case ${weight} when 3 then ${sql.lit(weights['called-so'])} when 2 then ${sql.lit(weights['meets-need'])} when 1 then ${sql.lit(weights['speaks-of-it'])} else 0 end`
