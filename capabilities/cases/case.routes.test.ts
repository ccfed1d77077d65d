import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { papersOf } from '../../test/situations.ts'
import { world, type World } from '../../test/world.ts'
import { addTask, requestTask } from '../tasks/task.actions.ts'
import { closeCase } from './case.actions.ts'
import { closureReasons } from './closing.ts'

let w: World
let today: string
before(async () => {
  w = await world()
  today = await w.work('maya', async (work) => work.today)
})
after(() => w.close())

const code = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]
const post = (caseId: string, what: string, body: object = {}, person: 'maya' | 'omar' = 'maya') => w.as(person).post(`/api/cases/${caseId}/${what}`, body)
const view = async (caseId: string) => (await w.as('omar').get(`/api/cases/${caseId}`)).body
const pause = () => ({ reason: 'hospital_or_facility', note: 'Admitted on Monday.', reviewOn: addCivilDays(today, 14), responsibleStaffId: w.staffId.maya })
const goodEnd = () => ({ reason: 'goals_achieved', explanation: 'Both goals are met.', clientToldOn: today, clientView: 'agrees' })

test('201 a pause names the reason, the day it is looked at again and who answers meanwhile; then the work goes on', async () => {
  const { caseId } = await w.openCase()
  const paused = await post(caseId, 'suspension', pause())
  assert.deepEqual([paused.status, paused.body.status, paused.body.reviewOn, paused.body.responsibleStaffId], [201, 'suspended', addCivilDays(today, 14), w.staffId.maya])
  const [task] = (await w.as('maya').get(`/api/cases/${caseId}/tasks`)).body
  assert.deepEqual([task.rule, task.dueOn], ['own', addCivilDays(today, 14)])
  const resumed = await post(caseId, 'resumption', { reason: 'Home since Friday.' })
  assert.deepEqual([resumed.body.status, resumed.body.reviewOn, resumed.body.suspensionReason], ['active', null, null])
})

test('422 a pause longer than thirty days; 400 without a reason', async () => {
  const { caseId } = await w.openCase()
  assert.deepEqual(code(await post(caseId, 'suspension', { ...pause(), reviewOn: addCivilDays(today, 31) })), [422, 'case.review-day'])
  assert.equal((await post(caseId, 'suspension', { ...pause(), note: ' ' })).status, 400)
})

test('INV-17 409 every transition the machine does not have is refused, with what the case is now', async () => {
  const bodies: Record<string, object> = {
    activation: {}, 'no-engagement': { reason: 'declined', note: 'No thank you.' }, suspension: pause(), resumption: { reason: 'back home' }, closing: goodEnd(), reopening: { reason: 'she asked' },
  }
  const allowed: Record<string, string[]> = {
    pending_engagement: ['activation', 'no-engagement'], active: ['suspension', 'closing'], suspended: ['resumption', 'closing'], closing: [], closed: ['reopening'], not_engaged: [], voided: [],
  }
  for (const [status, may] of Object.entries(allowed)) {
    const { caseId } = await w.openCase({ status })
    for (const what of Object.keys(bodies).filter((each) => !may.includes(each))) {
      const refused = await post(caseId, what, bodies[what])
      assert.deepEqual([status, what, ...code(refused), refused.body.current?.status], [status, what, 409, 'case.wrong-status', status])
    }
    assert.equal((await view(caseId)).status, status)
  }
})

test('INV-17 each change is a row with who, when and why, and an event of the story', async () => {
  const { caseId } = await w.openCase()
  await post(caseId, 'suspension', pause())
  const { changes } = await view(caseId)
  const last = changes.at(-1)
  assert.deepEqual([last.transition, last.fromStatus, last.toStatus, last.reasonCode, last.reason, last.staffName], ['suspended', 'active', 'suspended', 'hospital_or_facility', 'Admitted on Monday.', 'Maya Ortiz'])
  const [event] = await w.asOwner("select staff_id, details from case_event where case_id = $1 and type = 'case.suspended'", [caseId])
  assert.equal(event.staff_id, w.staffId.maya)
})

