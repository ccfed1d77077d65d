// What gaps plug into the product: the report's routes.
import type { Capability } from '../../platform/capability.ts'
import { gapRoutes } from './gap.routes.ts'

export const gaps: Capability = { name: 'gaps', routes: gapRoutes }
