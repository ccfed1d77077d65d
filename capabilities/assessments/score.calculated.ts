// Values an imported questionnaire calculates by its own FHIRPath (SDC calculatedExpression). Runs on the server only.
import { isSettled, questionsAsked, visibleItems, weightOf, type Answers, type AnswerValue } from './answer.ts'
import { extensionUrl, isCalculated, part, type Item, type Questionnaire } from './questionnaire.ts'
import { calculateAll, type Score } from './score.ts'

/** Every score of a questionnaire: by its own score rules, and by its calculated items. */
export async function scoresFor(questionnaire: Questionnaire, answers: Answers): Promise<Score[]> {
  const items = visibleItems(questionnaire.item, answers).filter(isCalculated)
  return [
    ...calculateAll(questionnaire, answers),
    ...(await Promise.all(items.map((item) => calculated(item, questionnaire, answers)))),
  ]
}

/** INV-20: an expression says nothing about missing answers, so with one weighted question missing there is no score. */
async function calculated(item: Item, questionnaire: Questionnaire, answers: Answers): Promise<Score> {
  const missing = questionsAsked(questionnaire.item, answers).filter(
    (each) => carriesWeight(each) && !answers[each.linkId]?.answer?.length,
  ).length
  const expression = part(item, extensionUrl.calculated)?.valueExpression?.expression ?? ''
  const value = missing === 0 && expression.length <= 2000 ? await evaluate(expression, questionnaire, answers) : null
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

const keyOf = ({ linkId }: Item): string => `item-${linkId.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 50)

const carriesWeight = (item: Item): boolean =>
  item.answerOption?.some(
    (option) =>
      option.valueCoding &&
      weightOf(item, { valueCoding: { code: option.valueCoding.code, system: option.valueCoding.system } }) !== undefined,
  ) ?? false

async function evaluate(expression: string, questionnaire: Questionnaire, answers: Answers): Promise<number | null> {
  const [{ default: fhirpath }, { default: r4 }] = await Promise.all([import('fhirpath'), import('fhirpath/fhir-context/r4')])
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
