// Phone numbers and e-mail addresses of a client, each with the rules for using it safely.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { Period } from './period.ts'

const contactSystems = ['phone', 'email', 'other'] as const

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 17:00.')

/** Hours in which it may be used: ISO weekdays 1 Monday … 7 Sunday, clock times in the agency's zone, within one day. */
export const Hours = z
  .object({ days: z.array(z.number().int().min(1).max(7)).min(1).max(7), from: time, until: time })
  .refine(({ from, until }) => from < until, { message: 'The hours end after they begin.', path: ['until'] })
export type Hours = z.infer<typeof Hours>

export const NewContactPoint = z
  .object({
    system: z.enum(contactSystems),
    value: z.string().trim().min(1, 'Write the number or address.').max(200),
    use: z.enum(['mobile', 'home', 'work', 'someone-else']).default('mobile'),
    safety: z.enum(['safe', 'unsafe', 'not-asked']).default('not-asked'),
    leaveMessage: z.enum(['yes', 'name-only', 'no', 'not-asked']).default('not-asked'),
    texting: z.enum(['yes', 'no', 'not-asked']).default('not-asked'),
    whoAnswers: z.string().trim().max(200).default(''),
    hours: z.array(Hours).max(14).default([]),
    note: z.string().trim().max(500).default(''),
    ...Period.shape,
  })
  .refine(({ system, value }) => system !== 'phone' || phoneDigits(value) !== null, {
    message: 'Write a phone number with its area code, such as (503) 555-0142.',
    path: ['value'],
  })
  .refine(({ system, value }) => system !== 'email' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), {
    message: 'Write an e-mail address such as name@example.org.',
    path: ['value'],
  })
export type NewContactPoint = z.infer<typeof NewContactPoint>

export interface ContactPoint extends NewContactPoint {
  id: string
  clientId: string
  endedReason: 'changed' | 'entered-in-error' | null
  version: number
}

/** The number in one form for comparing and searching: digits with the country code, no extension. Null when it is no phone number. */
export function phoneDigits(value: string): string | null {
  const phone = parsePhoneNumberFromString(value, 'US')
  return phone?.isPossible() ? phone.number.slice(1) : null
}

/** As people read it: (503) 555-0142 at home, +84 … abroad. What is not a phone number stays as written. */
export function phoneText(value: string): string {
  const phone = parsePhoneNumberFromString(value, 'US')
  if (!phone?.isPossible()) return value
  return phone.countryCallingCode === '1' ? phone.formatNational() : phone.formatInternational()
}

/** Two contact points are the same one when they reach the same place. */
export function sameContactPoint(
  a: Pick<NewContactPoint, 'system' | 'value'>,
  b: Pick<NewContactPoint, 'system' | 'value'>,
): boolean {
  return a.system === b.system && contactKey(a) === contactKey(b)
}

export function contactKey({ system, value }: Pick<NewContactPoint, 'system' | 'value'>): string {
  return system === 'phone' ? (phoneDigits(value) ?? value) : value.trim().toLowerCase()
}
