// What people do with consents: draft, record, revoke, note how one ended; and what others ask: is one in force, on what footing may we work.
import { newId } from '../../platform/db.ts'
import { announceClient } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import { instantAt } from '../../platform/time/zone.ts'
import type { ClientWork } from '../../platform/work.ts'
import { settleTasks } from '../tasks/task.actions.ts'
import { missingElements } from './completeness.ts'
import { consentInForce, standingOf, type Consent, type ConsentContent, type ConsentEnding, type Revocation } from './consent.ts'
import { addConsent, addEnding, consentsWhere, findConsent, saveDraft } from './consent.store.ts'
import { engagementFrom, type Engagement } from './engagement.ts'
import type { JudgedConsent } from './judged.ts'
import { faultOf, type BasisFault, type LegalBasis } from './legalBasis.ts'

const nowOf = ({ now, zone }: ClientWork) => ({ instant: now, zone })

function judged(work: ClientWork, consent: Consent): JudgedConsent {
  return { ...consent, standing: standingOf(consent, nowOf(work)), missing: missingElements({ ...consent, effectiveOn: null }) }
}

/** Every consent of the client with where it stands at this moment, the newest first. */
export async function consentsOf(work: ClientWork): Promise<JudgedConsent[]> {
  return (await consentsWhere(work.tx, { clientId: work.clientId })).map((consent) => judged(work, consent))
}

/** The engagement basis, the role disclosure and the rights notice as they stand now; for a case, those of its program and those given for all. */
export async function engagementOf(work: ClientWork & { programId?: string }): Promise<Engagement> {
  return engagementFrom(await consentsWhere(work.tx, { clientId: work.clientId }), nowOf(work), work.programId ?? null)
}

/** For a disclosure that names an authorization as its basis: lets it pass or refuses, judged at this instant (INV-14, INV-15). @throws consent.not-in-force */
export async function requireConsentInForce(work: ClientWork, consentId: string): Promise<Consent> {
  const consent = await findConsent(work.tx, work.clientId, consentId)
  if (!consentInForce(consent, nowOf(work)))
    refuse('consent.not-in-force', 'This consent is not in force at this moment, so nothing may be shared under it.', {
      params: { standing: standingOf(consent, nowOf(work)) },
    })
  return consent
}

const faults: Record<BasisFault, string> = {
  'no-such-authorization': 'There is no such authorization on this client.',
  'not-an-authorization': 'This consent does not allow information to be shared. Choose an authorization.',
  'not-in-force': 'This authorization is not in force at this moment, so nothing may be shared under it.',
  'not-explained': 'Say what this rests on: which law, order or threat.',
}

/** Every disclosure passes here first: it names its legal basis, and the basis holds at this instant (INV-14, INV-15). @throws disclosure.* */
export async function requireLegalBasis(work: ClientWork, basis: LegalBasis): Promise<LegalBasis> {
  const fault = faultOf(basis, await consentsWhere(work.tx, { clientId: work.clientId }), nowOf(work))
  return fault === null ? basis : refuse(`disclosure.${fault}`, faults[fault])
}

/** Keeps what is there so far: to print, to sign later. */
export async function draftConsent(work: ClientWork, content: ConsentContent): Promise<JudgedConsent> {
  const kept = await addConsent(work.tx, { ...stored(work, content, 'draft'), id: newId(), clientId: work.clientId })
  await announceClient(work, 'consent.drafted', subject(kept), { kind: kept.kind })
  return judged(work, kept)
}

export async function changeDraft(work: ClientWork, content: ConsentContent, id: string): Promise<JudgedConsent> {
  requireDraft(await findConsent(work.tx, work.clientId, id))
  return judged(work, await saveDraft(work.tx, work.clientId, id, work.expectedVersion ?? 0, stored(work, content, 'draft')))
}

/** Records a consent at once. @throws consent.incomplete consent.signed-in-the-future */
export async function recordConsent(work: ClientWork, content: ConsentContent): Promise<JudgedConsent> {
  const state = stateOf(work, content)
  return recorded(work, await addConsent(work.tx, { ...stored(work, content, state), id: newId(), clientId: work.clientId }))
}

/** Records a draft as signed, with what the signing added. */
export async function signDraft(work: ClientWork, content: ConsentContent, id: string): Promise<JudgedConsent> {
  requireDraft(await findConsent(work.tx, work.clientId, id))
  const state = stateOf(work, content)
  return recorded(work, await saveDraft(work.tx, work.clientId, id, work.expectedVersion ?? 0, stored(work, content, state)))
}

