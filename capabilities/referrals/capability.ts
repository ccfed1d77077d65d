// What the front door plugs into the product.
import type { Capability } from '../../platform/capability.ts'
import { publicRoutes, referralRoutes } from './referral.routes.ts'

export const referrals: Capability = { name: 'referrals', routes: [...referralRoutes, ...publicRoutes] }
