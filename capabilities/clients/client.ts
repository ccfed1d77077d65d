// Who a client is: the data a case manager registers, and what is refused. Names, addresses and numbers have files of their own.
import { z } from 'zod'
import { readPartialDate } from '../../platform/time/partial.ts'
import { NewAddress } from './address.ts'
import { NewContactPoint } from './contactPoint.ts'
import { NewIdentifier } from './identifier.ts'
import { NewName } from './name.ts'
import type { SafeContact } from './safeContact.ts'

/** A BCP 47 tag such as 'en', 'vi' or 'es-MX'. */
const Language = z
  .string()
  .trim()
  .max(35)
  .refine((tag) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag), 'Choose a language from the list.')

/** As it was told: '1984-05-17', '1984-05', '1984', or '' when it is unknown. */
export const BirthDate = z
  .string()
  .trim()
  .refine((text) => readPartialDate(text) !== null, 'Write a date such as 1984-05-17, or only the year.')

const facts = {
  birthDate: BirthDate,
  birthDateEstimated: z.boolean(),
  pronouns: z.string().trim().max(60).nullable(),
  spokenLanguage: Language,
  writtenLanguage: Language.nullable(),
  interpreter: z.enum(['not-needed', 'needed', 'preferred']),
  interpreterModality: z.enum(['in-person', 'video', 'phone', 'sign']).nullable(),
}

/** What changes about a client; names, addresses and numbers are changed one by one, with their history. */
export const ClientChange = z.object(facts).partial()
export type ClientChange = z.infer<typeof ClientChange>

export const NewClient = z.object({
  names: z.array(NewName).min(1, 'Write at least one name.').max(10),
  birthDate: BirthDate.default(''),
  birthDateEstimated: facts.birthDateEstimated.default(false),
  pronouns: facts.pronouns.default(null),
  spokenLanguage: Language.default('en'),
  writtenLanguage: facts.writtenLanguage.default(null),
  interpreter: facts.interpreter.default('not-needed'),
  interpreterModality: facts.interpreterModality.default(null),
  contactPoints: z.array(NewContactPoint).max(10).default([]),
  addresses: z.array(NewAddress).max(10).default([]),
  identifiers: z.array(NewIdentifier).max(20).default([]),
})
export type NewClient = z.input<typeof NewClient>

export interface Client {
  id: string
  displayName: string
  birthDate: string
  birthDateEstimated: boolean
  pronouns: string | null
  spokenLanguage: string
  writtenLanguage: string | null
  interpreter: 'not-needed' | 'needed' | 'preferred'
  interpreterModality: 'in-person' | 'video' | 'phone' | 'sign' | null
  confidentiality: 'standard' | 'restricted' | 'sealed'
  safeContact: SafeContact
  deceasedOn: string | null
  version: number
}

/** One line in a list of clients. `birthDate` as told, so that a year stays a year. */
export interface ClientLine {
  id: string
  displayName: string
  birthDate: string
  birthDateEstimated: boolean
  pronouns: string | null
  spokenLanguage: string
  interpreter: Client['interpreter']
  confidentiality: Client['confidentiality']
  deceasedOn: string | null
}
