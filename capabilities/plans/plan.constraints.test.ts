// Every constraint of migrations 0080–0083, tried with SQL past the product: the database says no by itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'
import { agreedPlan, plannedCase, type Planned } from './plan.testing.ts'

let w: World
let linda: Planned
let versionId: string
before(async () => {
  w = await world()
  linda = await plannedCase(w)
  versionId = await agreedPlan(linda)
})
after(() => w.close())

type Row = Record<string, unknown>
/** Inserts a row as the owner of the table. */
const add = (table: string, row: Row) => {
  const full: Row = { agency_id: w.agencyId, id: newId(), case_id: linda.caseId, ...row }
  if (full.id === undefined) delete full.id
  const names = Object.keys(full)
  return w.asOwner(`insert into ${table} (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`, Object.values(full))
}
const breaks = (constraint: string) => (error: { constraint?: string; message: string }) => {
  assert.equal(error.constraint ?? error.message, constraint)
  return true
}
const set = (table: string, id: string, assignment: string) => w.asOwner(`update ${table} set ${assignment} where id = '${id}'`)

const need = { statement: 'x', domain: 'food', source: 'client' }
const goal = { client_words: 'x' }
const step = () => ({ goal_id: linda.goalId, description: 'x' })
const barrier = { statement: 'x', type: 'cost', owner_kind: 'client', raised_on: '2026-03-02' }

test('INV-25 by SQL: confirmed needs have the client’s concurrence, settled ones say why, declined ones stay', async () => {
  await assert.rejects(add('need', { ...need, certainty: 'confirmed' }), breaks('confirmed_needs_have_the_clients_concurrence'))
  await assert.rejects(add('need', { ...need, certainty: 'confirmed', confirmed_on: '2026-03-02', confirmed_by: w.staffId.maya }), breaks('confirmed_needs_have_the_clients_concurrence'))
  await assert.rejects(add('need', { ...need, disposition: 'deferred' }), breaks('settled_needs_say_why'))
  await assert.rejects(add('need', { ...need, disposition: 'deferred', disposition_on: '2026-03-02', disposition_reason: ' ' }), breaks('settled_needs_say_why'))
  await assert.rejects(add('need', { ...need, disposition: 'met', disposition_on: '2026-03-02', disposition_reason: 'x' }), breaks('only_confirmed_needs_are_met'))
  await assert.rejects(add('need', { ...need, disposition: 'forgotten' }), breaks('need_disposition_check'))
  const id = newId()
  await add('need', { ...need, id, disposition: 'declined_by_client', disposition_on: '2026-03-02', disposition_reason: 'no' })
  await assert.rejects(set('need', id, "disposition = 'open', disposition_on = null, disposition_reason = null"), breaks('need.declined'))
})

test('INV-26 by SQL: an agreed goal has a need or is a wish, a measure, a day, an owner; an ended goal says how', async () => {
  const agreed = { ...goal, lifecycle_status: 'active', measure: 'm', target_date: '2027-01-01', owner_kind: 'client', started_on: '2026-03-02' }
  await assert.rejects(add('goal', agreed), breaks('goal.no-need'))
  for (const lacking of [{ measure: '' }, { target_date: null }, { owner_kind: null }, { started_on: null }])
    await assert.rejects(add('goal', { ...agreed, is_client_wish: true, ...lacking }), breaks('agreed_goals_have_a_measure_a_day_and_an_owner'))
  await add('goal', { ...agreed, is_client_wish: true, measure: '', measure_declined_reason: 'no numbers' })
  await assert.rejects(add('goal', { ...agreed, is_client_wish: true, lifecycle_status: 'completed', achievement_status: 'achieved' }), breaks('ended_goals_say_how'))
  await assert.rejects(add('goal', { ...goal, ended_on: '2026-03-02', ended_because: 'x' }), breaks('ended_goals_say_how'))
  await assert.rejects(
    add('goal', { ...agreed, is_client_wish: true, lifecycle_status: 'completed', achievement_status: 'in-progress', ended_on: '2026-03-02', ended_because: 'x' }),
    breaks('completed_goals_have_a_final_attainment'))
  await assert.rejects(add('goal', { ...goal, owner_kind: 'client', owner_name: 'Minh' }), breaks('a_goal_has_one_owner'))
  await assert.rejects(add('goal', { ...goal, owner_kind: 'support' }), breaks('a_goal_has_one_owner'))
  await assert.rejects(add('goal', { ...goal, client_words: ' ' }), breaks('goal_client_words_check'))
  await assert.rejects(add('goal', { ...goal, importance: 11 }), breaks('goal_importance_check'))
})

