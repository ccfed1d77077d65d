// What people do with barriers: write one down, change it, resolve it. Find, decide, save, announce.
import { announce } from '../../platform/events.ts'
import type { CaseWork } from '../../platform/work.ts'
import { ageDays, raisedOn, resolve, type Barrier, type BarrierChange, type NewBarrier, type Resolution } from './barrier.ts'
import { addBarrier, findBarrier, saveBarrier } from './barrier.store.ts'
import { answeredBy } from './party.ts'
import { mustBeOpen } from './plan.ts'

/** `raisedOn` is a civil day, today or earlier. Without a named colleague, the case manager who writes it owns it. */
export async function raiseBarrier(work: CaseWork, wanted: NewBarrier): Promise<Barrier> {
  mustBeOpen(work.caseStatus)
  const { statement, type, goalIds, owner } = wanted
  const barrier = await addBarrier(work.tx, work.caseId, {
    statement, type, goalIds, owner: answeredBy(owner, work.staff.id), raisedOn: raisedOn(wanted, work.today),
  })
  await tell(work, 'barrier.raised', barrier)
  return barrier
}

export async function changeBarrier(work: CaseWork, barrierId: string, wanted: BarrierChange): Promise<Barrier> {
  mustBeOpen(work.caseStatus)
  const barrier = await findBarrier(work.tx, work.caseId, barrierId)
  const next = { ...barrier, ...wanted, owner: answeredBy(wanted.owner ?? barrier.owner, work.staff.id) }
  const saved = await saveBarrier(work.tx, next, work.expectedVersion ?? barrier.version)
  await tell(work, 'barrier.changed', saved)
  return saved
}

export async function resolveBarrier(work: CaseWork, barrierId: string, resolution: Resolution): Promise<Barrier> {
  const barrier = await findBarrier(work.tx, work.caseId, barrierId)
  const saved = await saveBarrier(work.tx, resolve(barrier, resolution, work.today), barrier.version)
  await tell(work, 'barrier.resolved', saved, { resolution: saved.resolution, days: ageDays(saved, work.today) })
  return saved
}

const tell = (work: CaseWork, type: string, { id, version, statement, type: kind, goalIds }: Barrier, details: object = {}) =>
  announce(work, type, { entity: 'barrier', id, version }, { statement, kind, ...details }, { goalId: goalIds[0] })
