import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'

let w: World
let organization = ''
let service = ''
const base = '/api/directory/entries'
before(async () => {
  w = await world()
  organization = (await w.as('ada').post(`${base}/organizations`, { name: 'Quay House', website: 'quay.example' })).body.id
  service = (await w.as('maya').post(`${base}/services`, { organization_id: organization, name: 'Showers', status: 'active' })).body.id
})
after(() => w.close())

test('200 a case manager changes an entry; the history says what was, what it became, when and by whom', async () => {
  const path = `${base}/services/${service}`
  const { body: seen } = await w.as('maya').get(path)
  const { status, body } = await w.as('maya').patch(path, { organization_id: organization, name: 'Showers and laundry', capacity: 'waitlist', capacity_as_of: '2026-03-01' }, { ifMatch: seen.version })
  assert.equal(status, 200)
  assert.deepEqual([body.entry.name, body.entry.capacity, body.version], ['Showers and laundry', 'waitlist', seen.version + 1])
  const { body: changes } = await w.as('omar').get(`${path}/changes`)
  const renamed = changes.find((each: { field: string; action: string }) => each.field === 'name' && each.action === 'update')
  assert.deepEqual([renamed.was, renamed.became, renamed.by], ['Showers', 'Showers and laundry', 'Maya Ortiz'])
  assert.ok(Date.parse(renamed.at) > 0)
})

test('409 who saved first is not overwritten, and both are shown', async () => {
  const { status, body } = await w.as('omar').patch(`${base}/services/${service}`, { organization_id: organization, name: 'Baths' }, { ifMatch: 1 })
  assert.equal(status, 409)
  assert.equal(body.current.name, 'Showers and laundry')
})

test('a phone is added, changed and removed; the entry’s history has all three', async () => {
  const path = `${base}/services/${service}`
  const id = randomUUID()
  await w.as('maya').post(`${path}/details`, { id, kind: 'phone', body: { number: '910 555 0100', type: 'voice' } })
  await w.as('maya').post(`${path}/details`, { id, kind: 'phone', body: { number: '910 555 0101' } })
  assert.deepEqual((await w.as('maya').get(path)).body.details, [{ id, kind: 'phone', body: { number: '910 555 0101' } }])
  assert.equal((await w.as('maya').post(`${path}/details/${id}/removal`, {})).status, 201)
  assert.deepEqual((await w.as('maya').get(path)).body.details, [])
  const { body } = await w.as('maya').get(`${path}/changes`)
  assert.deepEqual(body.filter(({ kind, field }: { kind: string; field: string }) => kind === 'phone' && field !== 'type').map((each: { action: string }) => each.action).toReversed().filter((each: string, at: number, all: string[]) => each !== all[at - 1]), ['create', 'update', 'delete'])
})

test('422 for what is no field, no kind of this entry, or says nothing; 403 for whoever only reads; 404 for another agency', async () => {
  const path = `${base}/services/${service}`
  const refusedAs = async (body: object) => (await w.as('maya').post(`${path}/details`, { id: randomUUID(), ...body })).body.code
  assert.deepEqual([await refusedAs({ kind: 'phone', body: { number: '1', colour: 'red' } }), await refusedAs({ kind: 'address', body: { city: 'Harborview' } }), await refusedAs({ kind: 'phone', body: { type: 'fax' } })], ['directory-detail.fields-not-known', 'directory-detail.not-of-this-kind', 'directory-detail.says-nothing'])
  assert.equal((await w.as('quinn').post(`${base}/organizations`, { name: 'No' })).status, 403)
  assert.equal((await w.as('bea').get(path)).status, 404)
  assert.equal((await w.as('bea').patch(path, { organization_id: organization, name: 'Ours' }, { ifMatch: 2 })).status, 404)
})

test('an entry taken off is not published any more, and can be put back', async () => {
  const path = `${base}/services/${service}`
  await w.as('maya').post(`${path}/removal`, {})
  assert.equal((await w.as('maya').get(`/hsds/services/${service}`)).status, 404)
  await w.as('maya').post(`${path}/return`, {})
  assert.equal((await w.as('maya').get(`/hsds/services/${service}`)).body.organization.website, 'https://quay.example/')
})
