// Whether a place is open at a civil day and time, by HSDS schedules (iCalendar recurrence in parts). Pure; times are local to the place.
import { addCivilDays, dayNumber, daysBetween, weekday } from '../../platform/time/civil.ts'

/** The parts of an HSDS 3.0 schedule that decide. `opensAt` 'HH:MM'; a closing at or before the opening is on the next day. */
export interface Schedule {
  freq: string | null
  interval: number | null
  byday: string | null
  bymonthday: string | null
  dtstart: string | null
  validFrom: string | null
  validTo: string | null
  until: string | null
  opensAt: string | null
  closesAt: string | null
  notes: string | null
}
export interface Moment { day: string; time: string }

/** 'unknown' where there is no schedule, or one without hours: not knowing is not being closed. */
export type Openness = { state: 'open'; until: string } | { state: 'closed'; opens: Moment | null } | { state: 'unknown' }

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const dayMinutes = 24 * 60

export function opennessAt(schedules: readonly Schedule[], at: Moment): Openness {
  const known = schedules.filter(hasHours)
  if (known.length === 0) return { state: 'unknown' }
  const now = minutesOf(at.time)
  const spans = [fortnightFrom(at.day).yesterday, at.day].flatMap((day, index) => known.filter((each) => occursOn(each, day)).map((each) => shift(spanOf(each), (index - 1) * dayMinutes)))
  const open = spans.filter(([from, to]) => from <= now && now < to)
  if (open.length > 0) return { state: 'open', until: timeOf(Math.max(...open.map(([, to]) => to))) }
  return { state: 'closed', opens: nextOpening(known, at) }
}

/** Minutes since Monday 00:00, the way an entry's week is kept for search. */
export const minuteOfWeek = ({ day, time }: Moment): number => (weekday(day) - 1) * dayMinutes + minutesOf(time)

/** A search asks forty entries about the same two weeks: their days are counted once. */
let fortnight: { from: string; yesterday: string; days: string[]; weekdays: Map<string, number> } = { from: '', yesterday: '', days: [], weekdays: new Map() }
function fortnightFrom(from: string): typeof fortnight {
  if (fortnight.from === from) return fortnight
  const days = Array.from({ length: 15 }, (_, ahead) => addCivilDays(from, ahead))
  const yesterday = addCivilDays(from, -1)
  fortnight = { from, yesterday, days, weekdays: new Map([yesterday, ...days].map((day) => [day, weekday(day)])) }
  return fortnight
}
const weekdayOf = (day: string): number => fortnight.weekdays.get(day) ?? weekday(day)

/** The next opening within two weeks. */
function nextOpening(schedules: readonly Schedule[], at: Moment): Moment | null {
  for (const [ahead, day] of fortnightFrom(at.day).days.entries()) {
    const starts = schedules.filter((each) => occursOn(each, day)).map((each) => spanOf(each)[0])
    const later = starts.filter((start) => ahead > 0 || start > minutesOf(at.time))
    if (later.length > 0) return { day, time: timeOf(Math.min(...later)) }
  }
  return null
}

/** RFC 5545 for what directories use: daily, weekly and monthly, with interval, weekdays (also "2TU") and days of the month. */
export function occursOn(schedule: Schedule, day: string): boolean {
  const { validFrom, validTo, until, dtstart } = schedule
  if (validFrom !== null && day < validFrom) return false
  if ((validTo !== null && day > validTo) || (until !== null && day > until)) return false
  if (dtstart !== null && day < dtstart) return false
  return onWeekday(schedule, day) && onMonthday(schedule, day) && inInterval(schedule, day)
}

function onWeekday({ byday, freq, dtstart }: Schedule, day: string): boolean {
  const wanted = weekdaysOf(byday ?? '')
  if (wanted.length === 0) return freq === 'WEEKLY' && dtstart !== null ? weekdayOf(dtstart) === weekdayOf(day) : true
  const is = weekdayOf(day)
  return wanted.some(({ weekday: each, ordinal }) => each === is && (ordinal === 0 || freq !== 'MONTHLY' || ordinalOf(day, ordinal < 0) === ordinal))
}

/** "MO,2TU,-1FR": the weekday 1 … 7 (0 where it is none) and which of the month, 0 where every one is meant. Few are in use, and a search asks each some hundred times. */
interface Weekday { weekday: number; ordinal: number }
const known = new Map<string, readonly Weekday[]>()
function weekdaysOf(byday: string): readonly Weekday[] {
  const before = known.get(byday)
  if (before) return before
  const read = byday.toUpperCase().split(/[,\s]+/).filter(Boolean).map((each) => {
    const [, ordinal = '', name = ''] = /^([+-]?\d*)(MO|TU|WE|TH|FR|SA|SU)$/.exec(each) ?? []
    return { weekday: days.indexOf(name) + 1, ordinal: Number(ordinal) || 0 }
  })
  if (known.size < 500) known.set(byday, read)
  return read
}

/** The second Tuesday of a month is 2, its last −1. */
function ordinalOf(day: string, fromEnd: boolean): number {
  const date = Number(day.slice(8))
  return fromEnd ? -Math.ceil((lastDateOf(day) - date + 1) / 7) : Math.ceil(date / 7)
}

function onMonthday({ bymonthday }: Schedule, day: string): boolean {
  const wanted = (bymonthday ?? '').split(/[,\s]+/).filter(Boolean).map(Number)
  const date = Number(day.slice(8))
  return wanted.length === 0 || wanted.some((each) => each === date || (each < 0 && lastDateOf(day) + 1 + each === date))
}

/** "Every second week" counts from the first occurrence; without a first one it cannot be counted, and every one is meant. */
function inInterval({ interval, freq, dtstart, validFrom }: Schedule, day: string): boolean {
  const start = dtstart ?? validFrom
  if (interval === null || interval <= 1 || start === null) return true
  if (freq === 'DAILY') return daysBetween(start, day) % interval === 0
  if (freq === 'MONTHLY') return (monthNumber(day) - monthNumber(start)) % interval === 0
  const weekOf = (each: string) => Math.floor((dayNumber(each) + 3) / 7)
  return (weekOf(day) - weekOf(start)) % interval === 0
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
const lastDateOf = (day: string): number => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
const hasHours = (schedule: Schedule): boolean => isTime(schedule.opensAt) && isTime(schedule.closesAt)
const isTime = (time: string | null): time is string => time !== null && /^\d{1,2}:\d{2}/.test(time)
const shift = ([from, to]: [number, number], by: number): [number, number] => [from + by, to + by]

/** 23:59 and 24:00 both mean "to the end of the day". */
function spanOf({ opensAt, closesAt }: Schedule): [number, number] {
  const opens = minutesOf(opensAt ?? '00:00')
  const closes = minutesOf(closesAt ?? '24:00')
  const end = closes === dayMinutes - 1 ? dayMinutes : closes
  return [opens, end <= opens ? end + dayMinutes : end]
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

const timeOf = (minutes: number): string => {
  const inDay = minutes % dayMinutes
  return minutes === dayMinutes ? '24:00' : `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
