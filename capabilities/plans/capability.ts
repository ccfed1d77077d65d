// What plans plug into the product: the routes of the plan and of its parts.
import type { Capability } from '../../platform/capability.ts'
import { goalRoutes } from './goal.routes.ts'
import { planRoutes } from './plan.routes.ts'

export const plans: Capability = { name: 'plans', routes: [...planRoutes, ...goalRoutes] }
