// When somebody looks after a referral that was sent, and what counts as silence (practice-model 5.3, U11). Civil days.
import { addBusinessDays } from '../../platform/time/business.ts'
import { addCivilDays, daysBetween } from '../../platform/time/civil.ts'
import { pressing, type ServiceType, type Status } from './codes.ts'

/** Calendar days after sending in which an answer is looked for: 3 for food and shelter, else 7. */
export const answerDays = (serviceType: ServiceType): number => (pressing.includes(serviceType) ? 3 : 7)
/** Calendar days after sending in which the loop is closed: 3 for food and shelter, else 30. */
export const loopDays = (serviceType: ServiceType): number => (pressing.includes(serviceType) ? 3 : 30)
/** Business days after an appointment in which the client is asked whether they got there. */
export const appointmentBusinessDays = 2

export const answerDue = (sentOn: string, serviceType: ServiceType): string => addCivilDays(sentOn, answerDays(serviceType))
export const loopDue = (sentOn: string, serviceType: ServiceType): string => addCivilDays(sentOn, loopDays(serviceType))
export const afterAppointment = (appointmentOn: string): string => addBusinessDays(appointmentOn, appointmentBusinessDays)

/** Sent, and no answer by the day on which one was looked for. */
export function isSilent({ status, requestedOn, serviceType }: { status: Status; requestedOn: string | null; serviceType: ServiceType }, today: string): boolean {
  return status === 'requested' && requestedOn !== null && daysBetween(answerDue(requestedOn, serviceType), today) > 0
}
