// Between an instant and what a date-and-time field shows in the agency's zone.
import { clockTimeOf, civilDayOf, instantAt } from '../../../platform/time/zone.ts'

/** '2026-02-17T17:20', as the field wants it. */
export const localFromInstant = (instant: string, zone: string): string => `${civilDayOf(instant, zone)}T${clockTimeOf(instant, zone)}`

/** Null for an emptied field, which means now. */
export function instantFromLocal(text: string, zone: string): string | null {
  const [day = '', time = ''] = text.split('T')
  return day && time ? instantAt(day, time.slice(0, 5), zone) : null
}
