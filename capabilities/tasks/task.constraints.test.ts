// Every constraint of the task table, tried by SQL as the owner of the tables: no other writer can leave a task the product cannot explain.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'

let w: World
before(async () => { w = await world() })
after(() => w.close())

const insert = (changes: Record<string, unknown> = {}) => {
  const row: Record<string, unknown> = {
    agency_id: w.agencyId, id: newId(), rule: 'plan-due', about_type: 'case', about_id: newId(), staff_id: w.staffId.maya, due_on: '2026-02-17', ...changes,
  }
  const names = Object.keys(row)
  return w.asOwner(`insert into task (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning id`, Object.values(row))
}
const now = '2026-02-17T12:00:00Z'
const ended = { ended_at: now }

const broken: Array<[string, Record<string, unknown>]> = [
  ['a_task_is_asked_of_one_person_or_one_role', { staff_id: null }],
  ['a_task_is_asked_of_one_person_or_one_role', { role: 'intake' }],
  ['an_own_task_says_what_to_do', { rule: 'own' }],
  ['an_own_task_says_what_to_do', { title: 'A title on a generated task' }],
  ['a_task_ends_at_an_instant', { status: 'done', settled_by_type: 'plan', settled_by_id: newId() }],
  ['a_task_ends_at_an_instant', ended],
  ['a_generated_task_is_done_by_its_event', { status: 'done', ...ended }],
  ['an_exception_says_why_and_who', { status: 'excepted', ...ended, exception_code: 'client-declined', exception_reason: 'said no' }],
  ['only_an_excepted_task_has_an_exception', { exception_code: 'client-declined', exception_reason: 'said no' }],
  ['waiting_says_why', { snoozed_until: '2026-02-20' }],
  ['safety_and_regulatory_tasks_do_not_wait', { priority: 'safety', snoozed_until: '2026-02-20', snooze_reason: 'busy' }],
  ['safety_and_regulatory_tasks_do_not_wait', { rule: 'credential-expiring', snoozed_until: '2026-02-20', snooze_reason: 'busy' }],
]
for (const [constraint, changes] of broken)
  test(`${constraint.startsWith('a_generated') || constraint.startsWith('an_exception') ? 'INV-33 ' : ''}the database refuses: ${constraint} (${Object.keys(changes).join(', ')})`, async () => {
    await assert.rejects(insert(changes), { constraint })
  })

test('INV-22 the database refuses an excepted safety answer', async () => {
  const excepted = { rule: 'safety-response', status: 'excepted', ...ended, exception_reason: 'nothing', ended_by: w.staffId.maya }
  await assert.rejects(insert({ ...excepted, exception_code: 'not-applicable' }), { constraint: 'a_safety_answer_is_not_excepted' })
  await insert({ ...excepted, exception_code: 'entered-in-error' })
})

test('one open task per rule and subject', async () => {
  const about_id = newId()
  await insert({ about_id })
  await assert.rejects(insert({ about_id }), { constraint: 'one_open_task_per_rule_and_subject' })
  await insert({ about_id, rule: 'plan-review' })
})

test('a task of another agency’s person, client or case does not fit', async () => {
  await assert.rejects(insert({ staff_id: w.staffId.bea }), { code: '23503' })
  await assert.rejects(insert({ case_id: newId() }), { code: '23503' })
})

test('what was asked is not rewritten, what ended stays ended', async () => {
  const [{ id }] = await insert()
  await assert.rejects(w.asOwner("update task set params = '{\"days\": 9}' where id = $1", [id]), { message: 'task.reason-is-immutable' })
  await assert.rejects(w.asOwner("update task set due_on = '2027-01-01' where id = $1", [id]), { message: 'task.reason-is-immutable' })
  await w.asOwner("update task set status = 'done', settled_by_type = 'plan', settled_by_id = $2, ended_at = now() where id = $1", [id, newId()])
  await assert.rejects(w.asOwner("update task set status = 'open', settled_by_type = null, settled_by_id = null, ended_at = null where id = $1", [id]), { message: 'task.ended-is-immutable' })
})