test('422 closing without telling the client; 201 with the summary due in ten business days (U19)', async () => {
  const { caseId, clientId } = await w.openCase()
  await w.onCase('maya', caseId, (work) => requestTask(work, { rule: 'plan-review', about: { type: 'plan', id: newId() }, caseId, clientId, assignTo: { staffId: w.staffId.maya }, due: today }))
  assert.deepEqual(code(await post(caseId, 'closing', { ...goodEnd(), clientToldOn: null })), [422, 'case.client-not-told'])
  assert.deepEqual(code(await post(caseId, 'closing', { ...goodEnd(), clientToldOn: addCivilDays(today, 1) })), [422, 'case.told-in-future'])
  const closing = await post(caseId, 'closing', goodEnd())
  assert.deepEqual([closing.body.status, closing.body.closureReason, closing.body.closingOn], ['closing', 'goals_achieved', today])
  const tasks = (await w.as('maya').get(`/api/cases/${caseId}/tasks`)).body
  assert.deepEqual(tasks.map((task: { rule: string; dueOn: string }) => [task.rule, task.dueOn]), [['closure-summary-due', addBusinessDays(today, 10)]])
})

test('422 when the agency ends it, a supervisor decides: asked for by the case manager, found on the supervisor’s list, settled by the decision', async () => {
  for (const reason of closureReasons.agencyDirected) {
    const { caseId } = await w.openCase()
    assert.deepEqual(code(await post(caseId, 'closing', { ...goodEnd(), reason })), [422, 'case.needs-management-review'])
    const asked = await post(caseId, 'closing-request', { reason, explanation: 'Threats at two visits.' })
    assert.equal(asked.status, 201)
    const list = (await w.as('omar').get('/api/tasks/mine')).body.items
    assert.ok(list.some((item: { id: string }) => item.id === asked.body.taskId))
    assert.equal((await post(caseId, 'closing', { ...goodEnd(), reason }, 'omar')).body.status, 'closing')
    const [task] = await w.asOwner('select status, settled_by_type from task where id = $1', [asked.body.taskId])
    assert.deepEqual(task, { status: 'done', settled_by_type: 'case-status-change' })
  }
  const { caseId } = await w.openCase()
  assert.deepEqual(code(await post(caseId, 'closing-request', { reason: 'goals_achieved', explanation: 'All is well.' })), [422, 'case.no-review-needed'])
})

test('422 a case does not close over open work; what is left is named; own to-dos of named people may stay', async () => {
  const { caseId, clientId } = await w.openCase({ status: 'closing' })
  // The summary stands already; `closures` writes that the case closed with it in the same transaction (case.closes-with-a-summary).
  const summaryId = newId()
  await w.asOwner('insert into closure_summary (agency_id, id, case_id) values ($1, $2, $3)', [w.agencyId, summaryId, caseId])
  await w.asOwner(`update closure_summary set status = 'awaiting-sign-off', document = '{}', digest = sha256('x'), signed_by = $2, signed_at = now() where id = $1`, [summaryId, w.staffId.maya])
  await w.asOwner(`update closure_summary set status = 'signed-off', signed_off_by = $2, signed_off_at = now() where id = $1`, [summaryId, w.staffId.omar])
  const finish = () => w.onCase('maya', caseId, async (work) => {
    const closed = await closeCase(work, { summaryId })
    await sql`update closure_summary set closed_at = now() where id = ${summaryId}`.execute(work.tx)
    return closed
  })
  await w.onCase('maya', caseId, async (work) => {
    await addTask(work, { title: 'Return the key', caseId, clientId, due: today })
    await addTask(work, { title: 'Call the clinic', caseId, clientId, due: today, assignTo: { role: 'caseManager' } })
    await requestTask(work, { rule: 'note-unsigned', about: { type: 'contact', id: newId() }, caseId, clientId, assignTo: { staffId: w.staffId.maya }, due: today })
  })
  await assert.rejects(finish(), (refusal: { code: string; details: { missing: Array<{ code: string; href: string }> } }) =>
    refusal.code === 'case.not-ready-to-close' && refusal.details.missing.map((each) => each.code).toSorted().join() === 'case.open-note-unsigned,case.open-own')
  await w.asOwner("update task set status = 'done', settled_by_type = 'contact', settled_by_id = gen_random_uuid(), ended_at = now() where case_id = $1 and rule = 'note-unsigned'", [caseId])
  await w.asOwner("update task set status = 'done', ended_at = now() where case_id = $1 and role = 'caseManager'", [caseId])
  const closed = await finish()
  assert.deepEqual([closed.status, closed.closedOn], ['closed', today])
})

test('reopening within thirty days goes on with the same case; the first closing stays on record', async () => {
  const { caseId, clientId } = await w.openCase({ status: 'closed' })
  const refused = await post(caseId, 'reopening', { reason: 'The pain is back.' })
  assert.deepEqual([...code(refused), refused.body.missing.map((each: { code: string }) => each.code)], [422, 'case.cannot-reopen', ['case.no-engagement-basis']])
  await papersOf(w, clientId)
  const reopened = await post(caseId, 'reopening', { reason: 'The pain is back.' })
  assert.deepEqual([reopened.body.status, reopened.body.closedOn, reopened.body.closureReason], ['active', null, null])
  assert.equal((await view(caseId)).changes.at(-1).details.closureReason, 'goals_achieved')
})

