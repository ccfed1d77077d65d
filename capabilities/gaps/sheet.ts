// The report of gaps as CSV, for a spreadsheet: what is withheld stands as the word `withheld`.
import { csvOf } from '../directory/csv.ts'
import { measures, type GapReport, type Shown } from './gap.ts'

const said = (value: Shown) => (value === null ? 'withheld' : String(value))
const named = (stratum: string | null) => (stratum === null ? 'total' : stratum === '' ? 'not-known' : stratum)
const days = ['daysToAnswer', 'daysToAccept', 'daysToReach'] as const

export function sheetOf({ question: { from, until, asOf, by }, sentUntil, reasons, rows, unmet }: GapReport): string {
  const header = ['about', 'as-of', 'from', 'until', by, 'measure', 'value']
  const line = (about: string, to: string, stratum: string | null, measure: string, value: Shown) =>
    ({ about, 'as-of': asOf, from, until: to, [by]: named(stratum), measure, value: said(value) })
  return csvOf(header, [
    ...rows.flatMap((row) => [
      ...[...measures, ...days].map((measure) => line('service-referrals', sentUntil, row.stratum, measure, row[measure])),
      ...reasons.map((reason, place) => line('service-referrals', sentUntil, row.stratum, `rejected:${reason}`, row.reasons[place] ?? null)),
    ]),
    ...unmet.rows.flatMap((row) => [
      line('unmet-needs', until, row.stratum, 'all', row.all),
      ...unmet.reasons.map((reason, place) => line('unmet-needs', until, row.stratum, reason, row.reasons[place] ?? null)),
    ]),
  ])
}