/**
 * INV-10: an authorization that lacks an element is kept, as defective, because somebody signed it; nothing may be shared under it. Any
 * other consent is completed first.
 */
function stateOf(work: ClientWork, content: ConsentContent): 'active' | 'defective' {
  if (content.signedOn !== null && content.signedOn > work.today)
    refuse('consent.signed-in-the-future', 'The date of the signature is today or earlier.', {
      issues: [{ path: 'signedOn', message: 'Today or earlier.' }],
    })
  const missing = missingElements(content)
  if (missing.length === 0) return 'active'
  if (content.kind === 'hipaa_authorization') return 'defective'
  return refuse('consent.incomplete', 'Something is still missing before this counts.', {
    issues: missing.map(({ path, message }) => ({ path, message })),
    missing: missing.map(({ code, message }) => ({ code, message })),
  })
}

async function recorded(work: ClientWork, consent: Consent): Promise<JudgedConsent> {
  const type = consent.state === 'defective' ? 'consent.found-incomplete' : 'consent.recorded'
  const details = {
    kind: consent.kind,
    grantorCapacity: consent.grantorCapacity,
    method: consent.method,
    expiresOn: consent.expiresOn,
    recipients: consent.recipients,
    supersedes: consent.supersedesId !== null,
  }
  await announceClient(work, type, subject(consent), details, { personId: consent.supportMemberId ?? undefined })
  if (consent.supersedesId && consent.state === 'active')
    await settleTasks(work, { rule: 'consent-expiring', aboutId: consent.supersedesId, by: { type: 'consent', id: consent.id } })
  return judged(work, consent)
}

/** INV-14: effective from its own instant, now or earlier; what was shared before stays as it was. @throws consent.not-revocable */
export async function revokeConsent(
  work: ClientWork,
  { at, method, byWhom, relianceNote }: Revocation,
  id: string,
): Promise<JudgedConsent> {
  return end(work, id, { kind: 'revoked', at: at ?? work.now, method, byWhom, relianceNote })
}

/** The event named as its end has happened, or it turns out that it was never given. */
export async function noteEnding(
  work: ClientWork,
  { kind, byWhom, note }: { kind: 'event-happened' | 'found-false'; byWhom: string; note: string },
  id: string,
): Promise<JudgedConsent> {
  return end(work, id, { kind, at: work.now, method: 'observed', byWhom, relianceNote: note })
}

async function end(work: ClientWork, id: string, ending: ConsentEnding): Promise<JudgedConsent> {
  const consent = await findConsent(work.tx, work.clientId, id)
  if (consent.state !== 'active' || consent.ending)
    refuse('consent.not-revocable', 'Only a consent that was recorded and has not ended can be ended.', { status: 409 })
  if (Date.parse(ending.at) > Date.parse(work.now))
    refuse('consent.ends-in-the-future', 'Give the instant at which it was said or received: now or earlier.')
  await addEnding(work.tx, { ...ending, id: newId(), clientId: work.clientId, consentId: id })
  await announceClient(
    work,
    ending.kind === 'revoked' ? 'consent.revoked' : 'consent.ended',
    subject(consent),
    { kind: consent.kind, how: ending.kind, method: ending.method, recipients: consent.recipients },
    { occurredAt: ending.at },
  )
  await settleTasks(work, { rule: 'consent-expiring', aboutId: id, by: { type: 'consent', id } })
  return judged(work, await findConsent(work.tx, work.clientId, id))
}

/** What the table keeps: it is effective from the moment of recording, or from the start of the day given, in the agency's zone. */
function stored(work: ClientWork, { effectiveOn, ...content }: ConsentContent, state: Consent['state']) {
  const day = effectiveOn ?? content.signedOn
  const effectiveAt = day === null || day === work.today ? work.now : instantAt(day, '00:00', work.zone)
  return { ...content, state, effectiveAt: state === 'draft' ? null : effectiveAt }
}

function requireDraft(consent: Consent): void {
  if (consent.state !== 'draft')
    refuse('consent.recorded-is-immutable', 'A recorded consent does not change. Record a new one in its place.', { status: 409 })
}

const subject = ({ id, version }: Consent) => ({ entity: 'consent', id, version })
