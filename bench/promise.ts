// What is promised of a moment, what was measured, and whether the promise is kept.
import type { Frames } from './probe.ts'

export interface Moment {
  name: string
  unit: string
  /** at most, or at least */
  promised: { most: number } | { least: number } | null
  /** one figure for each repetition */
  values: number[]
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = NaN, high = NaN] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return (low + high) / 2
}
const isFloor = (promised: Moment['promised']): boolean => promised !== null && 'least' in promised
export const worst = ({ promised, values }: Moment): number => (isFloor(promised) ? Math.min(...values) : Math.max(...values))

/** Kept when the middle of the repetitions keeps it: one disturbed by the machine's other work does not break it, and is told as the worst. */
export function isKept({ promised, values }: Moment): boolean {
  if (promised === null) return true
  const figure = median(values)
  return 'most' in promised ? figure <= promised.most : figure >= promised.least
}

const said = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 1 : 0))

export const heading = `${''.padEnd(46)}promised    median     worst`

export function lineOf(moment: Moment): string {
  const { name, unit, promised, values } = moment
  const limit = promised === null ? '–' : 'most' in promised ? `≤ ${promised.most}` : `≥ ${promised.least}`
  const figures = [limit, said(median(values)), said(worst(moment))].map((each) => each.padStart(10)).join('')
  return `${`${name}, ${unit}`.padEnd(44)}${figures}   ${promised === null ? '' : isKept(moment) ? 'kept' : 'MISSED'} (${values.length})`
}

/** The fewest frames that any second had. */
export function worstSecond({ at }: Pick<Frames, 'at'>): number {
  const last = at.at(-1) ?? 0
  const counts = at
    .filter((start) => start + 1000 <= last)
    .map((start) => at.filter((each) => each > start && each <= start + 1000).length)
  return Math.min(...counts)
}

export const longestGap = ({ at }: Pick<Frames, 'at'>): number =>
  Math.max(...at.slice(1).map((each, index) => each - (at[index] ?? each)))
