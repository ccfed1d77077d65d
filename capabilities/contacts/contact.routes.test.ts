// Contacts over HTTP on a real database: one save, signing, immutability, lateness, and who may.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { requestTask } from '../tasks/task.actions.ts'

let w: World
let caseId: string
let clientId: string
before(async () => {
  w = await world()
  await w.setClock('2026-02-17T18:00:00Z')
  const opened = await w.openCase({ displayName: 'Linda Tran' })
  caseId = opened.caseId
  clientId = opened.clientId
})
after(() => w.close())

const url = () => `/api/cases/${caseId}/contacts`
const note = (more: object = {}) => ({ kind: 'completed', mode: 'phone', occurredAt: '2026-02-17T17:20:00Z', durationMinutes: 25, narrative: 'She cooks with less salt.', nextStep: 'Call on Friday', ...more })
const codeOf = async (act: Promise<unknown>) => act.then(() => 'allowed', (error: { constraint?: string; message: string }) => error.constraint ?? error.message)

test('201 one save keeps the note, the minutes and the miles, signs it, and adds the next task', async () => {
  const { status, body } = await w.as('maya').post(url(), note({ sign: true, travelMinutes: 70, distanceTenthsMile: 480, nextStep: '', intended: { nextTask: { title: 'Send the food list', due: '2026-02-20' } } }))
  assert.equal(status, 201)
  assert.deepEqual([body.status, body.timeliness, body.signedAs, body.nextStep], ['signed', 'on-time', 'Maya Ortiz, RN CCM', 'Send the food list'])
  const tasks = await w.asOwner("select title, due_on::text from task where case_id = $1 and rule = 'own'", [caseId])
  assert.deepEqual(tasks, [{ title: 'Send the food list', due_on: '2026-02-20' }])
  const story = await w.asOwner("select details->>'said' as said from case_event where entity_id = $1 and type = 'contact.signed'", [body.id])
  assert.equal(story[0]?.said, 'She cooks with less salt.')
})

test('422 an incomplete note is refused with every missing thing, and nothing is kept', async () => {
  const before = await w.asOwner('select count(*) from contact')
  const { status, body } = await w.as('maya').post(url(), note({ sign: true, narrative: '', nextStep: '' }))
  assert.equal(status, 422)
  assert.deepEqual([body.code, body.issues.map((issue: { path: string }) => issue.path)], ['contact.incomplete', ['narrative', 'nextStep']])
  assert.deepEqual(await w.asOwner('select count(*) from contact'), before)
})

test('201 the same key saves once', async () => {
  const key = crypto.randomUUID()
  const first = await w.as('maya').post(url(), note({ narrative: 'Once.' }), { key })
  const second = await w.as('maya').post(url(), note({ narrative: 'Once.' }), { key })
  assert.equal(first.body.id, second.body.id)
})

test('INV-33 a draft asks to be signed within 2 business days; signing settles it', async () => {
  const { body: draft } = await w.as('maya').post(url(), note({ narrative: 'Draft.' }))
  const open = () => w.asOwner("select due_on::text, status from task where rule = 'note-unsigned' and about_id = $1", [draft.id])
  assert.deepEqual(await open(), [{ due_on: '2026-02-19', status: 'open' }])
  assert.equal((await w.as('maya').post(`${url()}/${draft.id}/signature`)).status, 201)
  assert.equal((await open())[0]?.status, 'done')
})

test('INV-33 a signed attempt to reach the client settles the first attempt', async () => {
  await w.onCase('maya', caseId, (work) => requestTask(work, { rule: 'first-attempt', about: { type: 'case', id: caseId }, caseId, clientId, assignTo: { staffId: work.staff.id }, due: '2026-02-18' }))
  await w.as('maya').post(url(), { kind: 'attempt', mode: 'phone', attemptResult: 'no-answer', occurredAt: '2026-02-17T17:30:00Z', sign: true })
  assert.deepEqual(await w.asOwner("select status from task where rule = 'first-attempt' and case_id = $1", [caseId]), [{ status: 'done' }])
})

test('INV-43 409 a signed note is not changed, discarded or signed again; it is amended', async () => {
  const { body: signed } = await w.as('maya').post(url(), note({ sign: true }))
  const path = `${url()}/${signed.id}`
  assert.equal((await w.as('maya').patch(path, note({ narrative: 'Other.' }), { ifMatch: signed.version })).body.code, 'note.signed-is-immutable')
  assert.equal((await w.as('maya').post(`${path}/discard`)).status, 409)
  assert.equal((await w.as('maya').post(`${path}/signature`)).status, 409)
  assert.equal((await w.as('omar').post(`${path}/amendments`, { text: 'It was 30 minutes.', reason: 'Wrong clock' })).status, 201)
  const { body } = await w.as('maya').get(path)
  assert.deepEqual([body.narrative, body.amendments.map(({ text }: { text: string }) => text)], ['She cooks with less salt.', ['It was 30 minutes.']])
})

