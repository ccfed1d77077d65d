// What the team plugs into the product: its routes.
import type { Capability } from '../../platform/capability.ts'
import { teamRoutes } from './team.routes.ts'

export const team: Capability = { name: 'team', routes: teamRoutes }
