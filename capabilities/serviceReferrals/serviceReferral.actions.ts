// What a case manager does with service referrals: draft, change, take back, record what the receiver said, make the appointment, hand over warmly, answer a question.
import { newId } from '../../platform/db.ts'
import { refuse } from '../../platform/refusal.ts'
import { instantAt } from '../../platform/time/zone.ts'
import type { CaseWork } from '../../platform/work.ts'
import { caseFacts } from '../cases/facts.actions.ts'
import { isOpen } from './codes.ts'
import { followAppointment, settleAll, settleQuestion, type FollowedBy } from './follow.actions.ts'
import { packageFacts, performerColumns } from './gather.actions.ts'
import { requireAnonymous } from './package.ts'
import { addMessage, revokeLinks } from './sending.store.ts'
import type { Answer, Appointment, InquiryAnswer, NewServiceReferral, OutsideEnrollment, Question, ServiceReferral, ServiceReferralChange, WarmHandoff, Withdrawal } from './serviceReferral.ts'
import { addServiceReferral, findServiceReferral, saveServiceReferral, type Told } from './serviceReferral.store.ts'
import { receiversStep, takeStep, tell } from './step.actions.ts'

export const followedBy = async (work: CaseWork): Promise<FollowedBy> => ({ staffId: (await caseFacts(work)).primaryStaffId })

/** Nothing leaves yet. An inquiry chooses nothing of the person. @throws service-referral.inquiry-names-client */
export async function draftServiceReferral(work: CaseWork, { performer, ...wanted }: NewServiceReferral): Promise<ServiceReferral> {
  mustBeWorked(work)
  const isInquiry = wanted.intent === 'inquiry'
  if (isInquiry) requireAnonymous(wanted.request, await packageFacts(work, wanted))
  const drafted = await addServiceReferral(work.tx, {
    ...wanted, id: wanted.id ?? newId(), items: isInquiry ? [] : [...new Set(wanted.items)], caseId: work.caseId, clientId: work.clientId, ...(await performerColumns(work, performer)),
  })
  await tell(work, 'service-referral.drafted', drafted)
  return drafted
}

/** @throws service-referral.sent-is-immutable (409), service-referral.changed (409) */
export async function changeServiceReferral(work: CaseWork, id: string, { performer, ...change }: ServiceReferralChange): Promise<ServiceReferral> {
  const draft = await findServiceReferral(work.tx, work.caseId, id)
  if (draft.status !== 'draft') refuse('service-referral.sent-is-immutable', 'What was sent stays as it was sent. Take it back and send another.', { status: 409 })
  if (draft.intent === 'inquiry') requireAnonymous(change.request ?? draft.request, await packageFacts(work, draft))
  const items = draft.intent === 'inquiry' ? [] : change.items
  return saveServiceReferral(work.tx, { ...draft, version: work.expectedVersion ?? draft.version }, { ...change, ...(items && { items: [...new Set(items)] }), ...(performer && (await performerColumns(work, performer))) })
}

/** We take it back. The links die with it. @throws service-referral.loop-closed */
export async function withdrawServiceReferral(work: CaseWork, id: string, { to, reasonCode, reason }: Withdrawal): Promise<ServiceReferral> {
  const seen = await findServiceReferral(work.tx, work.caseId, id)
  mustBeUnclosed(seen)
  const after = await takeStep(work, seen, { to, by: 'requester', told: 'here', reasonCode, reason })
  await revokeLinks(work.tx, id, work.now, 'The referral was taken back.')
  await settleAll(work, after)
  await tell(work, to === 'cancelled' ? 'service-referral.withdrawn' : 'service-referral.entered-in-error', after, { reasonCode, reason })
  return after
}

/** What the receiver said by phone or letter, written down by us; the same states, the same reasons, the same consequences. */
export async function recordAnswer(work: CaseWork, id: string, answer: Answer): Promise<ServiceReferral> {
  const seen = await findServiceReferral(work.tx, work.caseId, id)
  mustBeUnclosed(seen)
  return receiversStep(work, seen, { ...answer, told: 'to-us' }, await followedBy(work))
}

