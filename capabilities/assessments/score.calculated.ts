// Values an imported questionnaire calculates by its own FHIRPath (SDC calculatedExpression). Runs on the server only.
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import { isSettled, questionsAsked, visibleItems, weightOf, type Answers, type AnswerValue } from './answer.ts'
import { extensionUrl, isCalculated, part, type Item, type Questionnaire } from './questionnaire.ts'
import { calculateAll, type Score } from './score.ts'

/** Every score of a questionnaire: by its own score rules, and by its calculated items. */
export const scoresFor = (questionnaire: Questionnaire, answers: Answers): Score[] => [
  ...calculateAll(questionnaire, answers),
  ...visibleItems(questionnaire.item, answers)
    .filter(isCalculated)
    .map((item) => calculated(item, questionnaire, answers)),
]

/** INV-20: an expression says nothing about missing answers, so with one weighted question missing there is no score. */
function calculated(item: Item, questionnaire: Questionnaire, answers: Answers): Score {
  const missing = questionsAsked(questionnaire.item, answers).filter(
    (each) => carriesWeight(each) && !answers[each.linkId]?.answer?.length,
  ).length
  const expression = part(item, extensionUrl.calculated)?.valueExpression?.expression ?? ''
  const value = missing === 0 && expression.length <= 2000 ? evaluate(expression, questionnaire, answers) : null
  return {
    key: keyOf(item),
    title: item.text ?? item.linkId,
    value,
    scorable: value !== null,
    missing,
    prorated: false,
    band: null,
  }
}

export const keyOf = ({ linkId }: Item): string => `item-${linkId.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 50)

const carriesWeight = (item: Item): boolean =>
  item.answerOption?.some(
    (option) =>
      option.valueCoding &&
      weightOf(item, { valueCoding: { code: option.valueCoding.code, system: option.valueCoding.system } }) !== undefined,
  ) ?? false

function evaluate(expression: string, questionnaire: Questionnaire, answers: Answers): number | null {
  const response = { resourceType: 'QuestionnaireResponse', status: 'in-progress', item: answered(questionnaire.item, answers) }
  try {
    const found: unknown = fhirpath.evaluate(response, expression, { questionnaire, resource: response, context: response }, r4, {
      async: false,
    })
    const [first] = Array.isArray(found) ? found : []
    return typeof first === 'number' && Number.isFinite(first) ? first : null
  } catch {
    return null // an expression that cannot be evaluated makes no score
  }
}

type Answered = { linkId: string; item: Answered[] } | { linkId: string; answer: readonly AnswerValue[] }
function answered(items: readonly Item[], answers: Answers): Answered[] {
  const shown = new Set(visibleItems(items, answers).map((item) => item.linkId))
  return items
    .filter((item) => shown.has(item.linkId))
    .flatMap((item): Answered[] => {
      const children = answered(item.item ?? [], answers)
      const response = answers[item.linkId]
      if (item.type === 'group') return children.length > 0 ? [{ linkId: item.linkId, item: children }] : []
      return response && isSettled(response) && response.answer ? [{ linkId: item.linkId, answer: response.answer }] : []
    })
}
