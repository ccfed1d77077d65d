// Answering the source: the words that were said, by which channel, to whom; this is what closes the task (U1, INV-33).
import { addReply, repliesOf } from './history.store.ts'
import type { SaidReply } from './page.ts'
import { findReferral } from './referral.store.ts'
import type { Reply } from './reply.ts'
import { announceAgency } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { settleTasks } from '../tasks/task.actions.ts'

/** Records what was answered. Refuses `referral.said-in-future` and `referral.said-before-receipt`. A reply is never changed. */
export async function replyToSource(work: Work, referralId: string, reply: Reply): Promise<SaidReply[]> {
  const { status, facts } = await findReferral(work.tx, referralId)
  if (reply.saidOn > work.today)
    refuse('referral.said-in-future', 'Record the reply once it has been given; the day has not come yet.')
  if (reply.saidOn < facts.receivedOn)
    refuse('referral.said-before-receipt', 'The reply cannot be older than the referral. Correct the day.')
  await addReply(work.tx, referralId, status, reply)
  await settleTasks(work, { rule: 'reply-to-source', aboutId: referralId, by: { type: 'referral-reply', id: reply.id } })
  await announceAgency(
    work,
    'referral.replied',
    { entity: 'referral', id: referralId },
    { channel: reply.channel, aboutStatus: status },
  )
  return repliesOf(work.tx, referralId)
}
