import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { authorizationOf, behindLink, organization, sent, treatment } from './referring.testing.ts'

let w: World
let caseId: string
let clientId: string
before(async () => {
  w = await world()
  await w.setClock('2026-03-09T15:00:00Z')
  ;({ caseId, clientId } = await w.openCase())
})
after(() => w.close())

const page = async (id: string, person: 'maya' | 'omar' = 'maya') => (await w.as(person).get(`/api/cases/${caseId}/service-referrals/${id}`)).body
const post = (id: string, path: string, body: object) => w.as('maya').post(`/api/cases/${caseId}/service-referrals/${id}${path}`, body)
const tasksOf = (id: string): Promise<{ rule: string; status: string; due: string; priority: string }[]> =>
  w.asOwner('select rule, status, due_on::text as due, priority from task where about_id = $1 order by due_on, rule', [id])
const openTasks = async (id: string) => (await tasksOf(id)).filter(({ status }) => status === 'open').map(({ rule, due, priority }) => [rule, due, priority])

test('201 a referral is sent: package fixed as previewed, disclosure kept with its basis, an answer looked for in 7 days (INV-15, INV-33)', async () => {
  const draft = (await w.as('maya').post(`/api/cases/${caseId}/service-referrals`, { performer: organization(), serviceType: 'mental-health', request: 'First appointment' })).body
  const preview = (await page(draft.id)).package
  const { status } = await post(draft.id, '/sending', { way: 'phone', sentTo: 'Front desk, River Clinic', basis: treatment })
  assert.equal(status, 201)
  const [kept] = await w.asOwner('select package, basis, items from service_referral_sending where service_referral_id = $1', [draft.id])
  assert.deepEqual(kept.package, preview)
  assert.deepEqual(kept.basis, treatment)
  assert.deepEqual((await page(draft.id)).package, preview)
  assert.deepEqual(await openTasks(draft.id), [['service-answer', '2026-03-16', 'routine']])
  const audited = await w.asOwner(`select count(*)::int as n from audit_event where action = 'disclosure.made' and client_id = $1`, [clientId])
  assert.equal(audited[0].n, 1)
})

test('food and shelter are looked after in 3 days', async () => {
  const { id } = await sent(w, caseId, { serviceType: 'food' })
  assert.deepEqual(await openTasks(id), [['service-answer', '2026-03-12', 'routine']])
})

test('422 INV-36 nothing identifiable leaves without a legal basis, nor on one that does not hold', async () => {
  const { body: draft } = await w.as('maya').post(`/api/cases/${caseId}/service-referrals`, { performer: organization(), serviceType: 'legal' })
  const without = await post(draft.id, '/sending', { way: 'phone', sentTo: 'Legal aid' })
  assert.deepEqual([without.status, without.body.code], [422, 'service-referral.needs-basis'])
  const consentId = await authorizationOf(w, clientId)
  await w.as('maya').post(`/api/clients/${clientId}/consents/${consentId}/revocation`, { method: 'verbal', byWhom: 'Robin Vale' })
  const revoked = await post(draft.id, '/sending', { way: 'phone', sentTo: 'Legal aid', basis: { ground: 'authorization', consentId } })
  assert.deepEqual([revoked.status, revoked.body.code], [422, 'disclosure.not-in-force'])
  assert.equal((await page(draft.id)).referral.status, 'draft')
})

test('INV-36 a capacity inquiry carries no identity, and its words may not say it', async () => {
  const named = await w.as('maya').post(`/api/cases/${caseId}/service-referrals`, { intent: 'inquiry', performer: organization(), serviceType: 'shelter', request: 'A bed for Robin tonight?' })
  assert.equal(named.body.code, 'service-referral.inquiry-names-client')
  const { id, code } = await sent(w, caseId, { intent: 'inquiry', serviceType: 'shelter', request: 'One bed tonight?', items: ['name', 'birth-date'] }, { basis: null })
  const { body } = await behindLink(w, code)
  assert.equal(body.package.person, null)
  assert.doesNotMatch(JSON.stringify(body), /Robin|Vale/)
  assert.equal((await behindLink(w, code, '/capacity', { capacity: 'none' })).status, 201)
  assert.deepEqual([(await page(id)).referral.status, (await page(id)).referral.capacity], ['rejected', 'none'])
  assert.equal((await behindLink(w, code)).status, 404)
  assert.equal((await w.asOwner('select from unmet_need where service_referral_id = $1', [id])).length, 0)
})

