// Scoring against the published rules of each shipped instrument, and against properties any sum or mean must have.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answers, AnswerValue } from './answer.ts'
import { shippedInstruments } from './instrument.shipped.ts'
import type { Item } from './questionnaire.ts'
import { allItems } from './questionnaire.ts'
import { calculate, calculateAll, previousScore, scoreRules } from './score.ts'

const questionnaire = (title: string) => {
  const found = shippedInstruments().find((each) => each.title === title)?.questionnaire
  assert.ok(found, `${title} is shipped`)
  return found
}
const item = (title: string, linkId: string): Item => {
  const found = allItems(questionnaire(title).item).find((each) => each.linkId === linkId)
  assert.ok(found, `${title} has ${linkId}`)
  return found
}
/** The answer worth that many points. */
const worth = (from: Item, points: number): AnswerValue => {
  const coding = from.answerOption?.find((each) => each.extension?.[0]?.valueDecimal === points)?.valueCoding
  assert.ok(coding, `${from.linkId} offers an answer worth ${points}`)
  return { valueCoding: { system: coding.system, code: coding.code, display: coding.display } }
}
const answersOf = (title: string, points: readonly (number | null)[], key = 'total'): Answers => {
  const rule = scoreRules(questionnaire(title)).find((each) => each.key === key)
  return Object.fromEntries(
    (rule?.items ?? []).map((linkId, place) => {
      const point = points[place] ?? null
      return [
        linkId,
        {
          answer: point === null ? null : [worth(item(title, linkId), point)],
          notAskedReason: point === null ? ('refused' as const) : null,
        },
      ]
    }),
  )
}
const total = (title: string, points: readonly (number | null)[]) =>
  calculateAll(questionnaire(title), answersOf(title, points))[0]

test('INV-19 every PHQ-9 total is the sum of its nine answers, in the band of Kroenke 2001', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }), (points) => {
      const sum = points.reduce((a, b) => a + b, 0)
      const score = total('PHQ-9', points)
      assert.equal(score?.value, sum)
      assert.equal(
        score?.band?.label,
        sum >= 20 ? 'Severe' : sum >= 15 ? 'Moderately severe' : sum >= 10 ? 'Moderate' : sum >= 5 ? 'Mild' : 'Minimal',
      )
    }),
  )
})

test('the PHQ-9 of Linda Tran is 12, moderate, then 6, mild', () => {
  assert.deepEqual(
    [total('PHQ-9', [2, 2, 2, 2, 1, 1, 1, 1, 0])?.value, total('PHQ-9', [1, 1, 1, 1, 1, 1, 0, 0, 0])?.band?.code],
    [12, 'mild'],
  )
})

test('INV-20 the PHQ-9 fills one or two missing answers with the average of the others, and says so', () => {
  const score = total('PHQ-9', [2, 2, 2, 2, 2, 2, 1, null, null]) // 13 over 7 answers, times 9 = 16.71
  assert.deepEqual([score?.value, score?.scorable, score?.missing, score?.prorated], [17, true, 2, true])
})

test('INV-20 three missing answers leave a PHQ-9 without a score, never with a smaller one', () => {
  const score = total('PHQ-9', [3, 3, 3, 3, 3, 3, null, null, null])
  assert.deepEqual(score, {
    key: 'total',
    title: 'PHQ-9 total',
    value: null,
    scorable: false,
    missing: 3,
    prorated: false,
    band: null,
  })
})

test('INV-20 PHQ-2 and GAD-7 have no rule for missing answers, so one missing answer means no score', () => {
  assert.deepEqual([total('PHQ-2', [3, null])?.scorable, total('GAD-7', [1, 1, 1, 1, 1, 1, null])?.scorable], [false, false])
})

test('INV-20 nothing answered is never a zero', () => {
  for (const { questionnaire: form } of shippedInstruments()) {
    assert.ok(form)
    for (const score of calculateAll(form, {})) assert.deepEqual([score.value, score.scorable], [null, false])
  }
})

test('INV-20 filling missing answers never leaves the range of the scale', () => {
  const points = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(points, (given) => {
      const score = total('PHQ-9', given)
      const missing = given.filter((each) => each === null).length
      assert.equal(score?.missing, missing)
      assert.equal(score?.scorable, missing <= 2)
      if (score?.value !== null && score) assert.ok(score.value >= 0 && score.value <= 27 && Number.isInteger(score.value))
    }),
  )
})

test('GAD-7 bands begin at 5, 10 and 15', () => {
  assert.deepEqual(
    [4, 5, 10, 15].map(
      (sum) =>
        total(
          'GAD-7',
          Array.from({ length: 7 }, (_, i) => Math.min(3, Math.max(0, sum - 3 * i))),
        )?.band?.code,
    ),
    ['minimal', 'mild', 'moderate', 'severe'],
  )
})

test('PHQ-2 is positive from 3', () => {
  assert.deepEqual([total('PHQ-2', [1, 1])?.band?.code, total('PHQ-2', [2, 1])?.band?.code], ['negative', 'positive'])
})

test('personal care needs every answer; the household allows two that do not apply', () => {
  const grid = questionnaire('Daily living')
  const personal = answersOf('Daily living', [0, 1, 0, 0, 2, 0, null], 'adl')
  const household = answersOf('Daily living', [1, 2, 2, 1, 1, 1, null, null], 'iadl')
  const [adl, iadl] = calculateAll(grid, { ...personal, ...household })
  assert.deepEqual([adl?.scorable, adl?.missing, iadl?.value, iadl?.prorated], [false, 1, 11, true]) // 8 over 6, times 8 = 10.67
})

test('self-sufficiency is the mean of the areas rated, to one decimal, from nine areas up', () => {
  const rated = (count: number) =>
    calculate(
      scoreRules(questionnaire('Self-sufficiency'))[0] ?? assert.fail(),
      questionnaire('Self-sufficiency').item,
      answersOf(
        'Self-sufficiency',
        Array.from({ length: 12 }, (_, i) => (i < count ? (i % 2 ? 3 : 2) : null)),
        'mean',
      ),
    )
  assert.deepEqual([rated(12).value, rated(9).value, rated(8).value, rated(9).missing], [2.5, 2.4, null, 3])
})

test('INV-24 a score is compared with the same instrument in the same version only', () => {
  const score = (instrumentId: string, assessedOn: string, value: number | null) => ({
    instrumentId,
    key: 'total',
    value,
    assessedOn,
  })
  const now = score('phq-9 v2', '2026-06-26', 6)
  assert.equal(previousScore(now, [score('phq-9 v1', '2026-02-20', 12)]), null)
  assert.equal(
    previousScore(now, [
      score('phq-9 v2', '2026-01-02', 9),
      score('phq-9 v2', '2026-02-20', 12),
      score('phq-9 v2', '2026-03-20', null),
    ])?.value,
    12,
  )
  assert.equal(previousScore(now, [score('phq-9 v2', '2026-07-01', 3)]), null)
})
