// What emergency access plugs into the product: its routes.
import type { Capability } from '../../platform/capability.ts'
import { emergencyRoutes } from './emergency.routes.ts'

export const emergencyAccess: Capability = { name: 'emergencyAccess', routes: emergencyRoutes }
