// Electronic records over HTTP: taken in once, confirmed by a person, accepted with their background; what is none says so.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type Reply, type World } from '../../test/world.ts'

let w: World
before(async () => {
  w = await world()
  await w.setClock('2026-02-16T15:00:00Z')
})
after(() => w.close())

const ines = () => w.as('ines')
const post = (id: string, what: string, body: object): Promise<Reply> => ines().post(`/api/referrals/${id}/${what}`, body)
const acceptance = () => ({
  client: { kind: 'new', clientId: newId() },
  caseId: newId(),
  eligibilityBasis: 'payer-authorization',
})

test('201 a bundle comes in once, pre-fills, is confirmed, and is accepted with its background', async () => {
  const bundle = JSON.parse(readFileSync(new URL('./invented-bundle.json', import.meta.url), 'utf8'))
  const first = await ines().post('/api/referrals/fhir', { bundle, fileName: 'rosa.json', source: { kind: 'physician' } })
  assert.deepEqual([first.status, first.body.outcome, first.body.report.entries], [201, 'received', 20])
  const again = await ines().post('/api/referrals/fhir', bundle)
  assert.deepEqual([again.body.outcome, again.body.referralId], ['already-received', first.body.referralId])
  const changed = await ines().post('/api/referrals/fhir', { ...bundle, entry: bundle.entry.slice(0, 5) })
  assert.deepEqual([changed.status, changed.body.code], [409, 'referral.bundle-changed'])
  const id = first.body.referralId
  const page = (await ines().get(`/api/referrals/${id}`)).body
  assert.deepEqual(
    [page.name, page.referral.facts.source.organization, page.referral.facts.person.addresses],
    ['Rosa Elena Example-Garcia', 'Made-up Clinic', []],
  )
  await post(id, 'triage', { urgency: 'soon', programId: w.programId })
  assert.ok(
    (await post(id, 'acceptance', acceptance())).body.missing.some(
      (each: { code: string }) => each.code === 'referral.prefill-unconfirmed',
    ),
  )
  const ids = (proposed: boolean) =>
    page.bundle.prefill.filter((fact: { proposed: boolean }) => fact.proposed === proposed).map((fact: { id: string }) => fact.id)
  assert.equal((await post(id, 'prefill-confirmation', { kept: ids(true), leftOut: [] })).body.code, 'referral.prefill-undecided')
  const confirmed = (await post(id, 'prefill-confirmation', { kept: ids(true), leftOut: ids(false) })).body
  assert.equal(
    (await post(id, 'prefill-confirmation', { kept: ids(true), leftOut: ids(false) })).body.code,
    'referral.prefill-confirmed',
  )
  assert.deepEqual(confirmed.background.map((each: { about: string }) => each.about).sort(), [
    'careTeam',
    'careTeam',
    'condition',
    'coverage',
    'provider',
    'provider',
    'support',
    'support',
  ])
  assert.doesNotMatch(JSON.stringify(confirmed), /999-00-1234/)
  const facts = {
    ...confirmed.facts,
    safeContact: 'no-restriction',
    person: { ...confirmed.facts.person, interpreter: 'preferred' },
    scope: {
      ...confirmed.facts.scope,
      asked: 'Complex CM',
      funding: 'health-plan',
      claimNumber: 'n/a',
      authorizedServices: 'CM',
      authorizedMinutes: 600,
    },
  }
  assert.equal((await ines().patch(`/api/referrals/${id}`, facts, { ifMatch: confirmed.version })).status, 200)
  const wanted = acceptance()
  assert.equal((await post(id, 'acceptance', wanted)).status, 201)
  const [client] = await w.asOwner('select spoken_language, birth_date_precision, interpreter from client where id = $1', [
    wanted.client.clientId,
  ])
  assert.deepEqual(client, { spoken_language: 'es-MX', birth_date_precision: 'month', interpreter: 'preferred' })
})

test('422 a bundle that is none, holds nobody or several people says so', async () => {
  const code = async (body: unknown) => (await ines().post('/api/referrals/fhir', body)).body.code
  assert.equal(await code({ resourceType: 'Patient' }), 'fhir.not-a-bundle')
  assert.equal(await code({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Observation' } }] }), 'fhir.no-patient')
  const two = {
    resourceType: 'Bundle',
    entry: ['Ann', 'Bob'].map((text, at) => ({ resource: { resourceType: 'Patient', id: `p${at}`, name: [{ text }] } })),
  }
  const several = await ines().post('/api/referrals/fhir', two)
  assert.deepEqual(
    [several.body.code, several.body.current.patients[1]],
    ['fhir.several-patients', { patient: 'p1', name: 'Bob', birthDate: null }],
  )
  assert.equal((await ines().post('/api/referrals/fhir', { bundle: two, patient: 'p1' })).body.outcome, 'received')
  assert.equal((await ines().post('/api/referrals/fhir', { bundle: two, patient: 'p0' })).body.outcome, 'received')
  assert.equal(
    await code({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient' } }] }),
    'referral.nobody-named',
  )
  assert.equal((await ines().post('/api/referrals/fhir', { ...two, padding: 'x'.repeat(2_000_000) }, {})).status, 422)
})

test('4xx hostile JSON in the place of a bundle is refused, never an error of ours', async () => {
  const send = (payload: string) =>
    w.app.inject({
      method: 'POST',
      url: '/api/referrals/fhir',
      headers: { cookie: w.cookieOf('ines'), 'idempotency-key': newId(), 'content-type': 'application/json' },
      payload,
    })
  const nested = `{"resourceType":"Bundle","entry":[${'['.repeat(200_000)}${']'.repeat(200_000)}]}`
  for (const payload of [
    nested,
    '{"resourceType":"Bundle","entry":',
    '[]',
    'null',
    '"Bundle"',
    '{"__proto__":{"resourceType":"Bundle"}}',
    '{"resourceType":"Bundle","entry":[null,1,"x",{"resource":{"resourceType":"Patient","name":[{"text":"\\u0000"}]}}]}',
  ]) {
    const { statusCode } = await send(payload)
    assert.ok(statusCode >= 400 && statusCode < 500, `${statusCode} for ${payload.slice(0, 60)}`)
  }
})
