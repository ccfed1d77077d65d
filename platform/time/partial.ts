// Dates known only in part: a birth year told by a neighbour, a month remembered. What is not known is never made up.
import { addCivilDays, addCivilMonths, age, isCivilDate, type CivilDate } from './civil.ts'

export type DatePrecision = 'day' | 'month' | 'year' | 'unknown'

/** `date` is the first day of what is known ('1984-01-01' for the year 1984), null when nothing is; `estimated` says nobody saw a document. */
export interface PartialDate {
  date: CivilDate | null
  precision: DatePrecision
  estimated: boolean
}

/** Reads '1984', '1984-05', '1984-05-17' or ''. Null for anything else, '1984-13' included. */
export function readPartialDate(text: string, estimated = false): PartialDate | null {
  const known = text.trim()
  if (known === '') return { date: null, precision: 'unknown', estimated }
  if (/^\d{4}$/.test(known)) return { date: `${known}-01-01`, precision: 'year', estimated }
  if (/^\d{4}-\d{2}$/.test(known))
    return isCivilDate(`${known}-01`) ? { date: `${known}-01`, precision: 'month', estimated } : null
  return isCivilDate(known) ? { date: known, precision: 'day', estimated } : null
}

/** As it was told: '1984', '1984-05', '1984-05-17' or ''. */
export function writePartialDate({ date, precision }: PartialDate): string {
  const length = { day: 10, month: 7, year: 4, unknown: 0 }[precision]
  return (date ?? '').slice(0, length)
}

/** The first and last day that the date may be; null when it is unknown. */
export function spanOf({ date, precision }: PartialDate): { first: CivilDate; last: CivilDate } | null {
  if (date === null || precision === 'unknown') return null
  if (precision === 'day') return { first: date, last: date }
  const first = precision === 'year' ? `${date.slice(0, 4)}-01-01` : `${date.slice(0, 7)}-01`
  return { first, last: addCivilDays(addCivilMonths(first, precision === 'year' ? 12 : 1), -1) }
}

/** The age on a day as far as it is known: both equal for a full date, a year apart for a birth year, null when unknown. */
export function ageRange(birth: PartialDate, on: CivilDate): { from: number; to: number } | null {
  const span = spanOf(birth)
  return span && { from: age(span.last, on), to: age(span.first, on) }
}