test('INV-27 by SQL: level texts are fixed once the baseline is set, scores follow a baseline and are never rewritten', async () => {
  const [scale] = await w.asOwner('select id from goal_scale where goal_id = $1', [linda.goalId])
  for (const change of [`texts = '["a","b","c","d","e"]'`, 'weight = 1', 'baseline = 0', "baseline_on = '2026-01-01'"])
    await assert.rejects(set('goal_scale', scale.id, change), breaks('goal.levels-are-fixed'))
  const other = { goal_id: linda.goalId, revision: 2, texts: '["a","b","c","d","e"]' }
  await assert.rejects(add('goal_scale', other), breaks('a_goal_has_one_current_scale'))
  await assert.rejects(add('goal_scale', { ...other, revision: 1, superseded_on: '2026-03-02' }), breaks('scale_revisions_are_numbered_once'))
  await assert.rejects(add('goal_scale', { ...other, texts: '["a","b","c","d"]' }), breaks('a_scale_has_five_levels'))
  await assert.rejects(add('goal_scale', { ...other, texts: '["a","b","c","d",""]' }), breaks('a_scale_has_five_levels'))
  await assert.rejects(add('goal_scale', { ...other, baseline: -1 }), breaks('a_baseline_says_when_and_by_whom'))
  const unset = newId()
  await add('goal_scale', { ...other, id: unset, superseded_on: '2026-03-02' })
  const score = { goal_id: linda.goalId, scale_id: scale.id, level: 0, achievement: 'achieved', scored_by: 'client', scored_on: '2026-03-02' }
  await assert.rejects(add('goal_score', { ...score, scale_id: unset }), breaks('goal.no-baseline'))
  await assert.rejects(add('goal_score', { ...score, scale_id: null }), breaks('goal.no-baseline'))
  await assert.rejects(add('goal_score', { ...score, level: null }), breaks('a_level_belongs_to_a_scale'))
  await assert.rejects(add('goal_score', { ...score, level: -1 }), breaks('achieved_is_level_zero_or_better'))
  await assert.rejects(add('goal_score', { ...score, level: 3 }), breaks('goal_score_level_check'))
  await assert.rejects(add('goal_score', { ...score, scored_by: 'neighbour' }), breaks('goal_score_scored_by_check'))
  const id = newId()
  await add('goal_score', { ...score, id })
  await assert.rejects(set('goal_score', id, 'level = 2'), breaks('goal_score.is-append-only'))
  await assert.rejects(w.asOwner('delete from goal_score where id = $1', [id]), breaks('goal_score.is-append-only'))
})

test('INV-28 by SQL: exactly one party is accountable for a step, and its end says what came of it', async () => {
  const party = (row: Row) => add('intervention', { ...step(), ...row })
  await assert.rejects(party({ accountable_kind: null }), (error: { column?: string }) => error.column === 'accountable_kind')
  for (const row of [
    { accountable_kind: 'client', accountable_name: 'Minh' }, { accountable_kind: 'client', accountable_staff_id: w.staffId.maya },
    { accountable_kind: 'case-manager' }, { accountable_kind: 'case-manager', accountable_staff_id: w.staffId.maya, accountable_name: 'Minh' },
    { accountable_kind: 'support' }, { accountable_kind: 'payer', accountable_name: ' ' }, { accountable_kind: 'provider', accountable_name: 'x', accountable_staff_id: w.staffId.maya },
  ]) await assert.rejects(party(row), breaks('exactly_one_party_is_accountable'))
  await assert.rejects(party({ accountable_kind: 'everybody' }), (error: { code?: string }) => error.code === '23514')
  await assert.rejects(party({ accountable_kind: 'client', status: 'completed', ended_on: '2026-03-02' }), breaks('ended_steps_say_what_came_of_them'))
  await assert.rejects(party({ accountable_kind: 'client', status: 'completed', outcome: 'x' }), breaks('ended_steps_say_what_came_of_them'))
})

