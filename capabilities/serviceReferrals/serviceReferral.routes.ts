// Service referrals over HTTP: those of a case, what left and came back, and the receiver's page behind a link.
import { change, linkRead, linkWrite, read, write, type Route } from '../../platform/capability.ts'
import { closeLoop, recordUnmetNeed, unmetNeedsOf } from './loop.actions.ts'
import { LoopClosing, NewUnmetNeed } from './loop.ts'
import { answerByLink, answerInquiryByLink, appointByLink, askByLink, receiversPage } from './receiver.actions.ts'
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
  linkRead('/public/service-referral', receiversPage, { summary: 'What was sent to the receiver, and what may be said next' }),
  linkWrite('/public/service-referral/answers', Answer, answerByLink),
  linkWrite('/public/service-referral/capacity', InquiryAnswer, answerInquiryByLink),
  linkWrite('/public/service-referral/appointment', Appointment, appointByLink),
  linkWrite('/public/service-referral/questions', Question, askByLink),
]
