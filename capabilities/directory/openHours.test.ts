import assert from 'node:assert/strict'
import { test } from 'node:test'
import { milesBetween } from './distance.ts'
import { occursOn, opennessAt, type Schedule } from './openHours.ts'

const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  freq: 'WEEKLY', interval: 1, byday: 'MO,TU,WE,TH,FR', bymonthday: null, dtstart: null, validFrom: null, validTo: null, until: null, opensAt: '09:00', closesAt: '17:00', notes: null, ...changes,
})
// 2026-03-10 is a Tuesday.
const at = (schedules: Schedule[], day: string, time: string) => opennessAt(schedules, { day, time })

test('open from the first minute, closed from the last', () => {
  assert.deepEqual(at([schedule()], '2026-03-10', '09:00'), { state: 'open', until: '17:00' })
  assert.deepEqual(at([schedule()], '2026-03-10', '16:59'), { state: 'open', until: '17:00' })
  assert.deepEqual(at([schedule()], '2026-03-10', '17:00'), { state: 'closed', opens: { day: '2026-03-11', time: '09:00' } })
  assert.deepEqual(at([schedule()], '2026-03-14', '10:00'), { state: 'closed', opens: { day: '2026-03-16', time: '09:00' } })
})

test('over midnight: a shelter open from 19:00 to 07:00 is open at 02:00 of the next day', () => {
  const night = schedule({ byday: 'TU', opensAt: '19:00', closesAt: '07:00' })
  assert.deepEqual(at([night], '2026-03-11', '02:00'), { state: 'open', until: '07:00' })
  assert.equal(at([night], '2026-03-10', '02:00').state, 'closed')
  assert.deepEqual(at([night], '2026-03-10', '23:00'), { state: 'open', until: '07:00' })
})

test('around the clock: 00:00 to 23:59, 24:00 and 00:00 are the same', () => {
  for (const closesAt of ['23:59', '24:00', '00:00']) assert.equal(at([schedule({ byday: 'TU', opensAt: '00:00', closesAt })], '2026-03-10', '23:59').state, 'open')
})

test('the second Tuesday and the last Friday of a month; every second week from its first', () => {
  const second = schedule({ freq: 'MONTHLY', byday: '2TU' })
  assert.deepEqual([occursOn(second, '2026-03-10'), occursOn(second, '2026-03-03')], [true, false])
  const last = schedule({ freq: 'MONTHLY', byday: '-1FR' })
  assert.deepEqual([occursOn(last, '2026-03-27'), occursOn(last, '2026-03-20')], [true, false])
  const fortnightly = schedule({ interval: 2, byday: 'TU', dtstart: '2026-03-03' })
  assert.deepEqual(['2026-03-03', '2026-03-10', '2026-03-17'].map((day) => occursOn(fortnightly, day)), [true, false, true])
  assert.deepEqual(['2026-03-01', '2026-03-31'].map((day) => occursOn(schedule({ freq: 'MONTHLY', byday: null, bymonthday: '-1' }), day)), [false, true])
})

test('a season holds: not before its first day nor after its last', () => {
  const winter = schedule({ validFrom: '2025-11-01', validTo: '2026-03-09' })
  assert.equal(at([winter], '2026-03-09', '10:00').state, 'open')
  assert.deepEqual(at([winter], '2026-03-10', '10:00'), { state: 'closed', opens: null })
})

test('not knowing is not being closed', () => {
  assert.equal(at([], '2026-03-10', '10:00').state, 'unknown')
  assert.equal(at([schedule({ opensAt: null, notes: 'Call first' })], '2026-03-10', '10:00').state, 'unknown')
})

test('a known distance: Raleigh to Durham is about 20 miles, and there is as far as back', () => {
  const raleigh = { latitude: 35.7796, longitude: -78.6382 }
  const durham = { latitude: 35.994, longitude: -78.8986 }
  assert.ok(Math.abs(milesBetween(raleigh, durham) - 20.8) < 0.2)
  assert.equal(milesBetween(raleigh, durham), milesBetween(durham, raleigh))
})
