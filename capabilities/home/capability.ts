// Home plugs in what its own card reads.
import type { Capability } from '../../platform/capability.ts'
import { homeRoutes } from './home.routes.ts'

export const home: Capability = { name: 'home', routes: homeRoutes }
