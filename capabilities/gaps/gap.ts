// The report of gaps: what is counted, in which rows, and what of it may be shown. Pure.
import { z } from 'zod'
import { isCivilDate } from '../../platform/time/civil.ts'
import { isSmall, smallest, withheldOf, type Sum } from './suppression.ts'

export const dimensions = ['service-type', 'need', 'area', 'county', 'language', 'month'] as const
export type Dimension = (typeof dimensions)[number]
/** An answer takes time: a referral is looked at when it was sent at least so many days before the as-of date (SC-12, M14). */
export const settledDays = 30

const Day = z.string().refine(isCivilDate, 'A day as YYYY-MM-DD.')
export const GapQuestion = z.object({ from: Day, until: Day, asOf: Day, by: z.enum(dimensions).default('service-type') })
export type GapQuestion = z.infer<typeof GapQuestion>

/** accepted + rejected + unanswered + withdrawn = sent; the others are parts of sent, each with what is left over. */
export const answers = ['accepted', 'rejected', 'unanswered', 'withdrawn'] as const
export const measures = ['sent', ...answers, 'outcome', 'closed', 'reached', 'met'] as const
export type Measure = (typeof measures)[number]
type Days = 'daysToAnswer' | 'daysToAccept' | 'daysToReach'
export type CountedRow = { stratum: string | null } & Record<Measure, number> & Record<Days, number | null>
export interface ReasonCount { stratum: string | null; reason: string; count: number }

/** null: withheld. */
export type Shown = number | null
export type GapRow = { stratum: string | null } & Record<Measure, Shown> & Record<Days, Shown> & { reasons: Shown[] }
export interface ReasonTable { reasons: string[]; rows: { stratum: string | null; all: Shown; reasons: Shown[] }[] }
/** `over`: counted over the cases the reader may know, or over the whole agency by an administrator, who opens none. */
export interface GapReport { question: GapQuestion; over: 'cases' | 'agency'; sentUntil: string; reasons: string[]; rows: GapRow[]; unmet: ReasonTable }

/** Tenths of a percent of a whole; null where either is withheld or the whole is nobody. */
export const permille = (part: Shown, whole: Shown): number | null => (part === null || whole === null || whole === 0 ? null : Math.round((part * 1000) / whole))

const otherReasons = 'other'
/** Reasons that fewer than eleven share are told together. */
function reasonsToTell(counts: readonly ReasonCount[]): string[] {
  const totals = counts.filter(({ stratum }) => stratum === null)
  const named = totals.filter(({ reason, count }) => !isSmall(count) && reason !== otherReasons).map(({ reason }) => reason)
  return named.length < totals.length ? [...named, otherReasons] : named
}
const countOf = (counts: readonly ReasonCount[], stratum: string | null, reason: string, named: readonly string[]): number =>
  counts.filter((each) => each.stratum === stratum && (each.reason === reason || (reason === otherReasons && !named.includes(each.reason)))).reduce((sum, { count }) => sum + count, 0)

const keyOf = (stratum: string | null, what: string) => JSON.stringify([stratum, what])
class Sheet {
  readonly values = new Map<string, number>()
  readonly sums: Sum[] = []
  readonly rows = new Map<string, string[]>()
  put(stratum: string | null, what: string, value: number): string {
    const key = keyOf(stratum, what)
    this.values.set(key, value)
    return key
  }
  /** The parts of a whole and, where they leave something over, that. */
  split(stratum: string | null, whole: string, parts: Record<string, number>, rest?: string): void {
    const all = Object.entries(parts).map(([what, value]) => this.put(stratum, what, value))
    const of = this.values.get(keyOf(stratum, whole)) ?? 0
    if (rest !== undefined) all.push(this.put(stratum, rest, of - Object.values(parts).reduce((sum, each) => sum + each, 0)))
    this.sums.push({ whole: keyOf(stratum, whole), parts: all })
    if (whole !== 'sent' && whole !== 'all') return
    const row = this.rows.get(keyOf(stratum, whole)) ?? []
    this.rows.set(keyOf(stratum, whole), [...row, ...all])
  }
  /** Each column adds up to its total. */
  addColumns(strata: readonly (string | null)[]): void {
    for (const key of this.values.keys()) {
      const [stratum, what] = z.tuple([z.string().nullable(), z.string()]).parse(JSON.parse(key))
      if (stratum === null) this.sums.push({ whole: key, parts: strata.filter((each) => each !== null).map((each) => keyOf(each, what)) })
    }
  }
  reader(): (stratum: string | null, what: string) => Shown {
    const withheld = withheldOf(this)
    return (stratum, what) => { const key = keyOf(stratum, what); return withheld.has(key) ? null : (this.values.get(key) ?? 0) }
  }
}

