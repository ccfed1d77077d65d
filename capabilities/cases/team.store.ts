// Who works a case, why and until when; transfers between them. Rows are ended, never rewritten.
import type { ColumnType } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { TeamMember } from './case.ts'
import type { Transfer } from './view.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Kept<T> = ColumnType<T, T | undefined, never>
declare module '../../platform/db.ts' {
  interface Tables {
    caseTeam: { id: string; caseId: string; staffId: string; role: TeamMember['role']; reason: string; fromAt: Kept<string>; untilAt: string | null; version: Given<number> }
    caseTransfer: Omit<Transfer, 'status' | 'requestedAt' | 'requestedBy' | 'version'> & {
      status: Given<Transfer['status']>; requestedAt: Kept<string>; requestedBy: Kept<string>; version: Given<number>
    }
  }
}

/** Team rows of a case, present and past. */
export function teamOf(tx: Tx, caseId: string): Promise<TeamMember[]> {
  return tx.selectFrom('caseTeam').innerJoin('staffLabel', 'staffLabel.id', 'caseTeam.staffId')
    .select(['caseTeam.id', 'caseTeam.staffId', 'staffLabel.name', 'staffLabel.credentialLine', 'caseTeam.role', 'caseTeam.reason', 'caseTeam.fromAt', 'caseTeam.untilAt'])
    .where('caseTeam.caseId', '=', caseId).orderBy('caseTeam.fromAt').orderBy('caseTeam.id').execute()
}

export async function primaryOf(tx: Tx, caseId: string): Promise<TeamMember | null> {
  const found = await tx.selectFrom('caseTeam').innerJoin('staffLabel', 'staffLabel.id', 'caseTeam.staffId')
    .select(['caseTeam.id', 'caseTeam.staffId', 'staffLabel.name', 'staffLabel.credentialLine', 'caseTeam.role', 'caseTeam.reason', 'caseTeam.fromAt', 'caseTeam.untilAt'])
    .where('caseTeam.caseId', '=', caseId).where('caseTeam.role', '=', 'primary').where('caseTeam.untilAt', 'is', null).executeTakeFirst()
  return found ?? null
}

export async function join(tx: Tx, member: { caseId: string; staffId: string; role: TeamMember['role']; reason: string; untilAt: string | null }): Promise<string> {
  const id = newId()
  await tx.insertInto('caseTeam').values({ ...member, id }).execute()
  return id
}

/** Ends a membership at an instant. No row comes back: leaving may end the sight of the case. */
export async function leave(tx: Tx, memberId: string, untilAt: string): Promise<void> {
  await tx.updateTable('caseTeam').set({ untilAt }).where('id', '=', memberId).execute()
}

const transferColumns = [
  'id', 'caseId', 'fromStaffId', 'toStaffId', 'reason', 'summary', 'openDues', 'clientToldOn', 'reviewMemberId', 'status', 'requestedAt', 'requestedBy', 'decidedAt', 'decidedBy', 'decisionNote', 'version',
] as const

export function transfersOf(tx: Tx, caseId: string): Promise<Transfer[]> {
  return tx.selectFrom('caseTransfer').select(transferColumns).where('caseId', '=', caseId).orderBy('requestedAt').execute()
}

export async function findTransfer(tx: Tx, caseId: string, id: string): Promise<Transfer> {
  const found = await tx.selectFrom('caseTransfer').select(transferColumns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return found ?? notFound('transfer')
}

export async function openTransferOf(tx: Tx, caseId: string): Promise<Transfer | null> {
  const found = await tx.selectFrom('caseTransfer').select(transferColumns).where('caseId', '=', caseId).where('status', '=', 'requested').executeTakeFirst()
  return found ?? null
}

export function addTransfer(tx: Tx, wanted: Pick<Transfer, 'id' | 'caseId' | 'fromStaffId' | 'toStaffId' | 'reason' | 'summary' | 'openDues' | 'clientToldOn' | 'reviewMemberId'>): Promise<Transfer> {
  return tx.insertInto('caseTransfer').values({ ...wanted, openDues: json(wanted.openDues), decidedAt: null, decidedBy: null, decisionNote: null })
    .returning(transferColumns).executeTakeFirstOrThrow()
}

export async function answerTransfer(tx: Tx, { id, caseId, version }: Transfer, answer: Pick<Transfer, 'status' | 'decidedAt' | 'decidedBy' | 'decisionNote'>): Promise<Transfer> {
  const saved = await tx.updateTable('caseTransfer').set({ ...answer, version: version + 1 })
    .where('id', '=', id).where('version', '=', version).returning(transferColumns).executeTakeFirst()
  return saved ?? changed('transfer', await findTransfer(tx, caseId, id))
}
