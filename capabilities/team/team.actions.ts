// What other capabilities may ask of the team: a valid credential, the agency, its programs, its people.
import type { Work } from '../../platform/work.ts'
import { allPrograms, findProgram, theAgency } from './agency.store.ts'
import type { Agency, Program } from './agency.ts'
import { credentialsExpiringBy } from './credential.store.ts'
import { findStaff, rolesHeld, supervisionsNow } from './staff.store.ts'

export { validCredential } from './credential.actions.ts'
export { listStaff as staffWithCredentials } from './team.pages.ts'
export const agencyOf = ({ tx }: Work): Promise<Agency> => theAgency(tx)
/** Where letters to the privacy officer go; null when the agency has named nobody. */
export async function privacyOfficerAddress({ tx }: Work): Promise<string | null> {
  const { privacyOfficerId } = await theAgency(tx)
  return privacyOfficerId ? (await findStaff(tx, privacyOfficerId)).email : null
}
export const programOf = ({ tx }: Work, programId: string): Promise<Program> => findProgram(tx, programId)
export const credentialsEndingBy = ({ tx }: Work, day: string) => credentialsExpiringBy(tx, day)

export async function programsSupervisedBy({ tx }: Work, staffId: string): Promise<{ id: string; name: string }[]> {
  const [programs, supervisions] = await Promise.all([allPrograms(tx), supervisionsNow(tx)])
  return programs.filter(({ id }) => supervisions.some((each) => each.programId === id && each.staffId === staffId)).map(({ id, name }) => ({ id, name }))
}

/** Whom to ask of those who were told of an emergency: the one, or the role they share. */
export async function guardAmong({ tx }: Work, told: readonly string[]): Promise<{ staffId: string } | { role: 'quality' | 'administrator' }> {
  const [only, ...others] = told
  if (only && others.length === 0) return { staffId: only }
  const held = await rolesHeld(tx)
  return { role: held.some(({ staffId, role }) => role === 'quality' && told.includes(staffId)) ? 'quality' : 'administrator' }
}
