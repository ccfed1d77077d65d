// What clients plug into the product.
import type { Capability } from '../../platform/capability.ts'
import { circleRoutes } from './circle.routes.ts'
import { clientRoutes } from './client.routes.ts'

export const clients: Capability = { name: 'clients', routes: [...clientRoutes, ...circleRoutes] }
