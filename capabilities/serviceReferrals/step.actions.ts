// One step of a referral from state to state, by either side: the row of the step, the new state, the unmet need it shows, the story, the tasks that follow.
import { newId } from '../../platform/db.ts'
import { announce } from '../../platform/events.ts'
import type { CaseWork } from '../../platform/work.ts'
import type { Status } from './codes.ts'
import { followAnswer, type FollowedBy } from './follow.actions.ts'
import { countsAsUnmet } from './loop.ts'
import { addUnmetNeed } from './sending.store.ts'
import type { ServiceReferral } from './serviceReferral.ts'
import { addStep, saveServiceReferral, type Changes, type Told } from './serviceReferral.store.ts'
import { mayStep, type Step } from './state.ts'

/** The instants that a state sets; the first answer stands. */
function timesOf(to: Status, { by }: Step, seen: ServiceReferral, { now, today }: CaseWork): Changes {
  const answered = by === 'target' && seen.answeredAt === null ? { answeredAt: now, answeredOn: today } : {}
  switch (to) {
    case 'requested': return { requestedAt: now, requestedOn: today }
    case 'accepted': return { ...answered, acceptedAt: now }
    case 'in-progress': return { ...answered, startedAt: seen.startedAt ?? now }
    case 'on-hold': return { ...answered, heldAt: now }
    case 'draft': return {}
    default: return { ...answered, endedAt: now }
  }
}

/** Writes the step and the state; refuses as `mayStep` does. */
export async function takeStep(work: CaseWork, seen: ServiceReferral, step: Step & { told: Told }, more: Changes = {}): Promise<ServiceReferral> {
  mayStep(seen.status, step)
  const { to, by, told, reasonCode = null, reason = null } = step
  await addStep(work.tx, { id: newId(), caseId: seen.caseId, serviceReferralId: seen.id, version: seen.version + 1, fromStatus: seen.status, toStatus: to, actor: by, told, reasonCode, reason, at: work.now })
  return saveServiceReferral(work.tx, seen, { status: to, reasonCode, reason, ...timesOf(to, step, seen, work), ...more })
}

/** The receiver's step, whoever wrote it down: told in the story, counted where it is a gap (INV-38), followed by the tasks it asks for. */
export async function receiversStep(work: CaseWork, seen: ServiceReferral, step: Omit<Step, 'by'> & { told: Told }, who: FollowedBy, more: Changes = {}): Promise<ServiceReferral> {
  const after = await takeStep(work, seen, { ...step, by: 'target' }, more)
  const unmet = after.intent === 'referral' ? countsAsUnmet(after) : null
  if (unmet) await writeUnmet(work, after, unmet, after.reason ?? '')
  await tell(work, `service-referral.${after.status}`, after, { told: step.told, reasonCode: after.reasonCode, reason: after.reason, before: seen.status })
  await followAnswer(work, after, who)
  return after
}

export const writeUnmet = (work: CaseWork, { caseId, clientId, id, needId, serviceType, county, zip3, language }: ServiceReferral, reasonCode: NonNullable<ServiceReferral['reasonCode']>, note: string) =>
  addUnmetNeed(work.tx, { caseId, clientId, serviceReferralId: id, needId, serviceType, reasonCode, note, county, zip3, language, onDate: work.today })

export const tell = (work: CaseWork, type: string, { id, version, performerName, serviceType, intent, goalId }: ServiceReferral, details: object = {}) =>
  announce(work, type, { entity: 'service-referral', id, version }, { performer: performerName, serviceType, intent, ...details }, goalId ? { goalId } : {})
