// What contacts plug into the product.
import type { Capability } from '../../platform/capability.ts'
import { contactRoutes } from './contact.routes.ts'

export const contacts: Capability = { name: 'contacts', routes: contactRoutes }
