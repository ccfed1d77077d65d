// Removing payloads of the audit: somebody asks, two people approve, somebody carries it out, and each step stands in the audit.
import { digestOfEvents, purgeActions } from '../../platform/audit/redaction.ts'
import { announceAgency } from '../../platform/events.ts'
import type { Work } from '../../platform/work.ts'
import { mayApprove, mayCarryOut, mayRequest, requireOpen, statusOf, type NewPurge, type Purge, type PurgeStatus, type Reach, type Refusing, type UpTo } from './purge.ts'
import { addApproval, addPurge, endPurge, findPurge, purges, reachOf, shredPayloads } from './safekeeping.store.ts'

const subjectOf = (id: string) => ({ entity: 'audit-purge', id })
export type PurgeView = Purge & { status: PurgeStatus; mine: boolean }

export async function purgeList(work: Work): Promise<PurgeView[]> {
  const all = await purges(work.tx)
  return all.map((each) => ({ ...each, status: statusOf(each), mine: each.approvals.some(({ staffId }) => staffId === work.staff.id) }))
}

/** @throws audit-purge.too-young */
export async function requestPurge(work: Work, request: NewPurge): Promise<{ id: string }> {
  mayRequest(request, work.today)
  const id = await addPurge(work.tx, request)
  await announceAgency(work, 'audit-purge.requested', subjectOf(id), { recordedBefore: request.recordedBefore })
  return { id }
}

/** @throws audit-purge.not-open, audit-purge.approved-already */
export async function approvePurge(work: Work, id: string): Promise<{ status: PurgeStatus }> {
  mayApprove(await findPurge(work.tx, id), work.staff.id)
  await addApproval(work.tx, id)
  await announceAgency(work, purgeActions.approved, subjectOf(id))
  return { status: statusOf(await findPurge(work.tx, id)) }
}

/** Numbers only: nobody learns from it whose record it is. */
export const reachOfPurge = (work: Work, { recordedBefore }: UpTo): Promise<Reach> => reachOf(work.tx, recordedBefore)

/** Whoever asked takes it back, or whoever was to approve refuses. @throws audit-purge.not-open */
export async function withdrawPurge(work: Work, { reason }: Refusing, id: string): Promise<{ status: PurgeStatus }> {
  const purge = await findPurge(work.tx, id)
  requireOpen(purge)
  await endPurge(work.tx, purge, { withdrawnAt: work.now, withdrawnBy: work.staff.id, withdrawReason: reason })
  await announceAgency(work, 'audit-purge.withdrawn', subjectOf(id))
  return { status: 'withdrawn' }
}

/** Payloads of clients under a legal hold stay. @throws audit-purge.not-open, audit-purge.needs-two-approvals */
export async function carryOutPurge(work: Work, id: string): Promise<{ removed: number }> {
  const purge = await findPurge(work.tx, id)
  mayCarryOut(purge)
  const eventIds = await shredPayloads(work.tx, id)
  await endPurge(work.tx, purge, { carriedOutAt: work.now, carriedOutBy: work.staff.id, payloadsRemoved: eventIds.length })
  await announceAgency(work, purgeActions.carriedOut, subjectOf(id), { removed: eventIds.length, digest: digestOfEvents(eventIds) })
  return { removed: eventIds.length }
}
