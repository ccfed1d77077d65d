// Of everything that is found, the likeliest: filters and nearly the whole score are decided here, ranking.ts has the last word (ADR 224, 225).
// Loops over numbers, because a search looks at thousands of entries.
import type { Finding } from './finding.ts'
import { around } from './mapCells.ts'
import { lastAt, pointsOf, weightAt, wordsAt } from './numbers.ts'
import { circleOf, nearness, weights } from './ranking.ts'
import type { SearchIndex } from './searchIndex.ts'
import { extraOf, milesTo, passes, rulesOf, type Question, type Rules } from './searchRules.ts'
import { slack } from './standing.ts'

export interface Likely { id: string; n: number; weight: number }

/** What each weight is worth, and that an entry is only there nothing. */
const worth = Float64Array.of(0, weights['speaks-of-it'], weights['meets-need'], weights['called-so'])
const everything = '*'

/** Entries that meet the most of the words, all of what is asked for besides, and the filters; the first of them, the likeliest first. */
export function likeliest(index: SearchIndex, question: Question, most: number): Likely[] {
  const { ids, numbers } = index
  const { asked, meant } = question
  const groups = meant.length > 0 ? meant.filter((tokens) => tokens.length > 0) : [[markOf(asked)]]
  try {
    const looking = lookedAt(index, question, groups)
    const rules = { ...rulesOf(index, question), several: groups.length > 1, most }
    const [passed, scores] = judged(index, looking, rules)
    const found = highest(scores, most).map((at) => ({ n: passed[at] ?? 0, score: scores[at] ?? 0 }))
    return found.map(({ n, score }) => ({ id: ids[n] ?? '', n, score, weight: numbers.search[n * 4 + weightAt] ?? 0 })).toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  } finally {
    numbers.search.fill(0) // a question that cannot be judged leaves nothing behind for the next
  }
}

/** Without words the need, the language, or everything there is. */
const markOf = ({ need, language }: Finding): string => (need ? `need:${need}` : language ? `language:${baseOf(language)}` : everything)
const baseOf = (language: string): string => language.split('-')[0] ?? language

/** Entries from the most standing points to the fewest, with the most that any of them gets for what was asked; or in no order, and Infinity. */
interface Batch { entries: Uint32Array; most: number }
interface Looking {
  batches: Batch[]
  /** some of them may not have what was asked for, or fewer words than others */
  onlyMet: boolean
}

/** Where much of what is near has the word, the standing order is gone through, which soon ends; else what has the words, of what is near. */
function lookedAt(index: SearchIndex, { asked, from, today }: Question, groups: Question['meant']): Looking {
  const { order, cells } = index.standingOn(today)
  const near = from === null ? null : around(cells, from, asked.withinMiles ?? Infinity)
  const batches: Batch[] = near?.map(({ entries, miles }) => ({ entries, most: nearness(miles, circleOf(asked)) })) ?? [{ entries: order, most: 0 }]
  const wide = batches.reduce((sum, { entries }) => sum + entries.length, 0)
  const read = groups.flat().reduce((sum, token) => sum + index.uses(token), 0)
  const [tokens = [], ...others] = groups
  if (others.length === 0 && read * 2 >= wide) {
    const onlyMet = tokens[0] !== everything
    const heaviest = onlyMet ? meetAny(index, tokens) : 0
    return { batches: batches.map(({ entries, most }) => ({ entries, most: most + (worth[asked.need === null ? heaviest : 3] ?? 0) })), onlyMet }
  }
  const reach = new Uint8Array(cells.all.length).fill(near === null ? 1 : 0)
  for (const { at } of near ?? []) reach[at] = 1
  return { batches: [{ entries: index.numbers.found.subarray(0, meetAll(index, groups, { reach, of: cells.of })), most: Infinity }], onlyMet: true }
}

/** Whoever has any of these has the word; answers the heaviest weight that any of them has. */
function meetAny(index: SearchIndex, tokens: readonly string[]): number {
  const { search } = index.numbers
  let heaviest = 0
  for (const token of tokens) {
    const { list, length } = index.postings(token)
    for (let at = 0; at < length; at += 1) {
      const posting = list[at] ?? 0
      const its = posting & ~3
      search[its + lastAt] = 1
      if ((posting & 3) > (search[its + weightAt] ?? 0)) search[its + weightAt] = posting & 3
      if ((posting & 3) > heaviest) heaviest = posting & 3
    }
  }
  return heaviest
}

