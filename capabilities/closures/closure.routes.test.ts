// Closing a case over HTTP, from the decision to the paper, and the rules the database keeps by itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { world, type World } from '../../test/world.ts'
import { plannedCase } from '../plans/plan.testing.ts'

let w: World
before(async () => { w = await world(); await w.setClock('2027-08-31T14:00:00Z') })
after(() => w.close())

const closing = { reason: 'goals_achieved', explanation: 'Her sugar is steady and she manages on her own.', clientToldOn: '2027-08-20', clientView: 'agrees' }
const whole = {
  course: 'Seven months of weekly, then monthly contact.', agreementWords: 'I can do this', selfManagement: 'Checks her sugar each morning', warningSigns: 'Swelling of the feet: call the clinic',
  aftercare: 'Dr. Lee every three months', reengagement: 'Call Harborview and ask for complex care', disposition: 'home-with-services', time: 'billed', outcomesMissingReason: 'PHQ-9 was declined in August',
}
const codesOf = (body: { missing: { code: string }[] }) => body.missing.map(({ code }) => code).sort()

/** A closing case without a plan, its summary complete. */
async function ready(changes: object = {}) {
  const { caseId, clientId } = await w.openCase({ displayName: 'Linda Tran' })
  const path = `/api/cases/${caseId}`
  assert.equal((await w.as('maya').post(`${path}/closing`, closing)).status, 201)
  const written = await w.as('maya').patch(`${path}/closure`, { ...whole, ...changes }, { ifMatch: 0 })
  assert.equal(written.status, 200, JSON.stringify(written.body))
  return { caseId, clientId, path: `${path}/closure` }
}
const textOf = async (pdf: Uint8Array) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replaceAll(/\s+/g, ' ')

test('409 a summary is written while the case is closing, not before; the answer leads to the beginning of closing', async () => {
  const { caseId, clientId } = await w.openCase()
  const refused = await w.as('maya').patch(`/api/cases/${caseId}/closure`, whole, { ifMatch: 0 })
  assert.deepEqual([refused.status, refused.body.code, refused.body.missing[0].href], [409, 'closure.not-closing', `/clients/${clientId}/closure?case=${caseId}`])
  assert.equal((await w.as('maya').post(`/api/cases/${caseId}/closure/completion`)).body.code, 'closure.not-closing')
})

test('200 the page begins with a draft from the record: nothing is typed twice', async () => {
  const planned = await plannedCase(w)
  const added = await planned.send('post', '/plan-services', { scope: 'Home-delivered meals', provider: 'Table Home', frequency: 'daily' })
  assert.equal(added.status, 201, JSON.stringify(added.body))
  await planned.send('post', '/closing', closing)
  const { body } = await w.as('maya').get(`/api/cases/${planned.caseId}/closure`)
  assert.deepEqual([body.status, body.version, body.content.course, body.content.services[0].provider], ['closing', 0, closing.explanation, 'Table Home'])
  assert.equal(body.content.selfManagement, 'Check sugar each morning')
  assert.equal(body.content.unmetNeeds[0].statement, 'Blood sugar out of range')
  assert.equal(body.content.checkOn, '2027-09-30')
  assert.equal(body.dueOn, '2027-09-15', 'ten business days, Labor Day not counted')
})

test('422 the refusal names everything that is missing, each with the place where it is done', async () => {
  const planned = await plannedCase(w)
  await planned.send('post', '/closing', closing)
  const refused = await planned.send('post', '/closure/signature')
  assert.deepEqual([refused.status, refused.body.code], [422, 'closure.not-ready'])
  assert.deepEqual(codesOf(refused.body), ['closure.goal-open', 'closure.no-aftercare', 'closure.no-disposition', 'closure.no-outcome', 'closure.no-warning-signs', 'closure.time-not-settled', 'closure.unmet-need-alone'])
  const goal = refused.body.missing.find((each: { code: string }) => each.code === 'closure.goal-open')
  assert.equal(goal.href, `/clients/${planned.clientId}/plan/edit?case=${planned.caseId}#${planned.goalId}`)
  assert.match(goal.message, /No dialysis/)
  assert.equal((await planned.send('post', '/closure/completion')).body.code, 'closure.not-ready')
})

