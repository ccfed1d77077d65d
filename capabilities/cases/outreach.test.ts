import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fairTry, OutreachChannel, unableToReach, type Attempt } from './outreach.ts'
import { addCivilDays } from '../../platform/time/civil.ts'

const attempt = (day: string, channel: Attempt['channel'] = 'phone', result: Attempt['result'] = 'no-answer') => ({ day, at: `${day}T15:00:00Z`, channel, result })
const codes = (attempts: Array<ReturnType<typeof attempt>>) => unableToReach(attempts).missing.map(({ code }) => code)

test('U4 three attempts, two modes, two days within fourteen days', () => {
  assert.deepEqual(codes([attempt('2026-02-03'), attempt('2026-02-05'), attempt('2026-02-17', 'letter')]), [])
  assert.deepEqual(codes([attempt('2026-02-03'), attempt('2026-02-05', 'letter'), attempt('2026-02-18')]), ['case.too-few-attempts'])
})

test('U4 each part is named when it is missing', () => {
  assert.deepEqual(codes([]), ['case.too-few-attempts', 'case.one-mode-only', 'case.one-day-only'])
  assert.deepEqual(codes([attempt('2026-02-03'), attempt('2026-02-04'), attempt('2026-02-05')]), ['case.one-mode-only'])
  assert.deepEqual(codes([attempt('2026-02-03'), attempt('2026-02-03', 'visit'), attempt('2026-02-03', 'text')]), ['case.one-day-only'])
})

test('a person who answered starts the count again', () => {
  const tried = [attempt('2026-02-03'), attempt('2026-02-05'), attempt('2026-02-06', 'letter')]
  assert.equal(unableToReach(tried).met, true)
  assert.equal(unableToReach([...tried, attempt('2026-02-09', 'phone', 'reached')]).met, false)
})

test('the best window counts, not the first', () => {
  assert.deepEqual(codes([attempt('2026-01-01'), attempt('2026-02-03'), attempt('2026-02-05'), attempt('2026-02-17', 'letter')]), [])
})

test('one more attempt never makes it worse', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addCivilDays('2026-02-01', days))
  const some = fc.array(fc.tuple(day, fc.constantFrom(...OutreachChannel.options)).map(([on, channel]) => attempt(on, channel)), { maxLength: 8 })
  fc.assert(fc.property(some, day, (attempts, on) => {
    const before = unableToReach(attempts)
    const after = unableToReach([...attempts, attempt(on)])
    assert.ok(!before.met || after.met)
    assert.equal(after.met, after.attempts >= fairTry.attempts && after.modes >= fairTry.modes && after.days >= fairTry.days)
  }))
})
