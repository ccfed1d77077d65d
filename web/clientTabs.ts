// The tabs of a client's page: /clients/:clientId/<path>. Each is a component without props; use useClient() for who and which case.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ComponentType } from 'react'

export interface ClientTab {
  path: string
  label: MessageDescriptor
  load: () => Promise<{ default: ComponentType }>
  permission?: string
  /** deeper pages inside the client's frame that are not in the row of tabs ('plan/review') */
  hidden?: true
}

export const clientTabs: ClientTab[] = [
  { path: 'case', label: msg`Case`, load: () => import('../capabilities/cases/web/CaseTab.tsx'), permission: 'read-case' },
  { path: 'story', label: msg`Story`, load: () => import('../capabilities/stories/web/StoryTab.tsx') },
  { path: 'plan', label: msg`Plan`, load: () => import('../capabilities/plans/web/PlanTab.tsx'), permission: 'read-plan' },
  { path: 'plan/edit', label: msg`Building the plan`, load: () => import('../capabilities/plans/web/PlanEdit.tsx'), permission: 'read-plan', hidden: true },
  { path: 'plan/agree', label: msg`Agreeing on the plan`, load: () => import('../capabilities/plans/web/PlanAgree.tsx'), permission: 'read-plan', hidden: true },
  { path: 'plan/review', label: msg`Reviewing the plan`, load: () => import('../capabilities/plans/web/PlanReview.tsx'), permission: 'read-plan', hidden: true },
  { path: 'plan/versions', label: msg`Versions of the plan`, load: () => import('../capabilities/plans/web/PlanVersions.tsx'), permission: 'read-plan', hidden: true },
  { path: 'plan/copy', label: msg`Copy for the client`, load: () => import('../capabilities/plans/web/PlanCopy.tsx'), permission: 'read-plan', hidden: true },
  { path: 'services', label: msg`Services`, load: () => import('../capabilities/serviceReferrals/web/ServicesTab.tsx'), permission: 'read-plan' },
  { path: 'services/new', label: msg`New service referral`, load: () => import('../capabilities/serviceReferrals/web/NewServiceReferral.tsx'), permission: 'write-plan', hidden: true },
  { path: 'services/$serviceReferralId', label: msg`Service referral`, load: () => import('../capabilities/serviceReferrals/web/ServiceReferralScreen.tsx'), permission: 'read-plan', hidden: true },
  { path: 'services/$serviceReferralId/print', label: msg`Referral on paper`, load: () => import('../capabilities/serviceReferrals/web/PrintScreen.tsx'), permission: 'read-plan', hidden: true },
  { path: 'assessments', label: msg`Assessments`, load: () => import('../capabilities/assessments/web/AssessmentsTab.tsx'), permission: 'read-assessments' },
  { path: 'assessments/new', label: msg`Starting an assessment`, load: () => import('../capabilities/assessments/web/StartScreen.tsx'), permission: 'write-assessments', hidden: true },
  { path: 'assessments/$assessmentId', label: msg`Assessment`, load: () => import('../capabilities/assessments/web/AssessmentScreen.tsx'), permission: 'read-assessments', hidden: true },
  { path: 'notes/$contactId', label: msg`Note`, load: () => import('../capabilities/contacts/web/NoteScreen.tsx'), permission: 'read-contacts', hidden: true },
  { path: 'closure', label: msg`Closing`, load: () => import('../capabilities/closures/web/ClosureScreen.tsx'), permission: 'read-closure', hidden: true },
  { path: 'services/find', label: msg`Finding a service`, load: () => import('../capabilities/directory/web/ClientFind.tsx'), permission: 'read-clients', hidden: true },
  { path: 'services/compare', label: msg`Services side by side`, load: () => import('../capabilities/directory/web/ClientCompare.tsx'), permission: 'read-clients', hidden: true },
  { path: 'people', label: msg`People`, load: () => import('../capabilities/clients/web/PeopleTab.tsx'), permission: 'read-clients' },
  { path: 'consents', label: msg`Consents`, load: () => import('../capabilities/consents/web/ConsentsTab.tsx'), permission: 'read-consents' },
  { path: 'consents/print', label: msg`Authorization on paper`, load: () => import('../capabilities/consents/web/AuthorizationPrint.tsx'), permission: 'read-consents', hidden: true },
  { path: 'details', label: msg`Details`, load: () => import('../capabilities/clients/web/DetailsTab.tsx'), permission: 'read-clients' },
]
