// Dates and measures are said the way people say them.
import { expect, test } from 'vitest'
import { speak } from './i18n.ts'
import { clockWords, dayOf, dayWords, dueWords, milesWords, minutesWords, moneyWords, titleDayWords } from './words.ts'

test('a day of this year has its weekday, another year its year', () => {
  expect(dayWords('2026-02-17', '2026-02-01')).toBe('Tue 17 Feb')
  expect(dayWords('2027-01-12', '2026-02-01')).toBe('12 Jan 2027')
  expect(titleDayWords('2026-02-17')).toBe('Tuesday 17 February')
})

test('lateness is counted in civil days', () => {
  expect(dueWords('2026-02-15', '2026-02-17')).toEqual({ text: '2 days late', tone: 'late' })
  expect(dueWords('2026-02-16', '2026-02-17')).toEqual({ text: '1 day late', tone: 'late' })
  expect(dueWords('2026-02-17', '2026-02-17')).toEqual({ text: 'today', tone: 'today' })
  expect(dueWords('2026-02-19', '2026-02-17')).toEqual({ text: 'Thu 19 Feb', tone: 'later' })
})

test('an instant falls on the day of the agency’s zone', () => {
  expect(dayOf('2026-02-18T03:30:00Z', 'America/New_York')).toBe('2026-02-17')
  expect(clockWords('2026-02-18T03:30:00Z', 'America/New_York')).toBe('22:30')
})

test('minutes, tenths of a mile and minor units are said with their unit', () => {
  expect([minutesWords(25), milesWords(480), milesWords(485), milesWords(10), moneyWords(320000)]).toEqual(['25 min', '48 miles', '48.5 miles', '1 mile', '$3,200.00'])
})

test('in Spanish the day is Spanish', async () => {
  await speak('es')
  expect(dayWords('2026-02-17', '2026-02-01')).toContain('17')
  expect(dayWords('2026-02-17', '2026-02-01').toLowerCase()).toContain('feb')
  expect(dayWords('2026-02-17', '2026-02-01').toLowerCase()).toContain('mar')
})
