// Business days by a named calendar. Deadlines say which calendar they count in; the product never guesses (practice-model 0.3).
import { addCivilDays, civilFromDayNumber, dayNumber, weekday, type CivilDate } from './civil.ts'

/** 'us-federal': Monday to Friday except the holidays of 5 U.S.C. 6103 as observed. 'weekdays': Monday to Friday. */
export type Calendar = 'us-federal' | 'weekdays'

export interface Holiday {
  day: CivilDate
  name: string
}

type HolidayRule = { name: string; since: number } & (
  { month: number; date: number } | { month: number; weekday: number; nth: number }
)

/** Months 1–12, weekdays 1 Monday … 7 Sunday, nth −1 for the last of the month, `since` the first year it was a public holiday. */
const federalRules: HolidayRule[] = [
  { name: "New Year's Day", month: 1, date: 1, since: 1871 },
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 1, nth: 3, since: 1986 },
  { name: "Washington's Birthday", month: 2, weekday: 1, nth: 3, since: 1971 },
  { name: 'Memorial Day', month: 5, weekday: 1, nth: -1, since: 1971 },
  { name: 'Juneteenth', month: 6, date: 19, since: 2021 },
  { name: 'Independence Day', month: 7, date: 4, since: 1871 },
  { name: 'Labor Day', month: 9, weekday: 1, nth: 1, since: 1894 },
  { name: 'Columbus Day', month: 10, weekday: 1, nth: 2, since: 1971 },
  { name: 'Veterans Day', month: 11, date: 11, since: 1978 },
  { name: 'Thanksgiving Day', month: 11, weekday: 4, nth: 4, since: 1942 },
  { name: 'Christmas Day', month: 12, date: 25, since: 1871 },
]

const observedByYear = new Map<number, Map<CivilDate, string>>()

/** The days off of a civil year as observed: a Saturday holiday on the Friday before, a Sunday holiday on the Monday after. */
export function holidaysOf(year: number, calendar: Calendar = 'us-federal'): Holiday[] {
  return calendar === 'weekdays' ? [] : [...observedIn(year)].map(([day, name]) => ({ day, name }))
}

export function isBusinessDay(day: CivilDate, calendar: Calendar = 'us-federal'): boolean {
  if (weekday(day) > 5) return false
  return calendar === 'weekdays' || !observedIn(Number(day.slice(0, 4))).has(day)
}

/**
 * The nth business day after `day` (before it when `days` is negative). The anchor itself is never counted, so
 * "within 2 business days" of a Friday is the next Tuesday. Zero gives `day` unchanged.
 */
export function addBusinessDays(day: CivilDate, days: number, calendar: Calendar = 'us-federal'): CivilDate {
  const step = days < 0 ? -1 : 1
  let found = day
  for (let left = Math.abs(days); left > 0;) {
    found = addCivilDays(found, step)
    if (isBusinessDay(found, calendar)) left -= 1
  }
  return found
}

/** Business days after `from` up to and including `to`; negative when `to` is earlier. */
export function businessDaysBetween(from: CivilDate, to: CivilDate, calendar: Calendar = 'us-federal'): number {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (last < first) return -businessDaysBetween(to, from, calendar)
  let counted = 0
  for (let each = first + 1; each <= last; each += 1) if (isBusinessDay(civilFromDayNumber(each), calendar)) counted += 1
  return counted
}

function observedIn(year: number): Map<CivilDate, string> {
  const known = observedByYear.get(year)
  if (known) return known
  const days = [year, year + 1].flatMap((each) =>
    federalRules.filter((rule) => rule.since <= each).map((rule) => observe(rule, each)),
  )
  const observed = new Map(days.filter(({ day }) => Number(day.slice(0, 4)) === year).map(({ day, name }) => [day, name]))
  observedByYear.set(year, observed)
  return observed
}

function observe(rule: HolidayRule, year: number): Holiday {
  const day = 'date' in rule ? civil(year, rule.month, rule.date) : nthWeekday(year, rule.month, rule.weekday, rule.nth)
  const shift = { 6: -1, 7: 1 }[weekday(day)] ?? 0
  return { day: addCivilDays(day, shift), name: rule.name }
}

function nthWeekday(year: number, month: number, wanted: number, nth: number): CivilDate {
  if (nth < 0) {
    const last = addCivilDays(month === 12 ? civil(year + 1, 1, 1) : civil(year, month + 1, 1), -1)
    return addCivilDays(last, -((weekday(last) - wanted + 7) % 7))
  }
  const first = civil(year, month, 1)
  return addCivilDays(first, ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7)
}

function civil(year: number, month: number, date: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
