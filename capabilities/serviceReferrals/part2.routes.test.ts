// What comes from substance use treatment (42 CFR part 2) gets into a package only on the client's consent that is marked for it and names the receiver.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'
import { mayTellPart2, tellsPart2 } from './package.ts'
import { authorizationOf, behindLink, organization, sent, treatment } from './referring.testing.ts'

let w: World
let caseId: string
let clientId: string
let needId: string
before(async () => {
  w = await world()
  await w.setClock('2026-03-09T15:00:00Z')
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.maya}/clearances`, { label: 'substance-use', reason: 'Works in the treatment program.' })).status, 201)
})
after(() => w.close())

async function aCase(): Promise<void> {
  ;({ caseId, clientId } = await w.openCase())
  needId = newId()
  await w.asOwner(`insert into need (agency_id, id, case_id, statement, domain, source) values ($1, $2, $3, 'Stay with the clinic where methadone is given', 'substance-use', 'client')`, [w.agencyId, needId, caseId])
}
const label = async (kind: 'case' | 'consent', entityId: string) =>
  assert.equal((await w.as('maya').post(`/api/clients/${clientId}/labels`, { kind, entityId, labels: ['substance-use'], source: 'program', reason: 'Enrolled in a part 2 program.' })).status, 201)
const draft = async (items: string[], more: object = {}): Promise<string> =>
  (await w.as('maya').post(`/api/cases/${caseId}/service-referrals`, { performer: organization(), serviceType: 'mental-health', needId, items, ...more })).body.id
const send = (id: string, basis: object) => w.as('maya').post(`/api/cases/${caseId}/service-referrals/${id}/sending`, { way: 'phone', sentTo: 'Front desk', basis })
const refusedAs = 'service-referral.part-2-needs-its-consent'

test('422 INV-11 INV-12 a need of a labelled case stays here, on treatment and on a consent that is not marked; what says nothing of it may go', async () => {
  await aCase()
  await label('case', caseId)
  const id = await draft(['name', 'need'])
  const refused = await send(id, treatment)
  assert.deepEqual([refused.status, refused.body.code], [422, refusedAs])
  assert.match(refused.body.detail, /42 CFR part 2.*names River Clinic/)
  assert.equal((await send(await draft(['name']), treatment)).status, 201)
  assert.equal((await w.asOwner('select from service_referral_sending where service_referral_id = $1', [id])).length, 0)
})

test('201 INV-12 on the consent that is marked and names the receiver it goes, with the notice of § 2.32 and the consent explained', async () => {
  await aCase()
  await label('case', caseId)
  const consentId = await authorizationOf(w, clientId)
  const basis = { ground: 'authorization', consentId }
  const id = await draft(['name', 'need'])
  assert.equal((await send(id, basis)).body.code, refusedAs, 'not marked')
  await label('consent', consentId)
  const { code } = await sent(w, caseId, { needId, items: ['name', 'need'] }, { basis })
  const { body } = await behindLink(w, code)
  assert.deepEqual([body.package.part2, body.package.person.need], [true, 'Stay with the clinic where methadone is given'])
  const { consent } = body.package
  const [signed] = await w.asOwner('select information, purposes, to_char(signed_on, $1) as on from consent where id = $2', ['YYYY-MM-DD', consentId])
  assert.deepEqual([consent.information, consent.purposes, consent.signedOn], [signed.information, signed.purposes, signed.on], 'what it allows is explained')
  assert.equal('recipients' in consent, false, 'and not whom else it names')
  const elsewhere = await draft(['name', 'need'], { performer: organization('Food bank') })
  assert.equal((await send(elsewhere, basis)).body.code, refusedAs, 'the consent names another receiver')
})

test('a need that came from a labelled assessment is protected, also where whoever sends is not cleared to see that', async () => {
  await aCase()
  const assessmentId = newId()
  // A screening with nothing else of it: what instrument it was does not matter here.
  for (const { conname } of await w.asOwner(`select conname from pg_constraint where conrelid = 'assessment'::regclass and contype = 'f' and pg_get_constraintdef(oid) like '%REFERENCES instrument%'`)) await w.asOwner(`alter table assessment drop constraint "${conname}"`)
  await w.asOwner(
    `insert into assessment (agency_id, id, case_id, instrument_id, renders, reason, mode, language, interpreter, assessed_on, assessed_zone, labels) values ($1, $2, $3, $2, true, 'initial', 'phone', 'en', 'not-needed', current_date, 'UTC', 1)`,
    [w.agencyId, assessmentId, caseId])
  await w.asOwner('update need set assessment_id = $1 where id = $2', [assessmentId, needId])
  const drafted = await w.as('omar').post(`/api/cases/${caseId}/service-referrals`, { performer: organization(), serviceType: 'food', needId, items: ['name', 'need'] })
  const refused = await w.as('omar').post(`/api/cases/${caseId}/service-referrals/${drafted.body.id}/sending`, { way: 'phone', sentTo: 'Front desk', basis: treatment })
  assert.equal(refused.body.code, refusedAs)
})

test('the table refuses it to every other writer', async () => {
  await aCase()
  await label('case', caseId)
  const id = await draft(['need'])
  await assert.rejects(
    w.onCase('maya', caseId, ({ tx }) => tx.insertInto('serviceReferralSending').values({
      id: newId(), caseId, clientId, serviceReferralId: id, intent: 'referral', way: 'phone', sentTo: 'x', basis: null, consentId: null, items: ['need'], digest: Buffer.alloc(32), at: '2026-03-09T15:00:00Z',
      package: { agency: { name: '', phone: '' }, caseManager: '', intent: 'referral', serviceType: 'food', priority: 'routine', request: '', person: {} },
    }).execute()),
    /part-2-needs-its-consent/)
})

test('the rule: only what was chosen counts, and the receiver is found by name whatever its case and accents', () => {
  assert.deepEqual([tellsPart2({ part2: { need: true, goal: false } }, ['goal']), tellsPart2({ part2: { need: true, goal: false } }, ['name', 'need']), tellsPart2({}, ['need'])], [false, true, false])
  mayTellPart2('Clínica del Río, Sede Norte', { marked: true, recipients: ['clinica del rio'] })
  for (const consent of [null, { marked: false, recipients: ['River Clinic'] }, { marked: true, recipients: ['Food bank', ''] }]) assert.throws(() => mayTellPart2('River Clinic', consent), { code: refusedAs })
})
