// The person who is referred, as far as we know them: not yet a client, so everything but a name or pseudonym may be missing.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'

const line = (longest: number) => z.string().trim().min(1).max(longest)
const maybe = <Inner extends z.ZodType>(inner: Inner) => inner.nullable().default(null)

/** A language tag (BCP 47) the platform understands: `vi`, `es-MX`. */
export const LanguageTag = z
  .string()
  .trim()
  .max(35)
  .refine((tag) => isLanguageTag(tag), 'Choose a language from the list, or leave it empty.')

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** A phone, e-mail or other way to reach the person. Safe to use only when somebody asked (INV-04). */
export const ContactWay = z.object({
  kind: z.enum(['phone', 'sms', 'email', 'fax', 'other']),
  value: line(200),
  use: z.enum(['home', 'work', 'mobile', 'other']).default('other'),
  safe: z.enum(['unknown', 'safe', 'unsafe']).default('unknown'),
  mayLeaveMessage: z.enum(['unknown', 'yes', 'no']).default('unknown'),
  note: maybe(line(300)),
})
export type ContactWay = z.infer<typeof ContactWay>

export const PersonAddress = z.object({
  kind: z.enum(['actual', 'mailing', 'substitute', 'temporary', 'unsheltered-locator']).default('actual'),
  lines: z.array(line(200)).max(6).default([]),
  city: maybe(line(100)),
  state: maybe(line(60)),
  postalCode: maybe(line(20)),
  country: maybe(line(60)),
  confidential: z.boolean().default(false),
})
export type PersonAddress = z.infer<typeof PersonAddress>

export const PersonIdentifier = z.object({ system: line(300), value: line(120), label: maybe(line(120)) })
export type PersonIdentifier = z.infer<typeof PersonIdentifier>

export const OtherName = z.object({
  use: z.enum(['legal', 'maiden', 'former', 'alias', 'nickname']),
  given: maybe(line(120)),
  family: maybe(line(120)),
})
export type OtherName = z.infer<typeof OtherName>

/** What the person says of themselves; several answers are welcome, none is required. */
export const SelfDescription = z.object({
  race: z.array(line(120)).max(12).default([]),
  ethnicity: z.array(line(120)).max(12).default([]),
  gender: maybe(line(120)),
})

export const ReferredPerson = z.object({
  givenName: maybe(line(120)),
  familyName: maybe(line(120)),
  preferredName: maybe(line(120)),
  pseudonym: maybe(line(120)),
  otherNames: z.array(OtherName).max(12).default([]),
  birthDate: maybe(Day),
  birthDatePrecision: z.enum(['day', 'month', 'year', 'unknown']).default('unknown'),
  deceasedOn: maybe(Day),
  pronouns: maybe(line(60)),
  spokenLanguage: maybe(LanguageTag),
  interpreter: z.enum(['unknown', 'not-needed', 'needed', 'preferred']).default('unknown'),
  contactWays: z.array(ContactWay).max(20).default([]),
  addresses: z.array(PersonAddress).max(10).default([]),
  identifiers: z.array(PersonIdentifier).max(20).default([]),
  selfDescribed: SelfDescription.default({ race: [], ethnicity: [], gender: null }),
})
export type ReferredPerson = z.infer<typeof ReferredPerson>

/** What to call the person in a list: preferred name, else given and family name, else the pseudonym in quotation marks. */
export function nameOf(person: Pick<ReferredPerson, 'givenName' | 'familyName' | 'preferredName' | 'pseudonym'>): string {
  const given = person.preferredName ?? person.givenName
  const name = [given, person.familyName].filter(Boolean).join(' ')
  return name || (person.pseudonym ? `“${person.pseudonym}”` : 'Name not known')
}

/** A birth date as far as the sender knew it: `1980`, `1980-05` or a day. Null when it is no date. */
export function birthDateFrom(text: string | undefined): Pick<ReferredPerson, 'birthDate' | 'birthDatePrecision'> | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text ?? '')
  if (!found) return null
  const [, year, month, day] = found
  const birthDate = `${year}-${month ?? '01'}-${day ?? '01'}`
  if (!Day.safeParse(birthDate).success) return null
  return { birthDate, birthDatePrecision: day ? 'day' : month ? 'month' : 'year' }
}