test('201 written, signed, signed off by another person, closed: tasks end by their events and the story says so', async () => {
  const { caseId, path } = await ready()
  const openTasks = async () => (await w.asOwner(`select rule from task where case_id = $1 and status = 'open' order by rule`, [caseId])).map(({ rule }) => rule)
  assert.deepEqual(await openTasks(), ['closure-summary-due'])
  assert.equal((await w.as('maya').post(`${path}/signature`)).status, 201)
  assert.deepEqual(await openTasks(), ['sign-off'])
  assert.deepEqual(codesOf((await w.as('maya').get(path)).body), ['closure.no-sign-off'])
  const early = await w.as('maya').post(`${path}/completion`)
  assert.deepEqual([early.status, codesOf(early.body)], [422, ['closure.no-sign-off']])
  assert.equal((await w.as('omar').post(`${path}/sign-off`, { note: 'Well done' })).status, 201)
  assert.deepEqual(await openTasks(), [])
  const closed = await w.as('maya').post(`${path}/completion`)
  assert.deepEqual([closed.status, closed.body], [201, { status: 'closed' }])
  const { body } = await w.as('maya').get(path)
  assert.deepEqual([body.status, body.closedOn, body.summary.status, body.summary.signedByName, body.summary.signedOffByName], ['closed', '2027-08-31', 'signed-off', 'Maya Ortiz', 'Omar Haddad'])
  const story = (await w.asOwner(`select type from case_event where case_id = $1 order by recorded_at, id`, [caseId])).map(({ type }) => type)
  for (const type of ['closure.summary-signed', 'closure.summary-signed-off', 'case.closed']) assert.ok(story.includes(type), `${type} in ${story.join()}`)
  assert.equal((await w.as('maya').post(`${path}/completion`)).status, 409)
})

test('403 the author does not sign off; a case manager cannot; quality reads; 404 for those who may not know the case', async () => {
  const { path } = await ready()
  await w.as('maya').post(`${path}/signature`)
  assert.equal((await w.as('maya').post(`${path}/sign-off`, {})).status, 403)
  assert.equal((await w.as('quinn').get(path)).status, 200)
  assert.equal((await w.as('quinn').post(`${path}/completion`)).status, 403)
  for (const person of ['zoe', 'bea'] as const) {
    assert.equal((await w.as(person).get(path)).status, 404, person)
    assert.equal((await w.as(person).get(`${path}/pdf`)).status, 404, person)
    assert.equal((await w.as(person).post(`${path}/sign-off`, {})).status, 404, person)
  }
  const own = await ready()
  await w.as('omar').post(`${own.path}/signature`)
  const refused = await w.as('omar').post(`${own.path}/sign-off`, {})
  assert.deepEqual([refused.status, refused.body.code], [403, 'closure.own-sign-off'])
})

test('201 a returned summary goes back to its author with the reason, is changed and signed again', async () => {
  const { caseId, path } = await ready()
  await w.as('maya').post(`${path}/signature`)
  assert.equal((await w.as('omar').post(`${path}/return`, { note: '' })).status, 400)
  assert.equal((await w.as('omar').post(`${path}/return`, { note: 'Name the clinic to call.' })).status, 201)
  const { body } = await w.as('maya').get(path)
  assert.deepEqual([body.summary.status, body.summary.returnNote, body.summary.returnedByName, body.may.write], ['draft', 'Name the clinic to call.', 'Omar Haddad', true])
  const tasks = await w.asOwner(`select rule, status from task where case_id = $1 and status = 'open'`, [caseId])
  assert.deepEqual(tasks, [{ rule: 'closure-summary-due', status: 'open' }])
  assert.equal((await w.as('maya').patch(path, { warningSigns: 'Swelling: call Eastside Clinic' }, { ifMatch: body.version })).status, 200)
  assert.equal((await w.as('maya').post(`${path}/signature`)).status, 201)
  assert.equal((await w.as('omar').post(`${path}/sign-off`, {})).status, 201)
})

test('409 signed words are not rewritten, over HTTP or by SQL', async () => {
  const { caseId, path } = await ready()
  await w.as('maya').post(`${path}/signature`)
  const { body } = await w.as('maya').get(path)
  assert.equal((await w.as('maya').patch(path, { course: 'Otherwise' }, { ifMatch: body.version })).body.code, 'closure.signed-is-immutable')
  const set = (changes: string) => w.asOwner(`update closure_summary set ${changes} where case_id = $1`, [caseId])
  await assert.rejects(set(`document = '{}'`), /closure.signed-is-immutable/)
  await w.as('omar').post(`${path}/sign-off`, {})
  for (const changes of [`content = '{}'`, `document = '{}'`, `sign_off_note = 'x'`, `status = 'draft', document = null, digest = null, signed_by = null, signed_at = null, signed_off_by = null, signed_off_at = null`])
    await assert.rejects(set(changes), /closure.signed-is-immutable/, changes)
  await w.as('maya').post(`${path}/completion`)
  await assert.rejects(set('closed_at = null'), /closure.signed-is-immutable/)
})

