import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { tileOrigin } from '../../platform/http/tiles.ts'
import { world, type World } from '../../test/world.ts'
import { makeEntry, runAs, type Made } from './entry.testing.ts'
import type { Asked } from './finding.ts'
import { askForVerifications } from './freshness.actions.ts'
import { mapTiles } from './mapTiles.ts'

let w: World
let pantry: Made
let clinic: Made
before(async () => {
  w = await world()
  await w.setClock('2026-03-10T14:00:00Z')
  pantry = await makeEntry(w, { name: 'Food pantry', service: { verified_at: '2026-03-01T12:00:00Z', verified_by: w.staffId.maya } })
  clinic = await makeEntry(w, { name: 'Foot clinic', organization: 'Harbor House', service: { verified_at: '2025-03-01T12:00:00Z', verified_by: w.staffId.maya } })
})
after(() => w.close())

const search = (asked: Asked, person: 'maya' | 'bill' = 'maya') => w.as(person).get('/api/directory/search', { 'x-search': encodeURIComponent(JSON.stringify(asked)) })
const tasksOf = (rule: string) => w.asOwner(`select about_id as "aboutId", status, role, due_on::text as "dueOn", params, settled_by_type as "settledBy" from task where rule = $1 order by created_at`, [rule])
const page = async (serviceId: string) => (await w.as('maya').get(`/api/directory/services/${serviceId}`)).body

test('200 a search travels in a header, and everybody on the staff may look', async () => {
  for (const person of ['maya', 'bill'] as const) {
    const { status, body } = await search({ words: 'pantry' }, person)
    assert.deepEqual([status, body.found.map(({ name }: { name: string }) => name)], [200, ['Food pantry']])
  }
})

test('400 a search in the address is refused; a broken question is refused with its place', async () => {
  assert.equal((await w.as('maya').get('/api/directory/search?search=pantry')).status, 400)
  const { status, body } = await search({ place: { zip: '27' } })
  assert.equal(status, 400, JSON.stringify(body))
})

test('a service opens with everything about it, its age and its history; nobody sees another agency’s', async () => {
  const opened = await page(clinic.serviceId)
  assert.deepEqual([opened.about.name, opened.places[0].freshness, opened.openReports], ['Foot clinic', { stale: true, days: 374 }, 0])
  assert.ok(opened.history.some(({ kind, what, by }: Record<string, string>) => kind === 'change' && what === 'service.name' && by === 'Ada Voss'))
  assert.equal((await w.as('bea').get(`/api/directory/services/${clinic.serviceId}`)).status, 404)
})

test('two to four options lie side by side, in the order they were chosen', async () => {
  const compare = (entries: string[]) => w.as('maya').get(`/api/directory/comparison?entries=${entries.join(',')}`)
  const { status, body } = await compare([clinic.atId, pantry.atId])
  assert.deepEqual([status, body.map(({ name }: { name: string }) => name)], [200, ['Foot clinic', 'Food pantry']])
  assert.equal((await compare([pantry.atId])).body.code, 'directory.compare-two-to-four')
})

test('a wrong entry is reported in one step: whoever keeps the directory is asked once, and the history shows it', async () => {
  const report = { id: randomUUID(), wrong: 'phone', note: 'Rings at a bakery' }
  assert.equal((await w.as('maya').post(`/api/directory/services/${pantry.serviceId}/reports`, report)).status, 201)
  await w.as('zoe').post(`/api/directory/services/${pantry.serviceId}/reports`, { id: randomUUID(), wrong: 'hours' })
  const asked = await tasksOf('entry-report')
  assert.deepEqual(asked.map(({ aboutId, role, dueOn, status }) => [aboutId, role, dueOn, status]), [[pantry.serviceId, 'administrator', '2026-03-12', 'open']])
  const { history, openReports } = await page(pantry.serviceId)
  assert.deepEqual([openReports, history.find(({ kind, what }: Record<string, string>) => kind === 'report' && what === 'phone')?.note], [2, 'Rings at a bakery'])
  const needs = await w.as('maya').post(`/api/directory/services/${pantry.serviceId}/reports`, { id: randomUUID(), wrong: 'other' })
  assert.equal(needs.status, 400)
})

test('INV-33 the report’s task closes by a verification, not by a tick; “no answer” closes nothing', async () => {
  const verify = (result: string) => w.as('ada').post(`/api/directory/services/${pantry.serviceId}/verifications`, { way: 'phone', result })
  assert.equal((await verify('no-answer')).status, 201)
  assert.equal((await tasksOf('entry-report'))[0].status, 'open')
  await w.setClock('2026-03-11T14:00:00Z')
  assert.equal((await verify('corrected')).status, 201)
  const [task] = await tasksOf('entry-report')
  assert.deepEqual([task.status, task.settledBy], ['done', 'directory-verification'])
  const { openReports, places } = await page(pantry.serviceId)
  assert.deepEqual([openReports, places[0].verifiedOn, places[0].verifiedBy], [0, '2026-03-11', 'Ada Voss'])
})

test('INV-34 older than 180 days becomes a verification task, once; verified, it is settled and fresh', async () => {
  await w.work('system', askForVerifications)
  await w.work('system', askForVerifications)
  const asked = await tasksOf('entry-verification')
  assert.deepEqual(asked.map(({ aboutId, status, params }) => [aboutId, status, params.verifiedOn]), [[clinic.serviceId, 'open', '2025-03-01']])
  await w.as('maya').post(`/api/directory/services/${clinic.serviceId}/verifications`, { way: 'visit', result: 'right' })
  assert.equal((await tasksOf('entry-verification'))[0].status, 'done')
  assert.equal((await page(clinic.serviceId)).places[0].freshness.stale, false)
})

