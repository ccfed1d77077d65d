// What assessments plug into the product.
import type { Capability } from '../../platform/capability.ts'
import { assessmentRoutes } from './assessment.routes.ts'
import { instrumentRoutes } from './instrument.routes.ts'

export const assessments: Capability = { name: 'assessments', routes: [...assessmentRoutes, ...instrumentRoutes] }