test('201 the receiver accepts, sets an appointment, asks, reports; the loop still waits for us (INV-37)', async () => {
  const { id, code } = await sent(w, caseId)
  const opened = await behindLink(w, code)
  assert.equal(opened.body.package.person.name, 'Robin Vale')
  assert.equal((await behindLink(w, code, '/answers', { to: 'accepted' })).status, 201)
  assert.deepEqual(await openTasks(id), [['service-loop', '2026-04-08', 'routine']])
  assert.equal((await behindLink(w, code, '/appointment', { day: '2026-03-19', time: '10:30', note: 'Bring an ID' })).status, 201)
  assert.deepEqual((await openTasks(id))[0], ['service-appointment', '2026-03-23', 'routine'])
  assert.equal((await behindLink(w, code, '/questions', { words: 'Is there an interpreter?' })).status, 201)
  assert.equal((await post(id, '/messages', { words: 'None is needed.' })).status, 201)
  assert.deepEqual((await behindLink(w, code)).body.messages.map(({ author }: { author: string }) => author), ['receiver', 'us'])
  assert.equal((await behindLink(w, code, '/answers', { to: 'completed' })).status, 201)
  const { referral, steps } = await page(id)
  assert.deepEqual([referral.status, referral.loopClosedAt], ['completed', null])
  assert.deepEqual(steps.map(({ toStatus, told, createdByName }: { toStatus: string; told: string; createdByName: string | null }) => [toStatus, told, createdByName]), [
    ['requested', 'here', 'Maya Ortiz'], ['accepted', 'by-link', null], ['completed', 'by-link', null]])
  const half = await post(id, '/outcome', { clientReached: 'yes' })
  assert.deepEqual([half.status, half.body.issues[0].path], [400, 'needMet'])
  assert.equal((await post(id, '/outcome', { clientReached: 'yes', reachedOn: '2026-03-09', needMet: 'met', clientExperience: 'They were kind.' })).status, 201)
  assert.deepEqual(await openTasks(id), [])
  assert.deepEqual((await page(id)).referral.needMet, 'met')
  assert.equal((await behindLink(w, code)).status, 404)
})

test('SC-04 A2 INV-38 a no for want of room is an unmet need, with its kind, reason and day; and asks for another way the same day, urgent', async () => {
  const { id, code } = await sent(w, caseId, { performer: organization('Clinic A') })
  assert.equal((await behindLink(w, code, '/answers', { to: 'rejected' })).status, 422)
  assert.equal((await behindLink(w, code, '/answers', { to: 'rejected', reasonCode: 'no-capacity' })).status, 201)
  assert.deepEqual(await w.asOwner('select service_type, reason_code, on_date::text as day from unmet_need where service_referral_id = $1', [id]), [{ service_type: 'mental-health', reason_code: 'no-capacity', day: '2026-03-09' }])
  assert.deepEqual(await openTasks(id), [['service-declined', '2026-03-09', 'urgent']])
  const home = (await w.as('maya').get('/api/service-referrals/another-way')).body
  assert.ok(home.items.some((item: { id: string; reasonCode: string }) => item.id === id && item.reasonCode === 'no-capacity'))
  const next = await sent(w, caseId, { performer: organization('Clinic B') })
  assert.deepEqual(await openTasks(id), [], 'another referral for the same help answers it')
  assert.deepEqual((await openTasks(next.id)).map(([rule]) => rule), ['service-answer'])
})

test('a decline after the yes, and silence beyond the day, need another way', async () => {
  const { id, code } = await sent(w, caseId, { serviceType: 'transport' })
  await behindLink(w, code, '/answers', { to: 'accepted' })
  assert.equal((await behindLink(w, code, '/answers', { to: 'cancelled', reasonCode: 'staffing' })).status, 201)
  const silent = await sent(w, caseId, { serviceType: 'food' })
  const now = async () => (await w.as('maya').get('/api/service-referrals/another-way')).body.items.map((item: { id: string }) => item.id)
  assert.ok((await now()).includes(id))
  assert.ok(!(await now()).includes(silent.id))
  await w.setClock('2026-03-13T15:00:00Z')
  assert.ok((await now()).includes(silent.id))
  assert.deepEqual((await w.as('zoe').get('/api/service-referrals/another-way')).body, { items: [], count: 0 })
  await w.setClock('2026-03-09T15:00:00Z')
})

