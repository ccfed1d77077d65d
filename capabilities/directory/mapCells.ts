// The map in cells of a tenth of a degree, as house.directory_cell counts them, and which of them a circle touches.
import type { Point } from './distance.ts'

/** Cells in a row from west to east, both ends counted. */
export interface Strip { from: number; to: number }

const inARow = 3600
const rows = 1800
/** What has no place on the map lies in a cell of its own. */
const nowhere: Strip = { from: -1, to: -1 }
const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI
const rowOf = (latitude: number): number => Math.min(rows - 1, Math.max(0, Math.floor((latitude + 90) * 10)))
const columnOf = (longitude: number): number => Math.floor((longitude + 180) * 10)

/**
 * Every cell that lies within so many miles, in whole or in part, and sometimes one more, never one fewer: the cells in `around` rows on either
 * side of the middle one by one, the nearest first; then what is left of each row, the nearest rows first; last what has no place.
 */
export function stripsAround(middle: Point, miles: number, around = 1): { near: Strip[]; far: Strip[] } {
  const reach = miles / 3958.7613
  const [row, column] = [rowOf(middle.latitude), columnOf(middle.longitude)]
  const [lowest, highest] = [rowOf(middle.latitude - degrees(reach)), rowOf(middle.latitude + degrees(reach))]
  const beside = Math.round((around + 1) / Math.max(0.3, Math.cos(radians(middle.latitude))))
  const near: { strip: Strip; away: number }[] = []
  const far: { strips: Strip[]; away: number }[] = []
  for (let each = lowest; each <= highest; each += 1) {
    const wide = widthOf(each, middle.latitude, reach)
    const [west, east] = wide >= 180 ? [column - inARow / 2, column + inARow / 2 - 1] : [columnOf(middle.longitude - wide), columnOf(middle.longitude + wide)]
    const away = Math.abs(each - row)
    if (away > around) {
      far.push({ strips: stripsOf(each, west, east), away })
      continue
    }
    const [first, last] = [Math.max(west, column - beside), Math.min(east, column + beside)]
    for (let cell = first; cell <= last; cell += 1) near.push(...stripsOf(each, cell, cell).map((strip) => ({ strip, away: awayFrom(middle, each, cell) })))
    far.push({ strips: [...stripsOf(each, west, first - 1), ...stripsOf(each, last + 1, east)], away })
  }
  return { near: near.toSorted((a, b) => a.away - b.away).map(({ strip }) => strip), far: [...far.toSorted((a, b) => a.away - b.away).flatMap(({ strips }) => strips), nowhere] }
}

/** Half the width of the circle in this row, in degrees: where it is widest (haversine, solved for the longitude). */
function widthOf(row: number, latitude: number, reach: number): number {
  const [south, north] = [row / 10 - 90, row / 10 - 89.9]
  const north0 = Math.max(0, south - latitude, latitude - north)
  const narrowest = Math.cos(radians(latitude)) * Math.min(Math.cos(radians(south)), Math.cos(radians(north)))
  const part = (Math.sin(Math.min(Math.PI, reach) / 2) ** 2 - Math.sin(radians(north0) / 2) ** 2) / Math.max(1e-9, narrowest)
  return part >= 1 ? 180 : degrees(2 * Math.asin(Math.sqrt(Math.max(0, part)))) + 1e-9
}

const awayFrom = ({ latitude, longitude }: Point, row: number, column: number): number =>
  (row / 10 - 89.95 - latitude) ** 2 + ((column / 10 - 179.95 - longitude) * Math.cos(radians(latitude))) ** 2

/** Around the world the cells go on at the other end of the row. */
function stripsOf(row: number, west: number, east: number): Strip[] {
  if (west > east) return []
  const round = (column: number): number => ((column % inARow) + inARow) % inARow
  const [from, to] = [row * 10000 + round(west), row * 10000 + round(east)]
  return from <= to ? [{ from, to }] : [{ from, to: row * 10000 + inARow - 1 }, { from: row * 10000, to }]
}
