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

/** The form in which two numbers are compared: no spaces or dashes, no case. */
export function identifierKey({ system, value }: Pick<NewIdentifier, 'system' | 'value'>): string {
  return `${system.toLowerCase()}|${value.toLowerCase().replaceAll(/[\s-]/g, '')}`
}