test('INV-43 the database itself refuses to change a signed note, to amend a draft, and to rewrite an amendment', async () => {
  const { body: signed } = await w.as('maya').post(url(), note({ sign: true }))
  const { body: draft } = await w.as('maya').post(url(), note())
  await w.as('maya').post(`${url()}/${signed.id}/amendments`, { text: 'More.', reason: 'Forgot' })
  assert.equal(await codeOf(w.asOwner("update contact set narrative = 'x' where id = $1", [signed.id])), 'note.signed-is-immutable')
  assert.equal(await codeOf(w.asOwner("update contact_amendment set text = 'x' where contact_id = $1", [signed.id])), 'contact_amendment.is-append-only')
  assert.equal(await codeOf(w.asOwner(`insert into contact_amendment (agency_id, id, case_id, contact_id, text, reason, amended_by) values ($1, gen_random_uuid(), $2, $3, 'x', 'y', $4)`, [w.agencyId, caseId, draft.id, w.staffId.maya])), 'note.draft-is-edited')
})

test('every constraint of a contact holds against SQL', async () => {
  const { body: draft } = await w.as('maya').post(url(), note())
  const set = (assignment: string) => codeOf(w.asOwner(`update contact set ${assignment} where id = $1`, [draft.id]))
  const signed = `status = 'signed', signed_at = now(), timeliness = 'on-time', signed_by = author_id, no_goal_reason = 'none yet'`
  assert.equal(await set("occurred_at = created_at + interval '1 day'"), 'a_contact_is_not_in_the_future')
  assert.equal(await set('duration_minutes = 1441'), 'time_worked_is_within_a_day')
  assert.equal(await set('distance_tenths_mile = -1'), 'distance_is_within_reason')
  assert.equal(await set("kind = 'attempt'"), 'an_attempt_says_what_came_of_it')
  assert.equal(await set("status = 'signed'"), 'a_signed_note_names_its_signer_and_instant')
  assert.equal(await set(`${signed.replace('signed_by = author_id', `signed_by = '${w.staffId.omar}'`)}`), 'only_the_author_signs')
  assert.equal(await set(`${signed}, narrative = ' '`), 'a_signed_note_says_what_happened')
  assert.equal(await set(`${signed}, next_step = ''`), 'a_signed_note_says_what_comes_next')
  assert.equal(await set(signed.replace("'none yet'", "''")), 'a_signed_note_says_which_goal')
  assert.equal(await set(signed.replace('on-time', 'late-entry')), 'a_late_entry_says_why')
  assert.equal(await set("status = 'discarded'"), 'a_discarded_draft_says_when')
  assert.equal(await set(`author_id = '${w.staffId.omar}'`), 'note.author-and-case-stay')
  assert.equal(await codeOf(w.asOwner(`insert into contact_goal (agency_id, contact_id, goal_id, case_id) values ($1, $2, gen_random_uuid(), $3)`, [w.agencyId, draft.id, caseId])), 'a_goal_moved_by_a_level_or_an_achievement')
})

test('U8 a note of last week is a late entry: refused without a reason, flagged with one', async () => {
  const old = note({ occurredAt: '2026-02-09T15:00:00Z', sign: true })
  assert.equal((await w.as('maya').post(url(), old)).body.code, 'contact.late-entry-reason')
  const { body } = await w.as('maya').post(url(), { ...old, lateReason: 'I was ill.' })
  assert.deepEqual([body.timeliness, body.lateReason], ['late-entry', 'I was ill.'])
})

test('403 only the author signs or discards a draft', async () => {
  const { body: draft } = await w.as('maya').post(url(), note())
  assert.equal((await w.as('omar').post(`${url()}/${draft.id}/signature`)).body.code, 'contact.not-author')
  assert.equal((await w.as('quinn').post(`${url()}/${draft.id}/signature`)).status, 403)
})

test('204 a draft is discarded, not deleted, and nobody is asked to sign it', async () => {
  const { body: draft } = await w.as('maya').post(url(), note())
  assert.equal((await w.as('maya').post(`${url()}/${draft.id}/discard`)).status, 204)
  assert.deepEqual(await w.asOwner("select c.status, t.status as task from contact c join task t on t.about_id = c.id where c.id = $1", [draft.id]), [{ status: 'discarded', task: 'done' }])
})

