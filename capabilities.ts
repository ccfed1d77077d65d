// The product's table of contents: what a case manager does, in the order the work goes.
import { plans } from './capabilities/plans/capability.ts'
import type { Capability } from './platform/capability.ts'
import { reactTo } from './platform/events.ts'

export const capabilities: Capability[] = [plans]

reactTo(capabilities.flatMap((each) => Object.keys(each.reactions ?? {})))
