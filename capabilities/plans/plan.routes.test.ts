import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { agreedPlan, plannedCase } from './plan.testing.ts'

let w: World
before(async () => { w = await world() })
after(() => w.close())

const signed = { kind: 'signed', by: 'client', name: 'Linda Tran' }
const tasks = (caseId: string, rule: string) => w.asOwner('select status, due_on::text, staff_id, role from task where case_id = $1 and rule = $2 order by created_at', [caseId, rule])
const story = async (caseId: string) => (await w.asOwner('select type from case_event where case_id = $1 order by id', [caseId])).map(({ type }) => type)

test('200 the plan of a case answers everything its page shows, the client’s words first', async () => {
  const linda = await plannedCase(w)
  const { status, body } = await linda.read()
  assert.equal(status, 200)
  assert.deepEqual([body.goals[0].clientWords, body.goals[0].needIds, body.missing, body.active], ['No dialysis', [linda.needId], [], null])
  assert.deepEqual(body.attainment, { goals: 1, baseline: 40, now: 40 })
  assert.deepEqual(body.client, { name: 'Linda Tran', language: null })
})

test('422 INV-26 3.3 a plan is not proposed while things are missing; the refusal lists each with its place', async () => {
  const { caseId, clientId } = await w.openCase()
  const maya = w.as('maya')
  await maya.post(`/api/cases/${caseId}/goals`, { clientWords: 'Walk to temple' })
  const { status, body } = await maya.post(`/api/cases/${caseId}/plan/versions`, {})
  assert.deepEqual([status, body.code], [422, 'plan.incomplete'])
  assert.deepEqual(body.missing.map(({ code }: { code: string }) => code),
    ['plan.no-assessment', 'goal.no-need', 'goal.no-measure', 'goal.no-target-date', 'goal.no-owner', 'plan.no-participation'])
  assert.ok(body.missing.every(({ href }: { href: string }) => href.startsWith(`/clients/${clientId}/`)))
  assert.deepEqual(await story(caseId), ['goal.set'])
})

test('201 INV-29 INV-30 a signed plan is active, its goals begin, and what follows is asked', async () => {
  await w.setClock('2026-03-02T15:00:00Z')
  const linda = await plannedCase(w)
  assert.deepEqual((await tasks(linda.caseId, 'plan-due')).map(({ status }) => status), ['open'])
  const id = await agreedPlan(linda)
  const { body } = await linda.read()
  assert.deepEqual([body.active.id, body.active.number, body.active.agreedOn, body.active.signature.name], [id, 1, '2026-03-02', 'Linda Tran'])
  assert.equal(body.active.copyDueOn, '2026-03-09')
  assert.deepEqual([body.goals[0].lifecycleStatus, body.goals[0].startedOn], ['active', '2026-03-02'])
  assert.deepEqual((await tasks(linda.caseId, 'plan-due')).map(({ status }) => status), ['done'])
  assert.deepEqual((await tasks(linda.caseId, 'plan-review')).map(({ status, due_on }) => [status, due_on]), [['open', '2026-05-31']])
  assert.deepEqual(await tasks(linda.caseId, 'sign-off'), [])
  assert.ok((await story(linda.caseId)).includes('plan.agreed'))
  await w.setClock(null)
})

test('201 the review comes by acuity, and a high-acuity plan asks its supervisor', async () => {
  await w.setClock('2026-03-02T15:00:00Z')
  const linda = await plannedCase(w, { acuityLevel: 3 })
  const id = await agreedPlan(linda)
  assert.deepEqual((await tasks(linda.caseId, 'plan-review')).map(({ due_on }) => due_on), ['2026-05-01'])
  assert.deepEqual((await tasks(linda.caseId, 'sign-off')).map(({ status, role }) => [status, role]), [['open', 'supervisor']])
  assert.equal((await linda.send('post', `/plan/versions/${id}/sign-off`, { decision: 'approved' })).status, 403)
  const returned = await linda.send('post', `/plan/versions/${id}/sign-off`, { decision: 'returned' }, 'omar')
  assert.deepEqual([returned.status, returned.body.code], [422, 'sign-off.no-comment'])
  assert.equal((await linda.send('post', `/plan/versions/${id}/sign-off`, { decision: 'approved', comment: 'Clear goals' }, 'omar')).status, 201)
  assert.deepEqual((await tasks(linda.caseId, 'sign-off')).map(({ status }) => status), ['done'])
  assert.equal((await linda.read()).body.active.signOffs[0].decidedByName, 'Omar Haddad')
  await w.setClock(null)
})

