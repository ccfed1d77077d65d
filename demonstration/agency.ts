// Harborview Case Management: the agency of the demonstration, its three programs and eight staff members.
import type { Role } from '../platform/access/permissions.ts'
import type { disciplines } from '../capabilities/team/staff.ts'

export const agency = { name: 'Harborview Case Management', slug: 'harborview', timeZone: 'America/New_York' }

export const programs = {
  workersCompensation: {
    name: 'Workers’ compensation',
    kind: 'workers-compensation',
    clientLabel: 'injured worker',
    jurisdiction: 'NC',
  },
  transitionalCare: { name: 'Transitional care', kind: 'transitional-care', clientLabel: 'patient', jurisdiction: 'NC' },
  communitySupport: { name: 'Community support', kind: 'community-support', clientLabel: 'client', jurisdiction: 'NC' },
} as const
export type ProgramKey = keyof typeof programs
export const programKeys = ['workersCompensation', 'transitionalCare', 'communitySupport'] as const satisfies ProgramKey[]

export interface Person {
  name: string
  email: string
  discipline: (typeof disciplines)[number]
  credentialLine: string
  roles: Role[]
  languages: string[]
}
export const staff = {
  alex: {
    name: 'Alex Kim',
    email: 'alex@harborview.example',
    discipline: 'administration',
    credentialLine: '',
    roles: ['administrator'],
    languages: ['en'],
  },
  grace: {
    name: 'Grace Okafor',
    email: 'grace@harborview.example',
    discipline: 'social-work',
    credentialLine: 'LCSW',
    roles: ['supervisor'],
    languages: ['en'],
  },
  laura: {
    name: 'Laura Finch',
    email: 'laura@harborview.example',
    discipline: 'nursing',
    credentialLine: 'RN CCM',
    roles: ['caseManager'],
    languages: ['en', 'es'],
  },
  tom: {
    name: 'Tom Reyes',
    email: 'tom@harborview.example',
    discipline: 'social-work',
    credentialLine: 'LMSW',
    roles: ['caseManager'],
    languages: ['en', 'es'],
  },
  nia: {
    name: 'Nia Brooks',
    email: 'nia@harborview.example',
    discipline: 'social-work',
    credentialLine: 'LMSW',
    roles: ['caseManager'],
    languages: ['en'],
  },
  ben: {
    name: 'Ben Castillo',
    email: 'ben@harborview.example',
    discipline: 'administration',
    credentialLine: '',
    roles: ['intake'],
    languages: ['en', 'es'],
  },
  sam: {
    name: 'Sam Ortiz',
    email: 'sam@harborview.example',
    discipline: 'administration',
    credentialLine: '',
    roles: ['quality'],
    languages: ['en'],
  },
  rita: {
    name: 'Rita Novak',
    email: 'rita@harborview.example',
    discipline: 'administration',
    credentialLine: '',
    roles: ['billing'],
    languages: ['en'],
  },
} as const satisfies Record<string, Person>
export type StaffKey = keyof typeof staff
export const staffKeys: StaffKey[] = ['alex', 'grace', 'laura', 'tom', 'nia', 'ben', 'sam', 'rita']

/** Who works which program. */
export const caseManagerOf: Record<ProgramKey, StaffKey> = {
  workersCompensation: 'laura',
  transitionalCare: 'tom',
  communitySupport: 'nia',
}
