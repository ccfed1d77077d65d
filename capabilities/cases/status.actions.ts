// The one way a case's status changes: an immutable row of why and by whom, the case itself, and the story, together (INV-17).
import { announce } from '../../platform/events.ts'
import type { CaseWork } from '../../platform/work.ts'
import type { Case } from './case.ts'
import { addStatusChange, saveCase } from './case.store.ts'
import { statusAfter, type Transition } from './transition.ts'

export interface Why {
  reason: string
  reasonCode?: string
  details?: Record<string, unknown>
  set?: Partial<Omit<Case, 'id' | 'version' | 'status'>>
}

const eventOf: Record<Transition, string> = {
  opened: 'case.opened', activated: 'case.activated', 'ended-without-engagement': 'case.not-engaged', suspended: 'case.suspended', resumed: 'case.resumed',
  'closing-begun': 'case.closing-begun', closed: 'case.closed', reopened: 'case.reopened', voided: 'case.voided',
}

/** @throws case.wrong-status, case.changed. Answers the case and the id of the change, which is the event that settles tasks. */
export async function changeStatus(work: CaseWork, caseRecord: Case, transition: Transition, { reason, reasonCode, details = {}, set = {} }: Why): Promise<{ caseRecord: Case; changeId: string }> {
  const toStatus = statusAfter(transition, caseRecord.status)
  const changeId = await addStatusChange(work.tx, { caseId: caseRecord.id, transition, fromStatus: caseRecord.status, toStatus, reasonCode: reasonCode ?? null, reason, details })
  const saved = await saveCase(work.tx, caseRecord, { ...set, status: toStatus })
  work.caseStatus = toStatus
  await announce(work, eventOf[transition], { entity: 'case', id: saved.id, version: saved.version }, { reason, reasonCode, ...details })
  return { caseRecord: saved, changeId }
}
