// What one answer may be, whether an item is asked at all (skip logic), and how far an assessment has come. Pure.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'
import { allItems, asks, Coding, extensionUrl, part, type AnswerOption, type EnableWhen, type Item } from './questionnaire.ts'

/** One FHIR answer value. Stored as it was given, so that a score can always be recomputed from it (INV-19). */
export const AnswerValue = z.union([
  z.strictObject({ valueCoding: Coding }),
  z.strictObject({ valueBoolean: z.boolean() }),
  z.strictObject({ valueInteger: z.int() }),
  z.strictObject({ valueDecimal: z.number() }),
  z.strictObject({ valueDate: Day }),
  z.strictObject({ valueDateTime: z.iso.datetime({ offset: true }) }),
  z.strictObject({ valueTime: z.iso.time() }),
  z.strictObject({ valueQuantity: z.strictObject({ value: z.number(), unit: z.string().max(100).optional() }) }),
  z.strictObject({ valueString: z.string().trim().min(1).max(10_000) }),
])
export type AnswerValue = z.infer<typeof AnswerValue>

/** Why a question has no answer. The difference between "asked, declined" and "not asked" is kept (practice model 4.4). */
export const NotAskedReason = z.enum(['refused', 'unable', 'not-applicable', 'not-assessed'])
export type NotAskedReason = z.infer<typeof NotAskedReason>

export interface Response {
  answer: AnswerValue[] | null
  notAskedReason: NotAskedReason | null
}
/** The answers of one assessment by linkId. */
export type Answers = Readonly<Record<string, Response | undefined>>

export const isAnswered = (response: Response | undefined): boolean => (response?.answer?.length ?? 0) > 0
export const isSettled = (response: Response | undefined): boolean => isAnswered(response) || Boolean(response?.notAskedReason)

type Plain = string | number | boolean
const plain = (value: AnswerValue): Plain => {
  if ('valueCoding' in value) return value.valueCoding.code
  if ('valueQuantity' in value) return value.valueQuantity.value
  const [only] = Object.values(value)
  return only
}

const sameCoding = (a: { system?: string; code: string }, b: { system?: string; code: string }) =>
  a.code === b.code && (!a.system || !b.system || a.system === b.system)

function expected(when: EnableWhen): Plain | undefined {
  return (
    when.answerBoolean ??
    when.answerDecimal ??
    when.answerInteger ??
    when.answerDate ??
    when.answerDateTime ??
    when.answerTime ??
    when.answerString ??
    when.answerCoding?.code
  )
}

const equals = (value: AnswerValue, when: EnableWhen): boolean =>
  'valueCoding' in value && when.answerCoding ? sameCoding(value.valueCoding, when.answerCoding) : plain(value) === expected(when)

/** A comparison with a question nobody answered is false, `!=` included; only `exists = false` is true then. */
function holds(when: EnableWhen, response: Response | undefined): boolean {
  const values = response?.answer ?? []
  if (when.operator === 'exists') return values.length > 0 === (when.answerBoolean ?? true)
  if (values.length === 0) return false
  if (when.operator === '=') return values.some((value) => equals(value, when))
  if (when.operator === '!=') return !values.some((value) => equals(value, when))
  const bound = expected(when)
  return values.some((value) => bound !== undefined && compares(plain(value), when.operator, bound))
}

function compares(value: Plain, operator: EnableWhen['operator'], bound: Plain): boolean {
  if (typeof value !== typeof bound) return false
  if (operator === '>') return value > bound
  if (operator === '>=') return value >= bound
  return operator === '<' ? value < bound : value <= bound
}

/**
 * The items that are asked, given what was answered so far, in order. A hidden item hides what is inside it,
 * and its answer, if one was given before it was hidden, counts for nothing while it stays hidden.
 */
export function visibleItems(items: readonly Item[], answers: Answers): Item[] {
  const all = new Map(allItems(items).map((item) => [item.linkId, item]))
  const parents = new Map(
    allItems(items).flatMap((item) => (item.item ?? []).map((child) => [child.linkId, item.linkId] as const)),
  )
  const known = new Map<string, boolean>()
  const visible = (linkId: string): boolean => {
    const found = known.get(linkId)
    if (found !== undefined) return found
    known.set(linkId, false) // an item that waits for itself is never shown
    const item = all.get(linkId)
    const parent = parents.get(linkId)
    const shown = item !== undefined && (parent === undefined || visible(parent)) && enabled(item, answers, visible)
    known.set(linkId, shown)
    return shown
  }
  return [...all.values()].filter((item) => visible(item.linkId))
}

