// Between an instant and the civil day and clock time that people in an IANA zone read.
import { dayNumber, type CivilDate } from './civil.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The civil day that an instant falls on in a zone. `instant` is ISO 8601 with an offset, or a Date. */
export function civilDayOf(instant: string | Date, zone: string): CivilDate {
  return wallClock(asDate(instant), zone).slice(0, 10)
}

/** The clock time 'HH:MM' that an instant shows in a zone. */
export function clockTimeOf(instant: string | Date, zone: string): string {
  return wallClock(asDate(instant), zone).slice(11, 16)
}

/**
 * The instant at which a clock in the zone shows `time` ('HH:MM') on `day`. A time that the spring change skips is
 * read one hour later; a time that the autumn change repeats is its first occurrence.
 */
export function instantAt(day: CivilDate, time: string, zone: string): string {
  const wanted = dayNumber(day) * 86_400_000 + minutesOf(time) * 60_000
  const before = offsetMs(wanted - 86_400_000, zone)
  const after = offsetMs(wanted + 86_400_000, zone)
  const early = wanted - Math.max(before, after)
  const late = wanted - Math.min(before, after)
  const fits = [early, late].find((ms) => ms + offsetMs(ms, zone) === wanted)
  return new Date(fits ?? late).toISOString()
}

/** True for a zone that this machine's time-zone data knows. */
export function isZone(zone: string): boolean {
  try {
    formatFor(zone)
    return true
  } catch {
    return false
  }
}

function minutesOf(time: string): number {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!found) throw new RangeError(`'${time}' is not a time of day (HH:MM)`)
  return Number(found[1]) * 60 + Number(found[2])
}

function offsetMs(ms: number, zone: string): number {
  return Date.parse(`${wallClock(new Date(ms), zone)}Z`) - Math.floor(ms / 1000) * 1000
}

function wallClock(instant: Date, zone: string): string {
  const part = new Map(
    formatFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const year = (part.get('year') ?? '').padStart(4, '0')
  return `${year}-${part.get('month')}-${part.get('day')}T${part.get('hour')}:${part.get('minute')}:${part.get('second')}`
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

function asDate(instant: string | Date): Date {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  if (Number.isNaN(date.getTime())) throw new RangeError('not an instant (ISO 8601 with an offset)')
  return date
}
