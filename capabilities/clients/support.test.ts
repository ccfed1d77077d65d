import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPartialDate } from '../../platform/time/partial.ts'
import { authorityKinds, authorityState, mayKnow, NewSupportMember, relationships } from './support.ts'

const on = '2026-03-02'
const born = (text: string) => readPartialDate(text) ?? assert.fail('a birth date')
const adult = born('1948-05-11')
const member = (more: object = {}) => NewSupportMember.parse({ name: 'Abena Osei', relationship: 'child', ...more })
const poa = { authority: 'health-care-poa', authorityDocument: 'POA of 4 Jan 2024, copy on file' }

test('INV-06 a role in the family, the household or an emergency opens no information', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...relationships),
      fc.boolean(),
      fc.integer({ min: 0, max: 168 }),
      (relationship, emergencyContact, caregivingHoursWeekly) => {
        assert.deepEqual(mayKnow(member({ relationship, emergencyContact, caregivingHoursWeekly }), adult, on), [])
      },
    ),
  )
})

test('INV-06 what the client allows is what may be discussed, until it ends', () => {
  const kate = member({
    mayDiscuss: ['plan', 'appointments'],
    permissionBasis: 'Jenna said so on 6 Apr',
    permissionUntilOn: '2026-10-06',
  })
  assert.deepEqual(mayKnow(kate, adult, '2026-10-05'), ['appointments', 'plan'])
  assert.deepEqual(mayKnow(kate, adult, '2026-10-06'), [])
  assert.equal(NewSupportMember.safeParse({ ...kate, permissionBasis: '' }).success, false)
})

test('INV-07 a proxy ends with its period and with the role', () => {
  assert.deepEqual(mayKnow(member(poa), adult, on), ['everything'])
  assert.equal(authorityState(member({ ...poa, authorityUntilOn: on }), adult, on), 'ended')
  assert.equal(authorityState(member({ ...poa, authorityFromOn: '2026-03-03' }), adult, on), 'not-yet')
  assert.equal(authorityState(member({ ...poa, untilOn: on }), adult, on), 'ended')
  assert.deepEqual(mayKnow(member({ ...poa, authorityUntilOn: on }), adult, on), [])
})

test('INV-07 a parent no longer decides when the child turns eighteen', () => {
  const mother = member({ relationship: 'parent', authority: 'parent-of-minor', authorityDocument: 'Birth certificate' })
  assert.equal(authorityState(mother, born('2008-03-03'), on), 'in-force')
  assert.equal(authorityState(mother, born('2008-03-02'), on), 'client-of-age')
  assert.equal(authorityState(mother, born('2008'), on), 'client-of-age')
  assert.deepEqual(mayKnow(mother, born('2008-03-02'), on), [])
})

test('INV-07 a person named as alleged abuser is told nothing, whatever authority or permission there is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...authorityKinds), (authority) => {
      const accused = member({
        ...poa,
        authority,
        mayDiscuss: ['everything'],
        permissionBasis: 'Verbal, 2 Feb',
        allegedAbuser: true,
      })
      assert.deepEqual(mayKnow(accused, adult, on), [])
      if (authority !== 'none') assert.equal(authorityState(accused, adult, on), 'suspended-alleged-abuse')
    }),
  )
})

test('authority over money does not open health', () => {
  assert.deepEqual(mayKnow(member({ authority: 'financial-poa', authorityDocument: 'POA for finances' }), adult, on), [])
})

test('authority names its document', () => {
  assert.equal(NewSupportMember.safeParse({ name: 'Ruth', relationship: 'spouse', authority: 'guardian' }).success, false)
})
