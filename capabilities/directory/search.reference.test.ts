// The fast search beside a plain slow one that reads everything: on invented directories and questions both find the same, in the same order, for the same reasons.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addCivilDays } from '../../platform/time/civil.ts'
import { dice } from '../../test/dice.ts'
import { world, type World } from '../../test/world.ts'
import { milesBetween } from './distance.ts'
import { makeEntry, makeTerm, weekdays } from './entry.testing.ts'
import { Finding, type Found, type FoundBy, type Option } from './finding.ts'
import { minuteOfWeek } from './openHours.ts'
import { rank } from './ranking.ts'
import { candidatesFor } from './search.store.ts'

const at = { day: '2026-03-10', time: '10:00' }
const today = at.day
const nouns = ['food', 'pantry', 'legal', 'aid', 'dental', 'clinic', 'shelter', 'rent', 'help', 'foods', 'family', 'senior']
const zips = ['27601', '27602', '27603', '28801']
const random = dice(20261122)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? assert.fail('nothing to pick from')
const some = (n: number): string => Array.from({ length: n }, () => pick(nouns)).join(' ')

/** What the slow search knows of an entry: what is shown of it, and its words and needs by how they stand there. */
interface Known { option: Option; weightOf: Map<string, number>; openThen: boolean }
let w: World
let all: Known[]
let need: string
before(async () => {
  w = await world()
  await w.setClock('2026-03-10T14:00:00Z')
  need = await makeTerm(w, 'Supplies')
  for (let n = 0; n < 45; n += 1) {
    const [from, to] = pick([[8, 20], [60, 150], [10, 90]])
    await makeEntry(w, {
      name: some(2), organization: `House ${n}`, description: some(5), zip: pick(zips), at: [35.5 + random() * 0.8, -78.9 + random() * 0.8], terms: random() < 0.3 ? [need] : [],
      service: {
        ...(random() < 0.3 ? { fees_description: 'Free' } : random() < 0.3 ? { fees_description: 'Sliding scale' } : {}), ...(random() < 0.3 ? { capacity: pick(['has', 'none', 'waitlist']), capacity_as_of: '2026-03-05' } : {}),
        ...(random() < 0.3 ? { minimum_age: from, maximum_age: to } : {}), ...(random() < 0.5 ? { verified_at: '2026-03-01T12:00:00Z' } : {}), ...(random() < 0.2 ? { experience: pick([-2, 1, 2]) } : {}),
        ...(random() < 0.4 ? { accepted_payers: [pick(['Medicaid', 'Medicare'])] } : {}),
      },
      details: [...(random() < 0.4 ? [['language', 'service', { code: pick(['es', 'vi']) }] as const] : []), ...(random() < 0.6 ? [['schedule', 'service', random() < 0.7 ? weekdays : { ...weekdays, byday: 'SA' }] as const] : [])].map((each) => [...each]),
    })
  }
  const rows = await w.asOwner(`select e.shown as option, d.tokens, d.weights, coalesce(e.open_minutes @> ${minuteOfWeek(at)}, true) as "openThen" from directory_entry e join directory_said d on d.entry_id = e.id where e.agency_id = $1`, [w.agencyId])
  all = rows.map(({ option, tokens, weights: heavy, openThen }) => ({ option, openThen, weightOf: new Map(tokens.map((token: string, index: number) => [token, heavy[index]])) }))
})
after(() => w.close())

const foundBy: FoundBy[] = ['place', 'words', 'need', 'name']
const words = (asked: Finding): string[] => [...new Set(asked.words.split(' ').filter(Boolean))]
/** A word, or what begins with it and is little longer. */
const weightOf = ({ weightOf: known }: Known, word: string): number => Math.max(-1, ...[...known].filter(([token]) => token === word || (token.startsWith(word) && token.length <= word.length + 2)).map(([, weight]) => weight))

