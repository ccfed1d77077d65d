// The case, its enrollment and its changes of status. Nothing else in the product writes these tables.
import { sql, type ColumnType } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Case, CaseStatus } from './case.ts'
import type { StatusChange } from './view.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Kept<T> = ColumnType<T, T | undefined, never>
declare module '../../platform/db.ts' {
  interface Tables {
    caseRecord: Omit<Case, 'version' | 'status'> & { agencyId: Kept<string>; status: Given<CaseStatus>; version: Given<number>; labels: Given<number> }
    caseStatusChange: Omit<StatusChange, 'at' | 'staffId'> & { at: Kept<string>; staffId: Kept<string | null> }
    enrollment: { id: string; clientId: string; programId: string; status: string; memberId: string | null; payer: string | null; startsOn: string; endsOn: string | null; eligibilityBasis: string | null; version: Given<number> }
    caseCounter: { agencyId: Kept<string>; year: number; last: number }
  }
}

export const columns = [
  'id', 'number', 'clientId', 'enrollmentId', 'programId', 'status', 'identifiedOn', 'openedOn', 'activatedOn', 'closedOn', 'acuityLevel', 'priorCaseId', 'referralId',
  'eligibilityBasis', 'claim', 'leadStaffId', 'coordinationNote', 'suspendedOn', 'suspensionReason', 'reviewOn', 'responsibleStaffId', 'closingOn', 'closureReason',
  'closureExplanation', 'clientToldOn', 'notToldBecause', 'clientView', 'version',
] as const satisfies ReadonlyArray<keyof Case>

export async function findCase(tx: Tx, id: string): Promise<Case> {
  const found = await tx.selectFrom('caseRecord').select(columns).where('id', '=', id).executeTakeFirst()
  return found ?? notFound('case')
}

export function casesOfClient(tx: Tx, clientId: string): Promise<Case[]> {
  return tx.selectFrom('caseRecord').select(columns).where('clientId', '=', clientId).where('status', '<>', 'voided')
    .orderBy('openedOn', 'desc').orderBy('id', 'desc').execute()
}

/** `26-00042`: the year and a number counted up in the agency, taken in this transaction. */
export async function nextNumber(tx: Tx, year: number): Promise<string> {
  const { last } = await tx.insertInto('caseCounter').values({ year, last: 1 })
    .onConflict((taken) => taken.columns(['agencyId', 'year']).doUpdateSet({ last: sql`case_counter.last + 1` })).returning('last').executeTakeFirstOrThrow()
  return `${String(year).slice(2)}-${String(last).padStart(5, '0')}`
}

type Opening = Pick<Case, 'id' | 'number' | 'clientId' | 'enrollmentId' | 'programId' | 'identifiedOn' | 'openedOn' | 'acuityLevel' | 'priorCaseId' | 'referralId' | 'eligibilityBasis' | 'claim' | 'leadStaffId' | 'coordinationNote'>

/** No row comes back: whoever opens it may see it only once the team stands. */
export async function addCase(tx: Tx, opening: Opening): Promise<void> {
  await tx.insertInto('caseRecord').values({ ...opening, status: 'pending_engagement' }).execute()
}

export async function addStatusChange(tx: Tx, change: Omit<StatusChange, 'id' | 'at' | 'staffId'>): Promise<string> {
  const id = newId()
  await tx.insertInto('caseStatusChange').values({ ...change, id, details: json(change.details) }).execute()
  return id
}

/** Saves only if nobody else saved first. */
export async function saveCase(tx: Tx, { id, version }: Pick<Case, 'id' | 'version'>, changes: Partial<Omit<Case, 'id' | 'version'>>): Promise<Case> {
  const saved = await tx.updateTable('caseRecord').set({ ...changes, version: version + 1 })
    .where('id', '=', id).where('version', '=', version).returning(columns).executeTakeFirst()
  return saved ?? changed('case', await findCase(tx, id))
}

export function changesOfCase(tx: Tx, caseId: string): Promise<Array<StatusChange & { staffName: string | null }>> {
  return tx.selectFrom('caseStatusChange').leftJoin('staffLabel', 'staffLabel.id', 'caseStatusChange.staffId')
    .select(['caseStatusChange.id', 'caseId', 'transition', 'fromStatus', 'toStatus', 'reasonCode', 'reason', 'at', 'staffId', 'details', 'staffLabel.name as staffName'])
    .where('caseId', '=', caseId).orderBy('at').orderBy('caseStatusChange.id').execute()
}

/** The enrollment of this person in this program that is not over, or a new one (INV-16). */
export async function enroll(tx: Tx, wanted: { clientId: string; programId: string; startsOn: string; eligibilityBasis: string; memberId: string | null; payer: string | null }): Promise<string> {
  const standing = await tx.selectFrom('enrollment').select('id').where('clientId', '=', wanted.clientId).where('programId', '=', wanted.programId)
    .where('status', '<>', 'disenrolled').orderBy('startsOn', 'desc').executeTakeFirst()
  if (standing) return standing.id
  const id = newId()
  await tx.insertInto('enrollment').values({ ...wanted, id, status: 'eligible', endsOn: null }).execute()
  return id
}

export async function saveEnrollment(tx: Tx, id: string, { status, endsOn }: { status: 'enrolled' | 'disenrolled' | 'suspended'; endsOn: string | null }): Promise<void> {
  await tx.updateTable('enrollment').set((row) => ({ status, endsOn, version: sql<number>`${row.ref('version')} + 1` })).where('id', '=', id).execute()
}

/** Who already leads for this person in another open case. */
export async function leadOf(tx: Tx, clientId: string, butCaseId: string): Promise<string | null> {
  const { rows: [row] } = await sql<{ staffId: string | null }>`select authz.lead_of(authz.agency(), ${clientId}::uuid, ${butCaseId}::uuid) as staff_id`.execute(tx)
  return row?.staffId ?? null
}

/** The other open cases of the person that I may see learn who leads too. */
export async function nameLeadElsewhere(tx: Tx, clientId: string, lead: { leadStaffId: string; coordinationNote: string }): Promise<void> {
  await tx.updateTable('caseRecord').set((row) => ({ ...lead, version: sql<number>`${row.ref('version')} + 1` }))
    .where('clientId', '=', clientId).where('leadStaffId', 'is', null).where('status', 'in', ['pending_engagement', 'active', 'suspended', 'closing']).execute()
}

/** Where the program's licences count. */
export async function jurisdictionOf(tx: Tx, programId: string): Promise<string | null> {
  const { rows: [program] } = await sql<{ jurisdiction: string | null }>`select jurisdiction from program where agency_id = (select authz.agency()) and id = ${programId}::uuid`.execute(tx)
  return program ? program.jurisdiction : notFound('program')
}

/** A relative, a colleague, a former client: must not be given this case (M17). */
export async function isExcluded(tx: Tx, staffId: string, clientId: string): Promise<boolean> {
  const { rows } = await sql`select from exclusion where agency_id = (select authz.agency()) and staff_id = ${staffId}::uuid and client_id = ${clientId}::uuid
    and from_at <= authz.clock() and (until_at is null or until_at > authz.clock())`.execute(tx)
  return rows.length > 0
}
