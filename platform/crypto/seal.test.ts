// Sealing: what was sealed opens where it was sealed, and nowhere else, and not after a bit was changed.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { keyVersionOf, openAt, sealAt, type Place } from './seal.ts'

const key = randomBytes(32)
const place: Place = { table: 'identifier', row: 'a', column: 'value' }
const agency = 'harborview'

test('M10 any words open again where they were sealed, and the key’s version stands in front', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 2 ** 32 - 1 }), (text, version) => {
      const sealed = sealAt(key, version, agency, place, text)
      assert.equal(openAt(key, agency, place, sealed), Buffer.from(text).toString())
      assert.equal(keyVersionOf(sealed), version)
    }),
  )
})
test('M10 one bit changed anywhere, and it does not open', () => {
  const sealed = sealAt(key, 1, agency, place, '41 Planted Lane')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    assert.throws(() => openAt(key, agency, place, changed), `bit ${bit}`)
  }
})
test('M10 moved to another agency, table, row, column or key, it does not open', () => {
  const sealed = sealAt(key, 1, agency, place, '41 Planted Lane')
  assert.equal(openAt(key, agency, place, sealed), '41 Planted Lane')
  for (const elsewhere of [{ table: 'address' }, { row: 'b' }, { column: 'note' }])
    assert.throws(() => openAt(key, agency, { ...place, ...elsewhere }, sealed))
  assert.throws(() => openAt(key, 'bayside', place, sealed))
  assert.throws(() => openAt(randomBytes(32), agency, place, sealed))
})
test('M10 the same words sealed twice look different: each has an IV of its own', () => {
  const seals = Array.from({ length: 2_000 }, () => sealAt(key, 1, agency, place, 'same').toString('hex', 5, 17))
  assert.equal(new Set(seals).size, seals.length)
})
test('M10 what Continuum did not seal is refused before a key is asked for', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('41 Planted Lane, Durham, a plain text'), Buffer.alloc(40, 2)])
    assert.throws(() => keyVersionOf(bytes), /not sealed by Continuum/)
})