const reasonKeys = (reasons: readonly string[], counts: readonly ReasonCount[], stratum: string | null) =>
  Object.fromEntries(reasons.map((reason) => [`because ${reason}`, countOf(counts, stratum, reason, reasons)]))

/** What may be shown of what was counted (INV-60): one system of sums for the whole table, so that no two columns give a third away. */
export function gapTable(counted: readonly CountedRow[], rejections: readonly ReasonCount[]): Pick<GapReport, 'reasons' | 'rows'> {
  const reasons = reasonsToTell(rejections)
  const sheet = new Sheet()
  for (const row of counted) {
    const { stratum, sent, accepted, rejected, unanswered, withdrawn, outcome, closed, reached, met } = row
    sheet.put(stratum, 'sent', sent)
    sheet.split(stratum, 'sent', { accepted, rejected, unanswered, withdrawn })
    sheet.split(stratum, 'sent', { outcome }, 'no outcome')
    sheet.split(stratum, 'sent', { reached }, 'not reached')
    sheet.split(stratum, 'sent', { closed }, 'not closed')
    sheet.split(stratum, 'closed', { met }, 'not met')
    if (reasons.length > 0) sheet.split(stratum, 'rejected', reasonKeys(reasons, rejections, stratum))
    const whole = keyOf(stratum, 'sent')
    sheet.rows.set(whole, [...(sheet.rows.get(whole) ?? []), keyOf(stratum, 'met'), keyOf(stratum, 'not met'), ...reasons.map((reason) => keyOf(stratum, `because ${reason}`))])
  }
  sheet.addColumns(counted.map(({ stratum }) => stratum))
  const read = sheet.reader()
  const days = (of: Shown, value: number | null): Shown => (of === null || of < smallest ? null : value)
  const rows = counted.map((row) => {
    const { stratum } = row
    const [accepted, rejected, reached] = [read(stratum, 'accepted'), read(stratum, 'rejected'), read(stratum, 'reached')]
    return {
      stratum, sent: read(stratum, 'sent'), accepted, rejected, unanswered: read(stratum, 'unanswered'), withdrawn: read(stratum, 'withdrawn'), outcome: read(stratum, 'outcome'),
      closed: read(stratum, 'closed'), reached, met: read(stratum, 'met'), reasons: reasons.map((reason) => read(stratum, `because ${reason}`)),
      daysToAnswer: days(accepted === null || rejected === null ? null : accepted + rejected, row.daysToAnswer), daysToAccept: days(accepted, row.daysToAccept), daysToReach: days(reached, row.daysToReach),
    }
  })
  return { reasons, rows }
}

/** What could not be met (INV-38): each stratum by reason, the total last. */
export function unmetTable(counts: readonly ReasonCount[]): ReasonTable {
  const reasons = reasonsToTell(counts)
  const strata = [...new Set(counts.map(({ stratum }) => stratum))]
  const sheet = new Sheet()
  for (const stratum of strata) {
    sheet.put(stratum, 'all', counts.filter((each) => each.stratum === stratum).reduce((sum, { count }) => sum + count, 0))
    sheet.split(stratum, 'all', reasonKeys(reasons, counts, stratum))
  }
  sheet.addColumns(strata)
  const read = sheet.reader()
  return { reasons, rows: strata.map((stratum) => ({ stratum, all: read(stratum, 'all'), reasons: reasons.map((reason) => read(stratum, `because ${reason}`)) })) }
}
