// Service referrals over HTTP: those of a case, what left and came back, and the receiver's page behind a link.
import { z } from 'zod'
import { change, linkRead, linkWrite, read, write, type Route } from '../../platform/capability.ts'
import { closeLoop, recordUnmetNeed, unmetNeedsOf } from './loop.actions.ts'
import { organizationsFound } from '../directory/performer.actions.ts'
import { inboxOf } from './inbox.actions.ts'
import { LoopClosing, NewUnmetNeed } from './loop.ts'
import { answerAsReceiver, answerInquiryAsReceiver, appointAsReceiver, askAsReceiver, receiversPage } from './receiver.actions.ts'
import { endReceiverAccount, inviteAgain, letReceiverIn, receiverAccountsOf } from './receiverAccount.actions.ts'
import { NewReceiverAccount } from './receiverAccount.ts'
import { renewLink, revokeLink, sendServiceReferral } from './sending.actions.ts'
import * as act from './serviceReferral.actions.ts'
import { Answer, Appointment, InquiryAnswer, LinkRenewal, LinkRevocation, NewServiceReferral, OutsideEnrollment, Question, Sending, ServiceReferralChange, WarmHandoff, Withdrawal } from './serviceReferral.ts'
import { findServiceReferral } from './serviceReferral.store.ts'
import { choicesFor, needAnotherWay, serviceReferralPage, serviceReferralsOf } from './view.actions.ts'

const all = '/cases/:caseId/service-referrals'
const one = `${all}/:serviceReferralId` as const

export const serviceReferralRoutes: Route[] = [
  read('/service-referrals/another-way', 'read-plan', needAnotherWay, { summary: 'Refused, declined after a yes, or silent: what needs another way' }),
  read(all, 'read-plan', serviceReferralsOf, { summary: 'The service referrals of a case, and what could not be met' }),
  read(`${all}/choices`, 'read-plan', choicesFor, { summary: 'What a new referral may choose from' }),
  write(all, 'write-plan', NewServiceReferral, act.draftServiceReferral, { summary: 'Draft a service referral or a capacity inquiry; nothing leaves' }),
  read(one, 'read-plan', (work, _, { serviceReferralId }) => serviceReferralPage(work, serviceReferralId), { summary: 'One referral, its history, and the package as the receiver sees it' }),
  change(one, 'write-plan', ServiceReferralChange, (work, wanted, { serviceReferralId }) => act.changeServiceReferral(work, serviceReferralId, wanted), { summary: 'Change a draft' }),
  write(`${one}/sending`, 'write-plan', Sending, (work, wanted, { serviceReferralId }) => sendServiceReferral(work, serviceReferralId, wanted), { summary: 'Send it: names the legal basis, fixes the package, makes the link' }),
  write(`${one}/links`, 'write-plan', LinkRenewal, (work, wanted, { serviceReferralId }) => renewLink(work, serviceReferralId, wanted), { summary: 'Another link in place of the last' }),
  write(`${one}/link-revocation`, 'write-plan', LinkRevocation, (work, wanted, { serviceReferralId }) => revokeLink(work, serviceReferralId, wanted)),
  write(`${one}/answers`, 'write-plan', Answer, (work, answer, { serviceReferralId }) => act.recordAnswer(work, serviceReferralId, answer), { summary: 'What the receiver told us' }),
  write(`${one}/capacity`, 'write-plan', InquiryAnswer, async (work, answer, { serviceReferralId }) =>
    act.answerInquiry(work, await findServiceReferral(work.tx, work.caseId, serviceReferralId), answer, 'to-us', await act.followedBy(work)), { summary: 'What a capacity inquiry was answered' }),
  write(`${one}/withdrawal`, 'write-plan', Withdrawal, (work, wanted, { serviceReferralId }) => act.withdrawServiceReferral(work, serviceReferralId, wanted)),
  write(`${one}/appointment`, 'write-plan', Appointment, (work, wanted, { serviceReferralId }) => act.recordAppointment(work, serviceReferralId, wanted)),
  write(`${one}/warm-handoff`, 'write-plan', WarmHandoff, (work, wanted, { serviceReferralId }) => act.recordWarmHandoff(work, serviceReferralId, wanted)),
  write(`${one}/enrollment`, 'write-plan', OutsideEnrollment, (work, wanted, { serviceReferralId }) => act.recordEnrollment(work, serviceReferralId, wanted)),
  write(`${one}/messages`, 'write-plan', Question, (work, wanted, { serviceReferralId }) => act.replyToReceiver(work, serviceReferralId, wanted)),
  write(`${one}/outcome`, 'write-plan', LoopClosing, (work, outcome, { serviceReferralId }) => closeLoop(work, serviceReferralId, outcome), { summary: 'Close the loop: reached, and met or not' }),
  read('/cases/:caseId/unmet-needs', 'read-plan', async (work) => ({ unmet: await unmetNeedsOf(work) })),
  write('/cases/:caseId/unmet-needs', 'write-plan', NewUnmetNeed, recordUnmetNeed, { summary: 'A need for which there is nobody to ask' }),
]

