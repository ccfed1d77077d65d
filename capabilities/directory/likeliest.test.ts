// Stopping early finds what reading everything finds: five thousand invented entries, and each question also judged by a plain loop over all of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCivilDays, daysBetween } from '../../platform/time/civil.ts'
import { dice } from '../../test/dice.ts'
import { milesOfDegree, type Point } from './distance.ts'
import { Finding } from './finding.ts'
import { likeliest } from './likeliest.ts'
import type { Facts } from './numbers.ts'
import { SearchIndex } from './searchIndex.ts'

const random = dice(11)
const pick = <T>(...list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const maybe = <T>(part: number, value: T): T | null => (random() < part ? value : null)
const at = { day: '2026-03-10', time: '10:00' }

/** Common, less common and rare words, with the weight of each. */
const parts = { food: 0.8, help: 0.4, legal: 0.1, dialysis: 0.01 }
function wordsOfOne(): [string, number][] {
  const words = Object.entries(parts).flatMap(([word, part]): [string, number][] => (random() < part ? [[word, pick(1, 1, 2, 3)]] : []))
  return [...words, ...(random() < 0.3 ? [['language:es', 0] as [string, number]] : []), ...(random() < 0.3 ? [['payer:Medicaid', 0] as [string, number]] : []), ...(random() < 0.2 ? [['need:x', 2] as [string, number]] : []), ['*', 0]]
}
function entry(n: number): Facts {
  const words = wordsOfOne()
  const [latitude, longitude] = random() < 0.1 ? [null, null] : [35 + 2 * random(), -80 + 2 * random() ** 2]
  return {
    id: `entry-${n}`, serviceId: `service-${n}`, latitude, longitude, zip: null, cost: pick(null, 'free', 'sliding'), capacity: pick(null, null, 'has', 'none', 'waitlist'), experience: pick(null, null, 1, -2),
    minAge: maybe(0.2, 60), maxAge: maybe(0.2, 70), wheelchair: null, verifiedOn: maybe(0.7, addCivilDays(at.day, -Math.floor(300 * random()))), openParts: pick(-1, 0, 2 ** 28 - 1),
    tokens: words.map(([word]) => word).join('\u001F'), heavy: words.map(([, weight]) => weight).join(''),
  }
}
const entries = Array.from({ length: 5000 }, (_, n) => entry(n))
const index = new SearchIndex()
index.put([], entries)
const gone = new Set(Array.from({ length: 200 }, (_, n) => `service-${n * 17}`))
index.put(gone, [])

/** The search measures on the plane, ranking.ts on the sphere. */
const milesBetween = (a: Point, b: Point): number => milesOfDegree * Math.hypot(b.latitude - a.latitude, (b.longitude - a.longitude) * Math.cos((a.latitude * Math.PI) / 180))

/** As ranking.ts gives points; null where the entry is not found. */
function points(each: Facts, asked: Finding, meant: string[][], from: Point | null): { met: number; points: number } | null {
  const has = new Map(each.tokens.split('\u001F').map((token, place) => [token, Number(each.heavy[place])]))
  const looked = meant.length > 0 ? meant : [[asked.need ? `need:${asked.need}` : '*']]
  const met = looked.map((tokens) => Math.max(-1, ...tokens.map((token) => has.get(token) ?? -1))).filter((weight) => weight >= 0)
  const miles = from === null || each.latitude === null || each.longitude === null ? null : milesBetween(from, { latitude: each.latitude, longitude: each.longitude })
  if (gone.has(each.serviceId) || met.length === 0 || (asked.need && !has.has(`need:${asked.need}`))) return null
  if ((miles !== null && miles > (asked.withinMiles ?? Infinity)) || (asked.open && each.openParts === 0) || (asked.cost === 'free' && each.cost !== 'free')) return null
  const weight = Math.max(...met, asked.need ? (has.get(`need:${asked.need}`) ?? 0) : 0)
  const days = each.verifiedOn === null ? null : daysBetween(each.verifiedOn, at.day)
  const age = asked.client.ageYears
  return {
    met: met.length,
    points: (each.cost === 'free' ? 8 : each.cost === 'sliding' ? 4 : 0) + ({ has: 10, none: -25, waitlist: -6 }[each.capacity ?? ''] ?? 0) + 5 * (each.experience ?? 0) +
      (days === null || days > 180 ? -8 : 8 * (1 - days / 360)) + ([0, 12, 35, 40][weight] ?? 0) + (miles === null ? 0 : 30 * Math.max(0, 1 - miles / (asked.withinMiles ?? 25))) +
      (each.openParts > 0 ? 12 : 0) + (asked.client.payer && has.has('payer:Medicaid') ? 12 : 0) + (asked.client.language && has.has('language:es') ? 18 : 0) +
      (age !== null && (age < (each.minAge ?? 0) || age > (each.maxAge ?? 999)) ? -100 : 0),
  }
}

test('whatever is asked, nothing likelier is passed over', () => {
  let stoppedEarly = 0
  for (let turn = 0; turn < 300; turn += 1) {
    const meant = pick<string[][]>([], [], [['food']], [['food', 'help']], [['legal']], [['dialysis']], [['food'], ['help']], [['food'], ['legal', 'help'], ['dialysis']])
    const asked = Finding.parse({
      place: maybe(0.6, { latitude: 35 + 2 * random(), longitude: -80 + 2 * random() }), withinMiles: pick(10, 25, 60, null), need: maybe(0.2, 'ffffffff-ffff-4fff-bfff-ffffffffffff'), open: maybe(0.2, at), cost: maybe(0.2, 'free' as const),
      client: { ageYears: maybe(0.3, 65), payer: maybe(0.3, 'Medicaid'), language: maybe(0.3, 'es') },
    })
    const question = { ...asked, need: asked.need && 'x' }
    const from = asked.place as Point | null
    const judged = entries.flatMap((each) => points(each, question, meant, from) ?? [])
    const most = Math.max(0, ...judged.map(({ met }) => met))
    const expected = judged.filter(({ met }) => met === most).map((each) => each.points).toSorted((a, b) => b - a)
    const found = likeliest(index, { asked: question, meant, from, at, today: at.day }, 28).map(({ n }) => points(entries[n] ?? assert.fail('no such entry'), question, meant, from)?.points ?? NaN)
    const told = `${JSON.stringify({ meant, ...question })}\n${found.join(' ')}\n${expected.slice(0, 28).join(' ')}`
    assert.equal(found.length, Math.min(28, expected.length), told)
    for (const [place, each] of found.toSorted((a, b) => b - a).entries()) assert.ok(Math.abs(each - (expected[place] ?? NaN)) <= 1 / 64, told)
    if (expected.length > 200) stoppedEarly += 1
  }
  assert.ok(stoppedEarly > 50, `${stoppedEarly} questions had more than two hundred answers`)
})
