// Whether a client may be reached on a number or address at this moment, and why (INV-04). Nothing else in the product decides this.
import { z } from 'zod'
import { clockTimeOf, civilDayOf } from '../../platform/time/zone.ts'
import { weekday } from '../../platform/time/civil.ts'
import type { ContactPoint, Hours, NewContactPoint } from './contactPoint.ts'
import { holds } from './period.ts'

/** What the client said when asked how to be reached safely. Asking is what activation needs (3.3, H5); the answer may be "no limits". */
export const SafeContactAnswer = z.object({
  answer: z.enum(['no-restriction', 'required']),
  instruction: z.string().trim().max(500).default(''),
  codeWord: z.string().trim().max(60).default(''),
  askedOf: z.enum(['client', 'representative', 'referral-source']).default('client'),
})
export type SafeContactAnswer = z.infer<typeof SafeContactAnswer>

export type SafeContact = 'not-asked' | 'no-restriction' | 'required'

export type Because =
  'safe' | 'no-restriction' | 'not-asked' | 'ended' | 'deceased' | 'unsafe' | 'not-known-safe' | 'outside-hours' | 'no-texting'

export interface ContactDecision {
  may: boolean
  because: Because
  /** One sentence for the person who is about to dial. */
  why: string
  /** When the hours forbid it now: the hours in which it may be used. */
  hours: Hours[]
}

const words: Record<Because, string> = {
  safe: 'The client says this is safe.',
  'no-restriction': 'The client set no limits.',
  'not-asked': 'Nobody has asked yet how to reach the client safely. Ask first thing.',
  ended: 'This is no longer in use.',
  deceased: 'The client has died. Nothing is sent to the client any more.',
  unsafe: 'The client says this is not safe. Use another way.',
  'not-known-safe': 'The client may only be reached where it is known to be safe, and nobody has said that this is.',
  'outside-hours': 'Not at this hour.',
  'no-texting': 'The client does not want text messages here.',
}

export interface Circumstances {
  safeContact: SafeContact
  deceasedOn: string | null
  /** ISO instant of the attempt and the IANA zone its hours are meant in. */
  at: string
  zone: string
  by?: 'call' | 'text' | 'email'
}

/**
 * INV-04: where safe contact is required, only what is marked safe may be used. What is marked unsafe is never used, whatever the
 * profile says; hours bind always; after a death nothing is sent to the client.
 */
export function mayBeUsed(point: NewContactPoint | ContactPoint, when: Circumstances): ContactDecision {
  const because = reason(point, when)
  const may = because === 'safe' || because === 'no-restriction' || because === 'not-asked'
  const why = because === 'outside-hours' ? `Not at this hour: ${hoursText(point.hours)}.` : words[because]
  return { may, because, why, hours: because === 'outside-hours' ? point.hours : [] }
}

function reason(point: NewContactPoint, { safeContact, deceasedOn, at, zone, by }: Circumstances): Because {
  const today = civilDayOf(at, zone)
  if (deceasedOn !== null) return 'deceased'
  if (!holds(point, today)) return 'ended'
  if (point.safety === 'unsafe') return 'unsafe'
  if (safeContact === 'required' && point.safety !== 'safe') return 'not-known-safe'
  if (point.hours.length > 0 && !point.hours.some((hours) => within(hours, weekday(today), clockTimeOf(at, zone))))
    return 'outside-hours'
  if (by === 'text' && point.texting !== 'yes' && (safeContact === 'required' || point.texting === 'no')) return 'no-texting'
  if (point.safety === 'safe') return 'safe'
  return safeContact === 'no-restriction' ? 'no-restriction' : 'not-asked'
}

function within({ days, from, until }: Hours, day: number, time: string): boolean {
  return days.includes(day) && from <= time && time < until
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** 'Mon, Tue 17:00 to 21:00; every day 10:00 to 14:00'. */
function hoursText(hours: readonly Hours[]): string {
  return hours
    .map(
      ({ days, from, until }) =>
        `${
          days.length === 7
            ? 'every day'
            : [...days]
                .sort()
                .map((day) => dayNames[day - 1])
                .join(', ')
        } ${from} to ${until}`,
    )
    .join('; ')
}

/** What was said last, when and to whom. */
export interface GivenSafeContact extends SafeContactAnswer {
  askedAt: string
  askedByName: string | null
}

export interface DecidedPoint extends ContactPoint {
  text: string
  decision: ContactDecision
}
export interface SafeContactNow {
  safeContact: SafeContact
  said: GivenSafeContact | null
  points: DecidedPoint[]
}
