// What stories plug into the product.
import type { Capability } from '../../platform/capability.ts'
import { storyRoutes } from './story.routes.ts'

export const stories: Capability = { name: 'stories', routes: storyRoutes }
