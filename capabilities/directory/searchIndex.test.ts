import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likeliest } from './likeliest.ts'
import { Finding } from './finding.ts'
import { meantBy } from './meant.ts'
import { pointOfZip } from './places.ts'
import type { Facts } from './numbers.ts'
import { SearchIndex } from './searchIndex.ts'

const plain: Omit<Facts, 'id' | 'serviceId'> = {
  latitude: 35.78, longitude: -78.64, zip: '27601', cost: null, capacity: null, experience: null, minAge: null, maxAge: null, wheelchair: null, verifiedOn: null,
  openParts: -1, tokens: 'food\u001F*', heavy: '30',
}
const entry = (n: number, more: Partial<Facts> = {}): Facts => ({ id: `entry-${String(n).padStart(5, '0')}`, serviceId: `service-${n}`, ...plain, ...more })
const at = { day: '2026-03-10', time: '10:00' }
const asking = (asked: Partial<Finding>, meant: string[][]) => ({ asked: Finding.parse(asked), meant, from: null, at, today: at.day })

test('of five thousand entries the forty likeliest are those of the highest points', () => {
  const index = new SearchIndex()
  const experience = (n: number) => ((n * 7919) % 5) - 2
  index.put([], Array.from({ length: 5000 }, (_, n) => entry(n, { experience: experience(n), cost: n % 3 === 0 ? 'free' : null, capacity: n % 11 === 0 ? 'has' : null })))
  const points = (n: number) => 5 * experience(n) + (n % 3 === 0 ? 8 : 0) + (n % 11 === 0 ? 10 : 0)
  const expected = Array.from({ length: 5000 }, (_, n) => n).toSorted((a, b) => points(b) - points(a) || a - b).slice(0, 40)
  assert.deepEqual(likeliest(index, asking({}, [['food']]), 40).map(({ id }) => Number(id.slice(6))), expected)
  assert.equal(index.size, 5000)
})

test('a service is as it was said last; what is not said any more is found no more, nor its place', () => {
  const index = new SearchIndex()
  index.put([], [entry(1), entry(2, { tokens: 'foods\u001F*', zip: '27699', latitude: 36 })])
  assert.deepEqual([index.words(), index.spelledLike('fodo')], [['food', 'foods'], ['food']])
  assert.equal(pointOfZip(index.places, '27699')?.latitude, 36)
  index.put(['service-2'], [entry(2, { tokens: 'feast\u001F*' })])
  assert.deepEqual([index.words(), index.spelledLike('faest')], [['feast', 'food', 'foods'], ['feast']], 'a new word takes its place')
  assert.deepEqual(likeliest(index, asking({}, [['foods']]), 9), [])
  assert.deepEqual(likeliest(index, asking({}, [['feast']]), 9).map(({ id, weight }) => [id, weight]), [['entry-00002', 3]])
  assert.equal(pointOfZip(index.places, '27699')?.latitude.toFixed(2), '35.78', 'of its first three digits')
  index.put(['service-1', 'service-2'], [])
  assert.deepEqual([index.size, pointOfZip(index.places, '27601'), likeliest(index, asking({}, []), 9)], [0, null, []])
})

test('what occurs is offered until the last entry that has it is gone', () => {
  const index = new SearchIndex()
  index.put([], [entry(1, { tokens: 'language:es\u001Fpayer:Blue Cross', heavy: '00' }), entry(2, { tokens: 'language:vi', heavy: '0' })])
  assert.deepEqual([index.marksNow('language'), index.marksNow('payer'), index.words()], [['es', 'vi'], ['Blue Cross'], []])
  index.put(['service-2'], [])
  assert.deepEqual(index.marksNow('language'), ['es'])
})

test('a word is read as itself and its commonest longer forms, a beginning as what begins so', () => {
  const index = new SearchIndex()
  const words = ['food', 'foods', 'foodbank', 'foot', 'shelter', 'sheltered', 'shelters']
  index.put([], words.flatMap((word, n) => Array.from({ length: n + 1 }, (_, times) => entry(n * 100 + times, { tokens: word, heavy: '3' }))))
  const read = (said: string) => meantBy(index, said).map(({ words: as, alike }) => [as, alike])
  assert.deepEqual(read('the food'), [[['food', 'foods'], false]])
  assert.deepEqual(read('shel'), [[['shelters', 'sheltered', 'shelter'], false]])
  assert.deepEqual(read('Shleter'), [[['shelter'], true]])
  assert.deepEqual(read('xylophone'), [[[], true]])
})

test('an index of which more than half is gone is worn', () => {
  const index = new SearchIndex()
  index.put([], Array.from({ length: 1500 }, (_, n) => entry(n)))
  index.put(Array.from({ length: 1000 }, (_, n) => `service-${n}`), [])
  assert.equal(index.isWorn, false)
  index.put(Array.from({ length: 200 }, (_, n) => `service-${n + 1000}`), [])
  assert.equal(index.isWorn, true)
})

test('a question that cannot be judged leaves nothing behind for the next', () => {
  const index = new SearchIndex()
  index.put([], [entry(1)])
  const before = likeliest(index, asking({}, [['food']]), 9)
  assert.equal(before.length, 1)
  assert.equal(Finding.safeParse({ open: { day: '0050-01-01', time: '10:00' } }).success, false, 'it is refused where it comes in')
  assert.throws(() => likeliest(index, { ...asking({}, [['food']]), at: { day: '0050-01-01', time: '10:00' } }, 9), RangeError)
  assert.deepEqual(likeliest(index, asking({}, [['food']]), 9), before)
})
