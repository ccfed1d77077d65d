import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { termsOf, tokensOf, wordsOf } from './searchToken.ts'

const client = {
  names: [{ given: 'Linda', family: 'Trần-Nguyễn' }],
  birthDate: '1969-11-20',
  contactPoints: [{ system: 'phone' as const, value: '(503) 555-0142' }],
  identifiers: [{ system: 'member', value: 'MH-88 1204' }],
}
const finds = (typed: string) => {
  const tokens = new Set(tokensOf(client))
  return termsOf(typed).ways.some((way) => way.every((token) => tokens.has(token)))
}

test('words lose case, marks and punctuation, in any script', () => {
  assert.deepEqual(wordsOf("Đặng O'Brien-Núñez"), ['dang', 'obrien', 'nunez'])
  assert.deepEqual(wordsOf('Ольга 李'), ['ольга', '李'])
})

test('a client is found by beginnings of names, in any order', () => {
  for (const typed of ['lin', 'tran', 'ngu lin', 'TRẦN linda']) assert.equal(finds(typed), true, typed)
  for (const typed of ['l', 'inda', 'lin smith', '']) assert.equal(finds(typed), false, typed)
})

test('a client is found by birth date, phone and number', () => {
  for (const typed of [
    '1969-11-20',
    '11/20/1969',
    '0142',
    '555-0142',
    '503 555 0142',
    '+1 503 555 0142',
    'MH-881204',
    'mh881204',
  ])
    assert.equal(finds(typed), true, typed)
  for (const typed of ['1969-11-21', '0143', '99']) assert.equal(finds(typed), false, typed)
})

test('any name is found by every beginning of each of its words', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,20}$/), fc.integer({ min: 2, max: 20 }), (given, length) => {
      const tokens = new Set(tokensOf({ names: [{ given, family: '' }], birthDate: null, contactPoints: [], identifiers: [] }))
      assert.ok(termsOf(given.slice(0, length)).ways.some((way) => way.every((token) => tokens.has(token))))
    }),
  )
})
