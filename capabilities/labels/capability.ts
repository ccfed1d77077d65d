// What labels plug into the product: their routes.
import type { Capability } from '../../platform/capability.ts'
import { labelRoutes } from './label.routes.ts'

export const labels: Capability = { name: 'labels', routes: labelRoutes }
