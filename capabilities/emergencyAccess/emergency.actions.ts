// Finding somebody in danger, opening their record for a while, ending that, and looking at it afterwards.
import { requirePasswordAgain } from '../../platform/access/stepUp.ts'
import { announceClient, writeAudit } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { saw, type ClientWork, type Work } from '../../platform/work.ts'
import { wordsOf } from '../clients/searchToken.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import { guardAmong } from '../team/team.actions.ts'
import { inForce, reviewBusinessDays, type Emergency, type EmergencyReview, type EmergencySearch, type FoundInEmergency, type OpenInEmergency } from './emergency.ts'
import { addReview, emergenciesFor, emergenciesOf, endAccess, findByTokens, findEmergency, openAccess, toldOf } from './emergency.store.ts'

/** By whole name and birth date only. Sealed, labelled and excluded clients are absent, in an emergency as ever (INV-02, M17). Each look is in the audit. */
export async function findInEmergency(work: Work, { name, birthDate }: EmergencySearch): Promise<{ found: FoundInEmergency[] }> {
  const found = await findByTokens(work, [...wordsOf(name).map((word) => `w:${word}`), `b:${birthDate}`])
  saw(work, found.map(({ id }) => id))
  await writeAudit(work, 'emergency-access.searched', { entity: 'client', id: null }, null, { returned: found.map(({ id }) => id) })
  return { found }
}

/**
 * Opens a record for up to four hours: the row, the notice to whoever guards privacy, the review task and the audit are one transaction.
 * Labels and the seal stand (ADR 140). @throws client.not-found, emergency.not-needed, emergency.nobody-to-tell, step-up.wrong
 */
export async function openInEmergency(work: Work, wanted: OpenInEmergency): Promise<Emergency> {
  await requirePasswordAgain(work, wanted.password)
  const untilAt = await openAccess(work.tx, wanted)
  if (!untilAt) return notFound('client')
  const { id, clientId, reasonCode, minutes } = wanted
  const guard = await guardAmong(work, await toldOf(work.tx, id))
  await requestTask(work, {
    rule: 'emergency-review', about: { type: 'emergency-access', id }, assignTo: guard, due: addBusinessDays(work.today, reviewBusinessDays),
    priority: 'urgent', params: { name: work.staff.name, openedOn: work.today },
  })
  await announceClient({ ...work, clientId }, 'emergency-access.opened', { entity: 'emergency-access', id, version: 1 }, { reasonCode, minutes, untilAt })
  return findEmergency(work.tx, id)
}

/** The holder no longer needs it, or somebody who was told puts an end to it. */
export async function endEmergency(work: Work, id: string): Promise<Emergency> {
  const emergency = await findEmergency(work.tx, id)
  if (!inForce(emergency, work.now)) refuse('emergency.is-ended', 'This has ended already.', { status: 409 })
  const tellStory = () => tell(work, emergency, 'emergency-access.ended', { early: true })
  if (emergency.staffId === work.staff.id) await tellStory() // before one's own sight of the client ends
  await endAccess(work.tx, emergency, work.now)
  if (emergency.staffId !== work.staff.id) await tellStory()
  return findEmergency(work.tx, id)
}

/** Looked at by somebody who was told, never by the holder; this alone closes the review task (U23). @throws emergency.own-review, emergency.is-reviewed */
export async function reviewEmergency(work: Work, review: EmergencyReview, id: string): Promise<Emergency> {
  const emergency = await findEmergency(work.tx, id)
  if (emergency.staffId === work.staff.id) refuse('emergency.own-review', 'Somebody else looks at what you opened.', { status: 403 })
  if (emergency.verdict) refuse('emergency.is-reviewed', 'This has been reviewed already.', { status: 409, current: emergency })
  const reviewId = await addReview(work.tx, id, review)
  await settleTasks(work, { rule: 'emergency-review', aboutId: id, by: { type: 'emergency-access-review', id: reviewId } })
  await tell(work, emergency, 'emergency-access.reviewed', { verdict: review.verdict })
  return findEmergency(work.tx, id)
}

/** In the client's story where the client may be known; in the audit in any case. */
async function tell(work: Work, emergency: Emergency, type: string, details: object): Promise<void> {
  const subject = { entity: 'emergency-access', id: emergency.id }
  if (emergency.clientName === null) return writeAudit(work, type, subject, emergency.clientId, details)
  return announceClient({ ...work, clientId: emergency.clientId }, type, subject, details)
}

export const emergencyOf = (work: Work, id: string): Promise<Emergency> => findEmergency(work.tx, id)
export const myEmergencies = (work: Work): Promise<Emergency[]> => emergenciesFor(work.tx, work.staff.id)
export const emergenciesOfClient = (work: ClientWork): Promise<Emergency[]> => emergenciesOf(work.tx, work.clientId)
/** For the client's header: who has this record open in an emergency at this moment. */
export async function emergenciesInForce(work: ClientWork): Promise<{ id: string; staffId: string; staffName: string | null; untilAt: string }[]> {
  const all = await emergenciesOf(work.tx, work.clientId)
  return all.filter((each) => inForce(each, work.now)).map(({ id, staffId, staffName, untilAt }) => ({ id, staffId, staffName, untilAt }))
}
