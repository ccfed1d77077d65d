import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exclusionsOf } from './exclusion.ts'
import { Finding, Search, type Asked, type Option } from './finding.ts'
import { freshnessOf, freshUntil } from './freshness.ts'
import { rank, type Situation } from './ranking.ts'

const today = '2026-03-10'
const situation: Situation = { from: { latitude: 35.78, longitude: -78.64 }, zip: '27601', today, at: { day: today, time: '10:00' } }
const option = (changes: Partial<Option> = {}): Option => ({
  id: 'a', serviceId: 's', locationId: 'l', organizationId: 'o', name: 'Food pantry', organization: 'Elm Street Church', summary: '', addressLines: [], postalCode: '27601',
  latitude: 35.78, longitude: -78.64, phone: null, url: null, languages: [], cost: null, costWords: null, payers: [], wheelchair: null, capacity: null, capacityOn: null,
  verifiedOn: '2026-02-26', verifiedBy: 'Maya Ortiz', minAge: null, maxAge: null, eligibility: null, documents: [], areas: [], areaZips: [], schedules: [], experience: null, ...changes,
})
const asked = (wanted: Asked = {}) => Finding.parse(wanted)
const ranked = (options: Option[], wanted: Asked = {}) => rank(options.map((each) => ({ option: each, foundBy: 'words' as const })), asked(wanted), situation)
const codes = (changes: Partial<Option>, wanted: Asked = {}) => {
  const [found] = ranked([option(changes)], wanted)
  return found?.exclusions.map(({ code, weight }) => `${code} ${weight}`)
}
const nineToFive = { freq: 'WEEKLY', interval: 1, byday: 'MO,TU,WE,TH,FR', bymonthday: null, dtstart: null, validFrom: null, validTo: null, until: null, opensAt: '09:00', closesAt: '17:00', notes: null }

test('every point is a reason, and the reasons add up to the rank', () => {
  const [found] = ranked([option({ cost: 'free', languages: ['vi'], capacity: 'has', capacityOn: '2026-03-01', schedules: [nineToFive] })], { client: { language: 'vi' } })
  assert.deepEqual(found?.reasons.map(({ code }) => code).toSorted(), ['distance', 'free', 'language', 'open', 'room', 'speaks-of-it', 'verified'])
  assert.equal(found?.reasons.reduce((sum, { points }) => sum + points, 0), found?.points)
  assert.deepEqual(found?.reasons.find(({ code }) => code === 'verified')?.params, { days: 12 })
})

test('nearer comes first, all else equal; without a place nobody is told a distance', () => {
  const far = option({ id: 'b', latitude: 35.9 })
  assert.deepEqual(ranked([far, option()]).map(({ id }) => id), ['a', 'b'])
  assert.equal(rank([{ option: far, foundBy: 'words' }], asked(), { ...situation, from: null })[0]?.distanceMiles, null)
})

test('the client’s language outweighs a short way', () => {
  const speaks = option({ id: 'b', latitude: 35.88, languages: ['vi'] })
  assert.equal(ranked([option(), speaks], { client: { language: 'vi' } })[0]?.id, 'b')
  assert.equal(ranked([option(), speaks])[0]?.id, 'a')
})

test('a service that certainly excludes the client ranks last and says why; wanted only eligible, it is left out', () => {
  const seniors = option({ id: 'b', minAge: 60, cost: 'free', languages: ['es'] })
  const all = ranked([seniors, option({ latitude: 35.95 })], { client: { ageYears: 42 } })
  assert.deepEqual(all.map(({ id }) => id), ['a', 'b'])
  assert.deepEqual(all[1]?.exclusions[0], { code: 'too-young', weight: 'certain', params: { age: 42, limit: 60 } })
  assert.deepEqual(ranked([seniors], { client: { ageYears: 42 }, eligible: true }), [])
})

