// Reads who pays from the referral table.
import type { Tx } from '../../platform/db.ts'

const publicPayers: Record<string, string> = { medicaid: 'Medicaid', medicare: 'Medicare' }

/** Who pays, by the latest accepted referral that says so: by name, else the public payer that funds. */
export async function payerOfClient(tx: Tx, clientId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('referral')
    .select(['payer', 'funding'])
    .where('clientId', '=', clientId)
    .where((or) => or.or([or('payer', 'is not', null), or('funding', 'in', ['medicaid', 'medicare'])]))
    .orderBy('receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.payer ?? publicPayers[row?.funding ?? ''] ?? null
}
