// From the first attempt to the beginning of the work, or its respectful end before it began.
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { safeContactAsked } from '../clients/client.actions.ts'
import { engagementOf } from '../consents/consent.actions.ts'
import { exceptTasksOf, requestTask, settleTasks } from '../tasks/task.actions.ts'
import { validCredential } from '../team/team.actions.ts'
import { loadOf } from './weight.ts'
import { mayActivate, type ActivationFacts } from './activation.ts'
import type { Activation, Case, NoEngagement } from './case.ts'
import { findCase, jurisdictionOf, saveEnrollment } from './case.store.ts'
import { carriedBy } from './caseload.store.ts'
import { unableToReach, type NewAttempt } from './outreach.ts'
import { addAttempt, attemptsOf } from './outreach.store.ts'
import { changeStatus } from './status.actions.ts'
import { primaryOf } from './team.store.ts'

/** The days until the comprehensive assessment is due (practice-model 5.3, U6). */
export const assessmentDays = 30

/** Keeps an attempt to reach the person; contacts calls this. Any attempt settles the first-attempt task (U3). */
export async function recordOutreachAttempt(work: CaseWork, attempt: NewAttempt): Promise<void> {
  const id = await addAttempt(work.tx, work.caseId, attempt)
  await settleTasks(work, { rule: 'first-attempt', caseId: work.caseId, by: attempt.contactId ? { type: 'contact', id: attempt.contactId } : { type: 'case-outreach', id } })
}

/** What stands and what is missing before the work may begin. */
export async function activationFacts(work: CaseWork, capacityReason: string | null = null): Promise<ActivationFacts> {
  const [engagement, primary, asked, jurisdiction] = await Promise.all([
    engagementOf(work), primaryOf(work.tx, work.caseId), safeContactAsked(work), jurisdictionOf(work.tx, work.programId),
  ])
  const [credential, carried] = primary
    ? await Promise.all([validCredential(work, primary.staffId, work.today, jurisdiction), carriedBy(work.tx, primary.staffId)])
    : [null, { levels: [], capacityPoints: 0 }]
  return {
    basis: engagement.basis, roleDisclosure: engagement.roleDisclosure, rightsNotice: engagement.rightsNotice, primaryName: primary?.name ?? null,
    primaryHasCredential: credential !== null, safeContactAsked: asked, loadTenths: loadOf(carried.levels).pointsTenths, capacityTenths: carried.capacityPoints * 10, capacityReason,
  }
}

/** The work begins. @throws case.not-ready with everything `missing`, each with its place; case.over-capacity; case.wrong-status */
export async function activateCase(work: CaseWork, { capacityReason }: Activation = {}): Promise<Case> {
  const pending = await findCase(work.tx, work.caseId)
  const facts = await activationFacts(work, capacityReason ?? null)
  if (pending.status === 'pending_engagement') mayActivate(facts, `/clients/${work.clientId}`)
  const { caseRecord, changeId } = await changeStatus(work, pending, 'activated', {
    reason: 'The person agreed to work with us and everything needed is on record.', reasonCode: facts.basis ?? undefined,
    details: { basis: facts.basis, ...(capacityReason && { capacityReason, loadTenths: facts.loadTenths, capacityTenths: facts.capacityTenths }) }, set: { activatedOn: work.today },
  })
  const primary = await primaryOf(work.tx, work.caseId)
  await Promise.all([
    saveEnrollment(work.tx, pending.enrollmentId, { status: 'enrolled', endsOn: null }),
    settleTasks(work, { rule: 'first-attempt', caseId: work.caseId, by: { type: 'case-status-change', id: changeId } }),
  ])
  if (primary)
    await requestTask(work, {
      rule: 'assessment-due', about: { type: 'case', id: work.caseId }, clientId: work.clientId, caseId: work.caseId, assignTo: { staffId: primary.staffId },
      due: addCivilDays(work.today, assessmentDays), params: { activatedOn: work.today, days: assessmentDays },
    })
  return caseRecord
}

/** The case ends before it began; the reason is respected and recorded. @throws case.not-tried-enough (U4) with what is missing, case.no-letter */
export async function endWithoutEngagement(work: CaseWork, { reason, note, letterSentOn, noLetterBecause }: NoEngagement): Promise<Case> {
  const pending = await findCase(work.tx, work.caseId)
  const attempts = await attemptsOf(work.tx, work.caseId, work.zone)
  if (pending.status === 'pending_engagement' && reason === 'unable_to_reach') {
    const standing = unableToReach(attempts)
    const href = `/clients/${work.clientId}/story`
    if (!standing.met) refuse('case.not-tried-enough', 'Keep trying a little longer before giving up.', { missing: standing.missing.map((each) => ({ ...each, href })) })
    if (!letterSentOn && !noLetterBecause?.trim()) refuse('case.no-letter', 'Send a letter saying how to come back, or say why none is safe.')
  }
  const { caseRecord } = await changeStatus(work, pending, 'ended-without-engagement', {
    reason: note, reasonCode: reason, details: { attempts: attempts.length, ...(letterSentOn && { letterSentOn }), ...(noLetterBecause && { noLetterBecause }) },
  })
  await Promise.all([
    saveEnrollment(work.tx, pending.enrollmentId, { status: 'disenrolled', endsOn: work.today }),
    exceptTasksOf(work, reason === 'deceased' ? 'client-deceased' : 'case-ended', note),
  ])
  return caseRecord
}

