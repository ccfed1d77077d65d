// Which credential counts on a day, for a place (INV-08, INV-09).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addCivilDays } from '../../platform/time/civil.ts'
import { bestOf, isValid, soundCredential, standingOf, warningOf, type Credential } from './credential.ts'

const licence: Credential = {
  id: 'l', staffId: 's', kind: 'licence', title: 'Registered Nurse', jurisdiction: 'NC', alsoValidIn: ['SC'], number: '1', issuedOn: '2024-03-01',
  expiresOn: '2026-03-31', verifiedOn: null, verifiedBy: null, withdrawnOn: null, withdrawalReason: null, version: 1,
}
const ccm: Credential = { ...licence, id: 'c', kind: 'certification', title: 'CCM', jurisdiction: null, alsoValidIn: [], expiresOn: null }
const on = '2026-02-17'

test('INV-08 a licence counts in its own state and those it names, and nowhere else', () => {
  assert.deepEqual(['NC', 'SC', 'GA', null].map((place) => isValid(licence, on, place)), [true, true, false, true])
  assert.equal(isValid(ccm, on, 'GA'), true, 'a credential without a state is valid everywhere')
})

test('INV-09 the day of expiry still counts, the next day does not; nor before it was issued or once withdrawn', () => {
  assert.deepEqual(['2026-03-31', '2026-04-01', '2024-02-29', '2024-03-01'].map((day) => isValid(licence, day)), [true, false, false, true])
  const withdrawn = { ...licence, withdrawnOn: '2026-02-17', withdrawalReason: 'surrendered' }
  assert.deepEqual(['2026-02-16', '2026-02-17'].map((day) => isValid(withdrawn, day)), [true, false])
})

test('a licence of the very state is named before a certification; none is none', () => {
  assert.equal(bestOf([ccm, licence], on, 'NC')?.id, 'l')
  assert.equal(bestOf([ccm, licence], '2026-04-01', 'NC')?.id, 'c')
  assert.equal(bestOf([licence], '2026-04-01', 'NC'), null)
  assert.equal(bestOf([], on), null)
})

test('what is written down is sound', () => {
  const wanted = { kind: 'licence' as const, title: 'RN', number: '1', alsoValidIn: [] }
  assert.throws(() => soundCredential({ ...wanted, expiresOn: '2027-01-01' }), { code: 'credential.licence-needs-state' })
  assert.throws(() => soundCredential({ ...wanted, jurisdiction: 'NC' }), { code: 'credential.licence-needs-expiry' })
  assert.throws(() => soundCredential({ ...wanted, jurisdiction: 'NC', issuedOn: '2027-01-01', expiresOn: '2027-01-01' }), { code: 'credential.dates' })
  soundCredential({ ...wanted, kind: 'certification' })
})

test('warnings come at 90, 60 and 30 days, and from the day after expiry', () => {
  assert.deepEqual([91, 90, 61, 60, 31, 30, 0, -1].map((days) => warningOf(addCivilDays(on, days), on)), [null, 90, 90, 60, 60, 30, 30, 0])
  assert.deepEqual(['2026-02-16', '2026-02-17', '2026-05-18', '2026-05-19'].map((expiresOn) => standingOf({ ...licence, expiresOn }, on)), ['expired', 'expiring', 'expiring', 'valid'])
})

test('INV-09 a credential that counts is never one that has expired', () => {
  const held = fc.array(fc.integer({ min: -400, max: 400 }).map((days) => ({ ...licence, expiresOn: addCivilDays(on, days) })))
  fc.assert(fc.property(held, (each) => {
    const best = bestOf(each, on, 'NC')
    assert.equal(best !== null, each.some(({ expiresOn }) => expiresOn >= on))
    assert.ok(best === null || (best.expiresOn ?? '') >= on)
  }))
})
