// What the screens of the team read: everybody with roles, programs and the credential that counts; one person in full.
import { isReceiver } from '../../platform/access/permissions.ts'
import type { Work } from '../../platform/work.ts'
import { allPrograms } from './agency.store.ts'
import type { ProgramWithSupervisors } from './agency.ts'
import { bestOf, standingOf, type Credential } from './credential.ts'
import { credentialsOf, credentialsOfAll } from './credential.store.ts'
import { allStaff, findStaff, rolesHeld, signsIn, supervisionsNow } from './staff.store.ts'
import type { Staff, StaffMember, StaffPage } from './staff.ts'

/** Receivers with an account are nobody's colleagues and stand in no list of staff. */
export async function listStaff({ tx, today }: Work): Promise<StaffMember[]> {
  const [staff, roles, supervisions, programs, credentials] = await Promise.all([allStaff(tx), rolesHeld(tx), supervisionsNow(tx), allPrograms(tx), credentialsOfAll(tx)])
  const members = staff.map((each) => memberOf(each, { roles, supervisions, programs, credentials: credentials.filter(({ staffId }) => staffId === each.id), today }))
  return members.filter((each) => !isReceiver(each.roles))
}

export async function staffPage({ tx, today }: Work, staffId: string): Promise<StaffPage> {
  const [staff, everybody, roles, supervisions, programs, credentials, state] = await Promise.all([
    findStaff(tx, staffId), allStaff(tx), rolesHeld(tx), supervisionsNow(tx), allPrograms(tx), credentialsOf(tx, staffId), signsIn(tx, staffId),
  ])
  const nameOf = (id: string | null) => everybody.find((each) => each.id === id)?.name ?? null
  return {
    ...memberOf(staff, { roles, supervisions, programs, credentials, today }),
    credentials: credentials.map((each) => ({ ...each, standing: standingOf(each, today), verifiedByName: nameOf(each.verifiedBy) })),
    signsIn: state,
  }
}

export async function listPrograms({ tx }: Work): Promise<ProgramWithSupervisors[]> {
  const [programs, supervisions, staff] = await Promise.all([allPrograms(tx), supervisionsNow(tx), allStaff(tx)])
  return programs.map((program) => ({
    ...program,
    supervisors: staff.filter(({ id }) => supervisions.some((each) => each.programId === program.id && each.staffId === id)).map(({ id, name }) => ({ id, name })),
  }))
}

interface Around {
  roles: Awaited<ReturnType<typeof rolesHeld>>
  supervisions: Awaited<ReturnType<typeof supervisionsNow>>
  programs: Awaited<ReturnType<typeof allPrograms>>
  credentials: Credential[]
  today: string
}

function memberOf(staff: Staff, { roles, supervisions, programs, credentials, today }: Around): StaffMember {
  const counts = bestOf(credentials, today) ?? credentials.toSorted((a, b) => ((a.expiresOn ?? '9') < (b.expiresOn ?? '9') ? 1 : -1))[0]
  return {
    ...staff,
    roles: roles.filter(({ staffId }) => staffId === staff.id).map(({ role }) => role),
    programs: programs.filter(({ id }) => supervisions.some((each) => each.staffId === staff.id && each.programId === id)).map(({ id, name }) => ({ id, name })),
    credential: counts ? { title: counts.title, jurisdiction: counts.jurisdiction, expiresOn: counts.expiresOn, standing: standingOf(counts, today) } : null,
  }
}
