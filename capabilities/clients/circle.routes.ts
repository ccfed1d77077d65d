// HTTP for the people around a client, safe contact, risk flags, sealing and judgements about two records.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import { changeSupport, joinHousehold, nameSupport, peopleOf } from './circle.actions.ts'
import { endEntryOf } from './detail.actions.ts'
import { NewHouseholdMember } from './household.ts'
import { Ending } from './period.ts'
import { NewRiskFlag } from './risk.ts'
import {
  askSafeContact,
  endRisk,
  judgeSamePerson,
  raiseRisk,
  reviewRisk,
  setConfidentialityOf,
  takeBackJudgement,
} from './safety.actions.ts'
import { SafeContactAnswer } from './safeContact.ts'
import { NewSupportMember } from './support.ts'

const one = '/clients/:clientId'
const Reason = z.object({ reason: z.string().trim().min(3, 'Say why.').max(500) })
const Judgement = z.object({
  otherClientId: z.uuid(),
  verdict: z.enum(['same', 'different']),
  basis: z.string().trim().min(3, 'Say what you compared.').max(1000),
})

export const circleRoutes: Route[] = [
  read(`${one}/people`, 'read-clients', peopleOf, {
    summary: 'Support members with what may be discussed with each, and the household',
  }),
  write(`${one}/support-members`, 'write-clients', NewSupportMember, nameSupport),
  change(`${one}/support-members/:entryId`, 'write-clients', NewSupportMember, (work, member, { entryId }) =>
    changeSupport(work, member, entryId),
  ),
  write(`${one}/support-members/:entryId/ending`, 'write-clients', Ending, (work, ending, { entryId }) =>
    endEntryOf(work, 'support_member', entryId, ending),
  ),
  write(`${one}/household`, 'write-clients', NewHouseholdMember, joinHousehold),
  write(`${one}/household/:entryId/ending`, 'write-clients', Ending, (work, ending, { entryId }) =>
    endEntryOf(work, 'household_member', entryId, ending),
  ),
  write(`${one}/safe-contact`, 'write-clients', SafeContactAnswer, askSafeContact, {
    summary: 'What the client answered when asked how to be reached safely',
  }),
  write(`${one}/risk-flags`, 'write-clients', NewRiskFlag, raiseRisk),
  change(
    `${one}/risk-flags/:entryId/review`,
    'write-clients',
    NewRiskFlag.pick({ reviewOn: true, basis: true }),
    (work, review, { entryId }) => reviewRisk(work, review, entryId),
  ),
  change(`${one}/risk-flags/:entryId/ending`, 'write-clients', Reason, (work, reason, { entryId }) =>
    endRisk(work, reason, entryId),
  ),
  write(
    `${one}/confidentiality`,
    'seal-clients',
    Reason.extend({ level: z.enum(['standard', 'restricted', 'sealed']) }),
    setConfidentialityOf,
  ),
  write(`${one}/links`, 'register-clients', Judgement, judgeSamePerson, {
    summary: 'A judgement that two records are of one person, or surely not',
  }),
  write(`${one}/links/:entryId/undoing`, 'register-clients', Reason, (work, reason, { entryId }) =>
    takeBackJudgement(work, reason, entryId),
  ),
]
