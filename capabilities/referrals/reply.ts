// Answering those who refer: by when (U1), in which words, and the letter that can be printed.
import { z } from 'zod'
import { nameOf } from './person.ts'
import type { Facts, ReferralStatus } from './referral.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { Day } from '../../platform/time/day.ts'

/** U1: the source hears from us within one business day of receipt, and again of each decision. */
export const replyDueOn = (from: string): string => addBusinessDays(from, 1)

/** U5: a brief intake within 15 days of the referral. */
export const intakeDays = 15

export const Reply = z.object({
  id: z.uuid(),
  channel: z.enum(['phone', 'email', 'fax', 'letter', 'in-person', 'portal']),
  saidTo: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(8000),
  saidOn: Day,
})
export type Reply = z.infer<typeof Reply>

/** What the source is told about each state: what happened, never the person's health or story (minimum necessary). */
const outcomes: Record<ReferralStatus, string> = {
  received: 'We have received it and will let you know what follows.',
  triaged: 'We have read it and are preparing our decision.',
  info_requested: 'We need one more piece of information before we can decide.',
  waitlisted: 'It is on our waitlist. We look at it again regularly and will write to you when this changes.',
  accepted: 'We have accepted it. A case manager will make first contact within 2 business days.',
  redirected: 'We have introduced the person to another agency that can help better, and they have taken over.',
  declined: 'We are not able to accept it. We have told the person about other help, or will do so where that is safe.',
  withdrawn: 'It has been withdrawn, and we have closed it.',
  duplicate: 'We already have a referral for this person, and follow that one.',
}

export interface Letter {
  to: string[]
  subject: string
  paragraphs: string[]
}

interface LetterFacts {
  facts: Pick<Facts, 'source' | 'person' | 'scope'>
  status: ReferralStatus
  receivedInWords: string
  question?: string | null
}

/** The draft of a reply to the source: names the person or the claim, the day and the outcome; never health facts (INV-52). */
export function letterTo({ facts, status, receivedInWords, question }: LetterFacts): Letter {
  const { source, scope, person } = facts
  const self = source.kind === 'self'
  const about = self ? 'your request for help' : `your referral of ${nameOf(person)}`
  return {
    to: [source.person, source.organization, ...(source.address?.split('\n') ?? [])].filter((each): each is string =>
      Boolean(each),
    ),
    subject:
      scope.claimNumber && !self
        ? `Referral of ${nameOf(person)}, claim ${scope.claimNumber}`
        : self
          ? 'Your request for help'
          : `Referral of ${nameOf(person)}`,
    paragraphs: [
      `Thank you for ${about}, which we received on ${receivedInWords}.`,
      self ? outcomes[status].replace('We have introduced the person', 'We have introduced you') : outcomes[status],
      ...(status === 'info_requested' && question ? [question] : []),
    ],
  }
}
