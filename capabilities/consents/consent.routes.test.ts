// Consents over HTTP on a real database: recorded, defective, revoked from the instant, superseded, warned of, and guarded against SQL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import type { ClientWork } from '../../platform/work.ts'
import { world, type World } from '../../test/world.ts'
import { engagementOf, requireConsentInForce, requireLegalBasis } from './consent.actions.ts'
import { warnOfExpiry } from './consent.jobs.ts'

let w: World
before(async () => {
  w = await world()
  await w.setClock('2026-02-19T15:00:00Z')
})
after(() => w.close())

const maya = () => w.as('maya')
const engagement = {
  kind: 'cm_engagement',
  grantorName: 'Marcus Delgado',
  method: 'written',
  signedOn: '2026-02-19',
  language: 'en',
}
const authorization = {
  kind: 'hipaa_authorization',
  grantorName: 'Marcus Delgado',
  discloser: 'Coastal Orthopedics',
  recipients: ['Harborview Case Management'],
  information: 'Office notes and imaging of the back since 3 Feb 2026',
  purposes: ['Coordinate treatment and return to work'],
  expiresOn: '2026-12-31',
  signedOn: '2026-02-19',
  method: 'written',
  language: 'en',
  statesRightToRevoke: true,
  statesConditioning: true,
  statesRedisclosure: true,
  statementsVersion: '2026-01',
}
const record = (clientId: string, body: object) => maya().post(`/api/clients/${clientId}/consents`, body)
const onClient = <T>(clientId: string, act: (work: ClientWork) => Promise<T>) =>
  w.work('maya', (work) => act({ ...work, clientId }))

test('201 engagement, role disclosure and rights notice give a case its footing', async () => {
  const { clientId, caseId } = await w.openCase()
  const nothing = { basis: null, consentId: null, roleDisclosure: false, rightsNotice: false, consentUntil: null }
  assert.deepEqual((await maya().get(`/api/cases/${caseId}/engagement`)).body, nothing)
  const kept = await record(clientId, { ...engagement, expiresOn: '2027-02-18' })
  assert.deepEqual([kept.status, kept.body.standing], [201, 'active'], JSON.stringify(kept.body))
  for (const kind of ['role_disclosure', 'rights_notice'])
    assert.equal((await record(clientId, { ...engagement, kind, method: 'given', statementsVersion: 'NC 2026' })).status, 201)
  const { body } = await maya().get(`/api/cases/${caseId}/engagement`)
  assert.deepEqual(body, {
    basis: 'client_consent',
    consentId: kept.body.id,
    roleDisclosure: true,
    rightsNotice: true,
    consentUntil: '2027-02-18',
  })
})

test('422 an incomplete consent is refused with everything it lacks', async () => {
  const { clientId } = await w.openCase()
  const { status, body } = await record(clientId, { kind: 'cm_engagement', method: 'verbal', signedOn: '2026-02-19' })
  assert.deepEqual([status, body.code], [422, 'consent.incomplete'])
  assert.deepEqual(
    body.issues.map(({ path }: { path: string }) => path),
    ['grantorName', 'language', 'witness'],
  )
  assert.equal((await record(clientId, { ...engagement, signedOn: '2026-02-20' })).body.code, 'consent.signed-in-the-future')
})

test('INV-10 an authorization that lacks an element is kept as defective and nothing may be shared under it', async () => {
  const { clientId } = await w.openCase()
  const { status, body } = await record(clientId, { ...authorization, purposes: [], statesRedisclosure: false })
  assert.deepEqual([status, body.state, body.standing], [201, 'defective', 'defective'])
  assert.deepEqual(
    body.missing.map(({ code }: { code: string }) => code),
    ['consent.no-purpose', 'consent.no-redisclosure'],
  )
  await assert.rejects(
    onClient(clientId, (work) => requireConsentInForce(work, body.id)),
    { code: 'consent.not-in-force' },
  )
  const complete = (await record(clientId, authorization)).body
  assert.equal((await onClient(clientId, (work) => requireConsentInForce(work, complete.id))).id, complete.id)
})

