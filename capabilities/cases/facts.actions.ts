// What later capabilities ask about a case: since when it is active, and who is accountable for it.
import type { CaseWork } from '../../platform/work.ts'
import { findCase } from './case.store.ts'
import { primaryOf } from './team.store.ts'

export interface CaseFacts {
  activatedOn: string | null
  primaryStaffId: string | null
}
export async function caseFacts({ tx, caseId }: CaseWork): Promise<CaseFacts> {
  const [{ activatedOn }, primary] = await Promise.all([findCase(tx, caseId), primaryOf(tx, caseId)])
  return { activatedOn, primaryStaffId: primary?.staffId ?? null }
}
