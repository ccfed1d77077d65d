// The figures of a quarter stay an index scan under row-level security, however many years of referrals the agency has.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { world, type Person, type World } from '../../test/world.ts'
import { referralFigures, type Span } from '../serviceReferrals/figures.store.ts'

let w: World
before(async () => {
  w = await world()
  const { caseId, clientId } = await w.openCase({})
  await w.asOwner('set session_replication_role = replica')
  await w.asOwner(
    `with sent as (
      insert into service_referral (agency_id, id, case_id, client_id, status, performer_kind, performer_name, service_type, basis, requested_at, requested_on)
      select $1, gen_random_uuid(), $2, $3, 'requested', 'organization', 'One of many', 'food', '{"ground":"treatment"}', d + interval '15 hours', d from (select date '2016-01-01' + each % 3650 as d from generate_series(1, 20000) each) days returning id, requested_at)
    insert into service_referral_step (agency_id, id, case_id, service_referral_id, version, from_status, to_status, actor, told, at)
    select $1, gen_random_uuid(), $2, id, 2, 'draft', 'requested', 'requester', 'here', requested_at from sent`, [w.agencyId, caseId, clientId])
  await w.asOwner('set session_replication_role = origin')
  await w.asOwner('analyze service_referral, service_referral_step, case_record, client')
})
after(() => w.close())

const planFor = (person: Person, more: Partial<Span> = {}) =>
  w.work(person, async ({ tx, agencyId }) => {
    const span: Span = { agencyId, over: 'cases', from: '2024-04-01', until: '2024-04-30', before: '2024-07-11T04:00:00Z', zone: 'America/New_York', by: 'service-type', ...more }
    const { rows } = await sql<{ queryPlan: string }>`explain (analyze, costs off, timing off, summary off) ${referralFigures(span)}`.execute(tx)
    return rows.map((line) => Object.values(line).join(' ')).join('\n')
  })
const scans = /Seq Scan on service_referral(_step)?\b/

test('a month of ten years is found by its days, its steps by their referral', async () => {
  for (const person of ['quinn', 'omar'] as const) {
    const plan = await planFor(person)
    assert.doesNotMatch(plan, scans, plan)
    assert.match(plan, /service_referral_by_day/, plan)
    assert.doesNotMatch(plan, /Function Scan on referral_figures/, 'the counting is planned with the policies, not hidden in a function')
  }
})

test('the check can fail: ten years at once are read whole', async () => assert.match(await planFor('quinn', { from: '2016-01-01', until: '2025-12-31', before: '2026-07-11T04:00:00Z' }), scans))
