// Civil dates, business days, partial dates and amounts: the arithmetic the record is judged by.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  fifteenMinuteUnits,
  divideHalfUp,
  mileageLineMinor,
  milesText,
  sixMinuteUnits,
  tenthsOfMile,
  timeLineMinor,
  totalMinor,
  unitLineMinor,
} from './amounts.ts'
import { addBusinessDays, businessDaysBetween, holidaysOf, isBusinessDay } from './business.ts'
import {
  addCivilDays,
  addCivilMonths,
  age,
  civilFromDayNumber,
  daysBetween,
  daysInclusive,
  isCivilDate,
  weekday,
} from './civil.ts'
import { Day } from './day.ts'
import { ageRange, readPartialDate, spanOf, writePartialDate } from './partial.ts'
import { civilDayOf, clockTimeOf, instantAt, isZone } from './zone.ts'

const day = fc.integer({ min: -25_000, max: 40_000 }).map(civilFromDayNumber)
const shift = fc.integer({ min: -2000, max: 2000 })

test('a day that does not exist is not a date, and is never counted with', () => {
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '20260101', 'tomorrow', '', '2026-01-01T00:00:00Z'])
    assert.equal(isCivilDate(wrong), false, wrong)
  assert.equal(isCivilDate('2028-02-29'), true)
  assert.throws(() => addCivilDays('2026-02-30', 1), RangeError)
  assert.throws(() => daysBetween('2026-02-28', '2026-02-30'), RangeError)
})

test('adding days and counting them are each other’s inverse', () => {
  fc.assert(fc.property(day, shift, (from, n) => daysBetween(from, addCivilDays(from, n)) === n))
  fc.assert(fc.property(day, shift, (from, n) => addCivilDays(addCivilDays(from, n), -n) === from))
})

test('a weekday agrees with the platform’s own calendar', () => {
  fc.assert(fc.property(day, (each) => weekday(each) === (new Date(`${each}T00:00:00Z`).getUTCDay() || 7)))
})

test('months keep the day, or end with the month', () => {
  assert.equal(addCivilMonths('2026-01-31', 1), '2026-02-28')
  assert.equal(addCivilMonths('2028-01-31', 1), '2028-02-29')
  assert.equal(addCivilMonths('2026-03-15', -3), '2025-12-15')
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, n) => addCivilMonths(from, n) <= addCivilMonths(from, n + 1)),
  )
})

test('SC-01 A1 the lost days and spans of a workers’ compensation case', () => {
  assert.equal(daysInclusive('2026-02-04', '2026-03-15'), 40)
  assert.equal(daysBetween('2026-02-03', '2026-03-16'), 41)
  assert.equal(daysBetween('2026-02-16', '2026-03-16'), 28)
  assert.equal(daysBetween('2026-02-03', '2026-06-22'), 139)
})

test('the federal holidays of 2026 and 2027, as observed', () => {
  assert.deepEqual(
    holidaysOf(2026).map((each) => each.day),
    [
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ],
  )
  // New Year's Day 2028 is a Saturday: its day off belongs to 2027
  assert.deepEqual(
    holidaysOf(2027).map((each) => each.day),
    [
      '2027-01-01',
      '2027-01-18',
      '2027-02-15',
      '2027-05-31',
      '2027-06-18',
      '2027-07-05',
      '2027-09-06',
      '2027-10-11',
      '2027-11-11',
      '2027-11-25',
      '2027-12-24',
      '2027-12-31',
    ],
  )
  assert.equal(isBusinessDay('2020-06-19'), true, 'Juneteenth was no holiday before 2021')
  assert.equal(isBusinessDay('2026-07-03', 'weekdays'), true)
})

test('two business days from a Friday, over a holiday, and backwards', () => {
  assert.equal(addBusinessDays('2026-03-06', 2), '2026-03-10')
  assert.equal(addBusinessDays('2026-02-13', 1), '2026-02-17', '16 February is Washington’s Birthday')
  assert.equal(addBusinessDays('2026-02-16', 2), '2026-02-18', 'the anchor may be a holiday')
  assert.equal(addBusinessDays('2026-02-17', -1), '2026-02-13')
  assert.equal(addBusinessDays('2026-02-14', 0), '2026-02-14')
})

test('business days: the nth after a day is a business day and exactly n are counted', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const found = addBusinessDays(from, n)
      assert.equal(isBusinessDay(found), true)
      assert.equal(businessDaysBetween(from, found), n)
      assert.equal(businessDaysBetween(found, from), -n)
    }),
  )
})

test('every observed holiday is a weekday, and a year has at most twelve days off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1978, max: 2100 }), (year) => {
      const days = holidaysOf(year)
      assert.ok(days.length >= 8 && days.length <= 12)
      for (const each of days) assert.ok(weekday(each.day) <= 5 && each.day.startsWith(String(year)))
    }),
  )
})

