// What closures plug into the product: their routes.
import type { Capability } from '../../platform/capability.ts'
import { closureRoutes } from './closure.routes.ts'

export const closures: Capability = { name: 'closures', routes: closureRoutes }
