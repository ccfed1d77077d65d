// SC-12 on a real database: the board's figures, the same tomorrow, and nobody small to be found in them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { permille, type GapReport } from './gap.ts'
import { quarter } from './population.testing.ts'

let w: World
before(async () => {
  w = await world()
  await w.setClock('2026-07-20T15:00:00Z')
  await quarter(w)
})
after(() => w.close())

const question = '?from=2026-04-01&until=2026-06-30&asOf=2026-07-10'
const ask = async (by: string): Promise<GapReport> => {
  const { status, body } = await w.as('quinn').get(`/api/gaps${question}&by=${by}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const row = ({ rows }: GapReport, wanted: string | null) => rows.find(({ stratum }) => stratum === wanted) ?? assert.fail(`no row ${wanted}`)

test('SC-12 A1 A2 accepted 73.1 %, closed 53.6 %, need met 45.4 %; transport without room 32.3 %', async () => {
  const report = await ask('service-type')
  const { sent, accepted, rejected, unanswered, outcome, closed, met } = row(report, null)
  assert.deepEqual({ sent, accepted, rejected, unanswered, outcome, closed, met }, { sent: 412, accepted: 301, rejected: 74, unanswered: 37, outcome: 248, closed: 221, met: 187 })
  assert.deepEqual([permille(accepted, sent), permille(closed, sent), permille(met, sent), permille(met, closed)], [731, 536, 454, 846])
  const transport = row(report, 'transport')
  assert.equal(transport.daysToAccept, 9)
  assert.equal(permille(transport.reasons[report.reasons.indexOf('no-capacity')] ?? null, transport.sent), 323)
  assert.equal(permille(accepted, (accepted ?? 0) + (rejected ?? 0)), 803)
})

test('SC-12 mental health and substance use are told as behavioral health', async () => {
  const strata = (await ask('service-type')).rows.map(({ stratum }) => stratum)
  assert.deepEqual(strata, ['behavioral-health', 'food', 'transport', null])
})

test('INV-38 what could not be met is counted by kind, place, language, month and reason', async () => {
  for (const [by, stratum] of [['service-type', 'transport'], ['area', '452'], ['language', 'en'], ['month', '2026-05']] as const) {
    const { unmet } = await ask(by)
    assert.deepEqual(unmet, { reasons: ['no-capacity'], rows: [{ stratum, all: 27, reasons: [27] }, { stratum: null, all: 27, reasons: [27] }] }, by)
  }
})

test('INV-60 SC-12 A4 six people in one area are withheld with the next area, on the screen and in the file', async () => {
  const report = await ask('area')
  assert.deepEqual([row(report, '450').sent, row(report, '451').sent, row(report, '452').sent], [null, null, 366])
  assert.ok(Object.values(row(report, '450')).flat().every((each) => each === null || each === '450'))
  const { status, body } = await w.as('quinn').get(`/api/gaps/file${question}&by=area`)
  assert.equal(status, 200)
  const file = String(body)
  assert.match(file, /,450,sent,withheld/)
  assert.match(file, /,total,sent,412/)
  assert.doesNotMatch(file, /,45[01],[^,]+,\d/)
  assert.doesNotMatch(file, /Everyone Counted/)
})

test('SC-12 A3 the same question has the same answer after later events; a later as-of day has another', async () => {
  const was = await ask('language')
  await w.asOwner('set session_replication_role = replica')
  await w.asOwner(`insert into service_referral_step (agency_id, id, case_id, service_referral_id, version, from_status, to_status, actor, told, at)
    select agency_id, gen_random_uuid(), case_id, id, 3, 'requested', 'accepted', 'target', 'here', '2026-07-12T15:00Z' from service_referral where status = 'requested'`)
  await w.asOwner(`update service_referral set status = 'accepted', accepted_at = '2026-07-12T15:00Z', client_reached = 'yes', need_met = 'met', loop_closed_at = '2026-07-13T15:00Z', loop_closed_on = '2026-07-13', loop_closed_by = $1
    where status = 'requested'`, [w.staffId.maya])
  await w.asOwner(`insert into service_referral_step (agency_id, id, case_id, service_referral_id, version, from_status, to_status, actor, told, at)
    select agency_id, gen_random_uuid(), case_id, id, 9, 'rejected', 'entered-in-error', 'requester', 'here', '2026-07-14T15:00Z' from service_referral where status = 'rejected' limit 20`)
  await w.asOwner('set session_replication_role = origin')
  assert.deepEqual(await ask('language'), was)
  const later = (await w.as('quinn').get('/api/gaps?from=2026-04-01&until=2026-06-30&asOf=2026-07-19&by=language')).body
  assert.deepEqual([row(later, null).sent, row(later, null).accepted, row(later, null).unanswered], [392, 338, 0])
})

test('403 those who work cases; a supervisor counts the programs they see, another agency nothing of ours', async () => {
  for (const person of ['maya', 'ines', 'bill', 'ada'] as const) assert.equal((await w.as(person).get(`/api/gaps${question}`)).status, 403, person)
  assert.equal((await w.as('omar').get(`/api/gaps${question}`)).body.rows.at(-1).sent, 412)
  assert.equal((await w.as('bea').get(`/api/gaps${question}`)).body.rows.at(-1).sent, 0)
})

test('422 a period that ends before it begins, an as-of day that has not come', async () => {
  for (const bad of ['?from=2026-06-30&until=2026-04-01&asOf=2026-07-10', '?from=2026-04-01&until=2026-06-30&asOf=2026-07-21'])
    assert.equal((await w.as('quinn').get(`/api/gaps${bad}`)).body.code, 'gap.wrong-days')
})

test('INV-60 a sealed client is in no figure', async () => {
  await w.asOwner(`update client set confidentiality = 'sealed' where display_name = 'Everyone Counted'`)
  assert.equal((await ask('month')).rows.at(-1)?.sent, 0)
})
