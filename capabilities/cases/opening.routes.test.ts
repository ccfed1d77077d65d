import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { askedSafely, licenceEnds, papersOf, readyCase } from '../../test/situations.ts'
import { world, type World } from '../../test/world.ts'
import { openCase, recordOutreachAttempt } from './case.actions.ts'
import type { NewCase } from './case.ts'

let w: World
let today: string
before(async () => {
  w = await world()
  today = await w.work('maya', async (work) => work.today)
})
after(() => w.close())

const person = async (): Promise<string> => {
  const clientId = newId()
  await w.asOwner(`insert into client (agency_id, id, display_name, birth_date_precision) values ($1, $2, 'Marcus Delgado', 'unknown')`, [w.agencyId, clientId])
  return clientId
}
const wanted = (clientId: string, more: Partial<NewCase> = {}): NewCase => ({
  id: newId(), clientId, programId: w.programId, identifiedOn: today, eligibilityBasis: 'Claim WC-26-004187 is accepted.', primaryStaffId: w.staffId.maya, ...more,
})
const code = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]

test('a case opens with its enrollment, its team, its opening in the story, and the first attempt due in two business days', async () => {
  const clientId = await person()
  const caseRecord = await w.work('ines', (work) => openCase(work, wanted(clientId)))
  assert.match(caseRecord.number, /^\d\d-\d{5}$/)
  assert.deepEqual([caseRecord.status, caseRecord.openedOn, caseRecord.identifiedOn], ['pending_engagement', today, today])
  const view = (await w.as('maya').get(`/api/cases/${caseRecord.id}`)).body
  assert.deepEqual(view.team.map((member: { name: string; role: string }) => [member.name, member.role]), [['Ines Duarte', 'opener'], ['Maya Ortiz', 'primary']])
  assert.deepEqual(view.possible, ['activated', 'ended-without-engagement', 'voided'])
  const [task] = (await w.as('maya').get(`/api/cases/${caseRecord.id}/tasks`)).body
  assert.deepEqual([task.rule, task.staffId, task.dueOn, task.params], ['first-attempt', w.staffId.maya, addBusinessDays(today, 2), { acceptedOn: today, businessDays: 2 }])
})

test('U3 the intensive level is called within one business day', async () => {
  const clientId = await person()
  const urgent = await w.work('ines', (work) => openCase(work, wanted(clientId, { acuityLevel: 4 })))
  const [task] = (await w.as('maya').get(`/api/cases/${urgent.id}/tasks`)).body
  assert.deepEqual([task.dueOn, task.priority], [addBusinessDays(today, 1), 'urgent'])
})

test('without a case manager the first attempt is on the supervisors’ list, and the first one named takes it', async () => {
  const caseRecord = await w.work('omar', async (work) => openCase(work, wanted(await person(), { primaryStaffId: null })))
  const list = (await w.as('omar').get('/api/tasks/mine')).body.items
  assert.ok(list.some((item: { caseId: string; role: string }) => item.caseId === caseRecord.id && item.role === 'supervisor'))
  const named = await w.as('omar').post(`/api/cases/${caseRecord.id}/primary`, { staffId: w.staffId.maya, reason: 'Speaks with employers every day.' })
  assert.deepEqual([named.status, named.body.staffId], [201, w.staffId.maya])
  assert.deepEqual(code(await w.as('omar').post(`/api/cases/${caseRecord.id}/primary`, { staffId: w.staffId.maya, reason: 'again' })), [409, 'case.has-primary'])
  const [task] = (await w.as('maya').get(`/api/cases/${caseRecord.id}/tasks`)).body
  assert.equal(task.staffId, w.staffId.maya)
})

test('INV-09 422 nobody without a valid credential is given a case', async () => {
  const clientId = await person()
  assert.deepEqual(code(await w.as('omar').post(`/api/clients/${clientId}/cases`, wanted(clientId, { primaryStaffId: w.staffId.ines }))), [422, 'case.primary-credential'])
  await licenceEnds(w, 'zoe')
  assert.deepEqual(code(await w.as('omar').post(`/api/clients/${clientId}/cases`, wanted(clientId, { primaryStaffId: w.staffId.zoe }))), [422, 'case.primary-credential'])
})

