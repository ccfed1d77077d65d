// How a directory stands on a day, before anybody asks: the points that hang on nobody's question, and the entries from the most of them to the fewest, in
// all and in each cell of the map. Whoever looks for whatever is near, or for a common word, stops where nothing better can follow (ADR 224).
import { dayNumber } from '../../platform/time/civil.ts'
import { cellsOf, type Cells } from './mapCells.ts'
import { isThere, meritOf, openPartsOf, pointsOf, setPoints, verifiedOf, type Numbers } from './numbers.ts'
import { freshnessPoints } from './ranking.ts'

export interface Standing {
  today: string
  order: Uint32Array
  cells: Cells
  /** quarters of a day of the week in which any of them is known to be open */
  open: number
}
/** An entry stands before one of more points if it has less than this fewer. */
export const slack = 1 / 64

export function standingOn(today: string, numbers: Numbers, length: number): Standing {
  const now = dayNumber(today)
  let [lowest, top, open] = [Infinity, -Infinity, 0]
  for (let n = 0; n < length; n += 1) {
    const points = meritOf(numbers, n) + freshnessPoints(Math.max(0, now - verifiedOf(numbers, n)))
    setPoints(numbers, n, points)
    lowest = Math.min(lowest, points)
    top = Math.max(top, points)
    if (openPartsOf(numbers, n) > 0) open |= openPartsOf(numbers, n)
  }
  const order = fromTheMost(numbers, length, { lowest, top })
  return { today, order, cells: cellsOf(order, numbers), open }
}

/** Counted, because sorting a hundred thousand after each change of a directory takes too long. Without those that are no more. */
function fromTheMost(numbers: Numbers, length: number, { lowest, top }: { lowest: number; top: number }): Uint32Array {
  const stepOf = (n: number): number => Math.max(0, Math.floor((top - pointsOf(numbers, n)) / slack))
  const starts = new Uint32Array(length === 0 ? 1 : Math.floor((top - lowest) / slack) + 3)
  for (let n = 0; n < length; n += 1) if (isThere(numbers, n)) add(starts, stepOf(n) + 1, 1)
  for (let step = 1; step < starts.length; step += 1) add(starts, step, starts[step - 1] ?? 0)
  const order = new Uint32Array(starts.at(-1) ?? 0)
  for (let n = 0; n < length; n += 1) if (isThere(numbers, n)) order[add(starts, stepOf(n), 1) - 1] = n
  return order
}
const add = (counts: Uint32Array, at: number, more: number): number => (counts[at] = (counts[at] ?? 0) + more)
