// Every constraint of the cases' tables, tried by SQL as the owner of the tables and under the application's role.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'

let w: World
let caseId: string
let clientId: string
before(async () => { w = await world() })
after(() => w.close())
beforeEach(async () => { ({ caseId, clientId } = await w.openCase()) })

const change = (transition: string, from: string | null, to: string, of = caseId) =>
  w.asOwner('insert into case_status_change (agency_id, id, case_id, transition, from_status, to_status, reason) values ($1, $2, $3, $4, $5, $6, $7)', [w.agencyId, newId(), of, transition, from, to, 'tried by SQL'])
/** A whole transaction as the owner, so that deferred constraints speak at its end. */
const together = async (...steps: Array<[string, unknown[]]>) => {
  await w.asOwner('begin')
  try {
    for (const [text, values] of steps) await w.asOwner(text, values)
    await w.asOwner('commit')
  } catch (error) {
    await w.asOwner('rollback')
    throw error
  }
}
const changeStep = (transition: string, from: string, to: string): [string, unknown[]] => [
  'insert into case_status_change (agency_id, id, case_id, transition, from_status, to_status, reason) values ($1, $2, $3, $4, $5, $6, $7)', [w.agencyId, newId(), caseId, transition, from, to, 'tried by SQL'],
]

test('INV-17 the status does not change without its written change', async () => {
  await assert.rejects(w.asOwner("update case_record set status = 'suspended', suspended_on = current_date, suspension_reason = 'client_request', review_on = current_date + 1, responsible_staff_id = $2 where id = $1", [caseId, w.staffId.maya]), { message: 'case.status-by-transition' })
})

test('INV-17 yesterday’s change does not license today’s', async () => {
  await together(changeStep('suspended', 'active', 'suspended'), ["update case_record set status = 'suspended', suspended_on = current_date, suspension_reason = 'client_request', review_on = current_date + 1, responsible_staff_id = $2 where id = $1", [caseId, w.staffId.maya]])
  await together(changeStep('resumed', 'suspended', 'active'), ["update case_record set status = 'active' where id = $1", [caseId]])
  await assert.rejects(w.asOwner("update case_record set status = 'suspended' where id = $1", [caseId]), { message: 'case.status-by-transition' })
})

test('INV-17 a written change is made, and is one of the machine', async () => {
  await assert.rejects(change('suspended', 'active', 'suspended'), { message: 'case.change-not-made' })
  await assert.rejects(change('closed', 'active', 'closed'), { constraint: 'status_changes_follow_the_machine' })
  await assert.rejects(change('activated', 'closed', 'active'), { constraint: 'status_changes_follow_the_machine' })
})

test('INV-17 INV-18 a change of status is neither changed nor deleted, a case is not deleted', async () => {
  await assert.rejects(w.asOwner("update case_status_change set reason = 'nicer' where case_id = $1", [caseId]), { message: 'case_status_change.is-append-only' })
  await assert.rejects(w.asOwner('delete from case_status_change where case_id = $1', [caseId]), { message: 'case_status_change.is-append-only' })
  await assert.rejects(w.work('maya', (work) => sql`delete from case_record where id = ${caseId}`.execute(work.tx)), { code: '42501' })
  await assert.rejects(w.asOwner('truncate case_record cascade'), { code: 'P0001' })
})

test('INV-17 a case does not appear without its opening', async () => {
  const enrollmentId = newId()
  await w.asOwner("insert into enrollment (agency_id, id, client_id, program_id, status, starts_on) values ($1, $2, $3, $4, 'eligible', current_date)", [w.agencyId, enrollmentId, clientId, w.programId])
  await assert.rejects(w.asOwner(`insert into case_record (agency_id, id, number, client_id, enrollment_id, program_id, identified_on, opened_on, lead_staff_id, coordination_note)
    values ($1, $2, 'X-1', $3, $4, $5, current_date, current_date, $6, 'beside')`, [w.agencyId, newId(), clientId, enrollmentId, w.programId, w.staffId.maya]), { message: 'case.opening-is-an-event' })
})

test('INV-08 a worked case keeps exactly one primary case manager', async () => {
  await assert.rejects(w.asOwner("update case_team set until_at = now() where case_id = $1 and role = 'primary'", [caseId]), { message: 'case.no-primary' })
  await assert.rejects(w.asOwner("insert into case_team (agency_id, id, case_id, staff_id, role, reason) values ($1, $2, $3, $4, 'primary', 'a second one')", [w.agencyId, newId(), caseId, w.staffId.zoe]), { constraint: 'one_primary_case_manager' })
  await together(
    ["update case_team set until_at = now() where case_id = $1 and role = 'primary'", [caseId]],
    ["insert into case_team (agency_id, id, case_id, staff_id, role, reason) values ($1, $2, $3, $4, 'primary', 'took over')", [w.agencyId, newId(), caseId, w.staffId.zoe]],
  )
})

