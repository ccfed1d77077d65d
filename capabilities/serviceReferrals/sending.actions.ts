// Sending: the legal basis is asked for at this instant (INV-36), the package is fixed, the disclosure is kept (INV-15), the link is made, the answer is looked for.
import { createHash } from 'node:crypto'
import { digestOf } from '../../platform/access/digest.ts'
import { newId } from '../../platform/db.ts'
import { writeAudit } from '../../platform/events.ts'
import { canMail, mailLetter, publicAddress } from '../../platform/mail.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { consentsOf, requireLegalBasis } from '../consents/consent.actions.ts'
import type { LegalBasis } from '../consents/legalBasis.ts'
import { labelsOfClient } from '../labels/label.actions.ts'
import { isOpen, opensLink, type Way } from './codes.ts'
import { followSending, settleDeclined } from './follow.actions.ts'
import { packageFacts, placeOf } from './gather.actions.ts'
import { invitationLetter } from './letterWords.ts'
import { mayTellPart2, packageOf, requireAnonymous, tellsPart2, type Covering } from './package.ts'
import { addLink, addSending, findLink, linksOf, mailLink, revokeLinks, sendingsOf } from './sending.store.ts'
import { followedBy } from './serviceReferral.actions.ts'
import type { LinkRenewal, LinkRevocation, Sending, ServiceReferral } from './serviceReferral.ts'
import { findServiceReferral, serviceReferralsOfCase } from './serviceReferral.store.ts'
import { takeStep, tell } from './step.actions.ts'
import { newCode } from './token.ts'

/** Days a link opens the receiver's page. */
export const linkDays = 30

/** `mailed` false: the sender hands the link over; the server never knew it. */
export interface Sent {
  referral: ServiceReferral
  mailed: boolean
}

/** @throws disclosure.* where the basis does not hold now, service-referral.part-2-needs-its-consent, service-referral.needs-basis, service-referral.inquiry-names-client, service-referral.needs-code */
export async function sendServiceReferral(work: CaseWork, id: string, { way, sentTo, basis, codeDigest }: Sending): Promise<Sent> {
  const draft = await findServiceReferral(work.tx, work.caseId, id)
  const facts = await packageFacts(work, draft)
  if (draft.intent === 'inquiry') requireAnonymous(draft.request, facts)
  const ground = draft.intent === 'inquiry' ? null : await groundFor(work, basis)
  const consentId = ground?.ground === 'authorization' ? ground.consentId : null
  const covering = tellsPart2(facts, draft.items) ? await coveringOf(work, consentId) : undefined
  if (covering !== undefined) mayTellPart2(draft.performerName, covering)
  const place = await placeOf(work)
  const sent = await takeStep(work, draft, { to: 'requested', by: 'requester', told: 'here' }, { basis: ground, consentId, ...place })
  const sendingId = await keepDisclosure(work, sent, { way, sentTo, packaged: packageOf(facts, draft, covering?.told) })
  const mailed = opensLink(way) && (await makeLink(work, sent, { sendingId, way, codeDigest }))
  await tell(work, 'service-referral.sent', sent, { way, sentTo, items: sent.items, ground: ground?.ground ?? null, consentId })
  await followSending(work, sent, await followedBy(work))
  await settleDeclined(work, sent, await serviceReferralsOfCase(work.tx, work.caseId))
  return { referral: sent, mailed }
}

async function groundFor(work: CaseWork, basis: LegalBasis | null): Promise<LegalBasis> {
  if (!basis)
    return refuse('service-referral.needs-basis', 'Say on what ground this may be told: the client’s authorization, or another ground in law.', {
      issues: [{ path: 'basis', message: 'Choose the ground.' }],
      missing: [{ code: 'consent.authorization', message: 'Record an authorization', href: `/clients/${work.clientId}/consents?case=${work.caseId}` }],
    })
  return requireLegalBasis(work, basis)
}

async function coveringOf(work: CaseWork, consentId: string | null): Promise<Covering | null> {
  const consent = consentId && (await consentsOf(work)).find(({ id }) => id === consentId)
  if (!consent) return null
  const { rows } = await labelsOfClient(work)
  const { recipients, signedOn, discloser, information, purposes, expiresOn, expiresEvent } = consent
  return { recipients, told: { signedOn, discloser, information, purposes, expiresOn, expiresEvent }, marked: rows.some(({ kind, id, labels }) => kind === 'consent' && id === consentId && labels.includes('substance-use')) }
}