/** Behind the link; the code comes in the X-Link header. */
export const receiverRoutes: Route[] = [
  linkRead('/public/service-referral', (work) => receiversPage(work, null), { summary: 'What was sent to the receiver, and what may be said next' }),
  linkWrite('/public/service-referral/answers', Answer, (work, said) => answerAsReceiver(work, null, said)),
  linkWrite('/public/service-referral/capacity', InquiryAnswer, (work, said) => answerInquiryAsReceiver(work, null, said)),
  linkWrite('/public/service-referral/appointment', Appointment, (work, said) => appointAsReceiver(work, null, said)),
  linkWrite('/public/service-referral/questions', Question, (work, said) => askAsReceiver(work, null, said)),
]

/** For receivers with an account: the same page and the same answers, without a code. */
const received = '/received-referrals'
const receivedOne = `${received}/:serviceReferralId` as const
export const inboxRoutes: Route[] = [
  read(received, 'answer-referrals', inboxOf, { summary: 'The inbox: what was sent to your organization and may still be answered' }),
  read(receivedOne, 'answer-referrals', (work, _, { serviceReferralId }) => receiversPage(work, serviceReferralId), { summary: 'What was sent, and what may be said next' }),
  write(`${receivedOne}/answers`, 'answer-referrals', Answer, (work, said, { serviceReferralId }) => answerAsReceiver(work, serviceReferralId, said)),
  write(`${receivedOne}/capacity`, 'answer-referrals', InquiryAnswer, (work, said, { serviceReferralId }) => answerInquiryAsReceiver(work, serviceReferralId, said)),
  write(`${receivedOne}/appointment`, 'answer-referrals', Appointment, (work, said, { serviceReferralId }) => appointAsReceiver(work, serviceReferralId, said)),
  write(`${receivedOne}/questions`, 'answer-referrals', Question, (work, said, { serviceReferralId }) => askAsReceiver(work, serviceReferralId, said)),
]

const Nothing = z.object({}).optional()
export const receiverAccountRoutes: Route[] = [
  read('/receiver-accounts', 'invite-receivers', receiverAccountsOf, { summary: 'Receivers with an account, and their organizations' }),
  read('/receiver-accounts/organizations', 'invite-receivers', (work, { search }) => organizationsFound(work, search), { query: z.object({ search: z.string().trim().max(100).default('') }), summary: 'Organizations of the directory that offer something, by words of their name' }),
  write('/receiver-accounts', 'invite-receivers', NewReceiverAccount, letReceiverIn, { summary: 'Make an account for somebody of an organization of the directory; answers a one-time link' }),
  write('/receiver-accounts/:accountId/invitations', 'invite-receivers', Nothing, (work, _, { accountId }) => inviteAgain(work, accountId), { summary: 'Another one-time link' }),
  write('/receiver-accounts/:accountId/ending', 'invite-receivers', Nothing, (work, _, { accountId }) => endReceiverAccount(work, accountId), { summary: 'End the account and its sign-ins' }),
]
