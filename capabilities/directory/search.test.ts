import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { makeEntry, makeTerm, runAs, weekdays, type Made } from './entry.testing.ts'
import { Finding, type Asked } from './finding.ts'
import { openService } from './entry.actions.ts'
import { findServices } from './search.actions.ts'

let w: World
let pantry: Made
let kitchen: Made
let food: string
before(async () => {
  w = await world()
  await w.setClock('2026-03-10T14:00:00Z') // Tuesday 10:00 in the agency's zone
  food = await makeTerm(w, 'Food')
  const groceries = await makeTerm(w, 'Groceries', food)
  pantry = await makeEntry(w, {
    name: 'Saturday Pantry', description: 'Bags of groceries for families.', terms: [groceries], service: { fees_description: 'Free', verified_at: '2026-03-01T12:00:00Z', verified_by: w.staffId.maya },
    details: [['language', 'service', { name: 'Vietnamese' }], ['schedule', 'service', { freq: 'WEEKLY', byday: 'SA', opens_at: '08:00', closes_at: '12:00' }], ['phone', 'service', { number: '919 555 0101' }]],
  })
  kitchen = await makeEntry(w, {
    name: 'Community Kitchen', organization: 'Harbor House', description: 'Hot meals, and a food pantry.', at: [35.9, -78.6], zip: '27609', terms: [food],
    service: { minimum_age: 60, capacity: 'has', capacity_as_of: '2026-03-05', accepted_payers: ['Medicaid'] },
    details: [['schedule', 'location', weekdays], ['accessibility', 'location', { description: 'Wheelchair ramp' }], ['service_area', 'service', { name: '27609' }], ['required_document', 'service', { document: 'Photo ID' }]],
  })
  await makeEntry(w, { name: 'Dialysis transportation', organization: 'Wheels', at: [35.99, -78.9], zip: '27701' })
  await makeEntry(w, { name: 'Pantry of the other agency', by: 'bea' })
})
after(() => w.close())

const find = (asked: Asked) => w.work('maya', (work) => findServices(work, Finding.parse(asked)))
const names = async (asked: Asked) => (await find(asked)).found.map(({ name }) => name)

test('a word finds by name, by need and by what is said, in that order', async () => {
  const { found } = await find({ words: 'pantry' })
  assert.deepEqual(found.map(({ name, foundBy }) => [name, foundBy]), [['Saturday Pantry', 'name'], ['Community Kitchen', 'words']])
  assert.deepEqual(await names({ words: 'harbor house' }), ['Community Kitchen'])
  assert.deepEqual(await names({ words: 'groc' }), ['Saturday Pantry'])
  assert.deepEqual((await find({ words: 'pantry' })).readAs, [])
})

test('mistyped words find what was meant, and the answer says how they were read', async () => {
  for (const typed of ['pantyr', 'pntry', 'pamtry', 'panntry']) {
    const { found, readAs } = await find({ words: typed })
    assert.equal(found[0]?.name, 'Saturday Pantry', typed)
    assert.deepEqual(readAs, [{ typed, words: ['pantry'] }])
  }
  assert.deepEqual(await names({ words: 'dyalisis transprtation' }), ['Dialysis transportation'])
  assert.deepEqual(await names({ words: 'xylophone' }), [])
})

test('of several words those that meet the most are shown', async () => {
  assert.deepEqual(await names({ words: 'help with hot meals' }), ['Community Kitchen'])
})

test('a need finds what meets it and what meets its parts', async () => {
  assert.deepEqual((await names({ need: food })).toSorted(), ['Community Kitchen', 'Saturday Pantry'])
})

test('near a ZIP code, as far as asked; a ZIP code the directory does not know is told, not guessed', async () => {
  const { found, from } = await find({ words: 'pantry', place: { zip: '27609' }, withinMiles: 5 })
  assert.deepEqual(found.map(({ name }) => name), ['Community Kitchen'])
  assert.ok(from && Math.abs(from.latitude - 35.9) < 1e-6)
  assert.deepEqual(await names({ words: 'pantry', place: { zip: '27609' } }), ['Saturday Pantry', 'Community Kitchen'])
  const lost = await find({ words: 'pantry', place: { zip: '99501' } })
  assert.deepEqual([lost.placeUnknown, lost.found.length, lost.found[0]?.distanceMiles], [true, 2, null])
  const nearby = await find({ words: 'pantry', place: { zip: '27699' } })
  assert.equal(nearby.placeUnknown, false, 'the first three digits are known')
})

