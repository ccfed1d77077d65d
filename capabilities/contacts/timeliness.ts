// When a note was signed, measured from the day of the contact, never from "last updated" (0.4, U8).
import { refuse } from '../../platform/refusal.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { addCivilDays } from '../../platform/time/civil.ts'

export const lateEntryAfterDays = 7

/** The last civil day on which signing is on time: 2 business days after the contact; 1 at acuity level 4 (U8). */
export const signBy = (occurredOn: string, acuityLevel: number | null): string => addBusinessDays(occurredOn, acuityLevel === 4 ? 1 : 2)

/** on-time until `signBy`; late after it; a late entry more than 7 days after the contact. */
export function timelinessOf(occurredOn: string, signedOn: string, acuityLevel: number | null): 'on-time' | 'late' | 'late-entry' {
  if (signedOn > addCivilDays(occurredOn, lateEntryAfterDays)) return 'late-entry'
  return signedOn > signBy(occurredOn, acuityLevel) ? 'late' : 'on-time'
}

/** INV-43: a late entry carries its own reason. Refuses `contact.late-entry-reason`. */
export function mustExplainLateEntry(timeliness: string, reason: string): void {
  if (timeliness === 'late-entry' && reason === '')
    refuse('contact.late-entry-reason', 'More than 7 days have passed, so this is a late entry. Say why it is written only now.', {
      issues: [{ path: 'lateReason', message: 'Say why it is written only now.' }],
    })
}
