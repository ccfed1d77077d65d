// Closing the loop, and writing down what could not be met where there was nobody to ask.
import { announce } from '../../platform/events.ts'
import { newId } from '../../platform/db.ts'
import type { CaseWork } from '../../platform/work.ts'
import { settleAll } from './follow.actions.ts'
import { placeOf } from './gather.actions.ts'
import { countsAsUnmet, mayClose, type LoopClosing, type NewUnmetNeed } from './loop.ts'
import { addUnmetNeed, revokeLinks, unmetNeedsOfCase, type UnmetNeed } from './sending.store.ts'
import type { ServiceReferral } from './serviceReferral.ts'
import { findServiceReferral, saveServiceReferral } from './serviceReferral.store.ts'
import { tell, writeUnmet } from './step.actions.ts'

/** INV-37: did the client get there, and was the need met. An unmet need is counted (INV-38); every task of the referral is done by it. */
export async function closeLoop(work: CaseWork, id: string, outcome: LoopClosing): Promise<ServiceReferral> {
  const seen = await findServiceReferral(work.tx, work.caseId, id)
  mayClose(seen, outcome, work.today)
  const closed = await saveServiceReferral(work.tx, seen, { ...outcome, loopClosedAt: work.now, loopClosedOn: work.today, loopClosedBy: work.staff.id })
  const unmet = countsAsUnmet(outcome)
  if (unmet) await writeUnmet(work, closed, unmet, outcome.clientExperience)
  await revokeLinks(work.tx, id, work.now, 'The loop is closed.')
  await settleAll(work, closed)
  await tell(work, 'service-referral.loop-closed', closed, { clientReached: outcome.clientReached, reachedOn: outcome.reachedOn, needMet: outcome.needMet, notMetReason: outcome.notMetReason, clientExperience: outcome.clientExperience })
  return closed
}

/** INV-38 where no service exists to be asked, or none was worth asking. */
export async function recordUnmetNeed(work: CaseWork, { needId, serviceType, reasonCode, note }: NewUnmetNeed): Promise<{ recorded: true }> {
  const place = await placeOf(work)
  await addUnmetNeed(work.tx, { ...place, caseId: work.caseId, clientId: work.clientId, needId, serviceReferralId: null, serviceType, reasonCode, note, onDate: work.today })
  await announce(work, 'need.unmet', { entity: 'unmet-need', id: newId() }, { serviceType, reasonCode, note })
  return { recorded: true }
}

export const unmetNeedsOf = (work: CaseWork): Promise<UnmetNeed[]> => unmetNeedsOfCase(work.tx, work.caseId)
