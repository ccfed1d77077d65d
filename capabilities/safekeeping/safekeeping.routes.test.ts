// Holds and purges over HTTP, and what the database keeps by itself: nothing is removed by one person alone, under a hold, or twice.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { openCheckpoint } from '../../platform/audit/checkpoint.ts'
import { originOf, trustedOf } from '../../platform/audit/keys.ts'
import { sealEverything, sealerOf, type TestSeal } from '../../platform/audit/testing/sealing.ts'
import { verifyAudit } from '../../platform/audit/verify.ts'
import { notesIn, readWitness } from '../../platform/audit/witness.ts'
import { writeAudit } from '../../platform/events.ts'
import { openPostOffice } from '../../platform/mail.ts'
import { world, type World } from '../../test/world.ts'
import { keepVerdict, mailCheckpoint } from './seal.actions.ts'

let w: World
let seal: TestSeal
let held: { clientId: string }
let free: { clientId: string }
before(async () => {
  w = await world()
  seal = sealerOf(w)
  held = await w.openCase({ displayName: 'Under Hold' })
  free = await w.openCase({ displayName: 'Without Hold' })
  for (const { clientId } of [held, free]) assert.equal((await w.as('maya').get(`/api/clients/${clientId}`)).status, 200)
  await w.work('maya', (work) => writeAudit(work, 'read a list', { entity: 'client', id: null }, null, { returned: [held.clientId, free.clientId] }))
  for (const { clientId } of [held, free]) await w.work('maya', (work) => writeAudit(work, 'about one', { entity: 'client', id: clientId }, clientId, { n: 1 }))
  await w.setClock('2040-03-01T15:00:00Z')
})
after(() => w.close())

const request = { recordedBefore: '2034-03-01', authority: 'Schedule 7, item 3' }
const payloads = (action: string) => w.asOwner('select payload is not null as there from audit_event where action = $1 order by id', [action])
const verdict = () =>
  w.work('system', ({ tx }) => verifyAudit(tx, {
    origin: originOf(w.database.keys, w.agencyId), keys: trustedOf(w.database.keys), macs: w.database.keys.macs,
    witnessed: readWitness(seal.folder, w.database.keys.deployment, w.agencyId),
  }))
const asked = async () => (await w.as('ada').post('/api/audit-purges', request)).body.id

test('422 what is younger than six years is kept, also against SQL', async () => {
  const early = await w.as('ada').post('/api/audit-purges', { ...request, recordedBefore: '2034-03-02' })
  assert.deepEqual([early.status, early.body.code], [422, 'audit-purge.too-young'])
  await assert.rejects(w.work('ada', ({ tx }) => sql`insert into audit_purge (id, recorded_before, authority) values (gen_random_uuid(), '2035-01-01', 'none')`.execute(tx)), /audit_payloads_are_kept_for_six_years/)
})

test('403 only administrators and quality ask, approve or look', async () => {
  for (const person of ['maya', 'omar', 'ines', 'bill'] as const) {
    assert.equal((await w.as(person).post('/api/audit-purges', request)).status, 403)
    assert.equal((await w.as(person).get('/api/record-seal')).status, 403)
  }
})

test('409 one person’s approval is not enough, and nobody approves twice', async () => {
  const id = await asked()
  assert.deepEqual((await w.as('ada').post(`/api/audit-purges/${id}/approval`)).body, { status: 'requested' })
  assert.equal((await w.as('ada').post(`/api/audit-purges/${id}/approval`)).body.code, 'audit-purge.approved-already')
  assert.equal((await w.as('ada').post(`/api/audit-purges/${id}/deed`)).body.code, 'audit-purge.needs-two-approvals')
  await assert.rejects(w.work('ada', ({ tx }) => sql`select authz.shred_payloads(${id})`.execute(tx)), /needs-two-approvals/)
  await assert.rejects(w.work('ada', ({ tx }) => sql`insert into audit_purge_approval (purge_id, staff_id) values (${id}, ${w.staffId.quinn})`.execute(tx)), /people_approve_in_their_own_name/)
  assert.equal((await w.as('quinn').post(`/api/audit-purges/${id}/withdrawal`, { reason: 'The claim is open again' })).body.status, 'withdrawn')
  assert.equal((await w.as('quinn').post(`/api/audit-purges/${id}/approval`)).body.code, 'audit-purge.not-open')
})

test('two people approve, a legal hold wins, and the tree still verifies', async () => {
  await sealEverything(seal)
  const placed = await w.as('omar').post(`/api/clients/${held.clientId}/legal-holds`, { reason: 'Claim 22-118 is at court' })
  assert.equal(placed.status, 201)
  const id = await asked()
  await w.as('ada').post(`/api/audit-purges/${id}/approval`)
  assert.deepEqual((await w.as('quinn').post(`/api/audit-purges/${id}/approval`)).body, { status: 'approved' })
  const reach = (await w.as('quinn').get('/api/audit-purges/reach?recordedBefore=2034-03-01')).body
  const done = await w.as('quinn').post(`/api/audit-purges/${id}/deed`)
  assert.equal(done.status, 201, JSON.stringify(done.body))
  assert.ok(done.body.removed > 0)
  assert.deepEqual([reach.removes, reach.held >= 2], [done.body.removed, true], 'what was said beforehand is what went, and the hold keeps the rest')
  assert.deepEqual(await payloads('about one'), [{ there: true }, { there: false }])
  assert.deepEqual(await payloads('read a list'), [{ there: true }], 'the held client is one of many in it')
  assert.ok((await payloads('audit-purge.requested')).every(({ there }) => there))
  await sealEverything(seal)
  const { findings, shredded } = await verdict()
  assert.deepEqual([findings, shredded], [[], done.body.removed])
  assert.equal((await w.as('ada').post(`/api/audit-purges/${id}/deed`)).body.code, 'audit-purge.not-open')
  const lifted = await w.as('omar').post(`/api/clients/${held.clientId}/legal-holds/${placed.body.id}/lifting`, { reason: 'Settled' })
  assert.equal(lifted.status, 201)
  assert.equal((await w.as('omar').post(`/api/clients/${held.clientId}/legal-holds/${placed.body.id}/lifting`, { reason: 'Settled' })).status, 409)
  const again = await asked()
  for (const person of ['ada', 'quinn'] as const) await w.as(person).post(`/api/audit-purges/${again}/approval`)
  assert.equal((await w.as('ada').post(`/api/audit-purges/${again}/deed`)).status, 201)
  assert.deepEqual(await payloads('about one'), [{ there: false }, { there: false }])
  await sealEverything(seal)
  assert.deepEqual((await verdict()).findings, [])
})

