// Of everything that is found, the likeliest: filters and nearly the whole score are decided here, ranking.ts has the last word (ADR 224).
// Loops over numbers, because a search for whatever is near looks at each entry of the directory.
import type { Columns } from './columns.ts'
import type { Point } from './distance.ts'
import type { Finding } from './finding.ts'
import { around } from './mapCells.ts'
import { weights } from './ranking.ts'
import type { SearchIndex } from './searchIndex.ts'
import { extraOf, marked, milesTo, passes, rulesOf, type Question, type Rules } from './searchRules.ts'

export interface Likely { id: string; weight: number }

/** What each weight is worth, and that an entry is only there nothing. */
const worth = Float64Array.of(0, weights['speaks-of-it'], weights['meets-need'], weights['called-so'])

/** Entries that meet the most of the words, all of what is asked for besides, and the filters; the first of them, the likeliest first. */
export function likeliest(index: SearchIndex, question: Question, most: number): Likely[] {
  const { columns, ids } = index
  const { asked, meant, from } = question
  const groups = meant.length > 0 ? meant.filter((tokens) => tokens.length > 0) : [[markOf(asked)]]
  const met = meetAll(index, groups, from !== null && asked.withinMiles !== null ? markNear(index, groups, from, asked.withinMiles) : 0)
  try {
    const [passed, scores] = judged(index, { ...rulesOf(index, question), several: groups.length > 1, most }, met, index.pointsOn(question.today))
    const found = highest(scores, most).map((at) => ({ id: ids[passed[at] ?? 0] ?? '', weight: columns.weight[passed[at] ?? 0] ?? 0, score: scores[at] ?? 0 }))
    return found.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  } finally {
    clear(columns, met) // a question that cannot be judged leaves nothing behind for the next
  }
}

/** Without words the need, the language, or everything there is. */
const markOf = ({ need, language }: Finding): string => (need ? `need:${need}` : language ? `language:${baseOf(language)}` : '*')
const baseOf = (language: string): string => language.split('-')[0] ?? language

/** Where the words are more frequent than what is near, only what is near is looked at: answers the mark it has, else none. */
function markNear(index: SearchIndex, groups: Question['meant'], from: Point, miles: number): number {
  const cells = around(index.cells, from, miles)
  const near = cells.reduce((sum, cell) => sum + cell.length, 0)
  const read = groups.flat().reduce((sum, token) => sum + index.uses(token), 0)
  if (read < 2 * near) return 0
  for (const cell of cells) for (let at = 0; at < cell.length; at += 1) index.columns.marks[cell[at] ?? 0] = marked.near
  return marked.near
}

/** Answers how many have any of the words, and these marks. */
function meetAll(index: SearchIndex, groups: Question['meant'], must: number): number {
  const [only, ...others] = groups.flat()
  if (only !== undefined && others.length === 0) return meetOnly(index, only, must)
  let met = 0
  for (const [place, tokens] of groups.entries()) for (const token of tokens) met = meet(index, token, place + 1, met, must)
  return met
}

/** Where one token is all that is read, nobody is met twice. */
function meetOnly(index: SearchIndex, token: string, must: number): number {
  const { alive, found, weight, last, marks } = index.columns
  const { list, length } = index.postings(token)
  let met = 0
  for (let at = 0; at < length; at += 1) {
    const posting = list[at] ?? 0
    const n = posting >>> 2
    if (((marks[n] ?? 0) & must) !== must || alive[n] === 0) continue
    found[met++] = n
    last[n] = 1
    weight[n] = posting & 3
  }
  return met
}

/** Whoever has this form of a word, and these marks, has the word; answers how many have been met so far. */
function meet(index: SearchIndex, token: string, place: number, before: number, must: number): number {
  const { alive, found, words, weight, last, marks } = index.columns
  const { list, length } = index.postings(token)
  let met = before
  for (let at = 0; at < length; at += 1) {
    const posting = list[at] ?? 0
    const n = posting >>> 2
    if (((marks[n] ?? 0) & must) !== must || alive[n] === 0) continue
    if (last[n] === 0) found[met++] = n
    if (last[n] !== place) {
      last[n] = place
      words[n] = (words[n] ?? 0) + 1
    }
    if ((posting & 3) > (weight[n] ?? 0)) weight[n] = posting & 3
  }
  return met
}

function clear({ found, words, weight, last, marks }: Columns, met: number): void {
  for (let at = 0; at < met; at += 1) {
    const n = found[at] ?? 0
    words[n] = 0
    weight[n] = 0
    last[n] = 0
  }
  marks.fill(0)
}

interface Judging extends Rules { several: boolean; most: number }

/** Those that pass, of the ones that have the most of the words, and the points of each; without those that cannot be among the first any more. */
function judged(index: SearchIndex, rules: Judging, met: number, points: Float64Array): [Uint32Array, Float64Array] {
  const { columns } = index
  const { found, words, weight, passed, scores } = columns
  let [amount, best, least, look] = [0, 1, -Infinity, firstLook]
  for (let at = 0; at < met; at += 1) {
    const n = found[at] ?? 0
    const has = rules.several ? (words[n] ?? 0) : 1
    const miles = milesTo(columns, rules, n)
    const sure = (points[n] ?? 0) + (worth[weight[n] ?? 0] ?? 0) + (miles < rules.circle ? weights.distance * (1 - miles / rules.circle) : 0)
    if (has < best || (has === best && sure + rules.mostExtra < least) || !passes(columns, rules, n, miles)) continue
    if (has > best) [amount, best, least, look] = [0, has, -Infinity, firstLook]
    passed[amount] = n
    scores[amount] = sure + extraOf(columns, rules, n)
    amount += 1
    if (amount < look) continue
    look *= 4
    least = highest(scores.subarray(0, amount), rules.most).reduce((lowest, each) => Math.min(lowest, scores[each] ?? 0), Infinity)
  }
  return [passed.subarray(0, amount), scores.subarray(0, amount)]
}
/** After so many, and each four times as many, it is looked what the first of them have. */
const firstLook = 256

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
