// What administrators do with the agency and its programs, and who supervises which.
import { newId } from '../../platform/db.ts'
import { announceAgency } from '../../platform/events.ts'
import { changed, refuse } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { addProgramRow, findProgram, saveAgency, saveProgram, theAgency } from './agency.store.ts'
import type { Agency, AgencyDetails, NewProgram, Program, ProgramDetails } from './agency.ts'
import { addSupervision, endSupervision, findStaff, rolesHeld, supervisionsNow } from './staff.store.ts'

export async function changeAgency(work: Work, details: AgencyDetails): Promise<Agency> {
  const before = await theAgency(work.tx)
  if (work.expectedVersion !== before.version) changed('agency', before)
  const agency = await saveAgency(work.tx, before.version, details)
  await announceAgency(work, 'agency.changed', { entity: 'agency', id: agency.agencyId, version: agency.version })
  return agency
}

/** @throws rule.one-program-of-a-name (409) */
export async function startProgram(work: Work, { id, ...details }: NewProgram): Promise<Program> {
  const program = await addProgramRow(work.tx, { id: id ?? newId(), ...details, jurisdiction: details.jurisdiction ?? null })
  await announceAgency(work, 'program.started', subjectOf(program))
  return program
}

export async function changeProgram(work: Work, programId: string, details: ProgramDetails): Promise<Program> {
  const program = await saveProgram(work.tx, await seen(work, programId), { ...details, jurisdiction: details.jurisdiction ?? null })
  await announceAgency(work, 'program.changed', subjectOf(program))
  return program
}

/** A closed program takes no new cases; those it has go on to their end. */
export async function changeProgramStanding(work: Work, programId: string, { status }: Pick<Program, 'status'>): Promise<Program> {
  const program = await saveProgram(work.tx, await seen(work, programId), { status })
  await announceAgency(work, status === 'closed' ? 'program.closed' : 'program.reopened', subjectOf(program))
  return program
}

/** Sees and answers for every case of the program. @throws supervisor.role-needed, supervisor.already */
export async function nameSupervisor(work: Work, programId: string, staffId: string): Promise<Program> {
  const [program, staff, roles, supervisions] = await Promise.all([findProgram(work.tx, programId), findStaff(work.tx, staffId), rolesHeld(work.tx), supervisionsNow(work.tx)])
  if (!roles.some((each) => each.staffId === staffId && each.role === 'supervisor'))
    refuse('supervisor.role-needed', `${staff.name} does not have the role of supervisor. Give it first.`)
  if (supervisions.some((each) => each.staffId === staffId && each.programId === programId)) refuse('supervisor.already', `${staff.name} supervises this program already.`, { status: 409 })
  await addSupervision(work.tx, programId, staffId)
  await announceAgency(work, 'program.supervisor-named', subjectOf(program), { staffId })
  return program
}

/** @throws supervisor.not-one */
export async function releaseSupervisor(work: Work, programId: string, staffId: string): Promise<Program> {
  const program = await findProgram(work.tx, programId)
  if (!(await endSupervision(work.tx, programId, staffId, work.now))) refuse('supervisor.not-one', 'This person does not supervise the program.', { status: 409 })
  await announceAgency(work, 'program.supervisor-released', subjectOf(program), { staffId })
  return program
}

async function seen(work: Work, programId: string): Promise<Program> {
  const program = await findProgram(work.tx, programId)
  if (work.expectedVersion !== undefined && work.expectedVersion !== program.version) changed('program', program)
  return program
}

const subjectOf = ({ id, version }: Program) => ({ entity: 'program', id, version })
