// What service referrals plug into the product: their routes, the receiver's page, and the mail that follows a sending.
import type { Capability } from '../../platform/capability.ts'
import { tellReceivers } from './receiverAccount.actions.ts'
import { mailWaitingLinks } from './sending.actions.ts'
import { inboxRoutes, receiverAccountRoutes, receiverRoutes, serviceReferralRoutes } from './serviceReferral.routes.ts'

export const serviceReferrals: Capability = {
  name: 'serviceReferrals',
  routes: [...serviceReferralRoutes, ...receiverRoutes, ...inboxRoutes, ...receiverAccountRoutes],
  reactions: {
    'service-referral.sent': async (work, event) => {
      await mailWaitingLinks(work, event.entityId)
      await tellReceivers(work, event.entityId)
    },
    'service-referral.link-renewed': (work, event) => mailWaitingLinks(work, event.entityId),
  },
}
