// Tasks plug in their routes.
import type { Capability } from '../../platform/capability.ts'
import { taskRoutes } from './task.routes.ts'

export const tasks: Capability = { name: 'tasks', routes: taskRoutes }