test('422 a colleague who must not know the person is not given the case', async () => {
  const clientId = await person()
  await w.asOwner(`insert into exclusion (agency_id, id, staff_id, client_id, reason, from_at) values ($1, $2, $3, $4, 'sister', now() - interval '1 day')`, [w.agencyId, newId(), w.staffId.maya, clientId])
  assert.deepEqual(code(await w.as('omar').post(`/api/clients/${clientId}/cases`, wanted(clientId))), [422, 'case.excluded'])
})

test('INV-16 one open case per enrollment; a second program names who leads, on both cases', async () => {
  const clientId = await person()
  const first = await w.work('omar', (work) => openCase(work, wanted(clientId)))
  assert.deepEqual(code(await w.as('omar').post(`/api/clients/${clientId}/cases`, wanted(clientId))), [409, 'rule.one-open-case-per-enrollment'])
  const secondProgram = newId()
  await w.asOwner(`insert into program (agency_id, id, name, kind, jurisdiction) values ($1, $2, 'Complex care', 'complex-care', 'NC')`, [w.agencyId, secondProgram])
  const second = await w.work('maya', (work) => openCase(work, wanted(clientId, { programId: secondProgram })))
  assert.equal(second.leadStaffId, w.staffId.maya)
  assert.match(second.coordinationNote ?? '', /beside another open case/)
  assert.equal((await w.as('maya').get(`/api/cases/${first.id}`)).body.leadStaffId, w.staffId.maya)
})

test('U4 422 not yet unable to reach: what is missing is named; then with three attempts, two modes, two days and a letter it may end', async () => {
  const { caseId } = await w.openCase({ status: 'pending_engagement' })
  const end = (more: object = {}) => w.as('maya').post(`/api/cases/${caseId}/no-engagement`, { reason: 'unable_to_reach', note: 'Nobody answers.', ...more })
  const attempt = (daysAgo: number, channel: 'phone' | 'letter') => w.onCase('maya', caseId, (work) =>
    recordOutreachAttempt(work, { channel, at: new Date(Date.parse(work.now) - daysAgo * 86_400_000).toISOString(), result: 'no-answer' }))
  const refused = await end()
  assert.deepEqual(code(refused), [422, 'case.not-tried-enough'])
  assert.deepEqual(refused.body.missing.map((each: { code: string }) => each.code), ['case.too-few-attempts', 'case.one-mode-only', 'case.one-day-only'])
  for (const [daysAgo, channel] of [[6, 'phone'], [4, 'phone'], [1, 'letter']] as const) await attempt(daysAgo, channel)
  assert.deepEqual(code(await end()), [422, 'case.no-letter'])
  const ended = await end({ letterSentOn: today })
  assert.deepEqual([ended.status, ended.body.status], [201, 'not_engaged'])
  const view = (await w.as('maya').get(`/api/cases/${caseId}`)).body
  assert.deepEqual([view.outreach.met, view.attempts.length, view.changes.at(-1).reasonCode], [true, 3, 'unable_to_reach'])
})

test('an attempt settles the first-attempt task by the contact that was made', async () => {
  const clientId = await person()
  const { id } = await w.work('omar', (work) => openCase(work, wanted(clientId)))
  const contactId = newId()
  await w.onCase('maya', id, (work) => recordOutreachAttempt(work, { channel: 'phone', at: work.now, result: 'left-message', contactId }))
  const [task] = (await w.as('maya').get(`/api/cases/${id}/tasks/ended`)).body
  assert.deepEqual([task.rule, task.status, task.settledByType, task.settledById], ['first-attempt', 'done', 'contact', contactId])
})

