import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { letPiaIn, organizationIn, type Receiving } from '../../test/receivers.ts'
import { world, type World } from '../../test/world.ts'
import { authorizationOf, behindLink, sent } from './referring.testing.ts'

let w: World
let caseId: string
let clientId: string
let pantry: Receiving
let clinic: Receiving
before(async () => {
  w = await world()
  await w.setClock('2026-03-09T15:00:00Z')
  pantry = await letPiaIn(w)
  clinic = await organizationIn(w, 'River Clinic')
})
after(() => w.close())

/** Each test has a client of its own. */
async function aCase(displayName: string): Promise<void> {
  ;({ caseId, clientId } = await w.openCase({ displayName }))
}
const at = ({ serviceId }: Receiving) => ({ performer: { kind: 'service', serviceId }, serviceType: 'food' })
const inbox = async (): Promise<{ id: string; name: string; status: string }[]> => (await w.as('pia').get('/api/received-referrals')).body.referrals
const opened = (id: string) => w.as('pia').get(`/api/received-referrals/${id}`)
const answer = (id: string, path: string, body: object) => w.as('pia').post(`/api/received-referrals/${id}${path}`, body)
const authorized = async () => ({ basis: { ground: 'authorization', consentId: await authorizationOf(w, clientId) } })

test('200 what was sent to the organization’s services is in the inbox, with the same page as behind the link', async () => {
  await aCase('Robin Vale')
  const { id, code } = await sent(w, caseId, at(pantry))
  assert.deepEqual((await inbox()).map((each) => [each.id, each.name, each.status]), [[id, 'Robin Vale', 'requested']])
  assert.deepEqual((await opened(id)).body, (await behindLink(w, code)).body)
})

test('404 another organization’s referral, a draft, a person asked by name: none is in the inbox, none can be opened or answered', async () => {
  await aCase('Noa Lake')
  const elsewhere = await sent(w, caseId, at(clinic))
  const named = await sent(w, caseId)
  const { body: draft } = await w.as('maya').post(`/api/cases/${caseId}/service-referrals`, at(pantry))
  const byPhone = await w.as('maya').post(`/api/cases/${caseId}/service-referrals`, at(pantry))
  await w.as('maya').post(`/api/cases/${caseId}/service-referrals/${byPhone.body.id}/sending`, { way: 'phone', sentTo: 'Front desk', basis: { ground: 'treatment' } })
  const listed = (await inbox()).map(({ id }) => id)
  for (const id of [elsewhere.id, named.id, draft.id, byPhone.body.id]) {
    assert.ok(!listed.includes(id))
    assert.equal((await opened(id)).status, 404)
    assert.equal((await answer(id, '/answers', { to: 'accepted' })).status, 404)
    assert.equal((await answer(id, '/questions', { words: 'Who is it?' })).status, 404)
  }
})

test('201 accepted, an appointment, a question, on hold, in progress, done: each with the account’s name, and the loop still waits for us (INV-37)', async () => {
  await aCase('Ari Brook')
  const { id } = await sent(w, caseId, at(pantry))
  assert.equal((await answer(id, '/answers', { to: 'accepted' })).status, 201)
  assert.equal((await answer(id, '/appointment', { day: '2026-03-19', time: '10:30', note: 'Bring an ID' })).status, 201)
  assert.equal((await answer(id, '/questions', { words: 'Is there an interpreter?' })).status, 201)
  assert.equal((await answer(id, '/answers', { to: 'on-hold', reasonCode: 'waitlist' })).status, 201)
  assert.equal((await answer(id, '/answers', { to: 'in-progress' })).status, 201)
  assert.ok((await inbox()).some((each) => each.id === id))
  assert.equal((await answer(id, '/answers', { to: 'completed' })).status, 201)
  assert.ok(!(await inbox()).some((each) => each.id === id), 'what was answered to its end is out of the inbox')
  const { body } = await w.as('maya').get(`/api/cases/${caseId}/service-referrals/${id}`)
  assert.equal(body.referral.loopClosedAt, null)
  const said = body.steps.slice(1).map(({ toStatus, createdByName }: { toStatus: string; createdByName: string }) => [toStatus, createdByName])
  assert.deepEqual(said, [['accepted', 'Pia Rees'], ['on-hold', 'Pia Rees'], ['in-progress', 'Pia Rees'], ['completed', 'Pia Rees']])
  assert.deepEqual(body.messages.map((each: { createdByName: string }) => each.createdByName), ['Pia Rees'])
  const asked = await w.asOwner(`select rule from task where about_id = $1 and status = 'open' order by rule`, [id])
  assert.deepEqual(asked.map(({ rule }) => rule), ['service-appointment', 'service-loop', 'service-question'])
})

