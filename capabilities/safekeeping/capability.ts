// What safekeeping plugs into the product: its routes, and the morning letter that carries the newest checkpoint to the privacy officer.
import type { Capability } from '../../platform/capability.ts'
import { safekeepingRoutes } from './safekeeping.routes.ts'
import { mailCheckpoint } from './seal.actions.ts'

export const safekeeping: Capability = { name: 'safekeeping', routes: safekeepingRoutes, jobs: { 'checkpoint.mail': { cron: '10 6 * * *', run: mailCheckpoint } } }