test('201 INV-30 a refusal to sign is recorded with its reason, and the plan goes on', async () => {
  const linda = await plannedCase(w)
  const { body: proposed } = await linda.send('post', '/plan/versions', { language: 'vi' })
  const agree = (body: object) => linda.send('post', `/plan/versions/${proposed.id}/agreement`, { by: 'client', ...body })
  const bare = await agree({ kind: 'refused' })
  assert.deepEqual([bare.status, bare.body.code], [422, 'signature.no-reason'])
  assert.equal((await agree({ kind: 'refused', reason: 'I sign nothing' })).status, 201)
  const { signature, language } = (await linda.read()).body.active
  assert.deepEqual([signature.kind, signature.reason, language], ['refused', 'I sign nothing', 'vi'])
})

test('201 INV-30 a verbal agreement waits for its signature until a day, and the signature ends the wait', async () => {
  await w.setClock('2026-03-02T15:00:00Z')
  const linda = await plannedCase(w)
  const { body: proposed } = await linda.send('post', '/plan/versions', {})
  const to = `/plan/versions/${proposed.id}`
  const verbal = { kind: 'verbal', by: 'client', name: 'Linda Tran', method: 'by-phone', interpreter: 'V-2213' }
  assert.equal((await linda.send('post', `${to}/agreement`, verbal)).body.code, 'signature.no-expiry')
  assert.equal((await linda.send('post', `${to}/agreement`, { ...verbal, expiresOn: '2026-04-02' })).body.code, 'signature.expiry-too-far')
  assert.equal((await linda.send('post', `${to}/agreement`, { ...verbal, expiresOn: '2026-03-16' })).status, 201)
  assert.deepEqual((await tasks(linda.caseId, 'plan-signature')).map(({ status, due_on }) => [status, due_on]), [['open', '2026-03-16']])
  assert.equal((await linda.send('post', `${to}/signature`, { ...verbal, expiresOn: '2026-03-20' })).body.code, 'signature.still-verbal')
  assert.equal((await linda.send('post', `${to}/signature`, signed)).status, 201)
  assert.deepEqual((await tasks(linda.caseId, 'plan-signature')).map(({ status }) => status), ['done'])
  const { signature, signatures } = (await linda.read()).body.active
  assert.deepEqual([signature.kind, signatures.length], ['signed', 2])
  assert.deepEqual([(await linda.send('post', `${to}/signature`, signed)).status], [409])
  await w.setClock(null)
})

test('409 INV-29 what is signed is what was proposed', async () => {
  const linda = await plannedCase(w)
  const { body: proposed } = await linda.send('post', '/plan/versions', {})
  await linda.send('post', '/plan-services', { scope: 'Home-delivered meals', provider: 'Harbor Kitchen', isPaid: true })
  const refused = await linda.send('post', `/plan/versions/${proposed.id}/agreement`, signed)
  assert.deepEqual([refused.status, refused.body.code], [409, 'plan.changed-since-proposed'])
  const { body } = await linda.read()
  assert.deepEqual(body.proposalChanges.map(({ change, title }: { change: string; title: string }) => [change, title]), [['added', 'Home-delivered meals']])
})

test('201 INV-29 a new version supersedes the old, which still says what it said, and the difference is readable', async () => {
  const linda = await plannedCase(w)
  const first = await agreedPlan(linda)
  assert.equal((await linda.send('post', '/plan/versions', {})).body.code, 'plan.nothing-new')
  await linda.send('post', '/plan-services', { scope: 'Shower chair', provider: 'Harbor DME', amount: 1, unit: 'item', funding: 'Medicaid waiver' })
  const second = await agreedPlan(linda)
  const { body: history } = await linda.read('/plan/versions')
  assert.deepEqual(history.versions.map(({ number, status }: { number: number; status: string }) => [number, status]), [[2, 'active'], [1, 'superseded']])
  const { body: now } = await linda.read(`/plan/versions/${second}`)
  assert.deepEqual([now.before.number, now.changes], [1, [{ change: 'added', kind: 'service', id: now.content.services[0].id, title: 'Shower chair', fields: [] }]])
  const { body: then } = await linda.read(`/plan/versions/${first}`)
  assert.deepEqual([then.content.services, then.content.goals[0].clientWords], [[], 'No dialysis'])
})

