// The end of a case: deciding to close, closing, coming back within thirty days, a death, and a case that should never have been.
import { refuse, type Missing } from '../../platform/refusal.ts'
import { may, type CaseWork } from '../../platform/work.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { daysBetween } from '../../platform/time/civil.ts'
import { announce } from '../../platform/events.ts'
import { clientOf, recordDeath as recordDeathOfClient } from '../clients/client.actions.ts'
import { engagementOf } from '../consents/consent.actions.ts'
import { exceptTasksOf, openTasksOf, requestTask, settleTasks } from '../tasks/task.actions.ts'
import { validCredential } from '../team/team.actions.ts'
import type { Because, Case, Closing, ClosingRequest, Completion, Death } from './case.ts'
import { findCase, jurisdictionOf, saveEnrollment } from './case.store.ts'
import { mayBeginClosing, mayReopen, needsManagementReview } from './closing.ts'
import { changeStatus } from './status.actions.ts'
import { openTransferOf, primaryOf } from './team.store.ts'
import type { z } from 'zod'

/** Business days from the decision to close until the summary is signed (practice-model 5.3, U19), and for a supervisor's decision. */
const summaryDays = 10
const decisionDays = 2

/** When the agency would end the work, the case manager asks and a supervisor decides. */
export async function askForClosing(work: CaseWork, { reason, explanation }: z.infer<typeof ClosingRequest>): Promise<{ taskId: string }> {
  if (!needsManagementReview(reason)) refuse('case.no-review-needed', 'This reason needs no supervisor. Begin closing.')
  const taskId = await requestTask(work, {
    rule: 'sign-off', about: { type: 'closing', id: work.caseId }, clientId: work.clientId, caseId: work.caseId, assignTo: { role: 'supervisor', programId: work.programId },
    due: addBusinessDays(work.today, decisionDays), params: { topic: 'closing', reason, explanation },
  })
  await announce(work, 'case.closing-requested', { entity: 'case', id: work.caseId }, { reason, explanation })
  return { taskId }
}

/** @throws case.needs-management-review, case.client-not-told, case.transfer-open, case.wrong-status */
export async function beginClosing(work: CaseWork, closing: Closing): Promise<Case> {
  const current = await findCase(work.tx, work.caseId)
  if (current.status === 'active' || current.status === 'suspended') {
    mayBeginClosing(closing, { isSupervisor: may(work, 'sign-off'), today: work.today })
    await noOpenTransfer(work)
  }
  const { reason, explanation, clientToldOn, notToldBecause, clientView } = closing
  const { caseRecord, changeId } = await changeStatus(work, current, 'closing-begun', {
    reason: explanation, reasonCode: reason, details: { clientToldOn, notToldBecause, clientView },
    set: { closingOn: work.today, closureReason: reason, closureExplanation: explanation, clientToldOn: clientToldOn ?? null, notToldBecause: notToldBecause ?? null, clientView },
  })
  await settleTasks(work, { rule: 'sign-off', aboutId: work.caseId, caseId: work.caseId, by: { type: 'case-status-change', id: changeId } })
  await exceptTasksOf(work, reason === 'deceased' ? 'client-deceased' : 'case-ended', `The case is closing: ${explanation}`.slice(0, 900), ['assessment-due', 'plan-due', 'plan-review', 'first-attempt'])
  const primary = await primaryOf(work.tx, work.caseId)
  await requestTask(work, {
    rule: 'closure-summary-due', about: { type: 'case', id: work.caseId }, clientId: work.clientId, caseId: work.caseId,
    assignTo: primary ? { staffId: primary.staffId } : { role: 'supervisor', programId: work.programId },
    due: addBusinessDays(work.today, summaryDays), params: { closingOn: work.today, businessDays: summaryDays, reason },
  })
  return caseRecord
}

/**
 * The last step; closures calls it once its summary stands. Here: nothing generated is left open, own to-dos are with a named person, no
 * transfer waits. @throws case.not-ready-to-close with `missing`, case.wrong-status
 */
export async function closeCase(work: CaseWork, { summaryId }: Completion = {}): Promise<Case> {
  const closing = await findCase(work.tx, work.caseId)
  if (closing.status === 'closing') {
    await noOpenTransfer(work)
    const missing = await leftOpen(work)
    if (missing.length > 0) refuse('case.not-ready-to-close', 'Some work on this case is still open.', { missing })
  }
  const { caseRecord, changeId } = await changeStatus(work, closing, 'closed', {
    reason: closing.closureExplanation ?? 'The work is done.', reasonCode: closing.closureReason ?? undefined, details: { summaryId: summaryId ?? null }, set: { closedOn: work.today },
  })
  await Promise.all([
    settleTasks(work, { rule: 'closure-summary-due', caseId: work.caseId, by: summaryId ? { type: 'closure-summary', id: summaryId } : { type: 'case-status-change', id: changeId } }),
    saveEnrollment(work.tx, closing.enrollmentId, { status: 'disenrolled', endsOn: work.today }),
  ])
  return caseRecord
}

