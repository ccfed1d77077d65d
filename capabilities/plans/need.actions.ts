// What people do with needs: write one down, confirm it with the client, settle what becomes of it. Find, decide, save, announce.
import { announce } from '../../platform/events.ts'
import type { CaseWork } from '../../platform/work.ts'
import { confirm, settle, type Concurrence, type Need, type NeedChange, type NewNeed, type Settlement } from './need.ts'
import { addNeed, findNeed, needsOfCase, saveNeed } from './need.store.ts'
import { mustBeOpen } from './plan.ts'

export const needsOf = (work: CaseWork): Promise<Need[]> => needsOfCase(work.tx, work.caseId)

/** INV-25: whatever wrote it, a person or a screen, it starts as a concern. */
export async function writeDownNeed(work: CaseWork, wanted: NewNeed): Promise<Need> {
  mustBeOpen(work.caseStatus)
  const need = await addNeed(work.tx, work.caseId, wanted)
  await tell(work, 'need.raised', need, { source: need.source })
  return need
}

export async function changeNeed(work: CaseWork, needId: string, wanted: NeedChange): Promise<Need> {
  mustBeOpen(work.caseStatus)
  const need = await findNeed(work.tx, work.caseId, needId)
  const saved = await saveNeed(work.tx, { ...need, ...wanted }, work.expectedVersion ?? need.version)
  await tell(work, 'need.changed', saved)
  return saved
}

export async function confirmNeed(work: CaseWork, needId: string, concurrence: Concurrence): Promise<Need> {
  mustBeOpen(work.caseStatus)
  const need = await findNeed(work.tx, work.caseId, needId)
  const saved = await saveNeed(work.tx, confirm(need, concurrence, work.today), need.version, work.staff.id)
  await tell(work, 'need.confirmed', saved, { by: concurrence.by })
  return saved
}

export async function settleNeed(work: CaseWork, needId: string, settlement: Settlement): Promise<Need> {
  mustBeOpen(work.caseStatus)
  const need = await findNeed(work.tx, work.caseId, needId)
  const saved = await saveNeed(work.tx, settle(need, settlement, work.today), need.version)
  await tell(work, 'need.settled', saved, { disposition: saved.disposition, reason: saved.dispositionReason })
  return saved
}

const tell = (work: CaseWork, type: string, { id, version, statement, clientWords }: Need, details: object = {}) =>
  announce(work, type, { entity: 'need', id, version }, { statement, clientWords, ...details })
