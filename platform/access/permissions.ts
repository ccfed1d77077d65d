// Who may do what: a role is a set of permissions. Which cases they may do it on is decided by rows, in the database.

/** What somebody who works for the agency may be. */
export const staffRoles = ['intake', 'caseManager', 'supervisor', 'quality', 'billing', 'administrator'] as const
/** And `provider`: a receiver of another organization, with an account; never together with another role. */
export const roles = [...staffRoles, 'provider'] as const
export type StaffRole = (typeof staffRoles)[number]
export type Role = (typeof roles)[number]

const content = ['clients', 'consents', 'assessments', 'plan', 'contacts', 'tasks', 'closure', 'case'] as const
type Content = (typeof content)[number]
export type Permission =
  | `read-${Content}`
  | `write-${Content}`
  | 'read-referrals'
  | 'write-referrals'
  | 'sign-off'
  | 'read-team'
  | 'manage-team'
  | 'reassign'
  | 'manage-agency'
  | 'manage-instruments'
  | 'write-directory'
  | 'read-audit'
  | 'keep-record'
  | 'hold-record'
  | 'seal-clients'
  | 'register-clients'
  | 'open-in-emergency'
  | 'read-gaps'
  | 'invite-receivers'
  | 'answer-referrals'

const readAll = content.map((each) => `read-${each}` as const)
const writeAll = content.map((each) => `write-${each}` as const)

export const permissionsOf: Record<Role, readonly Permission[]> = {
  intake: [
    'read-clients',
    'write-clients',
    'register-clients',
    'read-referrals',
    'write-referrals',
    'read-tasks',
    'write-tasks',
    'read-consents',
    'write-consents',
    'read-case',
    'read-team',
    'write-directory',
    'open-in-emergency',
  ],
  caseManager: [...readAll, ...writeAll, 'write-directory', 'read-team', 'open-in-emergency'],
  supervisor: [
    ...readAll,
    ...writeAll,
    'read-referrals',
    'write-referrals',
    'sign-off',
    'write-directory',
    'read-team',
    'reassign',
    'seal-clients',
    'hold-record',
    'read-gaps',
    'register-clients',
    'open-in-emergency',
    'invite-receivers',
  ],
  quality: [...readAll, 'read-referrals', 'read-team', 'read-audit', 'keep-record', 'hold-record', 'read-gaps'],
  billing: ['read-case', 'read-contacts', 'read-team'],
  administrator: [
    'read-tasks',
    'write-tasks',
    'read-team',
    'manage-team',
    'manage-agency',
    'manage-instruments',
    'write-directory',
    'keep-record',
    'read-gaps',
    'invite-receivers',
  ],
  provider: ['answer-referrals'],
}

export function permissionsOfRoles(held: readonly Role[]): Permission[] {
  return [...new Set(held.flatMap((role) => permissionsOf[role]))]
}

export const isReceiver = (held: readonly Role[]): boolean => held.includes('provider')

export function rolesMay(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => permissionsOf[role].includes(permission))
}
