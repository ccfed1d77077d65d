// The closure_summary table. Nothing else in the product reads or writes it.
import type { ColumnType } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { SummaryContent, SummaryStatus } from './closure.ts'
import type { ClosureDocument } from './document.ts'

type Given<T> = ColumnType<T, T | undefined, T>
export interface ClosureSummary {
  id: string
  caseId: string
  status: SummaryStatus
  content: SummaryContent
  document: ClosureDocument | null
  digest: Buffer | null
  signedBy: string | null
  signedAt: string | null
  signedOffBy: string | null
  signedOffAt: string | null
  signOffNote: string
  returnedBy: string | null
  returnedAt: string | null
  returnNote: string | null
  closedAt: string | null
  version: number
}
type Later = 'document' | 'digest' | 'signedBy' | 'signedAt' | 'signedOffBy' | 'signedOffAt' | 'signOffNote' | 'returnedBy' | 'returnedAt' | 'returnNote' | 'closedAt' | 'status' | 'version'
declare module '../../platform/db.ts' {
  interface Tables {
    closureSummary: Omit<ClosureSummary, Later> & { [Column in Later]: Given<ClosureSummary[Column]> }
  }
}
const columns = [
  'id', 'caseId', 'status', 'content', 'document', 'digest', 'signedBy', 'signedAt', 'signedOffBy', 'signedOffAt', 'signOffNote', 'returnedBy', 'returnedAt', 'returnNote',
  'closedAt', 'version',
] as const

/** The summary of the closing in hand, or of the last one when the case is closed. */
export function latestSummary(tx: Tx, caseId: string): Promise<ClosureSummary | undefined> {
  return tx.selectFrom('closureSummary').select(columns).where('caseId', '=', caseId).orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export async function findSummary(tx: Tx, caseId: string): Promise<ClosureSummary> {
  return (await latestSummary(tx, caseId)) ?? notFound('closure-summary')
}

export async function addSummary(tx: Tx, { id, caseId, content }: Pick<ClosureSummary, 'id' | 'caseId' | 'content'>): Promise<ClosureSummary> {
  const added = await tx.insertInto('closureSummary').values({ id, caseId, content: json(content) }).onConflict((row) => row.doNothing()).returning(columns).executeTakeFirst()
  return added ?? changed('closure-summary', await findSummary(tx, caseId))
}

/** @throws closure-summary.changed (409) with what is there now */
export async function saveSummary(tx: Tx, seen: ClosureSummary, { content, document, ...changes }: Partial<ClosureSummary>): Promise<ClosureSummary> {
  const saved = await tx.updateTable('closureSummary')
    .set({ ...changes, ...(content && { content: json(content) }), ...(document !== undefined && { document: document && json(document) }), version: seen.version + 1 })
    .where('id', '=', seen.id).where('version', '=', seen.version).returning(columns).executeTakeFirst()
  return saved ?? changed('closure-summary', await findSummary(tx, seen.caseId))
}

export async function namesOf(tx: Tx, ids: (string | null)[]): Promise<Map<string, { name: string; credentialLine: string }>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('staffLabel').select(['id', 'name', 'credentialLine']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, ...who }) => [id, who]))
}