test('INV-08 a case does not become active without a primary', async () => {
  const pending = await w.openCase({ status: 'pending_engagement' })
  caseId = pending.caseId
  await w.asOwner("update case_team set until_at = now() where case_id = $1", [caseId])
  await assert.rejects(together(changeStep('activated', 'pending_engagement', 'active'), ["update case_record set status = 'active', activated_on = current_date where id = $1", [caseId]]), { message: 'case.no-primary' })
})

test('INV-16 an enrollment carries one open case, of its own client and program, and cases side by side name a lead', async () => {
  const [{ enrollment_id }] = await w.asOwner('select enrollment_id from case_record where id = $1', [caseId])
  const open = (more: { enrollmentId: string; client?: string; lead?: string | null; number?: string }) => w.asOwner(
    `with opened as (insert into case_record (agency_id, id, number, client_id, enrollment_id, program_id, identified_on, opened_on, lead_staff_id, coordination_note)
       values ($1, $2, $3, $4, $5, $6, current_date, current_date, $7, case when $7::uuid is null then null else 'beside' end))
     insert into case_status_change (agency_id, id, case_id, transition, to_status, reason) values ($1, $8, $2, 'opened', 'pending_engagement', 'tried by SQL')`,
    [w.agencyId, newId(), more.number ?? newId(), more.client ?? clientId, more.enrollmentId, w.programId, more.lead ?? null, newId()])
  await assert.rejects(open({ enrollmentId: enrollment_id, lead: w.staffId.maya }), { constraint: 'one_open_case_per_enrollment' })
  const second = newId()
  await w.asOwner("insert into enrollment (agency_id, id, client_id, program_id, status, starts_on) values ($1, $2, $3, $4, 'eligible', current_date)", [w.agencyId, second, clientId, w.programId])
  const other = await w.openCase()
  await assert.rejects(open({ enrollmentId: second, client: other.clientId, lead: w.staffId.maya }), { code: '23503' })
  await assert.rejects(open({ enrollmentId: second }), { message: 'case.no-lead' })
  await open({ enrollmentId: second, lead: w.staffId.maya })
})

const refused: Array<[string, string]> = [
  ['a_pause_says_why_who_and_until_when', "update case_record set status = 'suspended' where id = $1"],
  ['a_pause_is_reviewed_within_thirty_days', "update case_record set suspended_on = current_date, suspension_reason = 'client_request', review_on = current_date + 31, responsible_staff_id = null where id = $1"],
  ['a_worked_case_was_activated', 'update case_record set activated_on = null where id = $1'],
  ['closing_says_why', "update case_record set status = 'closing', closing_on = current_date where id = $1"],
  ['a_closed_case_has_its_day', 'update case_record set closed_on = current_date where id = $1'],
  ['a_lead_comes_with_a_note', "update case_record set coordination_note = 'nobody leads' where id = $1"],
  ['a_case_is_not_its_own_successor', 'update case_record set prior_case_id = id where id = $1'],
]
const licence: Record<string, [string, string, string]> = { a_pause_says_why_who_and_until_when: ['suspended', 'active', 'suspended'], closing_says_why: ['closing-begun', 'active', 'closing'] }
for (const [constraint, text] of refused)
  test(`the database refuses: ${constraint}`, async () => {
    const step = licence[constraint]
    await assert.rejects(together(...(step ? [changeStep(...step)] : []), [text, [caseId]]), { constraint })
  })

test('a membership is ended, not rewritten, and does not come back', async () => {
  const id = newId()
  await w.asOwner("insert into case_team (agency_id, id, case_id, staff_id, role, reason) values ($1, $2, $3, $4, 'member', 'coaching')", [w.agencyId, id, caseId, w.staffId.zoe])
  await assert.rejects(w.asOwner("update case_team set reason = 'curious' where id = $1", [id]), { message: 'case-team.is-ended-not-rewritten' })
  await w.asOwner('update case_team set until_at = now() where id = $1', [id])
  await assert.rejects(w.asOwner('update case_team set until_at = null where id = $1', [id]), { message: 'case-team.is-ended-not-rewritten' })
})

