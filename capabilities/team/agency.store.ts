// The agency's own row and its programs. Nothing else in the product writes these tables.
import type { ColumnType } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Agency, AgencyDetails, Program } from './agency.ts'

type Given<T> = ColumnType<T, T | undefined, T>
declare module '../../platform/db.ts' {
  interface Tables {
    agency: Omit<Agency, 'version'> & { version: Given<number> }
    program: Omit<Program, 'version' | 'status'> & { version: Given<number>; status: Given<Program['status']> }
  }
}
const agencyColumns = ['agencyId', 'name', 'slug', 'timeZone', 'locale', 'idleMinutes', 'selfReferralOpen', 'privacyOfficerId', 'letterhead', 'demonstration', 'version'] as const
const programColumns = ['id', 'name', 'kind', 'clientLabel', 'jurisdiction', 'status', 'version'] as const

export async function theAgency(tx: Tx): Promise<Agency> {
  const { letterhead, ...agency } = await tx.selectFrom('agency').select(agencyColumns).executeTakeFirstOrThrow()
  return { ...agency, letterhead: { address: letterhead.address ?? '', phone: letterhead.phone ?? '', complaints: letterhead.complaints ?? '' } }
}

/** @throws agency.changed (409) with what is there now */
export async function saveAgency(tx: Tx, version: number, { letterhead, ...details }: AgencyDetails): Promise<Agency> {
  const { numUpdatedRows } = await tx.updateTable('agency').set({ ...details, letterhead: json(letterhead), version: version + 1 }).where('version', '=', version).executeTakeFirst()
  const saved = await theAgency(tx)
  return numUpdatedRows > 0n ? saved : changed('agency', saved)
}

export function allPrograms(tx: Tx): Promise<Program[]> {
  return tx.selectFrom('program').select(programColumns).orderBy('status').orderBy('name').orderBy('id').execute()
}

export async function findProgram(tx: Tx, id: string): Promise<Program> {
  const program = await tx.selectFrom('program').select(programColumns).where('id', '=', id).executeTakeFirst()
  return program ?? notFound('program')
}

export function addProgramRow(tx: Tx, program: Omit<Program, 'version' | 'status'>): Promise<Program> {
  return tx.insertInto('program').values(program).returning(programColumns).executeTakeFirstOrThrow()
}

/** @throws program.changed (409) with what is there now */
export async function saveProgram(tx: Tx, seen: Program, changes: Partial<Program>): Promise<Program> {
  const saved = await tx.updateTable('program').set({ ...changes, version: seen.version + 1 })
    .where('id', '=', seen.id).where('version', '=', seen.version).returning(programColumns).executeTakeFirst()
  return saved ?? changed('program', await findProgram(tx, seen.id))
}