test('INV-14 a revocation stops everything from its instant and leaves what was before', async () => {
  const { clientId } = await w.openCase()
  const { id } = (await record(clientId, authorization)).body
  const share = () => onClient(clientId, (work) => requireConsentInForce(work, id))
  await w.setClock('2026-06-16T13:11:59Z')
  assert.equal((await share()).id, id)
  await w.setClock('2026-06-16T13:15:00Z')
  const path = `/api/clients/${clientId}/consents/${id}/revocation`
  const revocation = {
    method: 'electronic',
    byWhom: 'Marcus Delgado',
    at: '2026-06-16T13:12:00Z',
    relianceNote: 'Progress letter of 10 April was sent before.',
  }
  assert.equal((await maya().post(path, { ...revocation, at: '2026-06-16T13:15:01Z' })).body.code, 'consent.ends-in-the-future')
  const revoked = await maya().post(path, revocation)
  assert.deepEqual([revoked.status, revoked.body.standing, revoked.body.ending.at], [201, 'revoked', '2026-06-16T13:12:00.000Z'])
  await assert.rejects(share(), { code: 'consent.not-in-force' })
  const basis = { ground: 'authorization', consentId: id } as const
  await assert.rejects(
    onClient(clientId, (work) => requireLegalBasis(work, basis)),
    { code: 'disclosure.not-in-force' },
  )
  assert.equal((await maya().post(path, revocation)).status, 409)
  const [told] = await w.asOwner("select occurred_at from case_event where type = 'consent.revoked' and entity_id = $1", [id])
  assert.equal(told.occurred_at.toISOString(), '2026-06-16T13:12:00.000Z')
  await w.setClock('2026-02-19T15:00:00Z')
})

test('engagement ends the moment it is revoked, and another basis takes over only if it is there', async () => {
  const { clientId } = await w.openCase()
  const { id } = (await record(clientId, engagement)).body
  const basis = () => onClient(clientId, engagementOf).then((found) => found.basis)
  assert.equal(await basis(), 'client_consent')
  await maya().post(`/api/clients/${clientId}/consents/${id}/revocation`, { method: 'verbal', byWhom: 'Marcus Delgado' })
  assert.equal(await basis(), null)
  await record(clientId, {
    ...engagement,
    kind: 'statutory_assignment',
    grantorCapacity: 'statute',
    authority: 'Claim WC-26-004187',
  })
  assert.equal(await basis(), 'statutory_assignment')
})

test('a new consent supersedes the old one from its own beginning', async () => {
  const { clientId } = await w.openCase()
  const old = (await record(clientId, authorization)).body
  const newer = (await record(clientId, { ...authorization, supersedesId: old.id, expiresOn: '2027-12-31' })).body
  const { consents } = (await maya().get(`/api/clients/${clientId}/consents`)).body
  assert.deepEqual(
    consents.map((each: { id: string; standing: string }) => [each.id, each.standing]),
    [
      [newer.id, 'active'],
      [old.id, 'superseded'],
    ],
  )
  assert.equal((await record(clientId, { ...authorization, supersedesId: old.id })).status, 409)
})

test('a draft is kept incomplete, signed later, and does not change after that', async () => {
  const { clientId } = await w.openCase()
  const path = `/api/clients/${clientId}/consents`
  const draft = (await maya().post(`${path}/drafts`, { ...authorization, signedOn: null, method: null })).body
  assert.deepEqual([draft.standing, draft.missing.length], ['draft', 2])
  const signed = await maya().patch(`${path}/${draft.id}/signature`, authorization, { ifMatch: draft.version })
  assert.deepEqual([signed.status, signed.body.standing], [200, 'active'], JSON.stringify(signed.body))
  const again = await maya().patch(
    `${path}/${draft.id}`,
    { ...authorization, information: 'everything' },
    { ifMatch: signed.body.version },
  )
  assert.deepEqual([again.status, again.body.code], [409, 'consent.recorded-is-immutable'])
})

