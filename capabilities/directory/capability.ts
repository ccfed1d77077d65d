// What the directory plugs into the product.
import type { Capability } from '../../platform/capability.ts'
import { editRoutes } from './edit.routes.ts'
import { findRoutes } from './find.routes.ts'
import { hsdsRoutes } from './hsds.routes.ts'
import { askForVerifications } from './freshness.actions.ts'
import { readAhead } from './kept.store.ts'

export const directory: Capability = {
  name: 'directory',
  routes: [...findRoutes, ...hsdsRoutes, ...editRoutes],
  jobs: { 'directory.verify': { cron: '40 4 * * *', run: askForVerifications } },
  readAhead,
}