test('INV-14 consent withdrawn shuts the link at that instant, for reading and answering; another basis is untouched', async () => {
  const consentId = await authorizationOf(w, clientId)
  const { id, code } = await sent(w, caseId, {}, { basis: { ground: 'authorization', consentId } })
  const other = await sent(w, caseId)
  assert.equal((await behindLink(w, code)).status, 200)
  assert.equal((await w.as('maya').post(`/api/clients/${clientId}/consents/${consentId}/revocation`, { method: 'verbal', byWhom: 'Robin Vale' })).status, 201)
  for (const reply of [await behindLink(w, code), await behindLink(w, code, '/answers', { to: 'accepted' })]) assert.deepEqual([reply.status, reply.body.code], [404, 'link.ended'])
  assert.equal((await page(id)).referral.status, 'requested')
  assert.equal((await page(id)).basisHolds, false)
  assert.equal((await behindLink(w, other.code)).status, 200)
})

test('404 a link that is wrong, missing, revoked, renewed or expired opens nothing, and all say the same', async () => {
  const { id, code } = await sent(w, caseId)
  const { body: said } = await behindLink(w, 'ABCDEFGH12345678')
  assert.equal((await behindLink(w, null)).body.code, said.code)
  assert.equal((await post(id, '/link-revocation', { because: 'Went to the wrong office' })).status, 204)
  assert.equal((await behindLink(w, code)).body.detail, said.detail)
  assert.equal((await post(id, '/links', { codeDigest: null })).body.code, 'service-referral.needs-code')
  const late = await sent(w, caseId)
  await w.setClock('2026-04-09T15:00:00Z')
  assert.equal((await behindLink(w, late.code)).status, 404)
  await w.setClock('2026-03-09T15:00:00Z')
})

test('429 the page behind a link is throttled', async () => {
  const knock = () => w.app.inject({ method: 'GET', url: '/api/public/service-referral', remoteAddress: '10.9.9.9', headers: { 'x-link': 'ABCDEFGH12345678' } })
  // One after the other: of many at once a busy machine turns some away before they count.
  for (let time = 0; time < 30; time++) assert.equal((await knock()).statusCode, 404)
  assert.equal((await knock()).statusCode, 429)
})

test('409 each side sets its own states; what was sent does not change; taken back, the link is dead', async () => {
  const { id, code } = await sent(w, caseId)
  assert.equal((await behindLink(w, code, '/answers', { to: 'completed' })).status, 409)
  assert.equal((await w.as('maya').patch(`/api/cases/${caseId}/service-referrals/${id}`, { request: 'More' }, { ifMatch: 2 })).body.code, 'service-referral.sent-is-immutable')
  assert.equal((await post(id, '/withdrawal', { to: 'cancelled' })).body.code, 'service-referral.no-reason')
  assert.equal((await post(id, '/withdrawal', { to: 'cancelled', reasonCode: 'no-longer-needed' })).status, 201)
  assert.equal((await behindLink(w, code)).status, 404)
  assert.deepEqual(await openTasks(id), [])
})

test('informal support is a performer; enrollment in the outside program and a warm handoff are recorded', async () => {
  const { body: member } = await w.as('maya').post(`/api/clients/${clientId}/support-members`, { name: 'Abena Osei', relationship: 'child', phone: '(919) 555-0101' })
  const { id } = await sent(w, caseId, { performer: { kind: 'support', supportMemberId: member.id }, serviceType: 'transport' }, { way: 'phone', basis: { ground: 'individual', explanation: '' } })
  assert.equal((await page(id)).referral.performerName, 'Abena Osei')
  assert.equal((await post(id, '/answers', { to: 'accepted' })).status, 201)
  assert.equal((await post(id, '/answers', { to: 'on-hold', reasonCode: 'waitlist' })).status, 201)
  assert.equal((await post(id, '/enrollment', { state: 'waitlisted', from: '2026-03-09' })).status, 201)
  assert.equal((await post(id, '/warm-handoff', { on: '2026-03-09', note: 'Three of us on the phone' })).status, 201)
  const { referral } = await page(id)
  assert.deepEqual([referral.status, referral.enrollmentState, referral.warmHandoffOn], ['on-hold', 'waitlisted', '2026-03-09'])
})
