// Reaching a client safely, warning colleagues with facts, sealing a record, and judging whether two records are of one person.
import { newId } from '../../platform/db.ts'
import { announceClient } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import { systemStaff, type ClientWork } from '../../platform/work.ts'
import { clientRow, findClient, saveClient } from './client.store.ts'
import { phoneText, type ContactPoint } from './contactPoint.ts'
import type { ClientLink } from './link.ts'
import { holds } from './period.ts'
import { contactPointsOf, findContactPoint } from './person.store.ts'
import { reviewDayIsSoonEnough, standingOf, type JudgedRisk, type NewRiskFlag, type RiskFlag } from './risk.ts'
import {
  mayBeUsed,
  type Circumstances,
  type GivenSafeContact,
  type SafeContactAnswer,
  type SafeContactNow,
} from './safeContact.ts'
import {
  addConfidentiality,
  addLink,
  addRiskFlag,
  addSafeContactAnswer,
  latestSafeContact,
  riskFlagsOf,
  saveRiskFlag,
  setConfidentiality,
  undoLink,
} from './safety.store.ts'

/** Writes down what the client answered when asked how to be reached safely. Each asking is kept; the latest counts (INV-04). */
export async function askSafeContact(work: ClientWork, answer: SafeContactAnswer): Promise<GivenSafeContact | null> {
  const { version } = await clientRow(work.tx, work.clientId)
  await saveClient(work.tx, work.clientId, version, { safeContact: answer.answer })
  const id = newId()
  await addSafeContactAnswer(work.tx, { ...answer, id, clientId: work.clientId, askedAt: work.now })
  await announceClient(
    work,
    'safe-contact.asked',
    { entity: 'safe-contact-answer', id },
    { answer: answer.answer, askedOf: answer.askedOf },
  )
  return latestSafeContact(work.tx, work.clientId)
}

/** How the client may be reached at this moment: the profile, and a decision with its reason for every number and address. */
export async function safeContactNow(work: ClientWork): Promise<SafeContactNow> {
  const [{ safeContact, deceasedOn }, said, points] = await Promise.all([
    clientRow(work.tx, work.clientId),
    latestSafeContact(work.tx, work.clientId),
    contactPointsOf(work.tx, [work.clientId]),
  ])
  const now = { safeContact, deceasedOn, at: work.now, zone: work.zone }
  const current = points.filter((point) => holds(point, work.today))
  return {
    safeContact,
    said,
    points: current.map((point) => ({
      ...point,
      text: point.system === 'phone' ? phoneText(point.value) : point.value,
      decision: mayBeUsed(point, now),
    })),
  }
}

/** For whoever is about to call, text or write: lets it pass or refuses with the reason (INV-04). @throws contact.not-safe */
export async function requireSafeContact(
  work: ClientWork,
  contactPointId: string,
  by: NonNullable<Circumstances['by']>,
): Promise<ContactPoint> {
  const [{ safeContact, deceasedOn }, point] = await Promise.all([
    clientRow(work.tx, work.clientId),
    findContactPoint(work.tx, work.clientId, contactPointId),
  ])
  const { may, why, because } = mayBeUsed(point, { safeContact, deceasedOn, at: work.now, zone: work.zone, by })
  return may ? point : refuse('contact.not-safe', why, { params: { because } })
}

/** INV-05: facts, an author and a review day within a year. @throws risk.review-too-far */
export async function raiseRisk(work: ClientWork, flag: NewRiskFlag): Promise<RiskFlag> {
  requireReviewDay(work, flag.reviewOn)
  const kept = await addRiskFlag(work.tx, { ...flag, id: newId(), clientId: work.clientId, raisedOn: work.today })
  await announceClient(
    work,
    'risk.raised',
    { entity: 'risk-flag', id: kept.id, version: 1 },
    { kind: flag.kind, reviewOn: flag.reviewOn },
  )
  return kept
}

