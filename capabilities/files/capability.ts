// What files plug into the product: their routes.
import type { Capability } from '../../platform/capability.ts'
import { fileRoutes } from './file.routes.ts'

export const files: Capability = { name: 'files', routes: fileRoutes }
