// Dates, durations, distances and money as people say them, in the language on screen.
import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'

const dayMs = 86_400_000
const atNoon = (day: string) => new Date(`${day}T12:00:00Z`)
const language = () => (i18n.locale === 'es' ? 'es-US' : 'en-GB')

/** Making one takes a hundred times as long as asking it, and a list asks for three dates in each row: each is made once. */
const made = new Map<string, Intl.DateTimeFormat>()
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`
  const known = made.get(name) ?? new Intl.DateTimeFormat(locale, options)
  made.set(name, known)
  return known
}

const format = (date: Date, options: Intl.DateTimeFormatOptions) => formatter(language(), options).format(date).replace(',', '').replace('Sept', 'Sep')

/** Civil days from one day to another; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / dayMs)

/** "Tue 17 Feb"; another year adds it and drops the weekday: "12 Jan 2027". */
export function dayWords(day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  const month = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return sameYear ? format(atNoon(day), { weekday: 'short', ...month }) : format(atNoon(day), { ...month, year: 'numeric' })
}

/** "17 Feb" where the weekday adds nothing; the year where it is another. */
export function shortDayWords(day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return format(atNoon(day), { day: 'numeric', month: 'short', timeZone: 'UTC', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** "Tuesday 17 February 2026". */
export const longDayWords = (day: string): string =>
  format(atNoon(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "Tuesday 17 February": the page title of a day. */
export const titleDayWords = (day: string): string => format(atNoon(day), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

/** The civil day an instant falls on in a zone. */
export const dayOf = (instant: string, zone: string): string => formatter('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))

/** "17:20" in the agency's zone. */
export const clockWords = (instant: string, zone: string): string =>
  formatter('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(instant))

/** "Today 09:12", "Tue 17 Feb 09:12". */
export function momentWords(instant: string, zone: string, today: string): string {
  const day = dayOf(instant, zone)
  return `${day === today ? t`Today` : dayWords(day, today)} ${clockWords(instant, zone)}`
}

/** Everything: "Tuesday 17 February 2026, 17:20 (America/New_York)". */
export const exactWords = (instant: string, zone: string): string => `${longDayWords(dayOf(instant, zone))}, ${clockWords(instant, zone)} (${zone})`

export type DueTone = 'late' | 'today' | 'later'

/** When something is due, as a colleague says it, and how urgent that is. */
export function dueWords(day: string, today: string): { text: string; tone: DueTone } {
  const days = daysBetween(today, day)
  if (days < 0) return { text: plural(-days, { one: '# day late', other: '# days late' }), tone: 'late' }
  if (days === 0) return { text: t`today`, tone: 'today' }
  return { text: days === 1 ? t`tomorrow` : dayWords(day, today), tone: 'later' }
}

export const minutesWords = (minutes: number): string => t`${minutes} min`

/** Tenths of a mile, said as miles: 485 is "48.5 miles". */
export function milesWords(tenths: number): string {
  const miles = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(tenths / 10)
  return tenths === 10 ? t`1 mile` : t`${miles} miles`
}

/** Minor units with their currency: 320000 USD is "$3,200.00". */
export const moneyWords = (minor: number, currency = 'USD'): string =>
  new Intl.NumberFormat(i18n.locale === 'es' ? 'es-US' : 'en-US', { style: 'currency', currency }).format(minor / 100)

/** "Vietnamese" for vi, in the language on screen. */
export function languageWords(tag: string): string {
  try {
    const said = new Intl.DisplayNames([i18n.locale === 'es' ? 'es' : 'en'], { type: 'language' }).of(tag) ?? tag
    return said.charAt(0).toLocaleUpperCase() + said.slice(1)
  } catch {
    return tag
  }
}