test('409 two people write one summary: the second is shown what is there', async () => {
  const { path } = await ready()
  assert.equal((await w.as('maya').patch(path, { course: 'First' }, { ifMatch: 1 })).status, 200)
  const late = await w.as('omar').patch(path, { course: 'Second' }, { ifMatch: 1 })
  assert.deepEqual([late.status, late.body.code, late.body.current.content.course], [409, 'closure-summary.changed', 'First'])
  assert.equal((await w.as('maya').patch(path, { time: 'perhaps' }, { ifMatch: 2 })).status, 400)
})

test('403 INV-09 an expired licence blocks the signature', async () => {
  const { path } = await ready()
  await w.asOwner(`update credential set expires_on = '2027-08-30' where staff_id = $1`, [w.staffId.maya])
  const refused = await w.as('maya').post(`${path}/signature`)
  assert.deepEqual([refused.status, refused.body.code], [403, 'closure.no-credential'])
  await w.asOwner(`update credential set expires_on = '2099-12-31' where staff_id = $1`, [w.staffId.maya])
  assert.equal((await w.as('maya').post(`${path}/signature`)).status, 201)
})

test('422 work that came up after the sign-off is settled before the case closes', async () => {
  const { caseId, clientId, path } = await ready()
  await w.as('maya').post(`${path}/signature`)
  await w.as('omar').post(`${path}/sign-off`, {})
  const task = await w.as('maya').post('/api/tasks', { title: 'Fax the records', caseId, clientId, due: '2027-09-02', assignTo: { role: 'caseManager', programId: w.programId } })
  const refused = await w.as('maya').post(`${path}/completion`)
  assert.deepEqual([refused.status, refused.body.missing[0].message], [422, 'Fax the records'])
  await w.as('maya').post(`/api/tasks/${task.body.id}/assignee`, { staffId: w.staffId.maya })
  assert.equal((await w.as('maya').post(`${path}/completion`)).status, 201, 'handed to a named person')
})

test('201 a reopened case gets another summary; the first stays as it was', async () => {
  const { caseId, path } = await ready()
  await w.as('maya').post(`${path}/signature`)
  await w.as('omar').post(`${path}/sign-off`, {})
  await w.as('maya').post(`${path}/completion`)
  await w.asOwner(`update case_record set status = status where id = $1`, [caseId])
  await w.asOwner('begin')
  await w.asOwner(`insert into case_status_change (agency_id, id, case_id, transition, from_status, to_status, reason) values ($1, $2, $3, 'reopened', 'closed', 'active', 'came back')`, [w.agencyId, crypto.randomUUID(), caseId])
  await w.asOwner(`update case_record set status = 'active', closed_on = null where id = $1`, [caseId])
  await w.asOwner('commit')
  await w.as('maya').post(`/api/cases/${caseId}/closing`, { ...closing, reason: 'relocated' })
  const { body } = await w.as('maya').get(path)
  assert.deepEqual([body.version, body.summary, body.content.disposition], [0, null, 'moved-away'])
  assert.equal((await w.as('maya').patch(path, whole, { ifMatch: 0 })).body.version, 1)
  assert.equal((await w.asOwner('select count(*)::int as n from closure_summary where case_id = $1', [caseId]))[0].n, 2)
})

