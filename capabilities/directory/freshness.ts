// How old what we know about a service is, and from when on it must be asked again (INV-34, practice-model U22).
import { z } from 'zod'
import { addCivilDays, daysBetween } from '../../platform/time/civil.ts'

/** An entry not verified for longer than this is stale: marked wherever it is shown, and somebody is asked to verify it. */
export const staleAfterDays = 180
/** Whether there is room changes faster than an address: after this, capacity is told with its age and counts half. */
export const capacityStaleAfterDays = 30

/** `days` is null where nobody here has ever verified the entry; that is stale too. */
export interface Freshness { stale: boolean; days: number | null }

/** INV-34: directory data is never shown without its age. A day ahead of today counts as today. */
export function freshnessOf(verifiedOn: string | null, today: string): Freshness {
  if (verifiedOn === null) return { stale: true, days: null }
  const days = Math.max(0, daysBetween(verifiedOn, today))
  return { stale: days > staleAfterDays, days }
}

/** The last day on which an entry verified on this day is fresh. */
export const freshUntil = (verifiedOn: string): string => addCivilDays(verifiedOn, staleAfterDays)

export const verificationWays = ['phone', 'website', 'visit', 'email', 'document'] as const
export const verificationResults = ['right', 'corrected', 'gone', 'no-answer'] as const

/** "no-answer" is kept in the history and changes nothing: an entry is verified only when somebody learnt how things are. */
export const Verification = z.object({
  way: z.enum(verificationWays),
  result: z.enum(verificationResults),
  note: z.string().trim().max(1000).default(''),
})
export type Verification = z.infer<typeof Verification>
export const settles = ({ result }: Pick<Verification, 'result'>): boolean => result !== 'no-answer'

export const wrongThings = ['phone', 'address', 'hours', 'closed', 'eligibility', 'cost', 'language', 'capacity', 'other'] as const
export type WrongThing = (typeof wrongThings)[number]

/** One step: what is wrong, and a word more where there is time. */
export const EntryReport = z
  .object({ id: z.uuid(), wrong: z.enum(wrongThings), note: z.string().trim().max(1000).default('') })
  .refine(({ wrong, note }) => wrong !== 'other' || note !== '', { message: 'Say what is wrong.', path: ['note'] })
export type EntryReport = z.infer<typeof EntryReport>