test('by SQL: services and barriers keep their rules', async () => {
  const line = { scope: 'x', provider: 'y', is_paid: true }
  await assert.rejects(add('service_line', { ...line, amount: 2 }), breaks('an_amount_has_its_unit'))
  await assert.rejects(add('service_line', { ...line, starts_on: '2026-03-02', ends_on: '2026-03-01' }), breaks('a_service_ends_after_it_starts'))
  await assert.rejects(add('service_line', { ...line, withdrawn_on: '2026-03-02' }), breaks('withdrawn_services_say_why'))
  await assert.rejects(add('barrier', { ...barrier, owner_name: 'x' }), breaks('a_barrier_has_one_owner'))
  await assert.rejects(add('barrier', { ...barrier, resolved_on: '2026-03-03' }), breaks('resolved_barriers_say_how'))
  await assert.rejects(add('barrier', { ...barrier, resolved_on: '2026-03-01', resolution: 'x' }), breaks('barriers_are_resolved_after_they_are_raised'))
  await assert.rejects(add('barrier', { ...barrier, type: 'weather' }), breaks('barrier_type_check'))
})

test('INV-29 by SQL: one active plan for an enrollment, and a version never changes', async () => {
  const [row] = await w.asOwner('select * from plan_version where id = $1', [versionId])
  const copy: Row = { content: '{}', assessment_id: row.assessment_id, participation: 'took-part', proposed_on: '2026-03-02', number: 2 }
  const second = newId()
  await add('plan_version', { ...copy, id: second, enrollment_id: newId() })
  const [{ enrollment_id }] = await w.asOwner('select enrollment_id from plan_version where id = $1', [second])
  assert.equal(enrollment_id, row.enrollment_id) // the case’s, whatever the writer says
  await assert.rejects(add('plan_version', { ...copy, number: 3 }), breaks('only_one_plan_is_proposed'))
  await assert.rejects(add('plan_version', { ...copy, number: 1, status: 'withdrawn', ended_on: '2026-03-02' }), breaks('plan_versions_are_numbered_once'))
  const signature = newId()
  await add('plan_signature', { id: signature, plan_version_id: second, kind: 'signed', signed_by: 'client', name: 'Linda', method: 'on-paper', language: 'en', given_on: '2026-03-02' })
  await assert.rejects(set('plan_version', second, `status = 'active', agreed_on = '2026-03-02', signature_id = '${signature}'`), breaks('only_one_plan_is_active'))
  for (const change of [`content = '{"goals":[]}'`, 'number = 9', "participation = 'declined-to-take-part'", "status = 'proposed'", "agreed_on = '2020-01-01'", `assessment_id = '${newId()}'`])
    await assert.rejects(set('plan_version', versionId, change), breaks('plan.version-is-immutable'))
  await set('plan_version', second, "status = 'withdrawn', ended_on = '2026-03-02'")
  await assert.rejects(set('plan_version', second, "ended_because = 'x'"), breaks('plan.version-is-immutable'))
})

