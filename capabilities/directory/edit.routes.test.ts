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
  assert.deepEqual((await w.as('maya').get(path)).body.details, [{ id, kind: 'phone', body: { number: '910 555 0101' }, version: 2 }])
  const late = await w.as('omar').post(`${path}/details`, { id, kind: 'phone', body: { number: '910 555 0199' }, version: 1 })
  assert.deepEqual([late.status, late.body.current.body], [409, { number: '910 555 0101' }])
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

test('a service at a place has room, a phone and hours of its own; its versions say who, when and what; the service tells them too', async () => {
  const location = (await w.as('maya').post(`${base}/locations`, { organization_id: organization, name: 'Pier 4' })).body.id
  const other = (await w.as('maya').post(`${base}/services`, { organization_id: organization, name: 'Lockers' })).body.id
  const place = (await w.as('maya').post(`${base}/services/${other}/places`, { locationId: location })).body.id
  const path = `${base}/places/${place}`
  const { body: seen } = await w.as('maya').get(path)
  assert.deepEqual([seen.around.organization, seen.around.service.name, seen.around.location.name], [null, 'Lockers', 'Pier 4'])
  assert.equal((await w.as('maya').patch(path, { capacity: 'has', capacity_as_of: null }, { ifMatch: seen.version })).status, 400)
  assert.equal((await w.as('maya').patch(path, { capacity: 'waitlist', capacity_as_of: '2026-03-01' }, { ifMatch: seen.version })).status, 200)
  assert.equal((await w.as('maya').patch(path, { capacity: 'none', capacity_as_of: '2026-03-01' }, { ifMatch: seen.version })).status, 409)
  await w.as('omar').post(`${path}/details`, { id: randomUUID(), kind: 'schedule', body: { freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '12:00' } })
  const told = (changes: { kind: string; field: string; became: string; by: string }[]) => changes.map(({ kind, field, became, by }) => [kind, field, became, by].join(' '))
  const versions = told((await w.as('quinn').get(`${path}/changes`)).body)
  for (const line of ['service_at_location capacity waitlist Maya Ortiz', 'schedule opens_at 09:00 Omar Haddad']) assert.ok(versions.includes(line), versions.join())
  const { history, places } = (await w.as('maya').get(`/api/directory/services/${other}`)).body
  assert.deepEqual([places[0].capacity, places[0].schedules.length], ['waitlist', 1])
  assert.ok(history.some(({ what, becomes }: { what: string; becomes: string }) => what === 'schedule.opens_at' && becomes === '09:00'))
  const around = (await w.as('maya').get(`${base}/organizations/${organization}`)).body.around
  assert.deepEqual([around.services, around.locations].map((all) => all.map(({ name }: { name: string }) => name)), [['Lockers', 'Showers and laundry'], ['Pier 4']])
  assert.deepEqual((await w.as('maya').get(`${base}/organizations?words=uay`)).body.map(({ name }: { name: string }) => name), ['Quay House'])
  assert.deepEqual((await w.as('bea').get(`${base}/organizations?words=uay`)).body, [])
})
