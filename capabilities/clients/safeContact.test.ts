import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NewContactPoint } from './contactPoint.ts'
import { mayBeUsed, type Because, type Circumstances } from './safeContact.ts'

const point = (more: object = {}) => NewContactPoint.parse({ system: 'phone', value: '(503) 555-0142', ...more })
// Tue 17 Feb 2026, 09:20 in New York
const now: Circumstances = { safeContact: 'required', deceasedOn: null, at: '2026-02-17T14:20:00Z', zone: 'America/New_York' }
const because = (more: object, when: Partial<Circumstances> = {}): [boolean, Because] => {
  const decided = mayBeUsed(point(more), { ...now, ...when })
  return [decided.may, decided.because]
}

test('INV-04 where safe contact is required, a number nobody marked safe is not used', () => {
  assert.deepEqual(because({ safety: 'not-asked' }), [false, 'not-known-safe'])
  assert.deepEqual(because({ safety: 'unsafe' }), [false, 'unsafe'])
  assert.deepEqual(because({ safety: 'safe' }), [true, 'safe'])
})

test('INV-04 a number marked unsafe is not used even when the client set no limits', () => {
  assert.deepEqual(because({ safety: 'unsafe' }, { safeContact: 'no-restriction' }), [false, 'unsafe'])
  assert.deepEqual(because({}, { safeContact: 'no-restriction' }), [true, 'no-restriction'])
  assert.deepEqual(because({}, { safeContact: 'not-asked' }), [true, 'not-asked'])
})

test('INV-04 the hours bind, in the zone of the agency', () => {
  const evenings = { safety: 'safe', hours: [{ days: [1, 2, 3, 4, 5], from: '17:00', until: '21:00' }] }
  assert.deepEqual(because(evenings), [false, 'outside-hours'])
  assert.equal(mayBeUsed(point(evenings), now).why, 'Not at this hour: Mon, Tue, Wed, Thu, Fri 17:00 to 21:00.')
  assert.deepEqual(because(evenings, { at: '2026-02-17T22:00:00Z' }), [true, 'safe'])
  assert.deepEqual(because(evenings, { at: '2026-02-18T02:00:00Z' }), [false, 'outside-hours'])
  assert.deepEqual(because(evenings, { at: '2026-02-21T23:00:00Z' }), [false, 'outside-hours'])
})

test('INV-04 a text message needs a yes where safe contact is required', () => {
  assert.deepEqual(because({ safety: 'safe' }, { by: 'text' }), [false, 'no-texting'])
  assert.deepEqual(because({ safety: 'safe', texting: 'yes' }, { by: 'text' }), [true, 'safe'])
  assert.deepEqual(because({ texting: 'no' }, { by: 'text', safeContact: 'no-restriction' }), [false, 'no-texting'])
})

test('an ended number is not used, and after a death nothing is', () => {
  assert.deepEqual(because({ safety: 'safe', untilOn: '2026-02-17' }), [false, 'ended'])
  assert.deepEqual(because({ safety: 'safe' }, { deceasedOn: '2026-02-16' }), [false, 'deceased'])
})

test('a phone number has an area code, and hours end after they begin', () => {
  assert.equal(NewContactPoint.safeParse({ system: 'phone', value: '555' }).success, false)
  assert.equal(NewContactPoint.safeParse({ system: 'email', value: 'maya at home' }).success, false)
  assert.equal(
    NewContactPoint.safeParse({ system: 'phone', value: '5035550142', hours: [{ days: [1], from: '21:00', until: '09:00' }] })
      .success,
    false,
  )
})