test('age limits are inclusive, and an unknown age excludes nobody', () => {
  assert.deepEqual(codes({ minAge: 60 }, { client: { ageYears: 60 } }), [])
  assert.deepEqual(codes({ maxAge: 17 }, { client: { ageYears: 17 } }), [])
  assert.deepEqual(codes({ maxAge: 17 }, { client: { ageYears: 18 } }), ['too-old certain'])
  assert.deepEqual(codes({ minAge: 60 }), [])
})

test('an area of ZIP codes decides, an area in words must be asked', () => {
  assert.deepEqual(codes({ areas: ['27605'], areaZips: ['27605'] }), ['outside-area certain'])
  assert.deepEqual(codes({ areas: ['27601'], areaZips: ['27601'] }), [])
  assert.deepEqual(codes({ areas: ['Elm County'] }), ['outside-area possible'])
})

test('what else might exclude: documents, payer, language, rules in words', () => {
  const wanted = { client: { language: 'vi', payer: 'Medicaid' } }
  assert.deepEqual(codes({ documents: ['Photo ID'], payers: ['Private pay'], eligibility: 'Veterans' }, wanted), ['language possible', 'payer possible', 'documents possible', 'eligibility-to-ask possible'])
  assert.deepEqual(codes({ languages: ['vi'], payers: ['medicaid'] }, wanted), [])
})

test('no room is certain while the news is fresh, and a question afterwards; old news counts half', () => {
  assert.deepEqual(codes({ capacity: 'none', capacityOn: '2026-03-01' }), ['no-capacity certain'])
  assert.deepEqual(codes({ capacity: 'none', capacityOn: '2025-12-01' }), ['no-capacity possible'])
  const points = (capacityOn: string) => ranked([option({ capacity: 'has', capacityOn })])[0]?.reasons.find(({ code }) => code === 'room')?.points
  assert.deepEqual([points('2026-03-01'), points('2025-12-01')], [10, 5])
})

test('INV-34 an entry is never shown without its age: 180 days are fresh, 181 stale, never verified is stale', () => {
  assert.deepEqual(freshnessOf('2025-09-11', today), { stale: false, days: 180 })
  assert.deepEqual(freshnessOf('2025-09-10', today), { stale: true, days: 181 })
  assert.deepEqual(freshnessOf(null, today), { stale: true, days: null })
  assert.equal(freshUntil('2025-09-11'), today)
  assert.deepEqual(codes({ verifiedOn: '2025-01-01' }), ['stale possible'])
})

test('asked for an hour, what is closed then is left out; where hours are unknown it stays and says so', () => {
  const when = { open: { day: today, time: '18:00' } }
  const at = { ...situation, at: when.open }
  const found = rank([option({ id: 'closed', schedules: [nineToFive] }), option({ id: 'unknown' })].map((each) => ({ option: each, foundBy: 'words' as const })), asked(when), at)
  assert.deepEqual(found.map(({ id, exclusions }) => [id, exclusions[0]?.code]), [['unknown', 'closed-then']])
})

test('exclusions are certain first', () => {
  const both = exclusionsOf(option({ documents: ['ID'], maxAge: 12 }), asked({ client: { ageYears: 40 } }), { zip: null, today, openness: { state: 'unknown' }, freshness: freshnessOf(today, today) })
  assert.deepEqual(both.map(({ weight }) => weight), ['certain', 'possible'])
})

test('a search is plain words or a whole question; what is neither is refused with its place', () => {
  const read = (search: string) => Search.safeParse({ search })
  assert.equal(read('food pantry').data?.search.words, 'food pantry')
  assert.deepEqual(read('{"place":{"zip":"27601"},"open":"now"}').data?.search.place, { zip: '27601' })
  assert.equal(read('{"place":{"zip":"276"}}').success, false)
  assert.equal(read('{broken').success, false)
})

test('a payer is said as the service writes it, however it was typed', () => {
  const [found] = ranked([option({ payers: ['Medicaid'] })], { payer: 'medicaid' })
  assert.deepEqual(found?.reasons.find(({ code }) => code === 'payer')?.params, { payer: 'Medicaid' })
})
