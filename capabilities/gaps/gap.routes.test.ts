// SC-12 on a real database: the board's figures, the same tomorrow, and nobody small to be found in them.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { countReferrals, type Span } from '../serviceReferrals/figures.store.ts'
import { permille, type GapReport } from './gap.ts'
import { quarter } from './population.testing.ts'

let w: World
const needId = randomUUID()
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
const row = ({ rows }: Pick<GapReport, 'rows'>, wanted: string | null) => rows.find(({ stratum }) => stratum === wanted) ?? assert.fail(`no row ${wanted}`)

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

test('what could not be met is counted by the need it was for, and by the county of the place asked', async () => {
  await w.asOwner('set session_replication_role = replica')
  await w.asOwner(`insert into need (agency_id, case_id, id, statement, domain, source) select agency_id, case_id, $1, 'No way to the clinic', 'transport', 'client' from unmet_need limit 1`, [needId])
  await w.asOwner(`update unmet_need set need_id = $1 where id in (select id from unmet_need limit 15)`, [needId])
  await w.asOwner(`update service_referral set need_id = $1, county = 'Harbor' where service_type = 'transport'`, [needId])
  await w.asOwner('set session_replication_role = origin')
  const { unmet, ...report } = await ask('need')
  assert.deepEqual(unmet.rows, [{ stratum: '', all: 12, reasons: [12] }, { stratum: 'transport', all: 15, reasons: [15] }, { stratum: null, all: 27, reasons: [27] }])
  assert.deepEqual([row(report, 'transport').sent, row(report, '').sent, row(report, null).sent], [96, 316, 412])
  assert.deepEqual((await ask('county')).rows.map(({ stratum, sent }) => [stratum, sent]), [['', 316], ['Harbor', 96], [null, 412]])
})

test('SC-12 an administrator, who opens no case, reads the sums of the whole agency, small ones withheld; the sums are for administrators only', async () => {
  for (const by of ['service-type', 'area', 'need', 'month']) {
    const { body } = await w.as('ada').get(`/api/gaps${question}&by=${by}`)
    const { over, ...figures } = await ask(by)
    assert.deepEqual(body, { ...figures, over: 'agency' }, by)
    assert.equal(over, 'cases')
  }
  assert.equal((await w.as('ada').get(`/api/gaps${question}&by=area`)).body.rows[0].sent, null)
  assert.equal((await w.work('ada', async ({ tx }) => (await tx.selectFrom('serviceReferral').select('id').execute()).length)), 0)
  const span: Span = { agencyId: w.agencyId, over: 'agency', from: '2026-04-01', until: '2026-06-30', before: '2026-07-11T04:00:00Z', zone: 'America/New_York', by: 'month' }
  for (const person of ['maya', 'omar', 'quinn', 'bill', 'bea'] as const) await assert.rejects(w.work(person, ({ tx }) => countReferrals(tx, span)), { code: '42501' }, person)
})

test('403 those who work cases; a supervisor counts the programs they see, another agency nothing of ours', async () => {
  for (const person of ['maya', 'ines', 'bill'] as const) assert.equal((await w.as(person).get(`/api/gaps${question}`)).status, 403, person)
  assert.equal((await w.as('omar').get(`/api/gaps${question}`)).body.rows.at(-1).sent, 412)
  assert.equal((await w.as('bea').get(`/api/gaps${question}`)).body.rows.at(-1).sent, 0)
})

test('422 a period that ends before it begins, an as-of day that has not come', async () => {
  for (const bad of ['?from=2026-06-30&until=2026-04-01&asOf=2026-07-10', '?from=2026-04-01&until=2026-06-30&asOf=2026-07-21'])
    assert.equal((await w.as('quinn').get(`/api/gaps${bad}`)).body.code, 'gap.wrong-days')
})

test('INV-60 whoever is labelled domestic violence is in no figure of any reader, cleared for it or not', async () => {
  const everybody = async () => { const all = []; for (const person of ['quinn', 'omar', 'ada'] as const) { const { body } = await w.as(person).get(`/api/gaps${question}`); all.push([body.rows.at(-1).sent, body.unmet.rows.length]) } return all }
  assert.deepEqual(await everybody(), [[412, 2], [412, 2], [412, 2]])
  await w.asOwner('update staff set clearance = 8')
  for (const [table, where] of [['case_record', `client_id in (select id from client where display_name = 'Everyone Counted')`], ['client', `display_name = 'Everyone Counted'`]] as const) {
    await w.asOwner('set session_replication_role = replica')
    await w.asOwner(`update ${table} set labels = 8 where ${where}`)
    assert.deepEqual(await everybody(), [[0, 0], [0, 0], [0, 0]], table)
    await w.asOwner(`update ${table} set labels = 0 where ${where}`)
    await w.asOwner('set session_replication_role = origin')
  }
  assert.deepEqual(await everybody(), [[412, 2], [412, 2], [412, 2]])
})

test('INV-60 a sealed client is in no figure', async () => {
  await w.asOwner(`update client set confidentiality = 'sealed' where display_name = 'Everyone Counted'`)
  assert.equal((await ask('month')).rows.at(-1)?.sent, 0)
})
