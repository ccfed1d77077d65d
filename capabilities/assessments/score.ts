// Scores: read from the instrument's own definition, calculated from raw answers, never guessed. Pure, so anyone can recompute one (INV-19).
import { visibleItems, weightOf, type Answers } from './answer.ts'
import {
  allItems,
  extensionUrl,
  part,
  parts,
  type Coding,
  type Extension,
  type Item,
  type Questionnaire,
} from './questionnaire.ts'

export interface Band {
  low: number
  high: number
  code: string
  label: string
}
export interface ScoreRule {
  key: string
  title: string
  code: Coding | null
  method: 'sum' | 'mean'
  items: string[]
  allowedMissing: number
  missingCitation: string | null
  low: number
  high: number
  bands: Band[]
  citation: string | null
}
export interface Score {
  key: string
  title: string
  /** Points on the instrument's own scale; a mean has one decimal. Null when the instrument's rule does not allow a score. */
  value: number | null
  scorable: boolean
  missing: number
  /** Missing answers were replaced by the average of the others, as the instrument allows. */
  prorated: boolean
  band: Band | null
}

export const scoreRules = (questionnaire: Pick<Questionnaire, 'extension'>): ScoreRule[] =>
  parts(questionnaire, extensionUrl.score).map(readRule)

function readRule(score: Extension): ScoreRule {
  return {
    key: part(score, 'key')?.valueCode ?? 'total',
    title: part(score, 'title')?.valueString ?? 'Total',
    code: part(score, 'code')?.valueCoding ?? null,
    method: part(score, 'method')?.valueCode === 'mean' ? 'mean' : 'sum',
    items: parts(score, 'item').flatMap((each) => each.valueString ?? []),
    allowedMissing: part(score, 'allowedMissing')?.valueInteger ?? 0,
    missingCitation: part(score, 'missingCitation')?.valueString ?? null,
    low: part(score, 'low')?.valueDecimal ?? 0,
    high: part(score, 'high')?.valueDecimal ?? Number.MAX_SAFE_INTEGER,
    bands: parts(score, 'band').map((band) => ({
      low: part(band, 'low')?.valueDecimal ?? 0,
      high: part(band, 'high')?.valueDecimal ?? 0,
      code: part(band, 'code')?.valueCode ?? '',
      label: part(band, 'label')?.valueString ?? '',
    })),
    citation: part(score, 'citation')?.valueString ?? null,
  }
}

/**
 * INV-20: a missing answer follows the instrument's own rule (`allowedMissing`, filled with the average of the answered items);
 * beyond it there is no score. A missing answer is never counted as zero.
 */
export function calculate(rule: ScoreRule, items: readonly Item[], answers: Answers): Score {
  const asked = new Map(visibleItems(items, answers).map((item) => [item.linkId, item]))
  const points = rule.items.flatMap((linkId) => pointsOf(asked.get(linkId), answers[linkId]?.answer ?? []))
  const missing = rule.items.length - points.length
  const scorable = points.length > 0 && missing <= rule.allowedMissing
  const value = scorable ? combine(rule, points) : null
  const { key, title, bands } = rule
  const band = value === null ? null : (bands.find(({ low, high }) => value >= low && value <= high) ?? null)
  return { key, title, value, scorable, missing, prorated: scorable && missing > 0 && rule.method === 'sum', band }
}

function pointsOf(item: Item | undefined, answer: readonly Parameters<typeof weightOf>[1][]): number[] {
  const [first] = answer
  const weight = item && first ? weightOf(item, first) : undefined
  return weight === undefined ? [] : [weight]
}

/** A prorated sum is rounded to a whole point, a mean to one decimal; halves go up. */
function combine({ method, items }: ScoreRule, points: readonly number[]): number {
  const sum = points.reduce((total, each) => total + each, 0)
  if (method === 'mean') return Math.floor((sum * 10) / points.length + 0.5) / 10
  return points.length === items.length ? sum : Math.floor((sum * items.length) / points.length + 0.5)
}

export const calculateAll = (questionnaire: Questionnaire, answers: Answers): Score[] =>
  scoreRules(questionnaire).map((rule) => calculate(rule, questionnaire.item, answers))

/** The raw answers a score was made of, kept with it. */
export const rawAnswers = (questionnaire: Questionnaire, answers: Answers): Answers =>
  Object.fromEntries(allItems(questionnaire.item).flatMap(({ linkId }) => (answers[linkId] ? [[linkId, answers[linkId]]] : [])))

export interface ScoredOn {
  instrumentId: string
  key: string
  value: number | null
  assessedOn: string
}

/** INV-24: only the same instrument in the same version is compared, and only with a score that could be made. */
export function previousScore<S extends ScoredOn>(score: ScoredOn, earlier: readonly S[]): S | null {
  const comparable = earlier.filter(
    (each) =>
      each.instrumentId === score.instrumentId &&
      each.key === score.key &&
      each.value !== null &&
      each.assessedOn <= score.assessedOn,
  )
  return comparable.toSorted((a, b) => a.assessedOn.localeCompare(b.assessedOn)).at(-1) ?? null
}