test('201 U9 the copy given is recorded with person, language and way, and only for an agreed plan', async () => {
  const linda = await plannedCase(w)
  const { body: proposed } = await linda.send('post', '/plan/versions', {})
  const copy = { to: 'Linda Tran', language: 'vi', method: 'handed-over' }
  assert.equal((await linda.send('post', `/plan/versions/${proposed.id}/copies`, copy)).body.code, 'copy.not-agreed')
  const id = await agreedPlan(linda)
  assert.equal((await linda.send('post', `/plan/versions/${id}/copies`, { ...copy, givenOn: '2999-01-01' })).body.code, 'copy.in-the-future')
  assert.equal((await linda.send('post', `/plan/versions/${id}/copies`, copy)).status, 201)
  assert.deepEqual((await linda.read()).body.active.copies.map(({ language, method }: { language: string; method: string }) => [language, method]), [['vi', 'handed-over']])
})

test('422 a plan is agreed while the case is active, and a case that has ended keeps its plan', async () => {
  const linda = await plannedCase(w, { status: 'closing' })
  const { body: proposed } = await linda.send('post', '/plan/versions', {})
  assert.equal((await linda.send('post', `/plan/versions/${proposed.id}/agreement`, signed)).body.code, 'plan.case-not-active')
  const { caseId } = await w.openCase({ status: 'closed' })
  const refused = await w.as('maya').post(`/api/cases/${caseId}/goals`, { clientWords: 'One more' })
  assert.deepEqual([refused.status, refused.body.code], [422, 'plan.case-ended'])
})

test('200 a review counts what is not yet reviewed; “no change” asks for the next one', async () => {
  await w.setClock('2026-05-04T15:00:00Z')
  const linda = await plannedCase(w)
  assert.equal((await linda.send('post', '/plan/reviews')).body.code, 'review.no-plan')
  await agreedPlan(linda)
  const { body: review } = await linda.send('post', '/plan/reviews')
  assert.equal((await linda.send('post', '/plan/reviews')).body.id, review.id)
  const to = `/plan/reviews/${review.id}`
  const { body: begun } = await linda.read(to)
  assert.deepEqual([begun.notYetReviewed, begun.items.map(({ kind }: { kind: string }) => kind)], [3, ['need', 'goal', 'intervention']])
  const refused = await linda.send('post', `${to}/conclusion`, { outcome: 'no-change', summary: 'It holds' })
  assert.deepEqual([refused.body.code, refused.body.missing.length], ['review.items-left', 3])
  for (const { kind, itemId } of begun.items) await linda.send('put', `${to}/items`, { kind, itemId, finding: 'continues' })
  assert.equal((await linda.read(to)).body.notYetReviewed, 0)
  assert.equal((await linda.send('post', `${to}/conclusion`, { outcome: 'no-change', summary: 'It holds' })).status, 201)
  assert.deepEqual((await tasks(linda.caseId, 'plan-review')).map(({ status, due_on }) => [status, due_on]), [['done', '2026-08-02'], ['open', '2026-08-02']])
  const late = await linda.send('put', `${to}/items`, { kind: 'goal', itemId: linda.goalId, finding: 'ends' })
  assert.deepEqual([late.status, late.body.code], [409, 'review.is-concluded'])
  await w.setClock(null)
})

test('422 a review of a changed plan ends in a new version, whose agreement meets the review that was due', async () => {
  const linda = await plannedCase(w)
  await agreedPlan(linda)
  const { body: review } = await linda.send('post', '/plan/reviews')
  await w.as('maya').patch(`${linda.path}/interventions/${linda.stepId}`, { frequency: 'twice a day' }, { ifMatch: 1 })
  const to = `/plan/reviews/${review.id}`
  for (const { kind, itemId } of (await linda.read(to)).body.items) await linda.send('put', `${to}/items`, { kind, itemId, finding: 'changes', note: 'more often' })
  assert.equal((await linda.send('post', `${to}/conclusion`, { outcome: 'no-change', summary: 'It holds' })).body.code, 'review.plan-changed')
  assert.equal((await linda.send('post', `${to}/conclusion`, { outcome: 'new-version', summary: 'More often' })).status, 201)
  assert.deepEqual((await tasks(linda.caseId, 'plan-review')).map(({ status }) => status), ['open'])
  await agreedPlan(linda)
  assert.deepEqual((await tasks(linda.caseId, 'plan-review')).map(({ status }) => status), ['done', 'open'])
})

test('404 a plan off your list does not exist; 403 reading is not writing', async () => {
  const linda = await plannedCase(w)
  for (const person of ['zoe', 'bea'] as const) assert.equal((await linda.read('/plan', person)).status, 404)
  assert.equal((await linda.read('/plan', 'quinn')).status, 200)
  assert.equal((await linda.send('post', '/goals', { clientWords: 'x' }, 'quinn')).status, 403)
})
