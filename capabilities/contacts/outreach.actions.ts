// A signed attempt or contact is what the first-attempt rule waits for (U3); before engagement it is kept as outreach too (U4).
import type { CaseWork } from '../../platform/work.ts'
import { recordOutreachAttempt } from '../cases/case.actions.ts'
import type { OutreachChannel } from '../cases/outreach.ts'
import { settleTasks } from '../tasks/task.actions.ts'
import { reachesForClient, type Contact, type Mode } from './contact.ts'

const channels: Record<Mode, OutreachChannel> = {
  phone: 'phone', video: 'video', text: 'text', email: 'email', letter: 'letter', portal: 'portal', home: 'visit', office: 'in-person', facility: 'in-person', community: 'in-person',
}

/** Outgoing tries to reach the client count: what came of them, in outreach words. */
export async function tellOutreach(work: CaseWork, contact: Contact): Promise<void> {
  if (!reachesForClient(contact) || contact.direction !== 'outgoing') return
  if (work.caseStatus === 'pending_engagement')
    return recordOutreachAttempt(work, { channel: channels[contact.mode], at: contact.occurredAt, result: resultOf(contact), contactId: contact.id })
  await settleTasks(work, { rule: 'first-attempt', caseId: work.caseId, by: { type: 'contact', id: contact.id } })
}

/** A letter or message that waits for an answer reached nobody yet. */
const resultOf = ({ kind, attemptResult }: Contact) => attemptResult ?? (kind === 'completed' ? 'reached' : 'left-message')