test('nobody empties an event past the purge, not even the owner of the table', async () => {
  await assert.rejects(w.asOwner('update audit_event set payload = null, salt = null where payload is not null'), /append-only/)
  await assert.rejects(w.work('ada', ({ tx }) => sql`update audit_event set payload = null, salt = null`.execute(tx)), { code: '42501' })
  await assert.rejects(w.work('ada', ({ tx }) => sql`insert into audit_redaction (event_id, purge_id) values (1, gen_random_uuid())`.execute(tx)), { code: '42501' })
})

test('200 the record’s seal: how far, since when, and whether the witness has it', async () => {
  await sealEverything(seal)
  const { body } = await w.as('quinn').get('/api/record-seal')
  assert.ok(body.size > 10 && body.witnessed && body.waitsSeconds < 5, JSON.stringify(body))
  assert.equal(openCheckpoint(body.checkpoint.note, trustedOf(w.database.keys))?.size, body.checkpoint.size)
})

test('each morning the checkpoint goes to the privacy officer by mail, and holds no word of a record', async () => {
  let letter = ''
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => void stream.on('data', (chunk: Buffer) => (letter += chunk.toString())).on('end', () => done()) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  const close = await openPostOffice({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'record@example.org', publicUrl: 'http://localhost' })
  await w.work('system', mailCheckpoint)
  assert.equal(letter, '', 'nobody is named yet')
  await w.asOwner('update agency set privacy_officer_id = $2 where agency_id = $1', [w.agencyId, w.staffId.quinn])
  await w.work('system', mailCheckpoint)
  close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  assert.match(letter, /To: quinn@example\.org/i)
  const plain = /content-transfer-encoding: quoted-printable/i.test(letter) ? Buffer.from(letter.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString() : letter
  const [note] = notesIn(`${plain.replaceAll('\r', '').replace(/^[\s\S]*?\(docs\/audit\.md\)\.\n\n/, '')}\n\n`)
  assert.ok(note && openCheckpoint(note, trustedOf(w.database.keys)), plain)
})

test('a purge tells who asked, approved, refused and carried it out; holds name their client to whoever knows them', async () => {
  const id = await asked()
  await w.as('ada').post(`/api/audit-purges/${id}/approval`)
  assert.equal((await w.as('quinn').post(`/api/audit-purges/${id}/withdrawal`)).status, 400)
  await w.as('quinn').post(`/api/audit-purges/${id}/withdrawal`, { reason: 'Schedule 7 was changed' })
  const all = (await w.as('ada').get('/api/audit-purges')).body
  const refused = all.find((each: { id: string }) => each.id === id)
  assert.deepEqual([refused.status, refused.requestedByName, refused.approvals[0].name, refused.withdrawnByName, refused.withdrawReason], ['withdrawn', 'Ada Voss', 'Ada Voss', 'Quinn Abel', 'Schedule 7 was changed'])
  const done = all.find(({ status }: { status: string }) => status === 'carried-out')
  assert.ok(done.carriedOutByName && done.payloadsRemoved > 0)
  const [hold] = (await w.as('omar').get('/api/legal-holds')).body
  assert.deepEqual([hold.clientName, hold.liftedByName, hold.liftReason], ['Under Hold', 'Omar Haddad', 'Settled'])
  assert.deepEqual([(await w.as('ada').get('/api/legal-holds')).status, (await w.as('maya').get('/api/legal-holds')).status], [403, 403])
  await w.as('omar').post(`/api/clients/${held.clientId}/exclusions`, { staffId: w.staffId.omar, reason: 'My neighbour' })
  assert.deepEqual((await w.as('omar').get('/api/legal-holds')).body, [])
})

test('the last verdict stands on the screen of the seal; only the system writes one', async () => {
  assert.equal((await w.as('quinn').get('/api/record-seal')).body.verified, null)
  const findings = [{ kind: 'rolled-back', at: '7' }, { kind: 'rolled-back', at: '9' }]
  await w.work('system', (work) => keepVerdict(work, { sealed: 12, witnessed: 3, findings }))
  const { verified } = (await w.as('quinn').get('/api/record-seal')).body
  assert.deepEqual([verified.sealed, verified.witnessed, verified.findings, verified.kinds], [12, 3, 2, ['rolled-back']])
  await assert.rejects(w.work('ada', (work) => keepVerdict(work, { sealed: 1, witnessed: 1, findings: [] })), /row-level security/)
})
