// The map in cells of a tenth of a degree, so that a circle looks only at what lies in or near it.
import type { Point } from './distance.ts'

interface Cell { south: number; west: number; entries: number[] }
/** What has no place on the map lies in a cell of its own. */
export type Cells = Map<number, Cell>

const size = 0.1
const nowhere = Infinity
/** Some cells are one too many, none is one too few. */
const milesOfDegree = 68.9

export function putOnMap(cells: Cells, n: number, { latitude, longitude }: { latitude: number | null; longitude: number | null }): void {
  const [row, column] = latitude === null || longitude === null ? [nowhere, nowhere] : [Math.floor(latitude / size), Math.floor(longitude / size)]
  const key = row === nowhere ? nowhere : row * 10_000 + column
  const cell = cells.get(key)
  if (cell) cell.entries.push(n)
  else cells.set(key, { south: row * size, west: column * size, entries: [n] })
}

/** Entries that may lie within so many miles, and those that have no place. */
export function around(cells: Cells, { latitude, longitude }: Point, miles: number): number[][] {
  const high = miles / milesOfDegree
  const wide = high / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  const touches = ({ south, west }: Cell): boolean =>
    south === nowhere || (south + size >= latitude - high && south <= latitude + high && west + size >= longitude - wide && west <= longitude + wide)
  return [...cells.values()].filter(touches).map(({ entries }) => entries)
}
