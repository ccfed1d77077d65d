// What other capabilities may ask of the team: a valid credential, the agency, a program.
import type { Work } from '../../platform/work.ts'
import { findProgram, theAgency } from './agency.store.ts'
import type { Agency, Program } from './agency.ts'

export { validCredential } from './credential.actions.ts'
export const agencyOf = ({ tx }: Work): Promise<Agency> => theAgency(tx)
export const programOf = ({ tx }: Work, programId: string): Promise<Program> => findProgram(tx, programId)
