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
  { path: '/clients', load: () => import('../capabilities/clients/web/ClientsScreen.tsx'), menu: { label: msg`Clients`, permissions: ['read-clients'], icon: 'clients' } },
  { path: '/clients/new', load: () => import('../capabilities/clients/web/NewClientScreen.tsx') },
  { path: '/administration/instruments', load: () => import('../capabilities/assessments/web/InstrumentsScreen.tsx') },
  { path: '/account', load: () => import('./account/AccountScreen.tsx') },
  { path: '/invitation', load: () => import('./signIn/InvitationScreen.tsx'), open: true },
]
