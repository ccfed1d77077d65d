import assert from 'node:assert/strict'
import { test } from 'node:test'
import { milesBetween, type Point } from './distance.ts'
import { stripsAround } from './mapCells.ts'

let state = 7
const random = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
const cellOf = ({ latitude, longitude }: Point): number => Math.floor((latitude + 90) * 10) * 10000 + Math.floor((longitude + 180) * 10)
const holds = (middle: Point, miles: number, cell: number): number => {
  const { near, far } = stripsAround(middle, miles)
  return [...near, ...far].filter(({ from, to }) => from <= cell && cell <= to).length
}
/** A middle somewhere people live, also beside the date line, and a point some miles from it. */
function pair(): { middle: Point; miles: number; point: Point; apart: number } {
  const middle = { latitude: -60 + random() * 131, longitude: random() < 0.1 ? 179.9 + random() * 0.09 : -180 + random() * 360 }
  const miles = 1 + random() * (random() < 0.2 ? 500 : 60)
  const angle = random() * 2 * Math.PI
  const degrees = ((miles * random() * 1.2) / 3958.7613) * (180 / Math.PI)
  const longitude = middle.longitude + (degrees * Math.sin(angle)) / Math.cos((middle.latitude * Math.PI) / 180)
  const point = { latitude: middle.latitude + degrees * Math.cos(angle), longitude: ((((longitude + 180) % 360) + 360) % 360) - 180 }
  return { middle, miles, point, apart: milesBetween(middle, point) }
}

test('whatever lies within the miles lies in one of the cells, and in one only', () => {
  let inside = 0
  for (let n = 0; n < 3000; n += 1) {
    const { middle, miles, point, apart } = pair()
    if (apart > miles) continue
    inside += 1
    assert.equal(holds(middle, miles, cellOf(point)), 1, JSON.stringify({ middle, miles, point }))
  }
  assert.ok(inside > 1500, `${inside} points`)
})

test('the check can fail: half the miles hold not all of them', () => {
  const missed = Array.from({ length: 300 }, pair).filter(({ middle, miles, point, apart }) => apart <= miles && holds(middle, miles / 2, cellOf(point)) === 0)
  assert.ok(missed.length > 10)
})

test('the cell of the middle comes first, and what has no place comes last', () => {
  const middle = { latitude: 35.78, longitude: -78.64 }
  const { near, far } = stripsAround(middle, 25)
  assert.deepEqual([near[0]?.from, near.length, far.at(-1)], [cellOf(middle), 15, { from: -1, to: -1 }])
  assert.ok(far.length < 15, `${far.length} strips`)
})
