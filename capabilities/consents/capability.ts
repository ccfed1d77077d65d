// What consents plug into the product.
import type { Capability } from '../../platform/capability.ts'
import { warnOfExpiry } from './consent.jobs.ts'
import { consentRoutes } from './consent.routes.ts'

export const consents: Capability = {
  name: 'consents',
  routes: consentRoutes,
  jobs: { 'consents.warn-of-expiry': { cron: '30 5 * * *', run: warnOfExpiry } },
}
