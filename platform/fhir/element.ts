// The FHIR R4 data types we read from other people's files: lenient, so that one odd element never loses a whole bundle.
import { z } from 'zod'

/** Longest text taken from one element; longer is cut. Control characters never reach the database. */
const longest = 4000
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
const clean = (text: string): string => text.toWellFormed().replace(control, '').trim().slice(0, longest)

/** A text, or nothing when the sender put something else there. */
export const Text = z.string().transform(clean).optional().catch(undefined)
export const Flag = z.boolean().optional().catch(undefined)

/** A list that keeps the items it understands, and reads a single item as a list of one. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<Item>[] =>
      (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).flatMap((each) => {
        const read = item.safeParse(each)
        return read.success ? [read.data] : []
      }),
    )

const maybe = <Item extends z.ZodType>(item: Item) => item.optional().catch(undefined)
const Word = z.string().transform(clean).pipe(z.string().min(1))

export const Coding = z.object({ system: Text, code: Text, display: Text })
export type Coding = z.infer<typeof Coding>

export const Concept = z.object({ coding: listOf(Coding), text: Text })
export type Concept = z.infer<typeof Concept>

export const Period = z.object({ start: Text, end: Text })
export const Reference = z.object({ reference: Text, display: Text, type: Text })
export type Reference = z.infer<typeof Reference>

export const Identifier = z.object({ system: Text, value: Text, use: Text, type: maybe(Concept), period: maybe(Period) })
export const HumanName = z.object({
  use: Text,
  family: Text,
  given: listOf(Word),
  prefix: listOf(Word),
  suffix: listOf(Word),
  text: Text,
  period: maybe(Period),
})
export type HumanName = z.infer<typeof HumanName>

export const ContactPoint = z.object({ system: Text, value: Text, use: Text, period: maybe(Period) })
export const Address = z.object({
  use: Text,
  type: Text,
  text: Text,
  line: listOf(Word),
  city: Text,
  district: Text,
  state: Text,
  postalCode: Text,
  country: Text,
  period: maybe(Period),
})
export type Address = z.infer<typeof Address>

const InnerExtension = z.object({ url: Text, valueString: Text, valueCode: Text, valueCoding: maybe(Coding) })
export const Extension = z.object({ url: Text, extension: listOf(InnerExtension), valueString: Text, valueCode: Text })
export type Extension = z.infer<typeof Extension>

export const one = maybe
export const PersonContact = z.object({ relationship: listOf(Concept), name: maybe(HumanName), telecom: listOf(ContactPoint) })

/** The words of a concept: what the sender wrote, else the first display, else the first code. */
export function wordsOf(concept: Concept | undefined): string | undefined {
  if (!concept) return undefined
  return (
    concept.text ||
    concept.coding.find((each) => each.display)?.display ||
    concept.coding.find((each) => each.code)?.code ||
    undefined
  )
}

/** True when any coding of the concept carries one of these codes. */
export const hasCode = (concept: Concept | undefined, ...codes: string[]): boolean =>
  concept?.coding.some((each) => each.code !== undefined && codes.includes(each.code)) ?? false

/** One line for a name: “Dr. Tyron Torphy”. */
export function nameInWords(name: HumanName | undefined): string | undefined {
  if (!name) return undefined
  return name.text || [...name.prefix, ...name.given, name.family, ...name.suffix].filter(Boolean).join(' ') || undefined
}
