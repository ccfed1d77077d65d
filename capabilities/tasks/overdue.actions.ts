// Overdue work of colleagues, with why it exists. The supervisor's screen asks for it.
import { saw, type Work } from '../../platform/work.ts'
import { overdueCounts, overdueOf, type OverdueCount } from './overdue.store.ts'
import type { WorklistItem } from './worklist.ts'

export type { OverdueCount } from './overdue.store.ts'
export const overdueByStaff = ({ tx, today }: Work): Promise<OverdueCount[]> => overdueCounts(tx, today)

export async function overdueWorkOf(work: Work, staffId: string): Promise<WorklistItem[]> {
  const items = await overdueOf(work.tx, staffId, work.today)
  saw(work, items.flatMap(({ clientId }) => clientId ?? []))
  return items
}
