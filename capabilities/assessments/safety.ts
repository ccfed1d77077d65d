// Safety items: which answers ask for help today, and what a response to one must say (INV-22). Pure.
import { z } from 'zod'
import type { AnswerValue } from './answer.ts'
import { weightOf } from './answer.ts'
import { extensionUrl, part, type Item } from './questionnaire.ts'

/** The concern an answer raises, in words for the task, or null. PHQ-9 item 9 above zero is the usual one. */
export function safetyConcernOf(item: Item, answer: readonly AnswerValue[]): string | null {
  const safety = part(item, extensionUrl.safety)
  if (!safety) return null
  const above = part(safety, 'above')?.valueDecimal
  const when = part(safety, 'when')?.valueBoolean
  const raised = answer.some((value) => {
    if ('valueBoolean' in value) return when !== undefined && value.valueBoolean === when
    const weight = weightOf(item, value)
    return above !== undefined && weight !== undefined && weight > above
  })
  return raised ? (part(safety, 'concern')?.valueString ?? item.text ?? item.linkId) : null
}

export const isSafetyItem = (item: Item): boolean => part(item, extensionUrl.safety) !== undefined

export const SafetyAction = z.enum([
  'talked-with-client',
  'safety-plan',
  'called-crisis-line',
  'called-emergency-services',
  'told-supervisor',
  'told-treating-provider',
  'mandated-report',
  'answer-was-mistaken',
])
export type SafetyAction = z.infer<typeof SafetyAction>

/** What is written before a safety task can close: who was spoken with, what was done, and that the person is safe for now or what comes next. */
export const NewSafetyResponse = z.object({
  id: z.uuid(),
  actions: z.array(SafetyAction).min(1).max(8),
  spokeWith: z.string().trim().min(1).max(500),
  narrative: z.string().trim().min(1).max(10_000),
  /** The signature: the person confirms what they wrote. A note that is not signed closes nothing. */
  signed: z.literal(true),
})
export type NewSafetyResponse = z.infer<typeof NewSafetyResponse>