test('INV-30 by SQL: a plan in force is signed, refused with the reason, or verbal with an expiry', async () => {
  const proposed = newId()
  const [{ assessment_id }] = await w.asOwner('select assessment_id from plan_version where id = $1', [versionId])
  await add('plan_version', { id: proposed, number: 7, content: '{}', assessment_id, participation: 'took-part', proposed_on: '2026-03-02' })
  await assert.rejects(set('plan_version', proposed, "status = 'active', agreed_on = '2026-03-02'"), breaks('plans_in_force_are_signed_refused_or_agreed_verbally'))
  const [{ signature_id }] = await w.asOwner('select signature_id from plan_version where id = $1', [versionId])
  await assert.rejects(set('plan_version', proposed, `signature_id = '${signature_id}'`), breaks('a_version_is_agreed_by_its_own_signature'))
  await assert.rejects(set('plan_version', proposed, "status = 'withdrawn'"), breaks('ended_versions_say_when'))
  const signature = { plan_version_id: proposed, kind: 'signed', signed_by: 'client', name: 'Linda', method: 'in-person', language: 'en', given_on: '2026-03-02' }
  await assert.rejects(add('plan_signature', { ...signature, name: ' ' }), breaks('signatures_name_the_signer'))
  await assert.rejects(add('plan_signature', { ...signature, kind: 'refused', reason: '' }), breaks('refusals_say_why'))
  const day = 'verbal_agreements_expire_within_thirty_days'
  await assert.rejects(add('plan_signature', { ...signature, kind: 'verbal' }), breaks(day))
  await assert.rejects(add('plan_signature', { ...signature, kind: 'verbal', expires_on: '2026-03-02' }), breaks(day))
  await assert.rejects(add('plan_signature', { ...signature, kind: 'verbal', expires_on: '2026-04-02' }), breaks(day))
  await assert.rejects(add('plan_signature', { ...signature, expires_on: '2026-03-20' }), breaks(day))
  await assert.rejects(set('plan_signature', signature_id, "name = 'Someone'"), breaks('plan_signature.is-append-only'))
  await assert.rejects(add('plan_sign_off', { plan_version_id: proposed, decision: 'returned', decided_on: '2026-03-02', decided_by: w.staffId.omar }), breaks('returned_plans_say_what_to_change'))
})

test('by SQL: one review is open, and a concluded one stays', async () => {
  const review = { plan_version_id: versionId, started_on: '2026-03-02' }
  const open = newId()
  await add('plan_review', { ...review, id: open })
  await assert.rejects(add('plan_review', review), breaks('one_review_is_open'))
  await assert.rejects(set('plan_review', open, "outcome = 'no-change'"), breaks('concluded_reviews_say_how_the_plan_stands'))
  const item = { id: undefined, review_id: open, item_id: linda.goalId, kind: 'goal', finding: 'continues' }
  await add('plan_review_item', item)
  await set('plan_review', open, "outcome = 'no-change', summary = 'x', client_took_part = true, concluded_on = '2026-03-02'")
  await assert.rejects(set('plan_review', open, "summary = 'y'"), breaks('review.is-concluded'))
  await assert.rejects(add('plan_review_item', { ...item, item_id: newId() }), breaks('review.is-concluded'))
  await assert.rejects(w.asOwner("update plan_review_item set note = 'x' where review_id = $1", [open]), breaks('review.is-concluded'))
})

test('by SQL: parts of one case’s plan are never tied to another case’s', async () => {
  const { caseId } = await w.openCase()
  const foreign = { case_id: caseId, goal_id: linda.goalId }
  const tied = (error: { code?: string }) => error.code === '23503'
  const unlinked = newId()
  await add('goal', { ...goal, id: unlinked })
  await assert.rejects(add('goal_need', { case_id: caseId, goal_id: unlinked, id: undefined, need_id: linda.needId }), tied)
  await assert.rejects(add('goal_scale', { ...foreign, revision: 5, texts: '["a","b","c","d","e"]', superseded_on: '2026-03-02' }), tied)
  await assert.rejects(add('intervention', { ...foreign, description: 'x', accountable_kind: 'client' }), tied)
  await assert.rejects(add('service_line', { ...foreign, scope: 'x', provider: 'y', is_paid: false }), tied)
  await assert.rejects(add('plan_review', { case_id: caseId, plan_version_id: versionId, started_on: '2026-03-02' }), tied)
})
