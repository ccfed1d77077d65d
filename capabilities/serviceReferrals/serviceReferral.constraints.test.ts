import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'
import { statuses, type Actor } from './codes.ts'
import { behindLink, sent } from './referring.testing.ts'
import { mayBecome } from './state.ts'
import { digestOf } from '../../platform/access/digest.ts'

let w: World
let caseId: string
let clientId: string
before(async () => {
  w = await world()
  ;({ caseId, clientId } = await w.openCase())
})
after(() => w.close())

const refused = (statement: string, values: unknown[], by: RegExp) => assert.rejects(w.asOwner(statement, values), by)

test('the database knows the same steps as the rule: every side, every state, every next state', async () => {
  const [{ told }] = await w.asOwner(`select pg_get_constraintdef(oid) as told from pg_constraint where conname = 'each_side_sets_its_states'`)
  const kept = [...String(told).matchAll(/actor = '([\w-]+)'::text\) AND \(from_status = '([\w-]+)'::text\) AND \(to_status = '([\w-]+)'::text/g)].map(([, ...step]) => step.join(' '))
  const actors: Actor[] = ['requester', 'target']
  const ruled = actors.flatMap((actor) => statuses.flatMap((from) => mayBecome(from, actor).map((to) => `${actor} ${from} ${to}`)))
  assert.deepEqual(kept.toSorted(), ruled.toSorted())
  assert.ok(kept.length > 25)
  const { id } = await sent(w, caseId)
  await refused(`insert into service_referral_step (agency_id, id, case_id, service_referral_id, version, from_status, to_status, actor, told) values ($1, $2, $3, $4, 9, 'requested', 'accepted', 'requester', 'here')`, [w.agencyId, newId(), caseId, id], /each_side_sets_its_states/)
})

test('by SQL: no state without its step, nothing sent changes, no half-closed loop, no disclosure without a basis, no person in an inquiry (INV-15, INV-36, INV-37)', async () => {
  const { id } = await sent(w, caseId)
  await refused(`update service_referral set status = 'accepted', version = version + 1 where id = $1`, [id], /state-needs-a-step/)
  await refused(`update service_referral set request = 'More' where id = $1`, [id], /sent-is-immutable/)
  await refused(`update service_referral set client_reached = 'yes' where id = $1`, [id], /a_closed_loop_has_both_outcomes/)
  await refused(`update service_referral_sending set package = '{}' where service_referral_id = $1`, [id], /append-only/)
  const sending = `insert into service_referral_sending (agency_id, id, case_id, client_id, service_referral_id, intent, way, sent_to, basis, items, package, digest) values ($1, $2, $3, $4, $5, $6, 'phone', 'x', null, $7, $8, sha256('x'))`
  await refused(sending, [w.agencyId, newId(), caseId, clientId, id, 'referral', '{}', '{"person":{}}'], /a_disclosure_names_its_legal_basis/)
  await refused(sending, [w.agencyId, newId(), caseId, clientId, id, 'inquiry', '{}', '{"person":{"name":"Robin"}}'], /a_disclosure_names_its_legal_basis/)
  await refused(
    `insert into service_referral (agency_id, id, case_id, client_id, status, performer_kind, performer_name, service_type, requested_at, requested_on) values ($1, $2, $3, $4, 'requested', 'organization', 'x', 'food', now(), now())`,
    [w.agencyId, newId(), caseId, clientId],
    /begins-as-draft|names_its_basis/,
  )
  await refused(`insert into service_referral (agency_id, id, case_id, client_id, performer_kind, performer_name, service_type) values ($1, $2, $3, $4, 'support', 'x', 'food')`, [w.agencyId, newId(), caseId, clientId], /a_performer_is_of_its_kind/)
})

test('INV-37 by SQL: the receiver’s door does not close the loop, and shows that one referral and no other row of any table', async () => {
  const { code, id } = await sent(w, caseId)
  await sent(w, caseId)
  const door = { kind: 'receiver', codeDigest: digestOf(code) } as const
  const tables: { name: string }[] = await w.asOwner(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'house_migration'`)
  const { sql } = await import('kysely')
  const counts = await w.db.inTransaction(door, (tx) =>
    sql.raw<{ t: string; n: number }>(tables.map(({ name }) => `select '${name}' as t, count(*)::int as n from "${name}"`).join(' union all ')).execute(tx))
  assert.deepEqual(Object.fromEntries(counts.rows.filter(({ n }) => n > 0).map(({ t, n }) => [t, n])), { service_referral: 1, service_referral_sending: 1, service_referral_step: 1 })
  const closing = w.db.inTransaction(door, (tx) => sql`update service_referral set client_reached = 'yes', need_met = 'met', loop_closed_at = now(), loop_closed_on = now(), loop_closed_by = ${w.staffId.maya}`.execute(tx))
  await assert.rejects(closing, /only-we-close-the-loop/)
  for (const statement of [
    `insert into case_event (id, client_id, case_id, type, entity, entity_id) values (gen_random_uuid(), '${clientId}', '${caseId}', 'goal.ended', 'goal', '${id}')`,
    `insert into task (id, rule, params, about_type, about_id, case_id, client_id, staff_id, due_on) values (gen_random_uuid(), 'plan-due', '{}', 'case', '${caseId}', '${caseId}', '${clientId}', '${w.staffId.maya}', now())`,
    `insert into service_referral_step (id, case_id, service_referral_id, version, from_status, to_status, actor, told) values (gen_random_uuid(), '${caseId}', '${id}', 50, 'requested', 'cancelled', 'requester', 'here')`,
    `insert into client (id, display_name) values (gen_random_uuid(), 'x')`,
  ])
    await assert.rejects(w.db.inTransaction(door, (tx) => sql.raw(statement).execute(tx)), { code: '42501' }, statement)
})

test('INV-14 at the door: superseded, expired, found false or ended by its event, the consent no longer opens it', async () => {
  const { authorizationOf } = await import('./referring.testing.ts')
  const ends: [string, string][] = [
    ['ended', `insert into consent_ending (agency_id, id, client_id, consent_id, kind, at, method, by_whom) select agency_id, gen_random_uuid(), client_id, id, 'event-happened', now() - interval '1 second', 'observed', 'x' from consent where id = $1`],
    ['false', `insert into consent_ending (agency_id, id, client_id, consent_id, kind, at, method, by_whom) select agency_id, gen_random_uuid(), client_id, id, 'found-false', now() - interval '1 second', 'observed', 'x' from consent where id = $1`],
    ['superseded', `insert into consent (agency_id, id, client_id, kind, state, grantor_name, grantor_capacity, discloser, recipients, information, purposes, expires_on, effective_at, signed_on, method, language, states_right_to_revoke, states_conditioning, states_redisclosure, statements_version, supersedes_id)
       select agency_id, gen_random_uuid(), client_id, kind, state, grantor_name, grantor_capacity, discloser, recipients, information, purposes, expires_on, effective_at, signed_on, method, language, true, true, true, '1', id from consent where id = $1`],
  ]
  for (const [how, statement] of ends) {
    const consentId = await authorizationOf(w, clientId)
    const { code } = await sent(w, caseId, {}, { basis: { ground: 'authorization', consentId } })
    assert.equal((await behindLink(w, code)).status, 200, how)
    await w.asOwner(statement, [consentId])
    assert.equal((await behindLink(w, code)).status, 404, how)
  }
})
