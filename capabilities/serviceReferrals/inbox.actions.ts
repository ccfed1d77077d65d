// The inbox of a receiver with an account: what was sent to their organization's services and may still be answered. Which that is, row-level
// security decides at each asking (authz.held_referrals), so a consent withdrawn a second ago has taken it out.
import { civilDayOf, clockTimeOf } from '../../platform/time/zone.ts'
import { saw, type Work } from '../../platform/work.ts'
import { latestPackages } from './sending.store.ts'
import { heldServiceReferrals } from './serviceReferral.store.ts'

/** What waits longest stands first. Of the person only what the package tells; whose rows were listed is in the audit. */
export async function inboxOf(work: Work) {
  const held = await heldServiceReferrals(work.tx)
  const packages = await latestPackages(work.tx, held.map(({ id }) => id))
  saw(work, held.map(({ clientId }) => clientId))
  return {
    today: work.today,
    referrals: held.flatMap(({ id, status, intent, performerName, requestedOn, appointmentAt }) => {
      const sent = packages.get(id)
      if (!sent) return []
      const appointment = appointmentAt && { day: civilDayOf(appointmentAt, work.zone), time: clockTimeOf(appointmentAt, work.zone) }
      return [{ id, status, intent, performerName, requestedOn, appointment, serviceType: sent.serviceType, priority: sent.priority, name: sent.person?.name ?? null }]
    }),
  }
}
export type Inbox = Awaited<ReturnType<typeof inboxOf>>
