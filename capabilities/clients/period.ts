// The span of days in which a name, an address, a number or a role holds.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'

/** `fromOn` is the first day it holds (null: always did), `untilOn` the first day it no longer does (null: still does). */
export const Period = z.object({
  fromOn: Day.nullable().default(null),
  untilOn: Day.nullable().default(null),
})
export type Period = z.infer<typeof Period>

/** What ends an entry of the record. Nothing is deleted: an error stays readable as an error. */
export const Ending = z.object({ on: Day, reason: z.enum(['changed', 'entered-in-error']) })
export type Ending = z.infer<typeof Ending>

export function holds({ fromOn, untilOn }: Period, on: string): boolean {
  return (fromOn === null || fromOn <= on) && (untilOn === null || on < untilOn)
}
