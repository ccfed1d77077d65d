// Cases plug in their routes.
import type { Capability } from '../../platform/capability.ts'
import { caseRoutes } from './case.routes.ts'

export const cases: Capability = { name: 'cases', routes: caseRoutes }
