// What administrators do with staff: add, change, give and take roles, invite, let go; and who must not know a client.
import { randomBytes } from 'node:crypto'
import { digestOf } from '../../platform/access/digest.ts'
import type { Role } from '../../platform/access/permissions.ts'
import { newId } from '../../platform/db.ts'
import { announceAgency, announceClient } from '../../platform/events.ts'
import { changed, notFound, refuse } from '../../platform/refusal.ts'
import { may, type ClientWork, type Work } from '../../platform/work.ts'
import { mayChangeAccessOf, mayExclude, type Leaving, type NewExclusion, type NewRole, type NewStaff, type Staff, type StaffDetails } from './staff.ts'
import {
  addExclusion, addInvitation, addRole, addStaffRow, administratorCount, answersForCases, answersForClient, endExclusionRow, endRole, endSignIns, findStaff, rolesHeld, saveStaff,
} from './staff.store.ts'

/** A colleague with their roles; they sign in once they used the invitation. @throws rule.one-staff-member-per-address (409) */
export async function addStaff(work: Work, { id, roles, ...details }: NewStaff): Promise<Staff> {
  const staff = await addStaffRow(work.tx, { id: id ?? newId(), ...filled(details), status: 'active' })
  for (const role of new Set(roles)) await addRole(work.tx, staff.id, role)
  await announceAgency(work, 'staff.added', subjectOf(staff), { roles })
  return staff
}

/** @throws staff-member.changed (409), staff.supervises-themselves */
export async function changeStaff(work: Work, staffId: string, details: StaffDetails): Promise<Staff> {
  const staff = await found(work, staffId)
  if (details.supervisorId === staffId) refuse('staff.supervises-themselves', 'Choose somebody else as supervisor.', { issues: [{ path: 'supervisorId', message: 'Choose somebody else.' }] })
  const saved = await saveStaff(work.tx, staff, filled(details))
  await announceAgency(work, 'staff.changed', subjectOf(saved))
  return saved
}

/** Somebody leaves or returns. Their cases are moved first, so that no case is left alone. @throws staff.answers-for-cases, staff.last-administrator, staff.own-access */
export async function changeStanding(work: Work, staffId: string, { status }: Leaving): Promise<Staff> {
  mayChangeAccessOf(staffId, work.staff.id)
  const staff = await found(work, staffId)
  if (status === 'inactive' && (await answersForCases(work.tx, staffId)))
    refuse('staff.answers-for-cases', `${staff.name} still answers for open cases. Move them first.`, {
      status: 409, missing: [{ code: 'staff.answers-for-cases', message: `Move the cases of ${staff.name}.`, href: `/team?person=${staffId}` }],
    })
  const saved = await saveStaff(work.tx, staff, { status })
  if (status === 'inactive') {
    await requireAdministrator(work)
    await endSignIns(work.tx, staffId)
  }
  await announceAgency(work, status === 'inactive' ? 'staff.left' : 'staff.returned', subjectOf(saved))
  return saved
}

/** Giving a role that is held already changes nothing. */
export async function giveRole(work: Work, staffId: string, { role }: NewRole): Promise<{ roles: Role[] }> {
  const staff = await findStaff(work.tx, staffId)
  if (!(await rolesOf(work, staffId)).includes(role)) {
    await addRole(work.tx, staffId, role)
    await announceAgency(work, 'staff.role-given', subjectOf(staff), { role })
  }
  return { roles: await rolesOf(work, staffId) }
}

/** The person is signed out, so that an open screen does not keep what the role showed. @throws staff.role-not-held, staff.last-administrator, staff.own-access */
export async function takeRole(work: Work, staffId: string, { role }: NewRole): Promise<{ roles: Role[] }> {
  mayChangeAccessOf(staffId, work.staff.id)
  const staff = await findStaff(work.tx, staffId)
  if (!(await endRole(work.tx, staffId, role, work.now))) refuse('staff.role-not-held', `${staff.name} does not have this role.`, { status: 409 })
  await requireAdministrator(work)
  await endSignIns(work.tx, staffId)
  await announceAgency(work, 'staff.role-taken', subjectOf(staff), { role })
  return { roles: await rolesOf(work, staffId) }
}

/** A one-time link, valid for seven days, shown once to be handed over. A new link for somebody with a password lets them choose another. */
export async function inviteStaff(work: Work, staffId: string): Promise<{ path: string }> {
  const staff = await findStaff(work.tx, staffId)
  if (staff.status === 'inactive') refuse('staff.left', `${staff.name} no longer works here.`, { status: 409 })
  const token = randomBytes(32).toString('base64url')
  await addInvitation(work.tx, staff, digestOf(token))
  await announceAgency(work, 'staff.invited', subjectOf(staff))
  return { path: `/invitation#${token}` }
}

/** Somebody must not know this client (a relative, a neighbour, a former partner): written before it takes effect. @throws exclusion.not-yours, exclusion.answers-for-case */
export async function excludeStaff(work: ClientWork, { staffId, reason }: NewExclusion): Promise<{ id: string }> {
  mayExclude(staffId, { id: work.staff.id, mayDecide: may(work, 'seal-clients') })
  const staff = await findStaff(work.tx, staffId)
  if (await answersForClient(work.tx, staffId, work.clientId))
    refuse('exclusion.answers-for-case', `${staff.name} answers for a case of this client. Move the case first.`, { status: 409 })
  const id = newId()
  await announceClient(work, 'exclusion.made', { entity: 'exclusion', id }, { staffId, name: staff.name })
  await addExclusion(work.tx, { id, staffId, clientId: work.clientId, reason })
  return { id }
}

/** The reason is gone. @throws exclusion.not-found, exclusion.not-yours */
export async function endExclusion(work: ClientWork, exclusionId: string): Promise<null> {
  if (!may(work, 'seal-clients')) refuse('exclusion.not-yours', 'A supervisor decides this.', { status: 403 })
  if (!(await endExclusionRow(work.tx, work.clientId, exclusionId, work.now))) notFound('exclusion')
  await announceClient(work, 'exclusion.ended', { entity: 'exclusion', id: exclusionId })
  return null
}

const filled = ({ discipline, supervisorId, ...rest }: StaffDetails) => ({ ...rest, discipline: discipline ?? null, supervisorId: supervisorId ?? null })
const subjectOf = ({ id, version }: Staff) => ({ entity: 'staff', id, version })

async function found(work: Work, staffId: string): Promise<Staff> {
  const staff = await findStaff(work.tx, staffId)
  if (work.expectedVersion !== undefined && work.expectedVersion !== staff.version) changed('staff-member', staff)
  return staff
}

async function rolesOf(work: Work, staffId: string): Promise<Role[]> {
  return (await rolesHeld(work.tx)).filter((each) => each.staffId === staffId).map((each) => each.role)
}

async function requireAdministrator(work: Work): Promise<void> {
  if ((await administratorCount(work.tx)) === 0)
    refuse('staff.last-administrator', 'The agency needs an administrator. Make somebody else one first.', { status: 409 })
}
