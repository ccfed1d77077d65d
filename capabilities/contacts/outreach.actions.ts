// A signed attempt or contact is what the first-attempt rule waits for (U3); before engagement it counts as outreach too (U4).
import type { CaseWork } from '../../platform/work.ts'
import { settleTasks } from '../tasks/task.actions.ts'
import { reachesForClient, type Contact } from './contact.ts'

export async function tellOutreach(work: CaseWork, contact: Contact): Promise<void> {
  if (!reachesForClient(contact) || contact.direction !== 'outgoing') return
  await settleTasks(work, { rule: 'first-attempt', caseId: work.caseId, by: { type: 'contact', id: contact.id } })
}
