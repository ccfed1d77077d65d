import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attainment, levels, LevelTexts, NewScale, rescale, scoreCodes, setBaseline, textOf, tScore, type Level, type Scale } from './scale.ts'

const texts: LevelTexts = ['Dialysis begun', 'A1c above 10', 'A1c below 8', 'A1c below 7.5', 'A1c below 7']
const scale = (weight: number, baseline: Level | null): Scale =>
  ({ id: 's', texts, weight, revision: 1, baseline, baselineOn: baseline === null ? null : '2026-02-20', baselineBy: baseline === null ? null : 'client' })
const goals = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 10 }), level: fc.constantFrom(...levels) }), { minLength: 1, maxLength: 8 })
const near = (a: number | null, b: number | null) => a !== null && b !== null && Math.abs(a - b) <= 0.0101

test('INV-27 SC-07 A1: weights 3, 2, 1, all at −1 give T 36.78; 0, +1, −1 at review give 52.20', () => {
  const at = (...reached: number[]) => tScore([3, 2, 1].map((weight, n) => ({ weight, level: reached[n]! })))
  assert.equal(at(-1, -1, -1), 36.78)
  assert.equal(at(0, 1, -1), 52.2)
})

test('INV-27 no goal with a level has no T-score, which is not 50', () => {
  assert.equal(tScore([]), null)
  assert.deepEqual(attainment([{ scale: null, level: null }, { scale: scale(2, null), level: null }]), { goals: 0, baseline: null, now: null })
})

test('INV-27 property: “as hoped” everywhere is 50, whatever the weights', () => {
  fc.assert(fc.property(goals, (some) => tScore(some.map((goal) => ({ ...goal, level: 0 }))) === 50))
})

test('INV-27 property: one goal alone is 50 + 10 for each level', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.constantFrom(...levels), (weight, level) => tScore([{ weight, level }]) === 50 + 10 * level))
})

test('INV-27 property: doubling every weight, or telling the goals in another order, changes nothing', () => {
  fc.assert(fc.property(goals, (some) => tScore(some.map((goal) => ({ ...goal, weight: goal.weight * 2 }))) === tScore(some)))
  fc.assert(fc.property(goals, (some) => near(tScore(some.toReversed()), tScore(some))))
})

test('INV-27 property: as far above as below: mirrored levels add up to 100', () => {
  fc.assert(fc.property(goals, (some) => near(100 - tScore(some)!, tScore(some.map((goal) => ({ ...goal, level: -goal.level }))))))
})

test('INV-27 property: one goal better means a higher T, and T stays within what the goals can reach', () => {
  fc.assert(fc.property(goals, (some) => {
    const [first, ...others] = some
    if (first!.level === 2) return true
    return tScore([{ ...first!, level: first!.level + 1 }, ...others])! > tScore(some)!
  }))
  fc.assert(fc.property(goals, (some) => {
    const best = tScore(some.map((goal) => ({ ...goal, level: 2 })))!
    return tScore(some)! <= best && tScore(some)! >= 100 - best - 0.011
  }))
})

test('INV-27 a goal not scored since stands at its baseline', () => {
  const plan = [{ scale: scale(3, -1), level: 0 as Level }, { scale: scale(2, -1), level: 1 as Level }, { scale: scale(1, -1), level: null }]
  assert.deepEqual(attainment(plan), { goals: 3, baseline: 36.78, now: 52.2 })
})

test('INV-27 the baseline is set once', () => {
  const set = setBaseline(scale(1, null), { level: -1, scoredBy: 'client' }, '2026-02-20')
  assert.deepEqual([set.baseline, set.baselineOn, set.baselineBy], [-1, '2026-02-20', 'client'])
  assert.throws(() => setBaseline(set, { level: 0, scoredBy: 'client' }, '2026-03-01'), { code: 'goal.baseline-already-set' })
})

test('INV-27 before the baseline the texts are rewritten in place; after it, other wording is a new version', () => {
  const other: NewScale = { texts: ['a', 'b', 'c', 'd', 'e'], weight: 2 }
  assert.deepEqual(rescale(null, other), { ...other, revision: 1, replaces: false })
  assert.deepEqual(rescale(scale(1, null), other), { ...other, revision: 1, replaces: false })
  assert.deepEqual(rescale(scale(1, -2), other), { ...other, revision: 2, replaces: true })
})

test('INV-27 five levels, each described, each different; a weight of 1 to 10', () => {
  assert.equal(textOf(texts, -2), 'Dialysis begun')
  assert.equal(textOf(texts, 2), 'A1c below 7')
  assert.equal(LevelTexts.safeParse(texts.slice(1)).success, false)
  assert.equal(LevelTexts.safeParse(['same', ...texts.slice(1, 4), 'Same']).success, false)
  assert.equal(LevelTexts.safeParse([' ', ...texts.slice(1)]).success, false)
  assert.equal(NewScale.safeParse({ texts, weight: 0 }).success, false)
  assert.equal(NewScale.safeParse({ texts, weight: 1.5 }).success, false)
})

test('INV-27 who scored has a LOINC code, and so has the baseline', () => {
  assert.deepEqual(scoreCodes, { client: '107334-5', practitioner: '107333-7', caregiver: '107331-1', baseline: '112296-9' })
})
