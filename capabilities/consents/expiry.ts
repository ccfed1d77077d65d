// When a consent that is about to run out is said so: 60, 30 and 7 days before (practice-model U15).
import { addCivilDays, daysBetween } from '../../platform/time/civil.ts'

const warningDays = [60, 30, 7] as const
export type WarningDays = (typeof warningDays)[number]

/** The warning that applies today: the nearest threshold already reached. Null when it is too early, or over. */
export function warningFor(expiresOn: string, today: string): WarningDays | null {
  const left = daysBetween(today, expiresOn)
  if (left < 0) return null
  return [...warningDays].reverse().find((days) => left <= days) ?? null
}

/** The day by which somebody should have spoken with the client: before the next threshold, at last the final day. */
export function renewBy(expiresOn: string, warning: WarningDays): string {
  return addCivilDays(expiresOn, warning === 60 ? -30 : warning === 30 ? -7 : 0)
}
