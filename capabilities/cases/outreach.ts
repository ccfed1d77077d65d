// Trying to reach a person before the case begins, and when it is fair to say that they could not be reached (practice-model 5.3, U4).
import { z } from 'zod'
import { daysBetween } from '../../platform/time/civil.ts'

export const OutreachChannel = z.enum(['phone', 'video', 'text', 'email', 'letter', 'portal', 'visit', 'in-person', 'other'])
export type OutreachChannel = z.infer<typeof OutreachChannel>
export const OutreachResult = z.enum(['reached', 'no-answer', 'left-message', 'spoke-with-other', 'wrong-contact', 'not-home', 'undeliverable', 'declined'])
export type OutreachResult = z.infer<typeof OutreachResult>

export const NewAttempt = z.object({ channel: OutreachChannel, at: z.iso.datetime(), result: OutreachResult, contactId: z.uuid().nullish() })
export type NewAttempt = z.infer<typeof NewAttempt>
export interface Attempt extends NewAttempt {
  id: string
  /** The civil day of the attempt in the agency's zone. */
  day: string
  staffId: string | null
}

export const fairTry = { attempts: 3, modes: 2, days: 2, withinDays: 14 }

export interface Standing {
  attempts: number
  modes: number
  days: number
  /** True when the person may be recorded as unable to reach. */
  met: boolean
  missing: Array<{ code: string; message: string }>
}

/**
 * At least 3 attempts in 2 modes on 2 different days within 14 days, none of which reached the person. A reached person starts the
 * count again. Of all 14-day windows the best one counts. Source: S17 (3 attempts), practice-model U4.
 */
export function unableToReach(attempts: ReadonlyArray<Pick<Attempt, 'channel' | 'at' | 'day' | 'result'>>): Standing {
  const inOrder = attempts.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const lastReached = inOrder.findLastIndex(({ result }) => result === 'reached' || result === 'declined')
  const tries = inOrder.slice(lastReached + 1)
  const windows = tries.map((first, index) => tries.slice(index).filter(({ day }) => daysBetween(first.day, day) <= fairTry.withinDays))
  const count = (window: typeof tries) => ({
    attempts: window.length, modes: new Set(window.map(({ channel }) => channel)).size, days: new Set(window.map(({ day }) => day)).size,
  })
  const lacks = ({ attempts: made, modes, days }: ReturnType<typeof count>) =>
    Math.max(0, fairTry.attempts - made) + Math.max(0, fairTry.modes - modes) + Math.max(0, fairTry.days - days)
  const best = windows.map(count).toSorted((a, b) => lacks(a) - lacks(b))[0] ?? { attempts: 0, modes: 0, days: 0 }
  const missing: Standing['missing'] = []
  if (best.attempts < fairTry.attempts)
    missing.push({ code: 'case.too-few-attempts', message: `${best.attempts} of ${fairTry.attempts} attempts within ${fairTry.withinDays} days.` })
  if (best.modes < fairTry.modes) missing.push({ code: 'case.one-mode-only', message: 'Try another way as well: a letter, a visit, a text.' })
  if (best.days < fairTry.days) missing.push({ code: 'case.one-day-only', message: 'Try on another day as well.' })
  return { ...best, met: missing.length === 0, missing }
}