test('the civil day of an instant is that of the zone named', () => {
  assert.equal(civilDayOf('2026-03-07T03:30:00Z', 'America/New_York'), '2026-03-06')
  assert.equal(civilDayOf('2026-03-07T03:30:00Z', 'Asia/Ho_Chi_Minh'), '2026-03-07')
  assert.equal(clockTimeOf('2026-03-07T03:30:00Z', 'America/New_York'), '22:30')
  assert.throws(() => civilDayOf('yesterday', 'America/New_York'), RangeError)
  assert.deepEqual([isZone('America/Chicago'), isZone('America/Atlantis')], [true, false])
})

test('a clock time names one instant, at the changes of the hour too', () => {
  assert.equal(instantAt('2026-02-17', '09:00', 'America/New_York'), '2026-02-17T14:00:00.000Z')
  assert.equal(
    instantAt('2026-03-08', '02:30', 'America/New_York'),
    '2026-03-08T07:30:00.000Z',
    'skipped: 03:30 is what clocks show',
  )
  assert.equal(instantAt('2026-11-01', '01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z', 'repeated: the first of the two')
  const zones = fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC')
  fc.assert(fc.property(day, zones, (each, zone) => civilDayOf(instantAt(each, '12:00', zone), zone) === each))
})

test('age counts completed years, leap days included', () => {
  assert.equal(age('1984-05-17', '2026-05-16'), 41)
  assert.equal(age('1984-05-17', '2026-05-17'), 42)
  assert.equal(age('2008-02-29', '2026-02-28'), 17)
  assert.equal(age('2008-02-29', '2026-03-01'), 18)
})

test('a date known in part is kept as it was told', () => {
  for (const told of ['1984', '1984-05', '1984-05-17', '']) {
    const read = readPartialDate(told)
    assert.ok(read)
    assert.equal(writePartialDate(read), told)
  }
  for (const wrong of ['84', '1984-13', '1984-02-30', 'May 1984']) assert.equal(readPartialDate(wrong), null)
})

test('an age from a birth year is a range, and unknown stays unknown', () => {
  assert.deepEqual(ageRange({ date: '1984-01-01', precision: 'year', estimated: true }, '2026-06-01'), { from: 41, to: 42 })
  assert.deepEqual(ageRange({ date: '1984-05-17', precision: 'day', estimated: false }, '2026-06-01'), { from: 42, to: 42 })
  assert.equal(ageRange({ date: null, precision: 'unknown', estimated: false }, '2026-06-01'), null)
  assert.deepEqual(spanOf({ date: '2024-02-01', precision: 'month', estimated: false }), {
    first: '2024-02-01',
    last: '2024-02-29',
  })
})

test('SC-01 A2 time, miles and rates come to 2,000.16 by rounding each line once', () => {
  const miles = [480, 510, 370, 780].map((tenths) => mileageLineMinor(tenths, 7250))
  assert.deepEqual(miles, [3480, 3698, 2683, 5655])
  assert.equal(totalMinor(miles), 15_516)
  assert.equal(timeLineMinor(146, 1_050_000), 153_300)
  assert.equal(timeLineMinor(52, 600_000), 31_200)
  assert.equal(totalMinor([153_300, 31_200, ...miles]), 200_016)
})

test('SC-01 A2 75 minutes are 13 six-minute units: nearest, a half upwards', () => {
  assert.deepEqual([0, 2, 3, 8, 9, 60, 75].map(sixMinuteUnits), [0, 0, 1, 1, 2, 10, 13])
  assert.deepEqual([7, 8, 22, 23].map(fifteenMinuteUnits), [0, 1, 1, 2])
})

test('rounding half up is never off by more than half a unit', () => {
  const top = fc.integer({ min: 0, max: 2 ** 45 })
  fc.assert(
    fc.property(top, fc.integer({ min: 1, max: 10_000 }), (numerator, denominator) => {
      const twice = 2n * BigInt(divideHalfUp(numerator, denominator)) * BigInt(denominator) - 2n * BigInt(numerator)
      assert.ok(twice > -BigInt(denominator) && twice <= BigInt(denominator))
    }),
  )
})

test('a part of a unit, a negative or an inexact amount is refused, not rounded', () => {
  for (const wrong of [1.5, -1, Number.NaN, 2 ** 53]) assert.throws(() => sixMinuteUnits(wrong), RangeError)
  assert.throws(() => unitLineMinor(2 ** 40, 2 ** 40), RangeError)
  assert.equal(unitLineMinor(12, 32_000_000), 3_840_000)
})

test('miles are read and written to a tenth', () => {
  assert.deepEqual(['48', '48.3', ' 0.5 ', '48.35', 'far', '-1'].map(tenthsOfMile), [480, 483, 5, null, null, null])
  assert.deepEqual([480, 483, 5].map(milesText), ['48', '48.3', '0.5'])
})

test('a day comes in as one that can be counted with', () => {
  const refused = ['0050-01-01', '2026-02-29', '2026-3-1', '2026-03-01T00:00', ''].filter((text) => !Day.safeParse(text).success)
  assert.equal(refused.length, 5)
  assert.equal(Day.parse('0100-01-01'), '0100-01-01')
})
