// Who is shown first, and who carries too much.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answersWithoutCredential, byConcern, isOver, totalsOf, type TeamLine } from './supervision.ts'

const line: TeamLine = {
  id: 'a', name: 'Maya', credentialLine: 'RN', roles: ['caseManager'], status: 'active', openCases: 3, pointsTenths: 450, capacityPoints: 60, late: 0, safety: 0, openTasks: 4,
  credential: { title: 'RN', jurisdiction: 'NC', expiresOn: '2027-01-01', standing: 'valid' },
}
const expired = { ...line, credential: { ...line.credential!, standing: 'expired' as const } }

test('exactly at capacity is not above it', () => {
  assert.deepEqual([600, 601].map((pointsTenths) => isOver({ ...line, pointsTenths })), [false, true])
})

test('INV-09 cases answered for without a valid credential are named; without cases nothing is wrong', () => {
  assert.deepEqual([line, expired, { ...line, credential: null }, { ...expired, openCases: 0 }].map(answersWithoutCredential), [false, true, true, false])
})

test('safety first, then a missing credential, then late work, then too much of it, then by name', () => {
  const people = [{ ...line, name: 'Zoe' }, line, { ...line, name: 'Over', pointsTenths: 601 }, { ...line, name: 'Late', late: 2 }, { ...expired, name: 'Expired' }, { ...line, name: 'Safety', safety: 1 }]
  assert.deepEqual(people.toSorted(byConcern).map(({ name }) => name), ['Safety', 'Expired', 'Late', 'Over', 'Maya', 'Zoe'])
})

test('the order is one order: no two people are each before the other', () => {
  const anyone = fc.record({ late: fc.nat(3), safety: fc.nat(2), pointsTenths: fc.constantFrom(0, 601), name: fc.constantFrom('A', 'B') }).map((some) => ({ ...line, ...some }))
  fc.assert(fc.property(anyone, anyone, (a, b) => Math.sign(byConcern(a, b)) + Math.sign(byConcern(b, a)) === 0))
})

test('totals are sums of what is shown', () => {
  assert.deepEqual(totalsOf([line, { ...line, late: 2, safety: 1, pointsTenths: 700 }]), { openCases: 6, late: 2, safety: 1, overCapacity: 1 })
})