test('INV-38 a no with its coded reason ends it at once, is counted, and asks for another way', async () => {
  await aCase('Uma Field')
  const { id } = await sent(w, caseId, at(pantry))
  assert.equal((await answer(id, '/answers', { to: 'rejected', reasonCode: null })).status, 422)
  assert.equal((await answer(id, '/answers', { to: 'rejected', reasonCode: 'no-capacity' })).status, 201)
  assert.equal((await opened(id)).status, 404)
  assert.deepEqual(await w.asOwner('select reason_code from unmet_need where service_referral_id = $1', [id]), [{ reason_code: 'no-capacity' }])
  assert.deepEqual(await w.asOwner(`select rule from task where about_id = $1 and status = 'open'`, [id]), [{ rule: 'service-declined' }])
})

test('INV-14 a consent withdrawn, or a link taken back, takes it out of the inbox at that instant; nothing is recorded after', async () => {
  await aCase('Eli Moss')
  const basis = await authorized()
  const { id } = await sent(w, caseId, at(pantry), basis)
  const { id: another } = await sent(w, caseId, at(pantry))
  assert.equal((await opened(id)).status, 200)
  assert.equal((await w.as('maya').post(`/api/clients/${clientId}/consents/${basis.basis.consentId}/revocation`, { method: 'verbal', byWhom: 'Eli Moss' })).status, 201)
  assert.equal((await opened(id)).status, 404)
  assert.equal((await answer(id, '/answers', { to: 'accepted' })).status, 404)
  assert.equal((await w.as('maya').post(`/api/cases/${caseId}/service-referrals/${another}/link-revocation`, { because: 'The client asked.' })).status, 204)
  assert.equal((await opened(another)).status, 404)
  assert.deepEqual((await inbox()).filter((each) => [id, another].includes(each.id)), [])
  assert.deepEqual(await w.asOwner('select status from service_referral where id = any ($1) group by 1', [[id, another]]), [{ status: 'requested' }])
})

test('INV-15 who listed and who opened is in the audit, under the account', async () => {
  await aCase('Ida Stone')
  const { id } = await sent(w, caseId, at(pantry))
  await inbox()
  await opened(id)
  const looked = await w.asOwner('select action from audit_event where actor = $1 and (client_id = $2 or payload -> $3 ? $2::text) order by id', [w.staffId.pia, clientId, 'returned'])
  assert.deepEqual(looked.map(({ action }) => action), ['read /received-referrals', 'service-referral.opened-by-receiver'])
})

test('M17 somebody who must not know the client does not, as a receiver either', async () => {
  await aCase('Kit Lowe')
  const { id } = await sent(w, caseId, at(pantry))
  await w.asOwner(`insert into exclusion (agency_id, id, staff_id, client_id, reason, from_at) values ($1, gen_random_uuid(), $2, $3, 'her former husband', '2026-03-01')`, [w.agencyId, w.staffId.pia, clientId])
  assert.equal((await opened(id)).status, 404)
  assert.ok(!(await inbox()).some((each) => each.id === id))
})

test('INV-36 an inquiry is answered with room, and names nobody', async () => {
  await aCase('Sol Reed')
  const { id } = await sent(w, caseId, { ...at(pantry), intent: 'inquiry', request: 'A box for three?' }, { basis: null })
  assert.doesNotMatch(JSON.stringify([await inbox(), (await opened(id)).body]), /Sol|Reed/)
  assert.equal((await answer(id, '/capacity', { capacity: 'has' })).status, 201)
  assert.ok(!(await inbox()).some((each) => each.id === id))
})