test('a decline is respected: any other reason needs a note only, and the tasks end as exceptions', async () => {
  const clientId = await person()
  const { id } = await w.work('omar', (work) => openCase(work, wanted(clientId)))
  assert.equal((await w.as('maya').post(`/api/cases/${id}/no-engagement`, { reason: 'declined', note: '' })).status, 400)
  assert.equal((await w.as('maya').post(`/api/cases/${id}/no-engagement`, { reason: 'declined', note: 'He manages well with his sister.' })).body.status, 'not_engaged')
  const [task] = (await w.as('maya').get(`/api/cases/${id}/tasks/ended`)).body
  assert.deepEqual([task.status, task.exceptionCode], ['excepted', 'case-ended'])
})

test('H1–H5 422 activation names everything missing, each with where it is done', async () => {
  const { caseId, clientId } = await w.openCase({ status: 'pending_engagement' })
  const refused = await w.as('maya').post(`/api/cases/${caseId}/activation`)
  assert.deepEqual(code(refused), [422, 'case.not-ready'])
  assert.deepEqual(refused.body.missing.map((each: { code: string; href: string }) => [each.code, each.href]), [
    ['case.no-engagement-basis', `/clients/${clientId}/consents`], ['case.no-role-disclosure', `/clients/${clientId}/consents`],
    ['case.no-rights-notice', `/clients/${clientId}/consents`], ['case.safe-contact-not-asked', `/clients/${clientId}/details`],
  ])
  await papersOf(w, clientId, ['role_disclosure'])
  await askedSafely(w, clientId)
  const { body } = await w.as('maya').get(`/api/cases/${caseId}/readiness`)
  assert.deepEqual(body.missing.map((each: { code: string }) => each.code), ['case.no-role-disclosure'])
})

test('201 the work begins: the day, the basis, the assessment due in thirty days (U6), the first attempt settled', async () => {
  const { caseId } = await readyCase(w)
  const { status, body } = await w.as('maya').post(`/api/cases/${caseId}/activation`)
  assert.deepEqual([status, body.status, body.activatedOn], [201, 'active', today])
  const [task] = (await w.as('maya').get(`/api/cases/${caseId}/tasks`)).body
  assert.deepEqual([task.rule, task.dueOn, task.staffId], ['assessment-due', addCivilDays(today, 30), w.staffId.maya])
  assert.deepEqual(code(await w.as('maya').post(`/api/cases/${caseId}/activation`)), [409, 'case.wrong-status'])
  const [enrollment] = await w.asOwner('select e.status from enrollment e join case_record c on c.enrollment_id = e.id where c.id = $1', [caseId])
  assert.equal(enrollment.status, 'enrolled')
})

test('INV-08 422 the work does not begin under a case manager whose credential has expired', async () => {
  const own = await world()
  try {
    await licenceEnds(own, 'maya')
    const { caseId } = await readyCase(own)
    const refused = await own.as('maya').post(`/api/cases/${caseId}/activation`)
    assert.deepEqual(refused.body.missing.map((each: { code: string }) => each.code), ['case.primary-credential'])
  } finally {
    await own.close()
  }
})

test('S1 422 a full caseload needs a reason, which the story keeps', async () => {
  await w.asOwner('update staff set caseload_cap = 1 where id = $1', [w.staffId.maya])
  const { caseId } = await readyCase(w)
  assert.deepEqual(code(await w.as('maya').post(`/api/cases/${caseId}/activation`)), [422, 'case.over-capacity'])
  const { body } = await w.as('maya').post(`/api/cases/${caseId}/activation`, { capacityReason: 'Two cases close on Friday.' })
  assert.equal(body.status, 'active')
  await w.asOwner('update staff set caseload_cap = 60 where id = $1', [w.staffId.maya])
  const [event] = await w.asOwner("select details from case_event where case_id = $1 and type = 'case.activated'", [caseId])
  assert.equal(event.details.capacityReason, 'Two cases close on Friday.')
})

test('403 intake opens no case by hand; 404 for a case off my list', async () => {
  const { caseId } = await readyCase(w)
  assert.equal((await w.as('quinn').post(`/api/cases/${caseId}/activation`)).status, 403)
  for (const stranger of ['zoe', 'bea'] as const) {
    assert.equal((await w.as(stranger).get(`/api/cases/${caseId}`)).status, 404)
    assert.equal((await w.as(stranger).post(`/api/cases/${caseId}/activation`)).status, 404)
  }
})
