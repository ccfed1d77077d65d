// The HTTP surface of the team: staff, roles, credentials, programs, the agency, exclusions.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import { changeAgency, changeProgram, changeProgramStanding, nameSupervisor, releaseSupervisor, startProgram } from './agency.actions.ts'
import { theAgency } from './agency.store.ts'
import { AgencyDetails, NewProgram, NewSupervisor, ProgramDetails, ProgramStanding } from './agency.ts'
import { recordCredential } from './credential.actions.ts'
import { NewCredential } from './credential.ts'
import { addStaff, changeStaff, changeStanding, endExclusion, excludeStaff, giveRole, inviteStaff, takeRole } from './staff.actions.ts'
import { identityProviderRoutes } from './identityProvider.routes.ts'
import { exclusionsOf } from './staff.store.ts'
import { Leaving, NewExclusion, NewRole, NewStaff, StaffDetails } from './staff.ts'
import { listPrograms, listStaff, staffPage } from './team.pages.ts'

const Nothing = z.object({}).optional()

const staffRoutes: Route[] = [
  read('/staff', 'read-team', listStaff, { summary: 'Everybody, with roles and the credential that counts today' }),
  read('/staff/:staffId', 'read-team', (work, _, { staffId }) => staffPage(work, staffId)),
  write('/staff', 'manage-team', NewStaff, addStaff),
  change('/staff/:staffId', 'manage-team', StaffDetails, (work, details, { staffId }) => changeStaff(work, staffId, details)),
  change('/staff/:staffId/standing', 'manage-team', Leaving, (work, leaving, { staffId }) => changeStanding(work, staffId, leaving)),
  write('/staff/:staffId/roles', 'manage-team', NewRole, (work, role, { staffId }) => giveRole(work, staffId, role)),
  write('/staff/:staffId/roles/ended', 'manage-team', NewRole, (work, role, { staffId }) => takeRole(work, staffId, role)),
  write('/staff/:staffId/invitations', 'manage-team', Nothing, (work, _, { staffId }) => inviteStaff(work, staffId), { summary: 'A one-time link to choose a password' }),
  write('/staff/:staffId/credentials', 'manage-team', NewCredential, (work, wanted, { staffId }) => recordCredential(work, staffId, wanted)),
]

const agencyRoutes: Route[] = [
  read('/agency', 'signed-in', ({ tx }) => theAgency(tx)),
  change('/agency', 'manage-agency', AgencyDetails, changeAgency),
  read('/programs', 'signed-in', listPrograms),
  write('/programs', 'manage-agency', NewProgram, startProgram),
  change('/programs/:programId', 'manage-agency', ProgramDetails, (work, details, { programId }) => changeProgram(work, programId, details)),
  change('/programs/:programId/standing', 'manage-agency', ProgramStanding, (work, standing, { programId }) => changeProgramStanding(work, programId, standing)),
  write('/programs/:programId/supervisors', 'manage-agency', NewSupervisor, (work, { staffId }, { programId }) => nameSupervisor(work, programId, staffId)),
  write('/programs/:programId/supervisors/ended', 'manage-agency', NewSupervisor, (work, { staffId }, { programId }) => releaseSupervisor(work, programId, staffId)),
]

const exclusionRoutes: Route[] = [
  read('/clients/:clientId/exclusions', 'read-clients', ({ tx, clientId }) => exclusionsOf(tx, clientId), { summary: 'Staff who must not know this client' }),
  write('/clients/:clientId/exclusions', 'read-clients', NewExclusion, excludeStaff, { summary: 'A supervisor excludes somebody; anybody may step back themselves' }),
  write('/clients/:clientId/exclusions/:exclusionId/end', 'read-clients', Nothing, (work, _, { exclusionId }) => endExclusion(work, exclusionId)),
]

export const teamRoutes: Route[] = [...staffRoutes, ...agencyRoutes, ...identityProviderRoutes, ...exclusionRoutes]
