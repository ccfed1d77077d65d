// Labelling what needs special protection, and clearing colleagues for it.
import { announceAgency, writeAudit } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { ClientWork, Work } from '../../platform/work.ts'
import { labelsIn, maskOf, type Clearance, type ClearanceOfPerson, type EndingClearance, type LabelChange, type LabelledRow, type NewClearance, type SetLabels } from './label.ts'
import { addClearance, allClearances, changesOf, clearancesOf, endClearanceRow, labelledRowsOf, setLabelsOf } from './label.store.ts'

export interface LabelsOfClient { rows: LabelledRow[]; changes: LabelChange[]; mine: Clearance[] }

/** What of this client carries a label, why, and which labels the reader is cleared for. Only what the reader may see. */
export async function labelsOfClient(work: ClientWork): Promise<LabelsOfClient> {
  const [rows, changes, mine] = await Promise.all([labelledRowsOf(work.tx, work.clientId), changesOf(work.tx, work.clientId), clearancesOf(work.tx, work.staff.id)])
  return { rows, changes, mine: mine.filter(({ untilAt }) => untilAt === null) }
}

/**
 * Sets the labels of one row; what hangs on it carries them too. Nobody sets or takes away a label they are not cleared for, since the row would be
 * out of their sight in the same moment. @throws label.needs-clearance, label.same, label.comes-from-above, label.primary-is-not-cleared
 */
export async function setLabels(work: ClientWork, wanted: SetLabels): Promise<LabelsOfClient> {
  const cleared = maskOf((await clearancesOf(work.tx, work.staff.id)).filter(({ untilAt }) => untilAt === null).map(({ label }) => label))
  const missing = labelsIn(maskOf(wanted.labels) & ~cleared)
  if (missing.length > 0) refuse('label.needs-clearance', 'You can set only labels you are cleared for. An administrator grants clearance, with a reason.', { status: 403, params: { missing: missing.join(',') } })
  const known = await labelledRowsOf(work.tx, work.clientId)
  const before = known.find(({ id }) => id === wanted.entityId)?.labels ?? []
  if (maskOf(before) === maskOf(wanted.labels)) refuse('label.same', 'It has these labels already.', { status: 409 })
  const was = await setLabelsOf(work.tx, wanted)
  if (was === null) return notFound(wanted.kind)
  await writeAudit(work, 'label.set', { entity: wanted.kind, id: wanted.entityId }, work.clientId, { before: labelsIn(was), after: wanted.labels, source: wanted.source })
  return labelsOfClient(work)
}

/** Who is cleared for what, and who was. */
export const everyClearance = (work: Work): Promise<ClearanceOfPerson[]> => allClearances(work.tx)

export const clearancesOfStaff = (work: Work, staffId: string): Promise<Clearance[]> => clearancesOf(work.tx, staffId)

/** @throws clearance.own, rule.one-clearance-of-a-person-for-a-label (409) */
export async function grantClearance(work: Work, staffId: string, wanted: NewClearance): Promise<Clearance[]> {
  if (staffId === work.staff.id) refuse('clearance.own', 'Nobody clears themselves. Ask another administrator.', { status: 403 })
  const id = await addClearance(work.tx, staffId, wanted)
  await announceAgency(work, 'clearance.granted', { entity: 'staff-clearance', id }, { staffId, label: wanted.label })
  return clearancesOf(work.tx, staffId)
}

/** @throws clearance.not-found, clearance.answers-for-cases (409) */
export async function endClearance(work: Work, { reason }: EndingClearance, staffId: string, clearanceId: string): Promise<Clearance[]> {
  if (!(await endClearanceRow(work.tx, { staffId, id: clearanceId, untilAt: work.now, endedBy: work.staff.id, endReason: reason }))) notFound('clearance')
  await announceAgency(work, 'clearance.ended', { entity: 'staff-clearance', id: clearanceId }, { staffId })
  return clearancesOf(work.tx, staffId)
}