test('403 quality reads consents and does not write them; 404 for a colleague who may not know the client', async () => {
  const { clientId } = await w.openCase()
  assert.equal((await w.as('quinn').get(`/api/clients/${clientId}/consents`)).status, 200)
  assert.equal((await w.as('quinn').post(`/api/clients/${clientId}/consents`, engagement)).status, 403)
  assert.equal((await w.as('bill').get(`/api/clients/${clientId}/consents`)).status, 404)
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}/consents`)).status, 404)
})

test('U15 a consent in force becomes a task 60, 30 and 7 days before it ends, each warning once; renewal ends the task', async () => {
  const { clientId } = await w.openCase()
  const { id } = (await record(clientId, { ...engagement, expiresOn: '2026-08-31' })).body
  const tasks = () =>
    w.asOwner("select due_on::text, status, staff_id, priority from task where rule = 'consent-expiring' and about_id = $1", [id])
  const morning = async (day: string) => {
    await w.setClock(`${day}T10:00:00Z`)
    await w.work('system', warnOfExpiry)
  }
  await morning('2026-07-01')
  assert.deepEqual(await tasks(), [])
  await morning('2026-07-02')
  await morning('2026-07-03')
  assert.deepEqual(await tasks(), [{ due_on: '2026-08-01', status: 'open', staff_id: w.staffId.maya, priority: 'routine' }])
  assert.equal((await w.asOwner('select count(*)::int from consent_warning where consent_id = $1', [id]))[0].count, 1)
  await morning('2026-08-24')
  assert.equal((await tasks()).length, 1, 'asked once while it is open')
  assert.equal(
    (await record(clientId, { ...engagement, signedOn: '2026-08-24', expiresOn: '2027-08-23', supersedesId: id })).status,
    201,
  )
  assert.deepEqual(
    (await tasks()).map(({ status }) => status),
    ['done'],
  )
  await w.setClock('2026-02-19T15:00:00Z')
})

test('no warning is given of what is revoked', async () => {
  const { clientId } = await w.openCase()
  const { id } = (await record(clientId, { ...engagement, expiresOn: '2026-03-10' })).body
  await maya().post(`/api/clients/${clientId}/consents/${id}/revocation`, { method: 'written', byWhom: 'Marcus Delgado' })
  await w.setClock('2026-02-20T10:00:00Z')
  await w.work('system', warnOfExpiry)
  assert.deepEqual(await w.asOwner('select 1 from task where about_id = $1', [id]), [])
  await w.setClock('2026-02-19T15:00:00Z')
})

test('INV-10 SQL cannot make an incomplete authorization active, change a recorded one, or let a verbal consent go unwitnessed', async () => {
  const { clientId } = await w.openCase()
  const { id } = (await record(clientId, authorization)).body
  const copy = (changes: string) =>
    `insert into consent select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()) || '${changes}'::jsonb)).* from consent c where c.id = '${id}'`
  const six = [
    { information: ' ' },
    { discloser: '' },
    { recipients: [] },
    { purposes: [] },
    { expires_on: null, expires_event: '' },
    { method: 'verbal', witness: 'Omar' },
    { grantor_capacity: 'representative' },
  ]
  for (const fault of six)
    await assert.rejects(
      w.asOwner(copy(JSON.stringify(fault))),
      /active_authorizations_have_all_six_elements|a_representative_names_the_authority/,
      JSON.stringify(fault),
    )
  for (const statement of ['states_right_to_revoke', 'states_conditioning', 'states_redisclosure'])
    await assert.rejects(
      w.asOwner(copy(JSON.stringify({ [statement]: false }))),
      /active_authorizations_make_the_required_statements/,
    )
  await assert.rejects(w.asOwner(copy('{"kind":"cm_engagement","method":"verbal"}')), /a_verbal_consent_has_a_witness/)
  await assert.rejects(w.asOwner(copy('{"signed_on":null}')), /an_active_consent_says_who_how_and_when/)
  await assert.rejects(
    w.asOwner(copy('{"kind":"cm_engagement","state":"defective"}')),
    /only_authorizations_are_kept_when_defective/,
  )
  await assert.rejects(w.asOwner(copy('{"expires_on":"2026-01-01"}')), /a_consent_does_not_end_before_it_is_signed/)
  await assert.rejects(w.asOwner("update consent set information = 'everything' where id = $1", [id]), /recorded-is-immutable/)
})

test('INV-14 SQL cannot revoke in the future, twice, or take a revocation back', async () => {
  const { clientId } = await w.openCase()
  const { id } = (await record(clientId, authorization)).body
  const insert = (at: string) =>
    w.asOwner(
      "insert into consent_ending (agency_id, id, client_id, consent_id, kind, at, method, by_whom, created_at) values ($1, $2, $3, $4, 'revoked', $5, 'written', 'x', '2026-03-01T00:00:00Z')",
      [w.agencyId, newId(), clientId, id, at],
    )
  await assert.rejects(insert('2026-03-02T00:00:00Z'), /an_ending_is_not_in_the_future/)
  await insert('2026-02-28T00:00:00Z')
  await assert.rejects(insert('2026-02-28T00:00:00Z'), /a_consent_ends_once/)
  await assert.rejects(w.asOwner("update consent_ending set at = '2020-01-01' where consent_id = $1", [id]), /append-only/)
  await assert.rejects(w.asOwner('delete from consent_ending where consent_id = $1', [id]), /append-only/)
})
