// The tasks a referral asks for by itself, and the events that settle them (INV-33): an answer, an appointment kept, a loop closed, a no turned into another way.
import type { CaseWork } from '../../platform/work.ts'
import { civilDayOf } from '../../platform/time/zone.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import type { TaskRule } from '../tasks/task.ts'
import { isOpen } from './codes.ts'
import { afterAppointment, answerDue, loopDue } from './followUp.ts'
import type { ServiceReferral } from './serviceReferral.ts'

/** Who is asked: whoever answers for the case; null where nobody does, and then its supervisor. */
export interface FollowedBy {
  staffId: string | null
}
type Asked = Pick<ServiceReferral, 'id' | 'clientId' | 'caseId' | 'performerName' | 'serviceType' | 'requestedOn'>

const about = ({ id }: Pick<ServiceReferral, 'id'>) => ({ type: 'service-referral', id })
const by = (id: string, stepId: string = id) => ({ type: 'service-referral', id: stepId })

function ask(work: CaseWork, rule: TaskRule, referral: Asked, { staffId }: FollowedBy, due: string, more: { urgent?: boolean; params?: Record<string, string> } = {}): Promise<string> {
  const { clientId, caseId, performerName, serviceType, requestedOn } = referral
  return requestTask(work, {
    rule, about: about(referral), clientId, caseId, due, priority: more.urgent ? 'urgent' : 'routine',
    assignTo: staffId ? { staffId } : { role: 'supervisor', ...(work.programId && { programId: work.programId }) },
    params: { performer: performerName, serviceType, ...(requestedOn && { requestedOn }), ...more.params },
  })
}

const settle = (work: CaseWork, referral: Pick<ServiceReferral, 'id'>, ...rules: TaskRule[]) =>
  Promise.all(rules.map((rule) => settleTasks(work, { rule, aboutId: referral.id, by: by(referral.id) })))

/** Sent: an answer is looked for in 7 days, food and shelter in 3. */
export async function followSending(work: CaseWork, referral: ServiceReferral, who: FollowedBy): Promise<void> {
  await ask(work, 'service-answer', referral, who, answerDue(work.today, referral.serviceType))
}

/** The receiver said something: the waiting ends, and what comes next is asked for. A no comes with the same day's date, urgent. */
export async function followAnswer(work: CaseWork, referral: ServiceReferral, who: FollowedBy): Promise<void> {
  await settle(work, referral, 'service-answer')
  if (referral.intent === 'inquiry') return
  if (isOpen(referral.status) || referral.status === 'completed') {
    const due = loopDue(referral.requestedOn ?? work.today, referral.serviceType)
    await ask(work, 'service-loop', referral, who, due < work.today ? work.today : due)
    return
  }
  await settle(work, referral, 'service-appointment')
  await ask(work, 'service-declined', referral, who, work.today, { urgent: true, params: { status: referral.status, ...(referral.reasonCode && { reasonCode: referral.reasonCode }) } })
}

/** Two business days after the appointment somebody asks the client; another appointment asks again. */
export async function followAppointment(work: CaseWork, referral: ServiceReferral, who: FollowedBy): Promise<void> {
  if (!referral.appointmentAt) return
  const day = civilDayOf(referral.appointmentAt, work.zone)
  await settle(work, referral, 'service-appointment')
  await ask(work, 'service-appointment', referral, who, afterAppointment(day), { params: { appointmentOn: day } })
}

export async function followQuestion(work: CaseWork, referral: ServiceReferral, who: FollowedBy): Promise<void> {
  await ask(work, 'service-question', referral, who, work.today)
}
export const settleQuestion = (work: CaseWork, referral: Pick<ServiceReferral, 'id'>) => settle(work, referral, 'service-question')

/** Nothing about this referral is left to look after. */
export const settleAll = (work: CaseWork, referral: Pick<ServiceReferral, 'id'>) =>
  settle(work, referral, 'service-answer', 'service-appointment', 'service-loop', 'service-declined', 'service-question')

/** Another way was found: a new referral for the same need, or the same kind of service, answers the no. */
export async function settleDeclined(work: CaseWork, sent: ServiceReferral, others: readonly ServiceReferral[]): Promise<void> {
  const answered = others.filter((each) => each.id !== sent.id && (sent.needId ? each.needId === sent.needId : each.serviceType === sent.serviceType))
  for (const { id } of answered) await settleTasks(work, { rule: 'service-declined', aboutId: id, by: by(sent.id) })
}