/** An inquiry is answered with capacity: none refuses it, anything else answers it. Counts nobody as unmet: nobody was referred. */
export async function answerInquiry(work: CaseWork, seen: ServiceReferral, { capacity, words }: InquiryAnswer, told: Told, who: FollowedBy): Promise<ServiceReferral> {
  if (seen.intent !== 'inquiry') refuse('service-referral.not-an-inquiry', 'This is a referral: accept it or decline it.')
  const refusal = capacity === 'none' ? { to: 'rejected' as const, reasonCode: 'no-capacity' as const } : { to: 'accepted' as const }
  return receiversStep(work, seen, { ...refusal, reason: words || null, told }, who, { capacity })
}

/** Day and time in the agency's zone. @throws service-referral.not-accepted */
export async function setAppointment(work: CaseWork, seen: ServiceReferral, { day, time, note }: Appointment, told: Told, who: FollowedBy): Promise<ServiceReferral> {
  mustBeUnclosed(seen)
  if (!isOpen(seen.status) || seen.status === 'requested' || seen.intent === 'inquiry') refuse('service-referral.not-accepted', 'An appointment follows the yes. Accept the referral first.', { status: 409 })
  const saved = await saveServiceReferral(work.tx, seen, { appointmentAt: instantAt(day, time, work.zone), appointmentNote: note })
  await tell(work, 'service-referral.appointment-set', saved, { day, time, note, told, moved: seen.appointmentAt !== null })
  await followAppointment(work, saved, who)
  return saved
}

export async function recordAppointment(work: CaseWork, id: string, appointment: Appointment): Promise<ServiceReferral> {
  return setAppointment(work, await findServiceReferral(work.tx, work.caseId, id), appointment, 'to-us', await followedBy(work))
}

/** Client and receiver were introduced to each other live. @throws service-referral.handoff-in-future */
export async function recordWarmHandoff(work: CaseWork, id: string, { on, note }: WarmHandoff): Promise<ServiceReferral> {
  const seen = await findServiceReferral(work.tx, work.caseId, id)
  mustBeUnclosed(seen)
  if (seen.status === 'draft') refuse('service-referral.not-sent', 'Send the referral first.', { status: 409 })
  if (on > work.today) refuse('service-referral.handoff-in-future', 'Give today or an earlier day.', { issues: [{ path: 'on', message: 'Today or earlier.' }] })
  const saved = await saveServiceReferral(work.tx, seen, { warmHandoffOn: on, warmHandoffNote: note })
  await tell(work, 'service-referral.handed-over-warmly', saved, { on, note })
  return saved
}

/** Where the client stands in the outside program: enrolled, waiting, or not. */
export async function recordEnrollment(work: CaseWork, id: string, { state, from, until }: OutsideEnrollment): Promise<ServiceReferral> {
  const seen = await findServiceReferral(work.tx, work.caseId, id)
  mustBeUnclosed(seen)
  const saved = await saveServiceReferral(work.tx, seen, { enrollmentState: state, enrollmentFrom: from, enrollmentUntil: until })
  await tell(work, 'service-referral.enrollment-recorded', saved, { state, from, until })
  return saved
}

/** Our answer to the receiver's question, shown behind their link. */
export async function replyToReceiver(work: CaseWork, id: string, { words }: Question): Promise<{ id: string }> {
  const seen = await findServiceReferral(work.tx, work.caseId, id)
  if (seen.intent === 'inquiry') requireAnonymous(words, await packageFacts(work, seen))
  const message = { id: newId(), caseId: work.caseId, serviceReferralId: id, author: 'us' as const, words, at: work.now }
  await addMessage(work.tx, message)
  await settleQuestion(work, seen)
  await tell(work, 'service-referral.replied', seen)
  return { id: message.id }
}

export function mustBeUnclosed({ loopClosedAt }: ServiceReferral): void {
  if (loopClosedAt) refuse('service-referral.loop-closed', 'The loop is closed; what was recorded stays.', { status: 409 })
}

function mustBeWorked({ caseStatus, clientId }: CaseWork): void {
  if (['closed', 'not_engaged', 'voided'].includes(caseStatus))
    refuse('service-referral.case-ended', 'The work on this case has ended, so nothing more is sent from it.', { status: 409, missing: [{ code: 'case.ended', message: 'The case', href: `/clients/${clientId}/case` }] })
}
