// What the receiver does, behind a link or with an account: reads what was sent, says yes or no, sets an appointment, reports, asks. Their door
// shows the one referral of the link (migrations/0121), or those sent to the account's organization (0193), and nothing else.
import { newId } from '../../platform/db.ts'
import { writeAudit } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import { clockTimeOf, civilDayOf } from '../../platform/time/zone.ts'
import type { CaseWork, Work } from '../../platform/work.ts'
import { reasonsFor, type Ending } from './codes.ts'
import { followQuestion, type FollowedBy } from './follow.actions.ts'
import { addMessage, messagesOf, ownerOfHeld, sendingsOf } from './sending.store.ts'
import { answerInquiry, setAppointment } from './serviceReferral.actions.ts'
import type { Answer, Appointment, InquiryAnswer, Question, ServiceReferral } from './serviceReferral.ts'
import { heldServiceReferral } from './serviceReferral.store.ts'
import { mayBecome } from './state.ts'
import { receiversStep, tell } from './step.actions.ts'

interface InHand {
  work: CaseWork
  referral: ServiceReferral
  who: FollowedBy
}
/** Which referral: null behind a link, which is the key to one. */
export type Which = string | null

/** The door is open: the referral it is for, and who answers for it. */
async function inHand(work: Work, which: Which): Promise<InHand> {
  const referral = await heldServiceReferral(work.tx, which)
  const staffId = await ownerOfHeld(work.tx, referral.id)
  return { work: Object.assign(work, { clientId: referral.clientId, caseId: referral.caseId, programId: '', caseStatus: '' }), referral, who: { staffId } }
}

const endings: readonly Ending[] = ['rejected', 'on-hold', 'failed', 'cancelled']

/** The page: the package as it was sent, where it stands, what may be said next. Each opening is in the audit. */
export async function receiversPage(opened: Work, which: Which) {
  const { work, referral } = await inHand(opened, which)
  const [[sending], messages] = await Promise.all([sendingsOf(work.tx, referral.id), messagesOf(work.tx, referral.id)])
  if (!sending) return notFound('sending')
  await writeAudit(work, 'service-referral.opened-by-receiver', { entity: 'service-referral', id: referral.id, version: referral.version }, work.clientId, { sending: sending.id })
  const { appointmentAt, appointmentNote, status, performerName, intent } = referral
  return {
    package: sending.package, sentOn: civilDayOf(sending.at, work.zone), performerName, status, intent, today: work.today,
    appointment: appointmentAt === null ? null : { day: civilDayOf(appointmentAt, work.zone), time: clockTimeOf(appointmentAt, work.zone), note: appointmentNote },
    messages: messages.map(({ author, words, at }) => ({ author, words, on: civilDayOf(at, work.zone) })),
    mayBecome: intent === 'inquiry' ? [] : mayBecome(status, 'target').filter((to) => !(status === 'requested' && to === 'cancelled')),
    reasons: Object.fromEntries(endings.map((ending) => [ending, reasonsFor(ending)])),
  }
}
export type ReceiversPage = Awaited<ReturnType<typeof receiversPage>>

/** Codes of what we say about an answer; the state it has now. */
export interface Answered {
  status: ServiceReferral['status']
}

export async function answerAsReceiver(opened: Work, which: Which, answer: Answer): Promise<Answered> {
  const { work, referral, who } = await inHand(opened, which)
  if (referral.intent === 'inquiry') refuse('service-referral.not-a-referral', 'This is a question about room, not a referral. Answer whether you have room.')
  const { status } = await receiversStep(work, referral, { ...answer, told: 'by-link' }, who)
  return { status }
}

export async function answerInquiryAsReceiver(opened: Work, which: Which, answer: InquiryAnswer): Promise<Answered> {
  const { work, referral, who } = await inHand(opened, which)
  const { status } = await answerInquiry(work, referral, answer, 'by-link', who)
  return { status }
}

export async function appointAsReceiver(opened: Work, which: Which, appointment: Appointment): Promise<Answered> {
  const { work, referral, who } = await inHand(opened, which)
  if (appointment.day < work.today) refuse('service-referral.appointment-past', 'Give today or a later day.', { issues: [{ path: 'day', message: 'Today or later.' }] })
  const { status } = await setAppointment(work, referral, appointment, 'by-link', who)
  return { status }
}

export async function askAsReceiver(opened: Work, which: Which, { words }: Question): Promise<Answered> {
  const { work, referral, who } = await inHand(opened, which)
  await addMessage(work.tx, { id: newId(), caseId: work.caseId, serviceReferralId: referral.id, author: 'receiver', words, at: work.now })
  await tell(work, 'service-referral.question-asked', referral, { words })
  await followQuestion(work, referral, who)
  return { status: referral.status }
}
