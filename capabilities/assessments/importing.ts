// Bringing in any FHIR R4 Questionnaire: what can be asked here, what cannot, and why. Nothing is dropped silently. Pure.
import { refuse } from '../../platform/refusal.ts'
import { allItems, asks, Questionnaire, type AnswerOption, type Item } from './questionnaire.ts'

const supported = [
  'group',
  'display',
  'boolean',
  'integer',
  'decimal',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'choice',
  'open-choice',
  'quantity',
]
const notAskable = ['url', 'attachment', 'reference']

export interface Unsupported {
  linkId: string
  text: string
  why: string
}
export interface Reading {
  questionnaire: Questionnaire
  unsupported: Unsupported[]
}

/** Reads a questionnaire. Refuses with `instrument.not-a-questionnaire` (with the place of each fault) and `instrument.link-ids`. */
export function readQuestionnaire(resource: unknown): Reading {
  const parsed = Questionnaire.safeParse(resource)
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }))
    return refuse(
      'instrument.not-a-questionnaire',
      'This file is not a FHIR R4 Questionnaire that can be read. The places are listed.',
      { issues },
    )
  }
  const items = allItems(parsed.data.item)
  const linkIds = items.map((item) => item.linkId)
  const twice = linkIds.filter((linkId, place) => linkIds.indexOf(linkId) !== place)
  if (twice.length > 0)
    refuse(
      'instrument.link-ids',
      `Each question needs its own linkId. Used twice: ${[...new Set(twice)].slice(0, 10).join(', ')}.`,
    )
  const questionnaire = { ...parsed.data, item: parsed.data.item.map((item) => withOptions(item, parsed.data)) }
  return { questionnaire, unsupported: allItems(questionnaire.item).flatMap((item) => faultsOf(item, linkIds)) }
}

function faultsOf(item: Item, linkIds: readonly string[]): Unsupported[] {
  const fault = (why: string): Unsupported => ({ linkId: item.linkId, text: item.text ?? '', why })
  const unknown = item.enableWhen?.filter((when) => !linkIds.includes(when.question)) ?? []
  return [
    ...(notAskable.includes(item.type) ? [fault(`An item of type “${item.type}” cannot be answered here.`)] : []),
    ...(!supported.includes(item.type) && !notAskable.includes(item.type)
      ? [fault(`“${item.type}” is not an item type of FHIR R4.`)]
      : []),
    ...(item.type === 'choice' && !item.answerOption?.length
      ? [fault(`Its answers are in a list that is not in the file (${item.answerValueSet ?? 'none named'}).`)]
      : []),
    ...unknown.map((when) => fault(`It depends on a question that is not in the file (${when.question}).`)),
    ...(item.extension?.some((each) => each.url.endsWith('enableWhenExpression'))
      ? [fault('It is shown by an expression; here it is always shown.')]
      : []),
  ]
}

/**
 * Whether it can be used with what it lacks. Refuses with `instrument.unsupported`, listing each item, until the administrator accepts them,
 * and with `instrument.nothing-to-ask`.
 */
export function acceptReading({ questionnaire, unsupported }: Reading, accepted: boolean): Questionnaire {
  if (unsupported.length > 0 && !accepted)
    refuse(
      'instrument.unsupported',
      `${unsupported.length} items of this questionnaire cannot be asked here. Look at the list and decide whether it is still of use.`,
      {
        issues: unsupported.map(({ linkId, text, why }) => ({ path: linkId, message: text ? `${text}: ${why}` : why })),
      },
    )
  const unaskable = new Set(unsupported.filter(({ why }) => !why.includes('always shown')).map((each) => each.linkId))
  const form = { ...questionnaire, item: questionnaire.item.map((item) => asNote(item, unaskable)) }
  if (!allItems(form.item).some(asks))
    refuse(
      'instrument.nothing-to-ask',
      'None of its questions can be asked here. Export it with its answer lists inside, or keep it on paper.',
    )
  return form
}

/** An item that cannot be asked stays visible as a note, so that the person asking knows to ask it on paper. */
function asNote(item: Item, unaskable: ReadonlySet<string>): Item {
  if (item.item) return { ...item, item: item.item.map((child) => asNote(child, unaskable)) }
  if (!unaskable.has(item.linkId)) return item
  const { required: _required, enableWhen: _enableWhen, ...rest } = item
  return { ...rest, type: 'display', text: `Not asked here: ${item.text ?? item.linkId}` }
}

/** Answers given as a contained value set become the item's own options, so that they are kept with the version. */
function withOptions(item: Item, questionnaire: Questionnaire): Item {
  const children = item.item && { item: item.item.map((child) => withOptions(child, questionnaire)) }
  if (item.answerOption?.length || !item.answerValueSet?.startsWith('#')) return { ...item, ...children }
  const set = questionnaire.contained?.find((each) => `#${each.id}` === item.answerValueSet)
  return { ...item, ...children, answerOption: optionsOf(set) }
}

function optionsOf(set: Record<string, unknown> | undefined): AnswerOption[] {
  const include = listIn(set?.compose, 'include').flatMap((each) =>
    listIn(each, 'concept').map((concept) => ({ system: textIn(each, 'system'), concept })),
  )
  const expanded = listIn(set?.expansion, 'contains').map((concept) => ({ system: textIn(concept, 'system'), concept }))
  return [...(expanded.length > 0 ? expanded : include)].flatMap(({ system, concept }) => {
    const code = textIn(concept, 'code')
    return code ? [{ valueCoding: { system, code, display: textIn(concept, 'display') } }] : []
  })
}
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
function listIn(value: unknown, key: string): unknown[] {
  const list = isRecord(value) ? value[key] : undefined
  return Array.isArray(list) ? list : []
}
function textIn(value: unknown, key: string): string | undefined {
  const text = isRecord(value) ? value[key] : undefined
  return typeof text === 'string' ? text : undefined
}
