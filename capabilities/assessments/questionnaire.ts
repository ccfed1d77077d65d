// The part of a FHIR R4 Questionnaire that Continuum can ask, and how to walk through it. No answers here, and no scoring.
import { z } from 'zod'

export interface Coding {
  system?: string
  code: string
  display?: string
}
export const Coding = z.object({
  system: z.string().max(500).optional(),
  code: z.string().min(1).max(200),
  display: z.string().max(1000).optional(),
})

export interface Extension {
  url: string
  extension?: Extension[]
  valueCode?: string
  valueString?: string
  valueInteger?: number
  valueDecimal?: number
  valueBoolean?: boolean
  valueCoding?: Coding
  valueExpression?: { language?: string; expression?: string }
}
const Extension: z.ZodType<Extension> = z.lazy(() =>
  z.looseObject({
    url: z.string().max(500),
    extension: z.array(Extension).optional(),
    valueCode: z.string().optional(),
    valueString: z.string().optional(),
    valueInteger: z.number().optional(),
    valueDecimal: z.number().optional(),
    valueBoolean: z.boolean().optional(),
    valueCoding: z
      .looseObject({ system: z.string().optional(), code: z.string(), display: z.string().optional() })
      .optional()
      .catch(undefined),
    valueExpression: z.looseObject({ language: z.string().optional(), expression: z.string().optional() }).optional(),
  }),
)

/** An option that has words but no code is known by its words. */
const OptionCoding = z
  .looseObject({
    system: z.string().optional(),
    code: z.string().optional(),
    display: z.string().optional(),
    extension: z.array(Extension).optional(),
  })
  .transform((coding) => ({ ...coding, code: coding.code ?? coding.display ?? '' }))
  .refine(({ code }) => code !== '', { message: 'This answer has neither a code nor words.' })
const AnswerOption = z.looseObject({
  valueCoding: OptionCoding.optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueDate: z.string().optional(),
  valueTime: z.string().optional(),
  extension: z.array(Extension).optional(),
})
export type AnswerOption = z.infer<typeof AnswerOption>

const EnableWhen = z.looseObject({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.number().optional(),
  answerDate: z.string().optional(),
  answerDateTime: z.string().optional(),
  answerTime: z.string().optional(),
  answerString: z.string().optional(),
  answerCoding: z.looseObject({ system: z.string().optional(), code: z.string() }).optional(),
})
export type EnableWhen = z.infer<typeof EnableWhen>

export interface Item {
  linkId: string
  type: string
  text?: string
  prefix?: string
  required?: boolean
  repeats?: boolean
  readOnly?: boolean
  maxLength?: number
  enableWhen?: EnableWhen[]
  enableBehavior?: 'all' | 'any'
  answerOption?: AnswerOption[]
  answerValueSet?: string
  extension?: Extension[]
  item?: Item[]
}
const Item: z.ZodType<Item> = z.lazy(() =>
  z.looseObject({
    linkId: z.string().min(1).max(255),
    type: z.string().max(50),
    text: z.string().max(10_000).optional(),
    prefix: z.string().max(50).optional(),
    required: z.boolean().optional(),
    repeats: z.boolean().optional(),
    readOnly: z.boolean().optional(),
    maxLength: z.int().positive().optional(),
    enableWhen: z.array(EnableWhen).optional(),
    enableBehavior: z.enum(['all', 'any']).optional(),
    answerOption: z.array(AnswerOption).optional(),
    answerValueSet: z.string().optional(),
    extension: z.array(Extension).optional(),
    item: z.array(Item).optional(),
  }),
)

export const Questionnaire = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  url: z.string().max(500).optional(),
  version: z.string().max(100).optional(),
  title: z.string().max(500).optional(),
  name: z.string().max(500).optional(),
  description: z.string().max(10_000).optional(),
  copyright: z.string().max(10_000).optional(),
  publisher: z.string().max(500).optional(),
  language: z.string().max(50).optional(),
  code: z.array(z.looseObject({ code: z.string().optional() })).optional(),
  extension: z.array(Extension).optional(),
  contained: z.array(z.looseObject({ resourceType: z.string(), id: z.string().optional() })).optional(),
  item: z.array(Item).min(1),
})
export type Questionnaire = z.infer<typeof Questionnaire>

const own = 'https://continuum.example/fhir/StructureDefinition/'
export const extensionUrl = {
  kind: `${own}instrument-kind`,
  domain: `${own}assessment-domain`,
  score: `${own}score`,
  safety: `${own}safety-item`,
  calculated: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
  ordinal: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  itemWeight: 'http://hl7.org/fhir/StructureDefinition/itemWeight',
} as const

export const part = (of: { extension?: Extension[] } | undefined, url: string): Extension | undefined =>
  of?.extension?.find((each) => each.url === url)
export const parts = (of: { extension?: Extension[] }, url: string): Extension[] =>
  of.extension?.filter((each) => each.url === url) ?? []

/** Every item in the order it is asked, groups before what is in them. */
export function allItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...allItems(item.item ?? [])])
}

export const asks = (item: Item): boolean =>
  item.type !== 'group' && item.type !== 'display' && !item.readOnly && !isCalculated(item)
export const isCalculated = (item: Item): boolean => part(item, extensionUrl.calculated) !== undefined
