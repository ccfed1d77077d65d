// The link by e-mail through a real SMTP server: nothing of any person in the mail, the code kept nowhere, a consent that ended meanwhile stops it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openPostOffice } from '../../platform/mail.ts'
import { letPiaIn } from '../../test/receivers.ts'
import { world, type World } from '../../test/world.ts'
import { serviceReferrals } from './capability.ts'
import { readCode } from './code.ts'
import { authorizationOf, behindLink, sent } from './referring.testing.ts'

interface Received {
  to: string[]
  text: string
}
let w: World
let caseId: string
let clientId: string
let close: () => void
const received: Received[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() })
      done()
    })
  },
})

before(async () => {
  w = await world()
  ;({ caseId, clientId } = await w.openCase())
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  close = await openPostOffice({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Harborview <referrals@harborview.example>', publicUrl: 'https://care.harborview.example' })
})
after(async () => {
  close()
  await new Promise<void>((closed) => server.close(() => closed()))
  await w.close()
})

/** The job that follows the commit, as the queue would run it. */
const runJob = async (id: string) => {
  const [event] = await w.asOwner(`select id from case_event where entity_id = $1 and type in ('service-referral.sent', 'service-referral.link-renewed') order by recorded_at desc limit 1`, [id])
  await w.onCase('system', caseId, async (work) => {
    const found = await work.tx.selectFrom('caseEvent').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
    await serviceReferrals.reactions?.[found.type]?.(work, found)
  })
}
const byMail = { way: 'link-email', sentTo: 'intake@river.example', codeDigest: null }
/** Quoted-printable undone, so that a folded link is whole again. */
const plain = (text: string) => text.replaceAll(/=\r?\n/g, '').replaceAll('=23', '#').replaceAll('=3D', '=')

test('sent by e-mail: the job is queued with ids only, the mail says nothing of anybody, its link opens the page once it was mailed', async () => {
  const { id, code } = await sent(w, caseId, {}, byMail)
  const jobs = await w.asOwner(`select payload::text as payload from graphile_worker._private_jobs`)
  assert.ok(jobs.length > 0)
  assert.doesNotMatch(JSON.stringify(jobs), /Robin|river\.example/)
  assert.equal((await behindLink(w, code)).status, 404, 'the browser’s code is not used where we mail')
  await runJob(id)
  const [mail] = received.splice(0)
  assert.deepEqual(mail?.to, ['intake@river.example'])
  assert.doesNotMatch(mail?.text ?? '', /Robin|Vale|mental|First appointment/i)
  const mailed = readCode(/answer#([0-9A-Z]{16})/.exec(plain(mail?.text ?? ''))?.[1] ?? '')
  assert.ok(mailed, mail?.text)
  assert.equal((await behindLink(w, mailed)).body.package.person.name, 'Robin Vale')
  const kept = await w.asOwner(`select * from service_referral_link where service_referral_id = $1`, [id])
  assert.ok(!JSON.stringify(kept).includes(mailed))
  await runJob(id)
  assert.equal(received.length, 0, 'mailed once')
})

test('a receiver with an account hears that something waits, and nothing about what or whom; of what was told by phone they hear nothing', async () => {
  const { serviceId } = await letPiaIn(w)
  const at = { performer: { kind: 'service', serviceId }, serviceType: 'food' }
  await runJob((await sent(w, caseId, at, { way: 'phone', codeDigest: null })).id)
  assert.equal(received.length, 0)
  await runJob((await sent(w, caseId, at)).id)
  const [mail] = received.splice(0)
  assert.deepEqual(mail?.to, ['pia@example.org'])
  assert.match(mail?.text ?? '', /Something waits for you at Harborview/)
  assert.doesNotMatch(mail?.text ?? '', /Robin|Vale|food|pantry|First appointment/i)
})

test('INV-14 a consent that ends between sending and mailing stops the mail', async () => {
  const consentId = await authorizationOf(w, clientId)
  const { id } = await sent(w, caseId, {}, { ...byMail, basis: { ground: 'authorization', consentId } })
  await w.as('maya').post(`/api/clients/${clientId}/consents/${consentId}/revocation`, { method: 'verbal', byWhom: 'Robin Vale' })
  await runJob(id)
  assert.equal(received.length, 0)
  const [link] = await w.asOwner(`select revoked_because from service_referral_link where service_referral_id = $1`, [id])
  assert.equal(link.revoked_because, 'The consent had ended before it was mailed.')
})

test('a mail server that refuses leaves the link unmailed for the next try', async () => {
  const { id } = await sent(w, caseId, {}, byMail)
  close()
  const shut = await openPostOffice({ smtpUrl: 'smtp://127.0.0.1:1', from: 'x@harborview.example', publicUrl: 'https://care.harborview.example' })
  await assert.rejects(runJob(id))
  const [link] = await w.asOwner(`select mailed_at, token_digest from service_referral_link where service_referral_id = $1`, [id])
  assert.deepEqual(link, { mailed_at: null, token_digest: null })
  shut()
})
