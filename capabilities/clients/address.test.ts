import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressFor, addressKinds, confidentialBeside, NewAddress, type Purpose } from './address.ts'

const on = '2026-03-02'
const address = (more: object) =>
  NewAddress.parse({ kind: 'actual', line1: '12 Elm St', city: 'Salem', region: 'OR', postalCode: '97301', ...more })

test('INV-03 while a substitute is active every output uses it', () => {
  const addresses = [
    address({}),
    address({ kind: 'mailing', line1: 'PO Box 9' }),
    address({ kind: 'substitute', line1: 'PO Box 5531', program: 'Safe at Home' }),
  ]
  for (const purpose of ['letter', 'visit', 'anything'] as const)
    assert.deepEqual(addressFor(addresses, purpose, on), {
      shown: 'substitute',
      kind: 'substitute',
      lines: ['PO Box 5531', 'Salem, OR 97301'],
    })
})

test('INV-03 a confidential address with nothing in its place is named as protected, not shown', () => {
  assert.deepEqual(addressFor([address({ confidential: true })], 'visit', on), { shown: 'protected', lines: [] })
  assert.deepEqual(addressFor([address({ confidential: true })], 'letter', on), { shown: 'protected', lines: [] })
})

test('INV-03 a confidential mailing address is not replaced by the home it protects', () => {
  const addresses = [address({}), address({ kind: 'mailing', line1: 'c/o friend', confidential: true })]
  assert.equal(addressFor(addresses, 'letter', on).shown, 'protected')
})

test('letters go to the mailing address, visits to where the person is now', () => {
  const addresses = [
    address({}),
    address({ kind: 'mailing', line1: 'PO Box 9' }),
    address({ kind: 'temporary', line1: 'Shelter, 4 Oak' }),
  ]
  assert.deepEqual(addressFor(addresses, 'letter', on).lines[0], 'PO Box 9')
  assert.deepEqual(addressFor(addresses, 'visit', on).lines[0], 'Shelter, 4 Oak')
})

test('an address that ended is not used, and none is said to be none', () => {
  assert.equal(addressFor([address({ untilOn: on })], 'letter', on).shown, 'none')
  assert.equal(addressFor([address({ untilOn: '2026-03-03' })], 'letter', on).shown, 'address')
})

test('an unsheltered person is found at a locator', () => {
  const locator = NewAddress.parse({ kind: 'unsheltered-locator', locator: 'River path below the rail bridge, mornings' })
  assert.deepEqual(addressFor([locator], 'visit', on).lines, ['River path below the rail bridge, mornings'])
})

test('beside a substitute every other address is confidential, whatever was ticked', () => {
  assert.equal(confidentialBeside(address({}), true), true)
  assert.equal(confidentialBeside(address({}), false), false)
  assert.equal(confidentialBeside(address({ kind: 'substitute' }), true), false)
  assert.equal(NewAddress.safeParse({ kind: 'substitute', line1: 'PO Box 1', confidential: true }).success, false)
})

test('INV-03 for any addresses and any purpose, nothing confidential and nothing behind a substitute comes out', () => {
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom(...addressKinds),
      confidential: fc.boolean(),
      untilOn: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(some, fc.constantFrom<Purpose>('letter', 'visit', 'anything'), (parts, purpose) => {
      const addresses = parts.map((part, index) =>
        address({ ...part, confidential: part.confidential && part.kind !== 'substitute', line1: `secret-${index}` }),
      )
      const substituteActive = addresses.some(({ kind, untilOn }) => kind === 'substitute' && (untilOn === null || on < untilOn))
      const out = addressFor(addresses, purpose, on)
      const from = addresses.find(({ line1 }) => out.lines.some((line) => line === line1))
      if (from) {
        assert.equal(from.confidential, false)
        assert.equal(from.kind === 'substitute', substituteActive)
      } else assert.deepEqual(out.lines, [])
    }),
  )
})