/** Reads every entry and sorts them all: no index, no bounds. */
function slowly(asked: Finding, point: { latitude: number; longitude: number } | null): Found[] {
  const typed = words(asked)
  const judged = all.map((each) => {
    const met = typed.map((word) => weightOf(each, word)).filter((weight) => weight >= 0)
    const needed = asked.need === null ? [] : [each.weightOf.get(`need:${asked.need}`) ?? -1]
    return { each, met: met.length, weight: Math.max(0, ...met, ...needed), needed: needed.every((weight) => weight >= 0) }
  })
  const fits = judged.filter(({ each: { option, openThen }, met, needed }) => needed && (typed.length === 0 || met > 0) && passes(option, openThen, asked, point))
  const most = Math.max(0, ...fits.map(({ met }) => met))
  return rank(fits.filter(({ met }) => met === most).map(({ each, weight }) => ({ option: each.option, foundBy: foundBy[weight] ?? 'words' })), asked, situationOf(asked, point))
}
function passes(option: Option, openThen: boolean, asked: Finding, point: { latitude: number; longitude: number } | null): boolean {
  const { cost, payer, language, fresh, withRoom, eligible, client: { ageYears }, withinMiles } = asked
  if (point !== null && withinMiles !== null && option.latitude !== null && option.longitude !== null && milesBetween(point, { latitude: option.latitude, longitude: option.longitude }) > withinMiles) return false
  if (cost !== null && option.cost !== 'free' && !(cost === 'sliding' && option.cost === 'sliding')) return false
  if (payer !== null && option.cost !== 'free' && !option.payers.includes(payer)) return false
  if (language !== null && !option.languages.includes(language)) return false
  if ((asked.open !== null && !openThen) || (withRoom && option.capacity !== 'has') || (fresh && (option.verifiedOn ?? '') < addCivilDays(today, -180))) return false
  return !eligible || ageYears === null || ((option.minAge ?? 0) <= ageYears && (option.maxAge ?? 999) >= ageYears)
}
const situationOf = (asked: Finding, from: { latitude: number; longitude: number } | null) => ({ from, zip: asked.place && 'zip' in asked.place ? asked.place.zip : null, today, at })

const maybe = <T>(part: number, value: T): T | null => (random() < part ? value : null)
function question(): Finding {
  return Finding.parse({
    words: random() < 0.75 ? some(1 + Math.floor(random() * 3)) : '', need: maybe(0.25, need), place: maybe(0.6, { latitude: 35.9, longitude: -78.5 }), withinMiles: random() < 0.2 ? null : pick([10, 25, 40]), open: maybe(0.25, at),
    language: maybe(0.2, 'es'), cost: maybe(0.2, pick(['free', 'sliding'])), payer: maybe(0.2, 'Medicaid'), withRoom: random() < 0.1, fresh: random() < 0.15, eligible: random() < 0.2,
    client: { ageYears: maybe(0.5, pick([16, 42, 70])), language: maybe(0.3, 'vi'), payer: maybe(0.3, 'Medicare') },
  })
}
async function fast(asked: Finding): Promise<Found[]> {
  const { candidates, from } = await w.work('maya', (work) => candidatesFor(work, asked, at))
  return rank(candidates, asked, situationOf(asked, from))
}
const told = (found: Found[]) => found.slice(0, 20).map(({ id, points, reasons, exclusions }) => ({ id, points, reasons, exclusions }))
const pointOf = ({ place }: Finding) => (place !== null && 'latitude' in place ? place : null)

test('on 120 random questions the fast search answers as the slow one does: the same entries, order, reasons and exclusions', async () => {
  let found = 0
  for (let n = 0; n < 120; n += 1) {
    const asked = question()
    const [quick, slow] = [await fast(asked), slowly(asked, pointOf(asked))]
    assert.deepEqual(told(quick), told(slow), JSON.stringify(asked))
    found += slow.length
  }
  assert.ok(found > 300, `${found} answers in all`)
})

test('the comparison can fail: with a wrong weight, or one entry left out, the two differ', async () => {
  const asked = Finding.parse({ words: 'food', place: { latitude: 35.9, longitude: -78.5 } })
  const quick = told(await fast(asked))
  const [first] = all.splice(all.findIndex(({ option }) => option.id === quick[0]?.id), 1)
  assert.ok(first)
  assert.notDeepEqual(quick, told(slowly(asked, pointOf(asked))))
  all.push({ ...first, weightOf: new Map([...first.weightOf].map(([token]) => [token, 1])) })
  assert.notDeepEqual(quick, told(slowly(asked, pointOf(asked))))
  all.splice(-1, 1, first)
  assert.deepEqual(quick, told(slowly(asked, pointOf(asked))))
})