/** Looked at again and still so: the flag stands until the next review day, from today. */
export async function reviewRisk(
  work: ClientWork,
  { reviewOn, basis }: { reviewOn: string; basis: string },
  id: string,
): Promise<RiskFlag> {
  requireReviewDay(work, reviewOn)
  const kept = await saveRiskFlag(work.tx, work.clientId, id, work.expectedVersion ?? 0, {
    reviewOn,
    basis,
    raisedOn: work.today,
  })
  await announceClient(work, 'risk.reviewed', { entity: 'risk-flag', id, version: kept.version }, { kind: kept.kind, reviewOn })
  return kept
}

export async function endRisk(work: ClientWork, { reason }: { reason: string }, id: string): Promise<RiskFlag> {
  const kept = await saveRiskFlag(work.tx, work.clientId, id, work.expectedVersion ?? 0, {
    endedOn: work.today,
    endedReason: reason,
  })
  await announceClient(work, 'risk.ended', { entity: 'risk-flag', id, version: kept.version }, { kind: kept.kind, reason })
  return kept
}

function requireReviewDay(work: ClientWork, reviewOn: string): void {
  if (!reviewDayIsSoonEnough(reviewOn, work.today))
    refuse('risk.review-too-far', 'Choose a day within the next year on which this is looked at again.', {
      issues: [{ path: 'reviewOn', message: 'A day within the next year.' }],
    })
}

export async function risksOf({ tx, clientId, today }: ClientWork): Promise<JudgedRisk[]> {
  return (await riskFlagsOf(tx, clientId)).map((flag) => ({ ...flag, standing: standingOf(flag, today) }))
}

/**
 * Seals, restricts or opens a record (INV-02). Whoever seals joins the team of the client's cases first, so that a sealed record can be
 * opened again; the words of why are kept. @throws client.seal-needs-a-team
 */
export async function setConfidentialityOf(
  work: ClientWork,
  { level, reason }: { level: 'standard' | 'restricted' | 'sealed'; reason: string },
): Promise<null> {
  const id = newId()
  const before = await findClient(work.tx, work.clientId)
  if (before.confidentiality === level)
    refuse('client.same-confidentiality', 'The record has this level already.', { status: 409 })
  await addConfidentiality(work.tx, { id, clientId: work.clientId, level, reason, setAt: work.now })
  const version = await setConfidentiality(work.tx, work.clientId, level, reason)
  await announceClient(
    work,
    'client.confidentiality-set',
    { entity: 'client', id: work.clientId, version },
    { level, before: before.confidentiality },
  )
  return null
}

/** A person's judgement that two records are of one person, or surely not. Nothing is moved or joined, and it can be taken back (INV-01). */
export async function judgeSamePerson(
  work: ClientWork,
  { otherClientId, verdict, basis }: { otherClientId: string; verdict: 'same' | 'different'; basis: string },
): Promise<ClientLink> {
  if (otherClientId === work.clientId) refuse('link.one-record', 'Choose another record to compare with.')
  await findClient(work.tx, otherClientId)
  const link = await addLink(work.tx, work.clientId, otherClientId, { id: newId(), verdict, basis })
  for (const clientId of [work.clientId, otherClientId])
    await announceClient(
      { ...work, clientId },
      'client.compared',
      { entity: 'client-link', id: link.id, version: 1 },
      { verdict },
    )
  return link
}

export async function takeBackJudgement(work: ClientWork, { reason }: { reason: string }, id: string): Promise<ClientLink> {
  const link = await undoLink(work.tx, work.clientId, id, {
    undoneAt: work.now,
    undoneBy: work.staff.id === systemStaff ? null : work.staff.id,
    undoneReason: reason,
  })
  for (const clientId of [link.clientId, link.otherClientId])
    await announceClient(
      { ...work, clientId },
      'client.comparison-undone',
      { entity: 'client-link', id },
      { verdict: link.verdict },
    )
  return link
}
