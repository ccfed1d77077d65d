import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { importDirectory } from './import.actions.ts'
import { dirtyOhana, ids, invented, packageOf } from './invented.testing.ts'

let w: World
before(async () => {
  w = await world()
  for (const read of [packageOf(invented), packageOf(dirtyOhana, 'dirty')]) await importDirectory({ read, inAgency: (act) => w.work('system', act) })
})
after(() => w.close())

const get = (path: string) => w.as('maya').get(`/hsds/${path}`)
const names = async (path: string): Promise<string[]> => (await get(path)).body.contents.map((each: { name: string }) => each.name).toSorted()

test('200 a service whole: its phones and their languages, hours, places, organization, terms and history', async () => {
  const { status, body } = await get(`services/${ids.pantry}`)
  assert.equal(status, 200)
  assert.equal(body.organization.name, 'Harbor House')
  assert.equal(body.program.name, 'Table')
  assert.equal(body.service_at_locations[0].location.addresses[0].city, 'Harbor')
  assert.equal(body.contacts[0].phones[0].languages[0].code, 'es')
  assert.equal(body.attributes[0].taxonomy_term.taxonomy_detail.version, '2')
  assert.equal(body.metadata[0].updated_by, 'Jo Pell')
  assert.equal('experience' in body || 'extra' in body || 'capacity' in body, false, 'what is ours is not published')
})

test('200 pages: totals, first and last, and only what is asked for', async () => {
  const { body } = await get('services?per_page=1&page=2')
  assert.deepEqual([body.total_items, body.total_pages, body.page_number, body.size, body.first_page, body.last_page, body.empty], [3, 3, 2, 1, false, false, false])
  assert.deepEqual(await names('services?search=pantry'), ['Pantry', 'Pantry\nand kitchen'])
  assert.deepEqual(await names(`services?organization_id=${ids.harbor}`), ['Legal aid', 'Pantry'])
  assert.deepEqual(await names(`services?taxonomy_term_id=${ids.term}`), ['Pantry'])
  assert.deepEqual(await names(`services?taxonomy_id=${ids.taxonomy}`), ['Pantry'])
  assert.deepEqual(await names(`taxonomy_terms?taxonomy_id=${ids.taxonomy}&top_only=true`), ['Food'])
  assert.deepEqual(await names('services?modified_after=2100-01-01T00:00:00Z'), [])
  assert.equal((await get('service_at_locations?postcode=21299')).body.total_items, 2)
  assert.deepEqual((await get(`organizations/${ids.harbor}`)).body.services.length, 2)
})

test('200 modified_after tells what changed since: an edit here, not an import that changed nothing', async () => {
  const since = (await w.asOwner('select clock_timestamp() as at'))[0]?.at.toISOString()
  await importDirectory({ read: packageOf(invented), inAgency: (act) => w.work('system', act) })
  assert.deepEqual(await names(`services?modified_after=${since}`), [])
  await w.asOwner(`update directory_service set alert = 'Closed on Friday', updated_at = clock_timestamp() where id = $1`, [ids.legal])
  assert.deepEqual(await names(`services?modified_after=${since}`), ['Legal aid'])
})

test('a service whose organization nobody said is kept here and not published', async () => {
  assert.equal((await w.asOwner(`select from directory_service where name = 'good food 4 u'`)).length, 1)
  assert.deepEqual(await names('services?search=good%20food'), [])
})

test('401 for a stranger, 404 for another agency, 400 for what is no question', async () => {
  assert.equal((await w.app.inject({ url: '/hsds/services' })).statusCode, 401)
  assert.equal((await w.as('bea').get(`/hsds/services/${ids.pantry}`)).status, 404)
  assert.deepEqual((await w.as('bea').get('/hsds/services')).body.contents, [])
  assert.equal((await get('services?page=nought')).status, 400)
  assert.equal((await get('')).body.version, '3.0')
})
