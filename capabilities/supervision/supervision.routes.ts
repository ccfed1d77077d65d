// The HTTP surface of supervision: the team, one person's late work, renewing and withdrawing credentials.
import { change, read, type Route } from '../../platform/capability.ts'
import { overdueWorkOf } from '../tasks/overdue.actions.ts'
import { Renewal, Withdrawal } from '../team/credential.ts'
import { renew, teamOverview, withdraw } from './supervision.actions.ts'

export const supervisionRoutes: Route[] = [
  read('/team', 'read-team', teamOverview, { summary: 'Each person’s open cases, points, late work and credential, as far as you may know them' }),
  read('/staff/:staffId/overdue', 'reassign', (work, _, { staffId }) => overdueWorkOf(work, staffId), { summary: 'Late and safety work of one person, with why' }),
  change('/credentials/:credentialId/renewal', 'manage-team', Renewal, (work, renewal, { credentialId }) => renew(work, credentialId, renewal)),
  change('/credentials/:credentialId/withdrawal', 'manage-team', Withdrawal, (work, withdrawal, { credentialId }) => withdraw(work, credentialId, withdrawal)),
]
