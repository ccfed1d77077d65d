// Staff, their roles, whom they supervise and whom they must not know. Nothing else in the product writes these tables.
import { sql, type ColumnType } from 'kysely'
import type { Role } from '../../platform/access/permissions.ts'
import type { Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Exclusion, Staff } from './staff.ts'

type Given<T> = ColumnType<T, T | undefined, T>
declare module '../../platform/db.ts' {
  interface Tables {
    staff: Omit<Staff, 'version' | 'status'> & { version: Given<number>; status: Given<Staff['status']> }
    staffRole: { staffId: string; role: Role; fromAt: Given<string>; untilAt: Given<string | null> }
    programSupervisor: { programId: string; staffId: string; fromAt: Given<string>; untilAt: Given<string | null> }
    exclusion: Omit<Exclusion, 'staffName' | 'version' | 'fromAt' | 'untilAt'> & { clientId: string; fromAt: Given<string>; untilAt: Given<string | null>; version: Given<number> }
  }
}
const columns = ['id', 'name', 'email', 'discipline', 'credentialLine', 'languages', 'caseloadCap', 'supervisorId', 'status', 'version'] as const

export function allStaff(tx: Tx): Promise<Staff[]> {
  return tx.selectFrom('staff').select(columns).orderBy('status').orderBy('name').orderBy('id').execute()
}

export async function findStaff(tx: Tx, id: string): Promise<Staff> {
  const staff = await tx.selectFrom('staff').select(columns).where('id', '=', id).executeTakeFirst()
  return staff ?? notFound('staff-member')
}

export function addStaffRow(tx: Tx, staff: Omit<Staff, 'version'>): Promise<Staff> {
  return tx.insertInto('staff').values(staff).returning(columns).executeTakeFirstOrThrow()
}

/** @throws staff-member.changed (409) with what is there now */
export async function saveStaff(tx: Tx, seen: Staff, changes: Partial<Staff>): Promise<Staff> {
  const saved = await tx.updateTable('staff').set({ ...changes, version: seen.version + 1 })
    .where('id', '=', seen.id).where('version', '=', seen.version).returning(columns).executeTakeFirst()
  return saved ?? changed('staff-member', await findStaff(tx, seen.id))
}

export function rolesHeld(tx: Tx): Promise<{ staffId: string; role: Role }[]> {
  return tx.selectFrom('staffRole').select(['staffId', 'role']).where('untilAt', 'is', null).orderBy('role').execute()
}

export async function addRole(tx: Tx, staffId: string, role: Role): Promise<void> {
  await tx.insertInto('staffRole').values({ staffId, role }).execute()
}

export async function endRole(tx: Tx, staffId: string, role: Role, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('staffRole').set({ untilAt: at })
    .where('staffId', '=', staffId).where('role', '=', role).where('untilAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

export function supervisionsNow(tx: Tx): Promise<{ programId: string; staffId: string }[]> {
  return tx.selectFrom('programSupervisor').select(['programId', 'staffId']).where('untilAt', 'is', null).execute()
}

export async function addSupervision(tx: Tx, programId: string, staffId: string): Promise<void> {
  await tx.insertInto('programSupervisor').values({ programId, staffId }).execute()
}

export async function endSupervision(tx: Tx, programId: string, staffId: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('programSupervisor').set({ untilAt: at })
    .where('programId', '=', programId).where('staffId', '=', staffId).where('untilAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

export function exclusionsOf(tx: Tx, clientId: string): Promise<Exclusion[]> {
  return tx.selectFrom('exclusion').innerJoin('staffLabel', 'staffLabel.id', 'exclusion.staffId')
    .select(['exclusion.id', 'exclusion.staffId', 'staffLabel.name as staffName', 'exclusion.reason', 'exclusion.fromAt', 'exclusion.untilAt', 'exclusion.version'])
    .where('exclusion.clientId', '=', clientId).orderBy('exclusion.fromAt', 'desc').execute()
}

/** No row comes back: whoever steps back does not see it any more. */
export async function addExclusion(tx: Tx, exclusion: { id: string; staffId: string; clientId: string; reason: string }): Promise<void> {
  await tx.insertInto('exclusion').values(exclusion).execute()
}

export async function endExclusionRow(tx: Tx, clientId: string, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('exclusion').set((row) => ({ untilAt: at, version: sql<number>`${row.ref('version')} + 1` }))
    .where('id', '=', id).where('clientId', '=', clientId).where('untilAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function answersForCases(tx: Tx, staffId: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ yes: boolean }>`select authz.answers_for_cases(authz.agency(), ${staffId}::uuid) as yes`.execute(tx)
  return row?.yes ?? false
}

export async function answersForClient(tx: Tx, staffId: string, clientId: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ yes: boolean }>`select authz.answers_for_client(authz.agency(), ${staffId}::uuid, ${clientId}::uuid) as yes`.execute(tx)
  return row?.yes ?? false
}

export async function administratorCount(tx: Tx): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`select authz.administrators_of(authz.agency()) as count`.execute(tx)
  return row?.count ?? 0
}

export async function signsIn(tx: Tx, staffId: string): Promise<'yes' | 'invited' | 'no'> {
  const { rows: [row] } = await sql<{ state: 'yes' | 'invited' | 'no' }>`select authz.signs_in(${staffId}::uuid) as state`.execute(tx)
  return row?.state ?? 'no'
}

/** The login exists from now on; the digest is of a token that only its holder has. */
export async function addInvitation(tx: Tx, { id, email }: Staff, digest: Buffer): Promise<void> {
  await sql`select authz.invite(${id}::uuid, ${email}, ${digest})`.execute(tx)
}

export async function endSignIns(tx: Tx, staffId: string): Promise<void> {
  await sql`select authz.end_sign_ins_of(${staffId}::uuid)`.execute(tx)
}