function enabled(item: Item, answers: Answers, visible: (linkId: string) => boolean): boolean {
  if (!item.enableWhen || item.enableWhen.length === 0) return true
  const met = (when: EnableWhen) => holds(when, visible(when.question) ? answers[when.question] : undefined)
  return item.enableBehavior === 'any' ? item.enableWhen.some(met) : item.enableWhen.every(met)
}

/** The questions that are asked now: visible, not a heading, not calculated. */
export const questionsAsked = (items: readonly Item[], answers: Answers): Item[] => visibleItems(items, answers).filter(asks)

export interface Progress {
  asked: number
  settled: number
  percent: number
}
export function progressOf(items: readonly Item[], answers: Answers): Progress {
  const questions = questionsAsked(items, answers)
  const settled = questions.filter((item) => isSettled(answers[item.linkId])).length
  return {
    asked: questions.length,
    settled,
    percent: questions.length === 0 ? 0 : Math.floor((100 * settled) / questions.length),
  }
}

/** Required questions that have neither an answer nor a reason why not. */
export const unsettledItems = (items: readonly Item[], answers: Answers): Item[] =>
  questionsAsked(items, answers).filter((item) => item.required && !isSettled(answers[item.linkId]))

/** The number an answer option stands for (FHIR ordinalValue or itemWeight), or undefined where it stands for none. */
export function weightOf(item: Item, value: AnswerValue): number | undefined {
  if ('valueInteger' in value) return value.valueInteger
  if ('valueDecimal' in value) return value.valueDecimal
  const option = item.answerOption?.find((each) => isOption(each, value))
  for (const holder of [option, option?.valueCoding])
    for (const url of [extensionUrl.itemWeight, extensionUrl.ordinal]) {
      const weight = part(holder, url)?.valueDecimal ?? part(holder, url)?.valueInteger
      if (weight !== undefined) return weight
    }
  return undefined
}

function isOption(option: AnswerOption, value: AnswerValue): boolean {
  if ('valueCoding' in value) return option.valueCoding !== undefined && sameCoding(option.valueCoding, value.valueCoding)
  return [option.valueString, option.valueInteger, option.valueDate, option.valueTime].includes(plainText(value))
}
const plainText = (value: AnswerValue): string | number | undefined => {
  const one = plain(value)
  return typeof one === 'boolean' ? undefined : one
}

const keyFor: Record<string, string[]> = {
  boolean: ['valueBoolean'],
  integer: ['valueInteger'],
  decimal: ['valueDecimal', 'valueInteger'],
  date: ['valueDate'],
  dateTime: ['valueDateTime'],
  time: ['valueTime'],
  string: ['valueString'],
  text: ['valueString'],
  quantity: ['valueQuantity'],
  choice: ['valueCoding', 'valueString', 'valueInteger', 'valueDate', 'valueTime'],
  'open-choice': ['valueCoding', 'valueString', 'valueInteger', 'valueDate', 'valueTime'],
}

/**
 * Whether this item can be answered so. Refuses with `assessment.no-such-question` and `assessment.answer-not-offered`:
 * an answer the paper does not offer would make the score mean something else.
 */
export function checkAnswer(item: Item | undefined, values: readonly AnswerValue[]): void {
  if (!item || !asks(item))
    refuse('assessment.no-such-question', 'This question is not part of the form. Open the form again and answer there.')
  const offered = (why: string): never => refuse('assessment.answer-not-offered', `“${item.text ?? item.linkId}”: ${why}`)
  if (values.length > 1 && !item.repeats) offered('choose one answer only.')
  for (const value of values) {
    if (!Object.keys(value).some((key) => keyFor[item.type]?.includes(key)))
      offered('this kind of answer does not fit the question.')
    if ('valueString' in value && item.maxLength && value.valueString.length > item.maxLength)
      offered(`at most ${item.maxLength} characters fit here; the rest belongs in a contact note.`)
    if (item.type === 'choice' && item.answerOption && !item.answerOption.some((option) => isOption(option, value)))
      offered('choose one of the answers offered.')
  }
}

/** The words of an answer, as the paper says them; for print and story. */
export function wordsOf(item: Item, value: AnswerValue): string {
  if ('valueCoding' in value)
    return (
      value.valueCoding.display ??
      item.answerOption?.find((each) => isOption(each, value))?.valueCoding?.display ??
      value.valueCoding.code
    )
  if ('valueBoolean' in value) return value.valueBoolean ? 'Yes' : 'No'
  if ('valueQuantity' in value) return `${value.valueQuantity.value} ${value.valueQuantity.unit ?? ''}`.trim()
  return String(plain(value))
}