async function keepDisclosure(work: CaseWork, { id, intent, basis, consentId, items }: ServiceReferral, { way, sentTo, packaged }: { way: Way; sentTo: string; packaged: ReturnType<typeof packageOf> }): Promise<string> {
  const sendingId = newId()
  await addSending(work.tx, {
    id: sendingId, caseId: work.caseId, clientId: work.clientId, serviceReferralId: id, intent, way, sentTo, basis, consentId, items, package: packaged,
    digest: createHash('sha256').update(JSON.stringify(packaged)).digest(), at: work.now,
  })
  if (intent === 'referral') await writeAudit(work, 'disclosure.made', { entity: 'service-referral-sending', id: sendingId }, work.clientId, { items, ground: basis?.ground, consentId, way })
  return sendingId
}

/** True where it will be mailed: then the job makes the code. */
async function makeLink(work: CaseWork, { id, caseId }: ServiceReferral, { sendingId, way, codeDigest }: { sendingId: string; way: Way; codeDigest: string | null }): Promise<boolean> {
  const mailed = way === 'link-email' && canMail()
  if (!mailed && !codeDigest) refuse('service-referral.needs-code', 'Nothing can be mailed from here. Show the link and hand it over.', { issues: [{ path: 'codeDigest', message: 'A link to hand over needs its code.' }] })
  const expiresAt = new Date(Date.parse(work.now) + linkDays * 86_400_000).toISOString()
  await addLink(work.tx, { id: newId(), caseId, serviceReferralId: id, sendingId, expiresAt, tokenDigest: mailed || !codeDigest ? null : Buffer.from(codeDigest, 'hex') })
  return mailed
}

/** Another link in place of those there are; nothing new is told. @throws service-referral.wrong-state, disclosure.* */
export async function renewLink(work: CaseWork, id: string, { codeDigest }: LinkRenewal): Promise<Sent> {
  const referral = await findServiceReferral(work.tx, work.caseId, id)
  if (!isOpen(referral.status) || referral.loopClosedAt) refuse('service-referral.wrong-state', 'There is nothing left to answer.', { status: 409 })
  if (referral.basis) await requireLegalBasis(work, referral.basis)
  const [sending] = await sendingsOf(work.tx, id)
  if (!sending) return notFound('sending')
  await revokeLinks(work.tx, id, work.now, 'Another link took its place.')
  const mailed = await makeLink(work, referral, { sendingId: sending.id, way: sending.way, codeDigest })
  await tell(work, 'service-referral.link-renewed', referral, { sentTo: sending.sentTo })
  return { referral, mailed }
}

export async function revokeLink(work: CaseWork, id: string, { because }: LinkRevocation): Promise<null> {
  const referral = await findServiceReferral(work.tx, work.caseId, id)
  await revokeLinks(work.tx, id, work.now, because)
  await tell(work, 'service-referral.link-revoked', referral, { because })
  return null
}

/**
 * The job after the commit: makes the code, keeps its digest, mails the link. The code is never stored, so a second try mails another one.
 * A basis that has ended meanwhile stops it (INV-14).
 */
export async function mailWaitingLinks(work: CaseWork, serviceReferralId: string): Promise<void> {
  const referral = await findServiceReferral(work.tx, work.caseId, serviceReferralId)
  const waiting = (await linksOf(work.tx, serviceReferralId)).filter(({ mailedAt, revokedAt }) => mailedAt === null && revokedAt === null)
  const sendings = await sendingsOf(work.tx, serviceReferralId)
  for (const { id, sendingId } of waiting) {
    const sending = sendings.find((each) => each.id === sendingId)
    if (sending?.way !== 'link-email' || !canMail()) continue
    if (!(await basisHolds(work, referral))) {
      await revokeLinks(work.tx, serviceReferralId, work.now, 'The consent had ended before it was mailed.')
      continue
    }
    const code = newCode()
    await mailLink(work.tx, (await findLink(work.tx, id)).id, digestOf(code), work.now)
    await mailLetter(invitationLetter({ to: sending.sentTo, agencyName: work.agencyName, link: `${publicAddress()}/answer#${code}`, isInquiry: referral.intent === 'inquiry' }))
  }
}

/** Is what it was sent on still in force at this instant? The receiver's door asks the same in the database. */
export async function basisHolds(work: CaseWork, { consentId }: Pick<ServiceReferral, 'consentId'>): Promise<boolean> {
  return consentId === null || (await consentsOf(work)).some(({ id, standing }) => id === consentId && standing === 'active')
}
