// Accounts of receivers. They are made and ended by functions of the database, which ask who lets receivers in (migrations/0193).
import { sql, type ColumnType } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { ReceiverAccount } from './receiverAccount.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    receiverAccount: { staffId: ColumnType<string, never, never>; organizationId: ColumnType<string, never, never>; createdAt: ColumnType<string, never, never> }
  }
}

export async function receiverAccounts(tx: Tx): Promise<ReceiverAccount[]> {
  const rows = await tx.selectFrom('receiverAccount as a').innerJoin('staffLabel as s', 's.id', 'a.staffId')
    .select(['a.staffId as id', 's.name', 's.status', 'a.organizationId', 'a.createdAt']).orderBy('s.status').orderBy('s.name').orderBy('a.staffId').execute()
  return rows.map((row) => ({ ...row, status: row.status === 'active' ? 'active' : 'inactive' }))
}

/** @throws rule.one-staff-member-per-address (409) */
export async function addReceiver(tx: Tx, { id, name, email, organizationId }: { id: string; name: string; email: string; organizationId: string }): Promise<void> {
  await sql`select authz.add_receiver(${id}::uuid, ${name}, ${email}, ${organizationId}::uuid)`.execute(tx)
}

/** The digest is of a token that only its holder has. */
export async function inviteReceiver(tx: Tx, id: string, digest: Buffer): Promise<void> {
  await sql`select authz.invite_receiver(${id}::uuid, ${digest})`.execute(tx)
}

/** False where it had ended already. Its sign-ins and open invitations end with it. */
export async function endReceiver(tx: Tx, id: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ ended: boolean }>`select authz.end_receiver(${id}::uuid) as ended`.execute(tx)
  return row?.ended ?? false
}

/** Addresses of those who find this referral in their inbox. Asked by the system alone. */
export async function receiversOf(tx: Tx, serviceReferralId: string): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`select email from authz.receivers_of(${serviceReferralId}::uuid)`.execute(tx)
  return rows.map(({ email }) => email)
}
