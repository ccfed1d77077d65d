// Every screen: its address, what loads it, and how it appears in the navigation. Add your line; keep the order of the menu.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ComponentType } from 'react'

export interface ScreenEntry {
  /** TanStack path: '/referrals/$referralId' */
  path: string
  load: () => Promise<{ default: ComponentType }>
  /** shown in the navigation, in this order, to those who hold one of the permissions */
  menu?: { label: MessageDescriptor; permissions?: string[]; icon: MenuIcon; /** GET path answering { count } */ count?: string }
  /** shown without signing in and without the frame */
  open?: true
}
export type MenuIcon = 'home' | 'referrals' | 'clients' | 'team' | 'administration' | 'reports' | 'directory'

export const screens: ScreenEntry[] = [
  { path: '/', load: () => import('../capabilities/home/web/HomeScreen.tsx'), menu: { label: msg`Home`, icon: 'home' } },
  { path: '/referrals', load: () => import('../capabilities/referrals/web/InboxScreen.tsx'), menu: { label: msg`Referrals`, permissions: ['read-referrals'], icon: 'referrals', count: '/referrals/count' } },
  { path: '/referrals/new', load: () => import('../capabilities/referrals/web/NewReferralScreen.tsx') },
  { path: '/referrals/$referralId', load: () => import('../capabilities/referrals/web/ReferralScreen.tsx') },
  { path: '/referrals/$referralId/letter', load: () => import('../capabilities/referrals/web/LetterScreen.tsx') },
  { path: '/self-referral', load: () => import('../capabilities/referrals/web/SelfReferralScreen.tsx'), open: true },
  { path: '/answer', load: () => import('../capabilities/serviceReferrals/web/AnswerScreen.tsx'), open: true },
  { path: '/clients', load: () => import('../capabilities/clients/web/ClientsScreen.tsx'), menu: { label: msg`Clients`, permissions: ['read-clients'], icon: 'clients' } },
  { path: '/emergency-access/open', load: () => import('../capabilities/emergencyAccess/web/OpenScreen.tsx') },
  { path: '/emergency-access/$accessId', load: () => import('../capabilities/emergencyAccess/web/EmergencyScreen.tsx') },
  { path: '/clients/new', load: () => import('../capabilities/clients/web/NewClientScreen.tsx') },
  { path: '/directory', load: () => import('../capabilities/directory/web/DirectoryScreen.tsx'), menu: { label: msg`Directory`, icon: 'directory' } },
  { path: '/directory/comparison', load: () => import('../capabilities/directory/web/ComparisonScreen.tsx') },
  { path: '/directory/entries/$kind/$entryId', load: () => import('../capabilities/directory/web/EntryScreen.tsx') },
  { path: '/directory/services/$serviceId', load: () => import('../capabilities/directory/web/ServiceScreen.tsx') },
  { path: '/administration/instruments', load: () => import('../capabilities/assessments/web/InstrumentsScreen.tsx') },
  { path: '/team', load: () => import('../capabilities/supervision/web/TeamScreen.tsx'), menu: { label: msg`Team`, permissions: ['read-team'], icon: 'team' } },
  { path: '/gaps', load: () => import('../capabilities/gaps/web/GapsScreen.tsx'), menu: { label: msg`Gaps`, permissions: ['read-gaps'], icon: 'reports' } },
  { path: '/receivers', load: () => import('../capabilities/serviceReferrals/web/ReceiversScreen.tsx') },
  { path: '/received/$serviceReferralId', load: () => import('../capabilities/serviceReferrals/web/ReceivedScreen.tsx') },
  { path: '/administration', load: () => import('../capabilities/team/web/AdministrationScreen.tsx'), menu: { label: msg`Administration`, permissions: ['manage-agency', 'keep-record'], icon: 'administration' } },
  { path: '/administration/staff/$staffId', load: () => import('../capabilities/team/web/StaffScreen.tsx') },
  { path: '/account', load: () => import('./account/AccountScreen.tsx') },
  { path: '/sign-in/return', load: () => import('./signIn/ReturnScreen.tsx'), open: true },
  { path: '/sign-in/beside', load: () => import('./signIn/BesideScreen.tsx'), open: true },
  { path: '/sign-in/left', load: () => import('./signIn/LeftScreen.tsx'), open: true },
  { path: '/sign-in/$slug', load: () => import('./signIn/AgencySignInScreen.tsx'), open: true },
  { path: '/invitation', load: () => import('./signIn/InvitationScreen.tsx'), open: true },
]