/** Which cells of the map are looked at, and in which each entry lies. */
interface Reach { reach: Uint8Array; of: Uint32Array }

/** Answers how many within reach have any of the words. */
function meetAll(index: SearchIndex, groups: Question['meant'], within: Reach): number {
  let met = 0
  for (const [place, tokens] of groups.entries()) for (const token of tokens) met = meet(index, token, place + 1, met, within)
  return met
}

/** Whoever within reach has this form of a word has the word; answers how many have been met so far. */
function meet(index: SearchIndex, token: string, place: number, before: number, { reach, of }: Reach): number {
  const { found, search } = index.numbers
  const { list, length } = index.postings(token)
  let met = before
  for (let at = 0; at < length; at += 1) {
    const posting = list[at] ?? 0
    const its = posting & ~3
    const n = posting >>> 2
    if (reach[of[n] ?? 0] === 0) continue
    if (search[its + lastAt] === 0) found[met++] = n
    if (search[its + lastAt] !== place) {
      search[its + lastAt] = place
      search[its + wordsAt] = (search[its + wordsAt] ?? 0) + 1
    }
    if ((posting & 3) > (search[its + weightAt] ?? 0)) search[its + weightAt] = posting & 3
  }
  return met
}

interface Judging extends Rules { several: boolean; most: number }

/** Those that pass, of the ones that have the most of the words, and the points of each; without those that cannot be among the first any more. */
function judged(index: SearchIndex, { batches, onlyMet }: Looking, rules: Judging): [Uint32Array, Float64Array] {
  const { numbers } = index
  const { search, passed, scores } = numbers
  const countAt = rules.several ? wordsAt : lastAt
  let [amount, best, least, look] = [0, 1, -Infinity, firstLook]
  for (const { entries, most } of batches) {
    const rest = most + rules.mostExtra + slack
    for (let at = 0; at < entries.length; at += 1) {
      const n = entries[at] ?? 0
      const has = onlyMet ? (search[n * 4 + countAt] ?? 0) : 1
      if (has < best) continue
      const stands = pointsOf(numbers, n)
      if (stands + rest < least) break
      const miles = milesTo(numbers, rules, n)
      const sure = stands + (worth[search[n * 4 + weightAt] ?? 0] ?? 0) + nearness(miles, rules.circle)
      if ((has === best && sure + rules.mostExtra < least) || !passes(numbers, rules, n, miles)) continue
      if (has > best) [amount, best, least, look] = [0, has, -Infinity, firstLook]
      const score = sure + extraOf(numbers, rules, n)
      if (has === best && score < least) continue
      passed[amount] = n
      scores[amount] = score
      amount += 1
      if (amount < look) continue
      look *= 2
      least = highest(scores.subarray(0, amount), rules.most).reduce((lowest, each) => Math.min(lowest, scores[each] ?? 0), Infinity)
    }
  }
  return [passed.subarray(0, amount), scores.subarray(0, amount)]
}
/** After so many, and each time as many again, it is looked what the first of them have. */
const firstLook = 128

/** A step of the counting below: of scores nearer to each other the entry that was known first is as good. */
const finest = 64
/** Places of the highest scores, so many or all, in no order. Counted, because sorting a hundred thousand takes too long. */
function highest(scores: Float64Array, most: number): number[] {
  const { length } = scores
  if (length <= most) return [...scores.keys()]
  let [lowest, top] = [Infinity, -Infinity]
  for (let at = 0; at < length; at += 1) {
    lowest = Math.min(lowest, scores[at] ?? 0)
    top = Math.max(top, scores[at] ?? 0)
  }
  const stepOf = (at: number): number => Math.floor(((scores[at] ?? 0) - lowest) * finest)
  const counts = new Uint32Array(Math.floor((top - lowest) * finest) + 1)
  for (let at = 0; at < length; at += 1) counts[stepOf(at)] = (counts[stepOf(at)] ?? 0) + 1
  let [step, above] = [counts.length - 1, 0]
  for (; above + (counts[step] ?? 0) < most; step -= 1) above += counts[step] ?? 0
  const found: number[] = []
  for (let at = 0, room = most - above; at < length && found.length < most; at += 1) {
    const its = stepOf(at)
    if (its > step || (its === step && room-- > 0)) found.push(at)
  }
  return found
}
