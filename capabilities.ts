// The product's table of contents: what a case manager does, in the order the work goes.
import { clients } from './capabilities/clients/capability.ts'
import { tasks } from './capabilities/tasks/capability.ts'
import { referrals } from './capabilities/referrals/capability.ts'
import { cases } from './capabilities/cases/capability.ts'
import { assessments } from './capabilities/assessments/capability.ts'
import { plans } from './capabilities/plans/capability.ts'
import { contacts } from './capabilities/contacts/capability.ts'
import { gaps } from './capabilities/gaps/capability.ts'
import { supervision } from './capabilities/supervision/capability.ts'
import { closures } from './capabilities/closures/capability.ts'
import { files } from './capabilities/files/capability.ts'
import { team } from './capabilities/team/capability.ts'
import { consents } from './capabilities/consents/capability.ts'
import { directory } from './capabilities/directory/capability.ts'
import { stories } from './capabilities/stories/capability.ts'
import { emergencyAccess } from './capabilities/emergencyAccess/capability.ts'
import { serviceReferrals } from './capabilities/serviceReferrals/capability.ts'
import { labels } from './capabilities/labels/capability.ts'
import { home } from './capabilities/home/capability.ts'
import { safekeeping } from './capabilities/safekeeping/capability.ts'
import type { Capability } from './platform/capability.ts'
import { reactTo } from './platform/events.ts'

export const capabilities: Capability[] = [
  team,
  safekeeping,
  files,
  clients,
  tasks,
  consents,
  referrals,
  cases,
  emergencyAccess,
  labels,
  assessments,
  plans,
  directory,
  serviceReferrals,
  contacts,
  closures,
  gaps,
  supervision,
  stories,
  home,
]

reactTo(capabilities.flatMap((each) => Object.keys(each.reactions ?? {})))
