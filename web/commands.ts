// What Ctrl-K can do besides going to screens and clients. Add your line.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export interface Command { label: MessageDescriptor; href: string; permission?: string }

export const commands: Command[] = [
  { label: msg`New referral`, href: '/referrals/new', permission: 'write-referrals' },
  { label: msg`Find or add a client`, href: '/clients', permission: 'read-clients' },
  { label: msg`Find a service`, href: '/directory' },
  { label: msg`Add a colleague`, href: '/administration?part=staff&add=colleague', permission: 'manage-team' },
  { label: msg`Open a record in an emergency`, href: '/emergency-access/open', permission: 'open-in-emergency' },
  { label: msg`The seal of the record`, href: '/administration?part=privacy&at=seal', permission: 'keep-record' },
  { label: msg`Purges of the audit`, href: '/administration?part=privacy&at=purges', permission: 'keep-record' },
  { label: msg`Legal holds`, href: '/administration?part=privacy&at=holds', permission: 'hold-record' },
  { label: msg`Clearances: who sees what has special protection`, href: '/administration?part=privacy&at=clearances', permission: 'keep-record' },
  { label: msg`The privacy officer`, href: '/administration?part=privacy&at=privacy-officer', permission: 'manage-agency' },
  { label: msg`My account and security`, href: '/account' },
]