/** What still has to end, or be handed to a named person, before the case closes. */
export async function leftOpen(work: CaseWork): Promise<Missing[]> {
  const open = await openTasksOf(work)
  return open
    .filter((task) => task.rule === 'own' ? task.staffId === null : task.rule !== 'closure-summary-due')
    .map((task) => ({ code: `case.open-${task.rule}`, message: task.title ?? `Still open: ${task.rule.replaceAll('-', ' ')}, due ${task.dueOn}.`, href: `/clients/${work.clientId}/case` }))
}

async function noOpenTransfer(work: CaseWork): Promise<void> {
  if (await openTransferOf(work.tx, work.caseId))
    refuse('case.transfer-open', 'A transfer is waiting for an answer. Withdraw it, or wait until it is accepted.', {
      missing: [{ code: 'case.transfer-open', message: 'The open transfer', href: `/clients/${work.clientId}/case` }],
    })
}

/** The same episode goes on: within 30 days, consent still valid, somebody answering for it (practice-model 3.3). @throws case.reopen-window, case.cannot-reopen */
export async function reopenCase(work: CaseWork, { reason }: Because): Promise<Case> {
  const closed = await findCase(work.tx, work.caseId)
  const [engagement, primary, jurisdiction] = await Promise.all([engagementOf(work), primaryOf(work.tx, work.caseId), jurisdictionOf(work.tx, work.programId)])
  const credential = primary && await validCredential(work, primary.staffId, work.today, jurisdiction)
  if (closed.status === 'closed')
    mayReopen({ daysClosed: daysBetween(closed.closedOn ?? work.today, work.today), consentBasis: engagement.basis, hasPrimary: credential !== null, href: `/clients/${work.clientId}` })
  const { caseRecord } = await changeStatus(work, closed, 'reopened', {
    reason, details: { closedOn: closed.closedOn, closureReason: closed.closureReason, closureExplanation: closed.closureExplanation },
    set: { closedOn: null, closingOn: null, closureReason: null, closureExplanation: null, clientToldOn: null, notToldBecause: null, clientView: null },
  })
  await saveEnrollment(work.tx, closed.enrollmentId, { status: 'enrolled', endsOn: null })
  return caseRecord
}

/** Entered in error: the record stays, with the reason; nothing is deleted (INV-18). After engagement, a supervisor decides. @throws case.void-needs-supervisor */
export async function voidCase(work: CaseWork, { reason }: Because): Promise<Case> {
  const current = await findCase(work.tx, work.caseId)
  if (current.status !== 'pending_engagement' && !may(work, 'sign-off'))
    refuse('case.void-needs-supervisor', 'Work was done on this case. Ask your supervisor to mark it as entered in error.', { status: 403 })
  const { caseRecord } = await changeStatus(work, current, 'voided', { reason, set: { closedOn: null } })
  await exceptTasksOf(work, 'entered-in-error', reason)
  return caseRecord
}

/** A death: the person's record says so, outreach and reminders stop at once; the case begins to close, or ends if it had not begun. */
export async function recordDeath(work: CaseWork, { diedOn, source }: Death): Promise<Case> {
  if (diedOn > work.today) refuse('case.death-in-future', 'The day of death cannot be after today.')
  const current = await findCase(work.tx, work.caseId)
  const client = await clientOf(work)
  if (!client.deceasedOn) await recordDeathOfClient({ ...work, expectedVersion: client.version }, { on: diedOn, source })
  const reason = `Died on ${diedOn}. Told by: ${source}`
  const ended = current.status === 'pending_engagement'
    ? (await changeStatus(work, current, 'ended-without-engagement', { reason, reasonCode: 'deceased', details: { diedOn, source } })).caseRecord
    : await beginClosing(work, { reason: 'deceased', explanation: reason, clientView: 'not_known' })
  await exceptTasksOf(work, 'client-deceased', reason, [
    'first-attempt', 'assessment-due', 'plan-due', 'plan-review', 'consent-expiring', 'safety-response', 'information-requested', 'sign-off',
  ])
  await announce(work, 'case.death-recorded', { entity: 'case', id: work.caseId }, { diedOn, source })
  return ended
}