test('open now, or at a time', async () => {
  assert.deepEqual(await names({ open: 'now', words: 'pantry' }), ['Community Kitchen'])
  assert.deepEqual(await names({ open: { day: '2026-03-14', time: '09:00' }, words: 'pantry' }), ['Saturday Pantry'])
})

test('language, cost, payer, wheelchair, room and freshness narrow', async () => {
  assert.deepEqual(await names({ language: 'vi' }), ['Saturday Pantry'])
  assert.deepEqual(await names({ cost: 'free' }), ['Saturday Pantry'])
  assert.deepEqual((await names({ payer: 'Medicaid' })).toSorted(), ['Community Kitchen', 'Saturday Pantry'], 'those that take it, and what is free')
  assert.deepEqual(await names({ payer: 'Granite Mutual' }), ['Saturday Pantry'])
  assert.deepEqual(await names({ wheelchair: true }), ['Community Kitchen'])
  assert.deepEqual(await names({ withRoom: true }), ['Community Kitchen'])
  assert.deepEqual(await names({ fresh: true }), ['Saturday Pantry'])
})

test('what might exclude this client is said with each result; only eligible leaves it out', async () => {
  const asked = { words: 'pantry', place: { zip: '27601' }, client: { ageYears: 42 } }
  const kitchenFound = (await find(asked)).found.find(({ id }) => id === kitchen.atId)
  assert.deepEqual(kitchenFound?.exclusions.map(({ code }) => code), ['too-young', 'outside-area', 'documents', 'stale'])
  assert.deepEqual(await names({ ...asked, eligible: true }), ['Saturday Pantry'])
})

test('a line shows address, phone, hours, who verified it and when; the rest is on the service’s own page', async () => {
  const [found] = (await find({ words: 'saturday' })).found
  assert.ok(found)
  assert.deepEqual([found.addressLines, found.phone, found.verifiedBy, found.freshness.days], [['12 Elm Street', 'Raleigh, NC 27601'], '919 555 0101', 'Maya Ortiz', 9])
  const { places: [place] } = await w.work('maya', (work) => openService(work, found.serviceId))
  assert.deepEqual([place?.verifiedOn, place?.languages, place?.cost], ['2026-03-01', ['vi'], 'free'])
  assert.deepEqual(found.openness, { state: 'closed', opens: { day: '2026-03-14', time: '08:00' } })
})

test('a change is found at once, what is gone at once no more', async () => {
  const { serviceId, locationId } = await makeEntry(w, { name: 'Tooth clinic' })
  const run = runAs(w, 'ada')
  await run(`update directory_service set name = 'Dental clinic' where id = $1`, [serviceId])
  assert.deepEqual([await names({ words: 'dental' }), await names({ words: 'tooth' })], [['Dental clinic'], []])
  await run('update directory_location set latitude = 36.5 where id = $1', [locationId])
  assert.deepEqual(await names({ words: 'dental', place: { latitude: 35.78, longitude: -78.64 } }), [])
  await run('update directory_service set gone_at = now() where id = $1', [serviceId])
  assert.deepEqual(await names({ words: 'dental' }), [])
})

test('an agency finds its own directory only', async () => {
  assert.equal((await names({ words: 'pantry' })).includes('Pantry of the other agency'), false)
  const theirs = await w.work('bea', (work) => findServices(work, Finding.parse({ words: 'pantry' })))
  assert.deepEqual(theirs.found.map(({ name }) => name), ['Pantry of the other agency'])
})

test('the application reads what is derived and cannot write it', async () => {
  for (const table of ['directory_entry', 'directory_said', 'directory_revision', 'directory_revision_service']) {
    const [held] = await w.asOwner(`select has_table_privilege('continuum_app', $1, 'select') as reads, has_table_privilege('continuum_app', $1, 'insert, update, delete') as writes`, [table])
    assert.deepEqual(held, { reads: true, writes: false }, table)
  }
  assert.ok(pantry.serviceId)
})
