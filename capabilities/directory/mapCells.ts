// The map in cells of a tenth of a degree, so that a circle looks only at what lies in or near it, the nearest first.
import { milesOfDegree, type Point } from './distance.ts'
import { latitudeOf, longitudeOf, roomOf, type Numbers } from './numbers.ts'

/** What has no place on the map lies in a cell of its own, which is nowhere. */
export interface Cell { south: number; west: number; entries: Uint32Array }
const size = 0.1
const nowhere = Infinity

/** The map, and in which of its cells each entry lies. */
export interface Cells { all: Cell[]; of: Uint32Array }

/** Entries keep their order in each cell. */
export function cellsOf(entries: Uint32Array, numbers: Numbers): Cells {
  const known = new Map<number, number>()
  const lists: { south: number; west: number; entries: number[] }[] = []
  const of = new Uint32Array(roomOf(numbers))
  for (const n of entries) {
    const [row, column] = [Math.floor(latitudeOf(numbers, n) / size), Math.floor(longitudeOf(numbers, n) / size)]
    const key = Number.isNaN(row + column) ? nowhere : row * 10_000 + column
    const at = known.get(key) ?? lists.push({ south: key === nowhere ? nowhere : row * size, west: column * size, entries: [] }) - 1
    known.set(key, at)
    of[n] = at
    lists[at]?.entries.push(n)
  }
  const all = lists.map((cell) => ({ ...cell, entries: Uint32Array.from(cell.entries) }))
  return { all, of }
}

export interface NearCell { at: number; entries: Uint32Array; miles: number }
/** Cells that may have entries within so many miles, and at least how far away those are; last what has no place. */
export function around({ all }: Cells, { latitude, longitude }: Point, within: number): NearCell[] {
  const narrow = Math.cos((latitude * Math.PI) / 180)
  const near: NearCell[] = []
  for (const [at, { south, west, entries }] of all.entries()) {
    const [north, east] = [outside(south, latitude), outside(west, longitude) * narrow]
    const miles = south === nowhere ? nowhere : milesOfDegree * Math.sqrt(north * north + east * east)
    if (miles === nowhere || miles <= within + roundOff) near.push({ at, entries, miles })
  }
  return near.toSorted((a, b) => a.miles - b.miles)
}
const outside = (from: number, at: number): number => Math.max(0, from - at, at - from - size)
/** An entry on the edge of its cell, in miles. */
const roundOff = 0.01
