// The measure of `npm run drill -- soak`: noise around a level has no slope, and a leak of six megabytes an hour is told from one of four.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floorsOf, slopeOf, type Sample } from './slope.ts'

/** Twenty minutes, a sample each second: what waits for collection comes and goes, what leaks stays. */
function soaked(leak: number): Sample[] {
  return Array.from({ length: 1_200 }, (_, second) => {
    const waiting = ((second % 17) / 17) * 20 + Math.sin(second * second)
    return { hours: second / 3_600, megabytes: 150 + waiting + (leak * second) / 3_600 }
  })
}
const found = (leak: number): number => slopeOf(floorsOf(soaked(leak), 30))

test('the slope of memory over a soak is found within a megabyte an hour, whatever is collected meanwhile', () => {
  for (const leak of [0, 4, 6, 40]) assert.ok(Math.abs(found(leak) - leak) < 1, `${leak}: ${found(leak)}`)
})
