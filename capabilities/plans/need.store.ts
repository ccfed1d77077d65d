// The need table. Nothing else in the product reads or writes it.
import type { Generated } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Need, NewNeed } from './need.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    need: Omit<Need, 'version' | 'certainty' | 'disposition' | 'concurredBy' | 'confirmedOn' | 'dispositionReason' | 'dispositionOn'> & {
      certainty: Generated<Need['certainty']>
      disposition: Generated<Need['disposition']>
      concurredBy: Generated<Need['concurredBy']>
      confirmedOn: Generated<string | null>
      confirmedBy: Generated<string | null>
      dispositionReason: Generated<string | null>
      dispositionOn: Generated<string | null>
      version: Generated<number>
      createdAt: Generated<string>
    }
  }
}

const columns = [
  'id', 'caseId', 'clientWords', 'statement', 'domain', 'codes', 'source', 'evidence', 'assessmentId', 'clientRank', 'safetyRank',
  'certainty', 'concurredBy', 'confirmedOn', 'disposition', 'dispositionReason', 'dispositionOn', 'version',
] as const

export function addNeed(tx: Tx, caseId: string, { codes, ...need }: NewNeed): Promise<Need> {
  return tx.insertInto('need').values({ ...need, id: newId(), caseId, codes: json(codes) }).returning(columns).executeTakeFirstOrThrow()
}

export function needsOfCase(tx: Tx, caseId: string): Promise<Need[]> {
  return tx.selectFrom('need').select(columns).where('caseId', '=', caseId).orderBy('clientRank').orderBy('createdAt').execute()
}

export async function findNeed(tx: Tx, caseId: string, id: string): Promise<Need> {
  const need = await tx.selectFrom('need').select(columns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return need ?? notFound('need')
}

/** Saves only over the version that was seen. */
export async function saveNeed(tx: Tx, { id, caseId, codes, version: _, ...need }: Need, seen: number, confirmedBy?: string): Promise<Need> {
  const saved = await tx
    .updateTable('need')
    .set({ ...need, codes: json(codes), ...(confirmedBy && { confirmedBy }), version: seen + 1 })
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning(columns)
    .executeTakeFirst()
  return saved ?? changed('need', await findNeed(tx, caseId, id))
}
