// What supervision plugs into the product: its routes, and the daily look at credentials.
import type { Capability } from '../../platform/capability.ts'
import { warnOfEndingCredentials } from './supervision.actions.ts'
import { supervisionRoutes } from './supervision.routes.ts'

export const supervision: Capability = {
  name: 'supervision',
  routes: supervisionRoutes,
  jobs: { 'credentials.warn': { cron: '10 6 * * *', run: warnOfEndingCredentials } },
}
