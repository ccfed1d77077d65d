// Civil dates: the calendar days that deadlines, births and injuries are written in. No clock and no zone but where one is named.

/** A day as 'YYYY-MM-DD'. A civil date has no zone and no time of day. */
export type CivilDate = string

const pattern = /^\d{4}-\d{2}-\d{2}$/
const msPerDay = 86_400_000
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** NaN for a text that is no day, and before the year 100. Without dates and pieces of text: a list of fifty services asks for some hundred days. */
function dayNumberOrNaN(text: string): number {
  if (!pattern.test(text)) return Number.NaN
  const two = (at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
  const [year, month, date] = [two(0) * 100 + two(2), two(5), two(8)]
  const leaps = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const exists = year >= 100 && date >= 1 && date <= (monthLengths[month - 1] ?? 0) + Number(leaps)
  return exists ? Date.UTC(year, month - 1, date) / msPerDay : Number.NaN
}

/** True for a day that exists: '2026-02-29' is not one. */
export function isCivilDate(text: string): boolean {
  return !Number.isNaN(dayNumberOrNaN(text))
}

/** Whole days since 1970-01-01. Throws RangeError for a text that is not a day, so that a bad date is never counted with. */
export function dayNumber(day: CivilDate): number {
  const days = dayNumberOrNaN(day)
  if (Number.isNaN(days)) throw new RangeError(`'${day}' is not a day of the calendar (YYYY-MM-DD)`)
  return days
}

export function civilFromDayNumber(days: number): CivilDate {
  return toCivil(days * msPerDay)
}

/** The day `days` calendar days later, or earlier when negative. */
export function addCivilDays(day: CivilDate, days: number): CivilDate {
  return civilFromDayNumber(dayNumber(day) + days)
}

/** The same day of the month `months` later; the last day of the month where that day does not exist (31 January + 1 = 28 February). */
export function addCivilMonths(day: CivilDate, months: number): CivilDate {
  dayNumber(day)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return toCivil(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, lastDate)))
}

/** Calendar days from one day to another, the first not counted: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Calendar days of a span with both ends counted, as lost work days are (practice-model 4.9). */
export function daysInclusive(first: CivilDate, last: CivilDate): number {
  return daysBetween(first, last) + 1
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(day: CivilDate): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** Completed years of life on a day. Someone born on 29 February turns a year older on 1 March of a common year. */
export function age(birthDate: CivilDate, on: CivilDate): number {
  daysBetween(birthDate, on)
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

function toCivil(ms: number): CivilDate {
  return new Date(ms).toISOString().slice(0, 10)
}