test('422 after thirty days a new case follows the old one, and before that it does not', async () => {
  const { caseId, clientId } = await w.openCase({ status: 'closed' })
  await papersOf(w, clientId)
  const next = { id: newId(), programId: w.programId, identifiedOn: today, eligibilityBasis: 'Injured again at work.', primaryStaffId: w.staffId.maya }
  assert.deepEqual(code(await post(caseId, 'successor', next)), [422, 'case.reopen-instead'])
  await w.asOwner('update case_record set closed_on = $2 where id = $1', [caseId, addCivilDays(today, -31)])
  assert.deepEqual(code(await post(caseId, 'reopening', { reason: 'The pain is back.' })), [422, 'case.reopen-window'])
  const successor = await post(caseId, 'successor', next)
  assert.deepEqual([successor.status, successor.body.priorCaseId, successor.body.status], [201, caseId, 'pending_engagement'])
  const open = await w.openCase()
  assert.deepEqual(code(await post(open.caseId, 'successor', { ...next, id: newId() })), [409, 'case.still-open'])
})

test('INV-18 a case entered in error keeps its record and its reason; after engagement a supervisor decides', async () => {
  const { caseId } = await w.openCase()
  assert.deepEqual(code(await post(caseId, 'void', { reason: 'The wrong person.' })), [403, 'case.void-needs-supervisor'])
  const voided = await post(caseId, 'void', { reason: 'The wrong person.' }, 'omar')
  assert.equal(voided.body.status, 'voided')
  assert.equal((await view(caseId)).changes.at(-1).reason, 'The wrong person.')
  const pending = await w.openCase({ status: 'pending_engagement' })
  assert.equal((await post(pending.caseId, 'void', { reason: 'Entered twice.' })).body.status, 'voided')
})

test('a death stops outreach and reminders at once; an active case begins to close, a pending one ends', async () => {
  const active = await w.openCase()
  await w.onCase('maya', active.caseId, (work) => requestTask(work, { rule: 'assessment-due', about: { type: 'case', id: active.caseId }, caseId: active.caseId, clientId: active.clientId, assignTo: { staffId: w.staffId.maya }, due: today }))
  const died = { diedOn: today, source: 'His wife called.' }
  assert.deepEqual(code(await post(active.caseId, 'death', { ...died, diedOn: addCivilDays(today, 1) })), [422, 'case.death-in-future'])
  const closing = await post(active.caseId, 'death', died)
  assert.deepEqual([closing.body.status, closing.body.closureReason], ['closing', 'deceased'])
  const [client] = await w.asOwner('select deceased_on::text from client where id = $1', [active.clientId])
  assert.equal(client.deceased_on, today)
  const rules = (await w.as('maya').get(`/api/cases/${active.caseId}/tasks`)).body.map((task: { rule: string }) => task.rule)
  assert.deepEqual(rules, ['closure-summary-due'])
  const pending = await w.openCase({ status: 'pending_engagement' })
  assert.equal((await post(pending.caseId, 'death', died)).body.status, 'not_engaged')
})

test('201 a level with its reason; the history stays; 409 on a case that is over', async () => {
  const { caseId } = await w.openCase()
  assert.equal((await post(caseId, 'acuity', { level: 5, why: 'very high' })).status, 400)
  await post(caseId, 'acuity', { level: 2, why: 'Stable at home.' })
  const saved = await post(caseId, 'acuity', { level: 4, why: 'Discharged today, lives alone.' })
  assert.equal(saved.body.acuityLevel, 4)
  assert.deepEqual((await view(caseId)).acuities.map((each: { level: number; staffName: string }) => [each.level, each.staffName]), [[4, 'Maya Ortiz'], [2, 'Maya Ortiz']])
  const over = await w.openCase({ status: 'closed' })
  assert.deepEqual(code(await post(over.caseId, 'acuity', { level: 2, why: 'Stable at home.' })), [409, 'case.not-open'])
})

test('two people, one case: the second save is told', async () => {
  const { caseId } = await w.openCase()
  const [first, second] = await Promise.all([post(caseId, 'suspension', pause()), post(caseId, 'suspension', pause(), 'omar')])
  assert.deepEqual([first.status, second.status].toSorted(), [201, 409])
  assert.equal((await view(caseId)).changes.filter((change: { transition: string }) => change.transition === 'suspended').length, 1)
})
