// Passing a case on. Accountability moves when the receiver accepts, not before (practice-model 3.3).
import { announce } from '../../platform/events.ts'
import { newId } from '../../platform/db.ts'
import { refuse } from '../../platform/refusal.ts'
import { may, type CaseWork } from '../../platform/work.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { instantAt } from '../../platform/time/zone.ts'
import { openTasksOf, passTasksOf, requestTask, settleTasks } from '../tasks/task.actions.ts'
import type { NewTransfer, TransferAnswer } from './case.ts'
import { findCase, saveCase } from './case.store.ts'
import { currentTeam } from './membership.actions.ts'
import { mayAnswerFor } from './opening.actions.ts'
import { addTransfer, answerTransfer, findTransfer, join, leave, openTransferOf, primaryOf } from './team.store.ts'
import type { Transfer } from './view.ts'
import type { z } from 'zod'

/** Business days for the receiver's answer, and civil days for which they may look at the case meanwhile. */
const answerDays = 2
const lookDays = 14

/**
 * Asks a colleague to take over: with a summary, the open dues as they stand, and sight of the case while they decide.
 * @throws case.not-yours-to-pass, case.transfer-open, case.excluded, case.primary-credential (INV-09), case.transfer-to-self
 */
export async function transferCase(work: CaseWork, { toStaffId, reason, summary, clientToldOn }: NewTransfer): Promise<Transfer> {
  const [primary, waiting, team, dues] = await Promise.all([primaryOf(work.tx, work.caseId), openTransferOf(work.tx, work.caseId), currentTeam(work), openTasksOf(work)])
  if (!primary) refuse('case.no-primary', 'Nobody answers for this case yet. Name a case manager instead.')
  if (primary.staffId !== work.staff.id && !may(work, 'reassign')) refuse('case.not-yours-to-pass', 'Only the case manager or a supervisor passes a case on.', { status: 403 })
  if (primary.staffId === toStaffId) refuse('case.transfer-to-self', 'This colleague is the case manager already.')
  if (waiting) refuse('case.transfer-open', 'A transfer is waiting for an answer. Withdraw it first.', { status: 409, current: waiting })
  await mayAnswerFor(work, toStaffId, work)
  const onTeam = team.some((member) => member.staffId === toStaffId && member.role !== 'opener')
  const reviewMemberId = onTeam ? null : await join(work.tx, {
    caseId: work.caseId, staffId: toStaffId, role: 'member', reason: 'Asked to take over the case; may look while deciding.', untilAt: instantAt(addCivilDays(work.today, lookDays), '00:00', work.zone),
  })
  const transfer = await addTransfer(work.tx, {
    id: newId(), caseId: work.caseId, fromStaffId: primary.staffId, toStaffId, reason, summary, clientToldOn: clientToldOn ?? null, reviewMemberId,
    openDues: dues.map(({ rule, title, dueOn, priority }) => ({ rule, title, dueOn, priority })),
  })
  await announce(work, 'case.transfer-requested', { entity: 'case-transfer', id: transfer.id }, { fromStaffId: primary.staffId, toStaffId, reason })
  await requestTask(work, {
    rule: 'transfer-request', about: { type: 'case-transfer', id: transfer.id }, clientId: work.clientId, caseId: work.caseId, assignTo: { staffId: toStaffId },
    due: addBusinessDays(work.today, answerDays), params: { from: primary.name, reason },
  })
  return transfer
}

/** The receiver takes over: team, open tasks and the answer for a pause move together. @throws case.not-asked, case.transfer-answered, case.primary-credential */
export async function acceptTransfer(work: CaseWork, { note }: z.infer<typeof TransferAnswer>, transferId: string): Promise<Transfer> {
  const transfer = await waitingFor(work, transferId)
  if (transfer.toStaffId !== work.staff.id) refuse('case.not-asked', 'Only the colleague who was asked can accept this case.', { status: 403 })
  await mayAnswerFor(work, work.staff.id, work)
  const [team, caseRecord] = await Promise.all([currentTeam(work), findCase(work.tx, work.caseId)])
  const accepted = await answerTransfer(work.tx, transfer, { status: 'accepted', decidedAt: work.now, decidedBy: work.staff.id, decisionNote: note || null })
  const primary = team.find((member) => member.role === 'primary')
  if (primary) await leave(work.tx, primary.id, work.now)
  await join(work.tx, { caseId: work.caseId, staffId: work.staff.id, role: 'primary', reason: `Took over: ${transfer.reason}`, untilAt: null })
  for (const member of team) if (member.staffId === work.staff.id && member.role !== 'primary') await leave(work.tx, member.id, work.now)
  await passTasksOf(work, transfer.fromStaffId, work.staff.id)
  if (caseRecord.responsibleStaffId === transfer.fromStaffId) await saveCase(work.tx, caseRecord, { responsibleStaffId: work.staff.id })
  await settleTasks(work, { rule: 'transfer-request', aboutId: transfer.id, by: { type: 'case-transfer', id: transfer.id } })
  await announce(work, 'case.transferred', { entity: 'case-transfer', id: transfer.id }, { fromStaffId: transfer.fromStaffId, toStaffId: work.staff.id, note })
  return accepted
}

/** @throws case.not-asked, case.decline-needs-reason */
export async function declineTransfer(work: CaseWork, { note }: z.infer<typeof TransferAnswer>, transferId: string): Promise<Transfer> {
  const transfer = await waitingFor(work, transferId)
  if (transfer.toStaffId !== work.staff.id) refuse('case.not-asked', 'Only the colleague who was asked can decline this case.', { status: 403 })
  if (!note) refuse('case.decline-needs-reason', 'Say why, so that the case finds the right person.')
  return end(work, transfer, 'declined', note)
}

export async function withdrawTransfer(work: CaseWork, { note }: z.infer<typeof TransferAnswer>, transferId: string): Promise<Transfer> {
  const transfer = await waitingFor(work, transferId)
  const mine = [transfer.fromStaffId, transfer.requestedBy].includes(work.staff.id)
  if (!mine && !may(work, 'reassign')) refuse('case.not-yours-to-pass', 'Only the case manager or a supervisor withdraws this.', { status: 403 })
  return end(work, transfer, 'withdrawn', note)
}

async function end(work: CaseWork, transfer: Transfer, status: 'declined' | 'withdrawn', note: string): Promise<Transfer> {
  const ended = await answerTransfer(work.tx, transfer, { status, decidedAt: work.now, decidedBy: work.staff.id, decisionNote: note || null })
  await settleTasks(work, { rule: 'transfer-request', aboutId: transfer.id, by: { type: 'case-transfer', id: transfer.id } })
  await announce(work, `case.transfer-${status}`, { entity: 'case-transfer', id: transfer.id }, { toStaffId: transfer.toStaffId, note })
  if (transfer.reviewMemberId) await leave(work.tx, transfer.reviewMemberId, work.now) // last: it ends the receiver's sight of the case
  return ended
}

async function waitingFor(work: CaseWork, transferId: string): Promise<Transfer> {
  const transfer = await findTransfer(work.tx, work.caseId, transferId)
  if (transfer.status !== 'requested') refuse('case.transfer-answered', `This transfer was ${transfer.status} already.`, { status: 409, current: transfer })
  return transfer
}
