// What the directory plugs into the product.
import type { Capability } from '../../platform/capability.ts'

export const directory: Capability = { name: 'directory' }