test('409 two windows on one draft: the second is shown what the first saved', async () => {
  const { body: draft } = await w.as('maya').post(url(), note())
  const path = `${url()}/${draft.id}`
  assert.equal((await w.as('maya').patch(path, note({ narrative: 'First.' }), { ifMatch: draft.version })).status, 200)
  const second = await w.as('maya').patch(path, note({ narrative: 'Second.' }), { ifMatch: draft.version })
  assert.deepEqual([second.status, second.body.current.narrative], [409, 'First.'])
})

test('INV-44 one meeting stands in two charts: each in its own words, nobody else’s name', async () => {
  const other = await w.openCase({ displayName: 'Minh Tran' })
  const { body } = await w.as('maya').post(url(), note({ kind: 'conference', mode: 'home', participants: [{ role: 'support', name: 'Minh Tran' }], alsoFor: [{ caseId: other.caseId, narrative: 'He will drive.', durationMinutes: 10 }] }))
  const rows = await w.asOwner('select case_id, narrative, participants, duration_minutes from contact where group_id = $1 order by narrative', [body.groupId])
  assert.deepEqual(rows, [
    { case_id: other.caseId, narrative: 'He will drive.', participants: [], duration_minutes: 10 },
    { case_id: caseId, narrative: 'She cooks with less salt.', participants: [{ role: 'support', name: 'Minh Tran' }], duration_minutes: 25 },
  ])
})

test('404 a colleague outside the team does not learn that the case or its notes exist', async () => {
  const { body: draft } = await w.as('maya').post(url(), note())
  for (const path of [url(), `${url()}/${draft.id}`, `${url()}/totals`]) assert.equal((await w.as('zoe').get(path)).status, 404)
  assert.equal((await w.as('zoe').post(url(), note())).status, 404)
})

test('INV-04 422 where safe contact is required, a call without a number is refused', async () => {
  const { caseId: safeCase, clientId: safeClient } = await w.openCase({ displayName: 'R.' })
  await w.asOwner("update client set safe_contact = 'required' where id = $1", [safeClient])
  const reply = await w.as('maya').post(`/api/cases/${safeCase}/contacts`, note())
  assert.deepEqual([reply.status, reply.body.code], [422, 'contact.not-safe'])
})

test('INV-04 422 a number marked unsafe, or used outside its hours, is refused; a safe one at a safe hour is kept', async () => {
  const { caseId: safeCase, clientId: safeClient } = await w.openCase({ displayName: 'S.' })
  await w.asOwner("update client set safe_contact = 'required' where id = $1", [safeClient])
  const add = async (value: string, more: object) => (await w.as('maya').post(`/api/clients/${safeClient}/contact-points`, { system: 'phone', value, ...more })).body.id
  const unsafe = await add('(503) 555-0142', { safety: 'unsafe' })
  const safe = await add('(503) 555-0143', { safety: 'safe', hours: [{ days: [1, 2, 3, 4, 5], from: '10:00', until: '14:00' }] })
  const call = (contactPointId: string, occurredAt: string) => w.as('maya').post(`/api/cases/${safeCase}/contacts`, note({ contactPointId, occurredAt }))
  assert.equal((await call(unsafe, '2026-02-17T16:00:00Z')).body.code, 'contact.not-safe')
  assert.equal((await call(safe, '2026-02-17T12:00:00Z')).body.code, 'contact.not-safe') // 07:00 in New York
  assert.equal((await call(safe, '2026-02-17T16:00:00Z')).status, 201) // 11:00
})

test('U4 before engagement an attempt is kept as outreach', async () => {
  const pending = await w.openCase({ status: 'pending_engagement' })
  await w.as('maya').post(`/api/cases/${pending.caseId}/contacts`, { kind: 'attempt', mode: 'phone', attemptResult: 'left-message', occurredAt: '2026-02-17T17:30:00Z', sign: true })
  assert.deepEqual(await w.asOwner('select channel, result from case_outreach where case_id = $1', [pending.caseId]), [{ channel: 'phone', result: 'left-message' }])
})

test('200 totals count signed notes only; pages go on by cursor', async () => {
  const one = await w.openCase()
  const path = `/api/cases/${one.caseId}/contacts`
  await w.as('maya').post(path, note({ sign: true, durationMinutes: 75, travelMinutes: 70, distanceTenthsMile: 480 }))
  await w.as('maya').post(path, note({ durationMinutes: 500 }))
  assert.deepEqual((await w.as('maya').get(`${path}/totals`)).body, { contacts: 1, attempts: 0, durationMinutes: 75, travelMinutes: 70, distanceTenthsMile: 480 })
  const { body } = await w.as('maya').get(path)
  assert.equal(body.contacts.length, 2)
  const next = await w.as('maya').get(`${path}?after=${body.contacts[0].occurredAt}_${body.contacts[0].id}`)
  assert.deepEqual(next.body.contacts.map(({ id }: { id: string }) => id), [body.contacts[1].id])
})