test('a large old directory becomes twenty tasks at a time; one that whoever keeps the directory excepts with a reason makes room and is not asked again at once', async () => {
  const run = runAs(w, 'ada')
  for (let n = 0; n < 25; n += 1) await run('insert into directory_service (id, name) values ($1, $2)', [randomUUID(), `Old service ${n}`])
  const open = async () => (await tasksOf('entry-verification')).filter(({ status }) => status === 'open').length
  await w.work('system', askForVerifications)
  assert.equal(await open(), 20)
  const [task] = await w.asOwner(`select id from task where rule = 'entry-verification' and status = 'open' limit 1`)
  assert.equal((await w.as('omar').post(`/api/tasks/${task.id}/exception`, { code: 'not-applicable', reason: 'Nobody uses it' })).status, 404)
  assert.equal((await w.as('ada').post(`/api/tasks/${task.id}/exception`, { code: 'not-applicable', reason: '' })).status, 400, 'a reason is part of it')
  assert.equal((await w.as('ada').post(`/api/tasks/${task.id}/exception`, { code: 'not-applicable', reason: 'Nobody uses it' })).status, 201)
  await w.work('system', askForVerifications)
  assert.equal(await open(), 20)
  assert.equal((await tasksOf('entry-verification')).length, 22)
})

test('what is verified as gone is found no more, and stays to be read', async () => {
  const gone = await makeEntry(w, { name: 'Vanished shelter' })
  await w.as('ada').post(`/api/directory/services/${gone.serviceId}/verifications`, { way: 'visit', result: 'gone', note: 'Boarded up' })
  assert.deepEqual((await search({ words: 'vanished' })).body.found, [])
  assert.deepEqual((await page(gone.serviceId)).about.gone, true)
})

test('INV-03 a client lends age, language and ZIP code to a search; a protected address lends nothing', async () => {
  const { clientId } = await w.openCase({})
  const facts = async () => (await w.as('maya').get(`/api/clients/${clientId}/directory-facts`)).body
  await w.as('maya').patch(`/api/clients/${clientId}`, { birthDate: '1984-03-11', spokenLanguage: 'vi' }, { ifMatch: 1 })
  assert.deepEqual(await facts(), { ageYears: 42, language: 'vi', payer: null, zip: null, placeIsProtected: false })
  const live = { kind: 'actual', line1: '9 Oak Lane', city: 'Raleigh', region: 'NC', postalCode: '27609' }
  assert.equal((await w.as('maya').post(`/api/clients/${clientId}/addresses`, live)).status, 201)
  assert.equal((await facts()).zip, '27609')
  await w.as('maya').post(`/api/clients/${clientId}/addresses`, { kind: 'substitute', line1: 'PO Box 1', city: 'Raleigh', region: 'NC', postalCode: '27699' })
  assert.deepEqual([(await facts()).zip, (await facts()).placeIsProtected], [null, true])
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}/directory-facts`)).status, 404)
})

test('who pays comes from the referral that brought the client; a public payer by its funding', async () => {
  const { clientId, caseId } = await w.openCase({})
  const payer = async () => (await w.as('maya').get(`/api/clients/${clientId}/directory-facts`)).body.payer
  assert.equal(await payer(), null)
  await w.asOwner('set session_replication_role = replica')
  await w.asOwner(`insert into referral (agency_id, id, status, channel, received_on, decided_on, client_id, case_id, given_name, reason, urgency, safe_contact, source_kind, program_id, scope_asked, funding)
    values ($1, gen_random_uuid(), 'accepted', 'phone', '2026-01-05', '2026-01-05', $2, $3, 'Ann', 'Help', 'routine', 'no-restriction', 'self', $4, 'CM', 'medicaid')`, [w.agencyId, clientId, caseId, w.programId])
  assert.equal(await payer(), 'Medicaid')
  await w.asOwner(`update referral set payer = 'Granite Mutual' where case_id = $1`, [caseId])
  await w.asOwner('set session_replication_role = origin')
  assert.equal(await payer(), 'Granite Mutual')
})

test('a search leaves no trace of what was looked for', async () => {
  await search({ words: 'canarysearch', place: { zip: '27601' } })
  const [{ found }] = await w.asOwner(`select count(*)::int as found from audit_event where payload::text ilike '%canarysearch%' or action ilike '%canarysearch%'`)
  assert.equal(found, 0)
})

test('map tiles come from where the installation says, over https; else from nowhere', () => {
  const tiles = (url: string) => mapTiles({ CONTINUUM_MAP_TILES: url, CONTINUUM_MAP_ATTRIBUTION: 'Tiles by us' }).url
  assert.equal(tiles('https://tiles.example.org/{z}/{x}/{y}.png'), 'https://tiles.example.org/{z}/{x}/{y}.png')
  for (const broken of ['http://tiles.example.org/{z}/{x}/{y}.png', 'https://tiles.example.org/', 'https://a;script-src *//{z}/{x}/{y}']) assert.equal(tiles(broken), null, broken)
})

test('a page may fetch pictures from the tile server that is named, and from no other', () => {
  assert.equal(tileOrigin('https://{s}.tiles.example.org/{z}/{x}/{y}.png'), ' https://*.tiles.example.org')
  assert.equal(tileOrigin('https://tiles.example.org:8443/{z}'), ' https://tiles.example.org:8443')
  for (const nothing of [undefined, '', 'http://tiles.example.org/', "https://x;script-src 'unsafe-inline'/"]) assert.equal(tileOrigin(nothing), '')
})
