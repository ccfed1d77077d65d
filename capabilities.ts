// The product's table of contents: what a case manager does, in the order the work goes.
import { clients } from './capabilities/clients/capability.ts'
import { tasks } from './capabilities/tasks/capability.ts'
import { assessments } from './capabilities/assessments/capability.ts'
import { plans } from './capabilities/plans/capability.ts'
import { contacts } from './capabilities/contacts/capability.ts'
import { team } from './capabilities/team/capability.ts'
import type { Capability } from './platform/capability.ts'
import { reactTo } from './platform/events.ts'

export const capabilities: Capability[] = [team, clients, tasks, assessments, plans, contacts]

reactTo(capabilities.flatMap((each) => Object.keys(each.reactions ?? {})))