test('200 the paper is a tagged PDF of 6.12: a draft says so, the signed one has both names; in Spanish too; hostile words are inert', async () => {
  const hostile = '#panic("no") *not bold* <script>alert(1)</script>'
  const { path, caseId } = await ready({ course: hostile, unmetNeeds: [{ id: crypto.randomUUID(), statement: 'Transport', why: 'No bus', whatNow: 'Call Dial-a-Ride' }], services: [{ id: crypto.randomUUID(), service: 'Meals', provider: 'Table Home', contact: '919 555 0142' }] })
  const draft = await w.as('maya').get(`${path}/pdf`)
  assert.deepEqual([draft.status, draft.headers['content-type']], [200, 'application/pdf'])
  assert.match(await textOf(draft.body), /Draft\. Not signed yet\./)
  await w.as('maya').post(`${path}/signature`)
  await w.as('omar').post(`${path}/sign-off`, {})
  const signed = (await w.as('omar').get(`${path}/pdf`)).body
  assert.ok(Buffer.from(signed).includes('<pdfuaid:part>1</pdfuaid:part>'))
  const text = await textOf(signed)
  for (const words of ['The goals were reached', 'You agree.', 'I can do this', hostile, 'Table Home', '919 555 0142', 'Call Dial-a-Ride', 'Checks her sugar each morning', 'Swelling of the feet', 'Call Harborview and ask for complex care', 'At home, with services', 'Maya Ortiz, RN CCM', 'Omar Haddad, LCSW'])
    assert.ok(text.includes(words), `“${words}” in ${text}`)
  assert.doesNotMatch(text, /Draft/)
  const [{ digest }] = await w.asOwner(`select encode(digest, 'hex') as digest from closure_summary where case_id = $1`, [caseId])
  assert.ok(text.includes(digest.slice(0, 16)))
  const spanish = await textOf((await w.as('maya').get(`${path}/pdf?language=es`)).body)
  assert.match(spanish, /Resumen de cierre/)
  assert.match(spanish, /Se lograron las metas/)
  assert.equal((await w.as('maya').get(`${path}/pdf?language=xx`)).status, 400)
  assert.deepEqual(Buffer.from((await w.as('maya').get(`${path}/pdf`)).body), Buffer.from(signed), 'the same bytes each time')
})

test('the database keeps the rules of a summary by itself', async () => {
  const { caseId } = await w.openCase({ status: 'closing' })
  const insert = (changes: object = {}) => {
    const row = { agency_id: w.agencyId, id: crypto.randomUUID(), case_id: caseId, ...changes }
    return w.asOwner(`insert into closure_summary (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, n) => `$${n + 1}`).join(', ')})`, Object.values(row))
  }
  await assert.rejects(insert({ status: 'signed-off' }), /closure.author-signs-first/)
  await insert()
  await assert.rejects(insert(), /one_summary_for_each_closing/)
  const set = (changes: string) => w.asOwner(`update closure_summary set ${changes} where case_id = $1`, [caseId])
  const signed = `status = 'awaiting-sign-off', document = '{}', digest = decode(repeat('00', 32), 'hex'), signed_by = '${w.staffId.maya}', signed_at = now()`
  await assert.rejects(set(`status = 'awaiting-sign-off'`), /a_signed_summary_names_who_when_and_what/)
  await assert.rejects(set(`signed_by = '${w.staffId.maya}'`), /a_signed_summary_names_who_when_and_what/)
  await assert.rejects(set(`status = 'signed-off'`), /closure.author-signs-first/)
  await assert.rejects(set(signed.replace(`repeat('00', 32)`, `'00'`)), /a_digest_is_sha256/)
  await assert.rejects(set('closed_at = now()'), /a_case_closes_with_a_signed_off_summary/)
  await assert.rejects(set('returned_at = now()'), /a_returned_summary_says_why/)
  await assert.rejects(set(`case_id = '${crypto.randomUUID()}'`), /closure.stays-with-its-case/)
  await set(signed)
  await assert.rejects(set(`status = 'signed-off', signed_off_at = now()`), /a_signed_off_summary_names_who_and_when/)
  await assert.rejects(set(`status = 'signed-off', signed_off_at = now(), signed_off_by = '${w.staffId.maya}'`), /nobody_signs_off_their_own_summary/)
})

test('nobody signs in somebody else’s name, even by direct SQL under the application role', async () => {
  const { sql } = await import('kysely')
  const { caseId, path } = await ready()
  await w.as('maya').post(`${path}/signature`)
  const forged = sql`update closure_summary set status = 'signed-off', signed_off_by = ${w.staffId.omar}, signed_off_at = now() where case_id = ${caseId}`
  await assert.rejects(w.work('maya', ({ tx }) => forged.execute(tx)), /closure.signed-in-own-name/)
})

test('a case does not become closed without its signed-off summary, whoever writes', async () => {
  const { caseId } = await w.openCase({ status: 'closing' })
  const close = async () => {
    await w.asOwner('begin')
    try {
      await w.asOwner(`insert into case_status_change (agency_id, id, case_id, transition, from_status, to_status, reason) values ($1, $2, $3, 'closed', 'closing', 'closed', 'by hand')`, [w.agencyId, crypto.randomUUID(), caseId])
      await w.asOwner(`update case_record set status = 'closed', closed_on = current_date where id = $1`, [caseId])
      await w.asOwner('commit')
    } catch (error) {
      await w.asOwner('rollback')
      throw error
    }
  }
  await assert.rejects(close(), /case.closes-with-a-summary/)
  assert.deepEqual(await w.asOwner('select status from case_record where id = $1', [caseId]), [{ status: 'closing' }])
})
