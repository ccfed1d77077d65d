import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DemographicAnswer } from './demographic.ts'
import { NewRiskFlag, reviewDayIsSoonEnough, standingOf } from './risk.ts'

test('INV-05 a flag stands until its review day and then asks to be looked at', () => {
  const flag = { reviewOn: '2026-06-01', endedOn: null }
  assert.equal(standingOf(flag, '2026-06-01'), 'standing')
  assert.equal(standingOf(flag, '2026-06-02'), 'for-review')
  assert.equal(standingOf({ ...flag, endedOn: '2026-05-01' }, '2026-05-01'), 'ended')
})

test('INV-05 a flag needs facts and a review day within a year', () => {
  assert.equal(NewRiskFlag.safeParse({ kind: 'safety-of-staff', basis: 'violent', reviewOn: '2026-06-01' }).success, false)
  assert.equal(reviewDayIsSoonEnough('2026-03-02', '2026-03-02'), false)
  assert.equal(reviewDayIsSoonEnough('2027-03-02', '2026-03-02'), true)
  assert.equal(reviewDayIsSoonEnough('2027-03-03', '2026-03-02'), false)
})

test('a person answers with several codes, own words, or declines; not both', () => {
  assert.equal(
    DemographicAnswer.safeParse({ question: 'race-ethnicity', codes: ['asian', 'white'], ownWords: 'Hmong' }).success,
    true,
  )
  assert.equal(DemographicAnswer.safeParse({ question: 'race-ethnicity', declined: true }).success, true)
  assert.equal(DemographicAnswer.safeParse({ question: 'race-ethnicity', declined: true, codes: ['asian'] }).success, false)
  assert.equal(DemographicAnswer.safeParse({ question: 'race-ethnicity', codes: ['purple'] }).success, false)
  assert.equal(DemographicAnswer.safeParse({ question: 'gender' }).success, false)
})
