// Pausing a case and going on with it: for how long, and who answers for it meanwhile.
import type { CaseWork } from '../../platform/work.ts'
import { addTask } from '../tasks/task.actions.ts'
import type { Because, Case, Suspension } from './case.ts'
import { findCase, saveEnrollment } from './case.store.ts'
import { changeStatus } from './status.actions.ts'
import { mayPauseUntil } from './suspension.ts'

/** @throws case.review-day, case.wrong-status */
export async function suspendCase(work: CaseWork, { reason, note, reviewOn, responsibleStaffId }: Suspension): Promise<Case> {
  const active = await findCase(work.tx, work.caseId)
  if (active.status === 'active') mayPauseUntil(reviewOn, work.today)
  const { caseRecord } = await changeStatus(work, active, 'suspended', {
    reason: note, reasonCode: reason, details: { reviewOn, responsibleStaffId },
    set: { suspendedOn: work.today, suspensionReason: reason, reviewOn, responsibleStaffId },
  })
  await saveEnrollment(work.tx, active.enrollmentId, { status: 'suspended', endsOn: null })
  await addTask(work, {
    title: 'Look again: can the work go on?', clientId: work.clientId, caseId: work.caseId, assignTo: { staffId: responsibleStaffId }, due: reviewOn,
  })
  return caseRecord
}

export async function resumeCase(work: CaseWork, { reason }: Because): Promise<Case> {
  const suspended = await findCase(work.tx, work.caseId)
  const { caseRecord } = await changeStatus(work, suspended, 'resumed', {
    reason, details: { suspendedOn: suspended.suspendedOn }, set: { suspendedOn: null, suspensionReason: null, reviewOn: null, responsibleStaffId: null },
  })
  await saveEnrollment(work.tx, suspended.enrollmentId, { status: 'enrolled', endsOn: null })
  return caseRecord
}
