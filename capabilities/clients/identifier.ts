// Numbers by which others know a client: member id, claim, Medicaid, medical record.
import { z } from 'zod'
import { Period } from './period.ts'

/** `system` is a short name of ours or the URI that FHIR uses; two clients may hold the same number, and a person decides what it means. */
export const NewIdentifier = z.object({
  system: z.string().trim().min(1, 'Say whose number this is.').max(200),
  value: z.string().trim().min(1, 'Write the number.').max(120),
  ...Period.shape,
})
export type NewIdentifier = z.infer<typeof NewIdentifier>

export interface Identifier extends NewIdentifier {
  id: string
  clientId: string
  endedReason: 'changed' | 'entered-in-error' | null
  version: number
}
/** As a page tells it: a national number by its last four, until somebody asks for the whole, which the audit keeps. */
export interface ShownIdentifier extends Identifier {
  masked: boolean
}

/** By our short name, FHIR's URI, or what people write: the number opens too much elsewhere to stand on a page (trust.md M10). */
const national =
  /^(ssn|social security( (number|no\.?))?|itin|http:\/\/hl7\.org\/fhir\/sid\/us-ssn|urn:oid:2\.16\.840\.1\.113883\.4\.1)$/i

/** What a page may say of a number: a national one by its last four, and nothing of one so short that four would tell it. */
export function shownNumber({ system, value }: Pick<NewIdentifier, 'system' | 'value'>): { value: string; masked: boolean } {
  if (!national.test(system.trim())) return { value, masked: false }
  const signs = value.replaceAll(/[^\da-z]/gi, '')
  return { value: `••• ${signs.length > 7 ? signs.slice(-4) : '••••'}`, masked: true }
}

/** The form in which two numbers are compared: no spaces or dashes, no case. */
export function identifierKey({ system, value }: Pick<NewIdentifier, 'system' | 'value'>): string {
  return `${system.toLowerCase()}|${value.toLowerCase().replaceAll(/[\s-]/g, '')}`
}