test('a transfer is answered once, by the receiver, with a reason when declined', async () => {
  const id = newId()
  const add = (to: string, newOne = newId()) => w.asOwner("insert into case_transfer (agency_id, id, case_id, from_staff_id, to_staff_id, reason, summary, requested_by) values ($1, $2, $3, $4, $5, 'away', 'all of it', $4)", [w.agencyId, newOne, caseId, w.staffId.maya, to])
  await assert.rejects(add(w.staffId.maya), { constraint: 'a_case_is_not_passed_to_its_own_manager' })
  await add(w.staffId.zoe, id)
  await assert.rejects(add(w.staffId.omar), { constraint: 'one_transfer_at_a_time' })
  const answer = (status: string, by: string | null, note: string | null) => w.asOwner('update case_transfer set status = $2, decided_by = $3, decided_at = case when $3::uuid is null then null else now() end, decision_note = $4 where id = $1', [id, status, by, note])
  await assert.rejects(answer('accepted', w.staffId.maya, null), { constraint: 'only_the_receiver_accepts' })
  await assert.rejects(answer('accepted', null, null), { constraint: 'an_answer_has_an_instant_and_a_person' })
  await assert.rejects(answer('declined', w.staffId.zoe, ' '), { constraint: 'a_decline_says_why' })
  await assert.rejects(w.asOwner("update case_transfer set summary = 'less of it' where id = $1", [id]), { message: 'case-transfer.is-immutable' })
  await answer('accepted', w.staffId.zoe, null)
  await assert.rejects(answer('declined', w.staffId.zoe, 'changed my mind'), { message: 'case-transfer.is-immutable' })
})

test('attempts and levels are kept as they were, and an attempt is not in the future', async () => {
  await w.asOwner("insert into case_acuity (agency_id, id, case_id, level, why) values ($1, $2, $3, 2, 'stable')", [w.agencyId, newId(), caseId])
  await assert.rejects(w.asOwner("update case_acuity set level = 4 where case_id = $1", [caseId]), { message: 'case_acuity.is-append-only' })
  await assert.rejects(w.asOwner("insert into case_acuity (agency_id, id, case_id, level, why) values ($1, $2, $3, 5, 'very')", [w.agencyId, newId(), caseId]), { code: '23514' })
  const attempt = (at: string) => w.asOwner("insert into case_outreach (agency_id, id, case_id, channel, at, result) values ($1, $2, $3, 'phone', now() + $4::interval, 'no-answer')", [w.agencyId, newId(), caseId, at])
  await assert.rejects(attempt('1 day'), { constraint: 'an_attempt_is_not_in_the_future' })
  await attempt('0')
  await assert.rejects(w.asOwner("update case_outreach set result = 'reached' where case_id = $1", [caseId]), { message: 'case_outreach.is-append-only' })
})

test('every table of cases and tasks shows nothing to a stranger of the case and nothing to another agency', async () => {
  await w.asOwner("insert into case_acuity (agency_id, id, case_id, level, why) values ($1, $2, $3, 2, 'stable')", [w.agencyId, newId(), caseId])
  await w.asOwner("insert into case_outreach (agency_id, id, case_id, channel, at, result) values ($1, $2, $3, 'phone', now(), 'no-answer')", [w.agencyId, newId(), caseId])
  await w.asOwner("insert into case_transfer (agency_id, id, case_id, from_staff_id, to_staff_id, reason, summary, requested_by) values ($1, $2, $3, $4, $5, 'away', 'all of it', $4)", [w.agencyId, newId(), caseId, w.staffId.maya, w.staffId.omar])
  await w.asOwner("insert into task (agency_id, id, rule, about_type, about_id, case_id, client_id, staff_id, due_on) values ($1, $2, 'plan-due', 'case', $3, $3, $4, $5, current_date)", [w.agencyId, newId(), caseId, clientId, w.staffId.maya])
  for (const table of ['case_status_change', 'case_acuity', 'case_outreach', 'case_transfer', 'task']) {
    const rows = (person: 'maya' | 'zoe' | 'ines' | 'bea') => w.work(person, async (work) => (await sql`select from ${sql.table(table)} where case_id = ${caseId}::uuid`.execute(work.tx)).rows.length)
    assert.ok((await rows('maya')) > 0, table)
    for (const stranger of ['zoe', 'ines', 'bea'] as const) assert.equal(await rows(stranger), 0, `${table} ${stranger}`)
  }
})
