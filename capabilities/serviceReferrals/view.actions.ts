// What the screens show of service referrals: the list of a case, one with its history, its preview, and what needs another way on Home.
import { addCivilDays } from '../../platform/time/civil.ts'
import { civilDayOf, clockTimeOf } from '../../platform/time/zone.ts'
import { may, saw, type CaseWork, type Work } from '../../platform/work.ts'
import { canMail } from '../../platform/mail.ts'
import { supportMembersOf } from '../clients/circle.actions.ts'
import { consentsOf } from '../consents/consent.actions.ts'
import { goalsOf } from '../plans/goal.actions.ts'
import { needsOf } from '../plans/need.actions.ts'
import { openTasksOf } from '../tasks/task.actions.ts'
import { isOpen } from './codes.ts'
import { answerDays, isSilent } from './followUp.ts'
import { packageNow } from './gather.actions.ts'
import { linksOf, messagesOf, sendingsOf, unmetNeedsOfCase } from './sending.store.ts'
import { basisHolds } from './sending.actions.ts'
import type { ServiceReferral } from './serviceReferral.ts'
import { findServiceReferral, serviceReferralsOfCase, staffNames, stepsOf, unansweredOrRefused } from './serviceReferral.store.ts'
import { mayBecome } from './state.ts'

const shown = (referral: ServiceReferral, today: string) => ({ ...referral, silent: isSilent(referral, today) })

/** The Services tab: every referral of the case, and what could not be met. */
export async function serviceReferralsOf(work: CaseWork) {
  const [referrals, unmet, needs, goals] = await Promise.all([serviceReferralsOfCase(work.tx, work.caseId), unmetNeedsOfCase(work.tx, work.caseId), needsOf(work), goalsOf(work)])
  return {
    referrals: referrals.map((each) => shown(each, work.today)), unmet,
    needs: needs.map(({ id, statement, clientWords, domain, disposition }) => ({ id, statement, clientWords, domain, disposition })),
    goals: goals.map(({ id, clientWords, lifecycleStatus }) => ({ id, clientWords, lifecycleStatus })),
    mayWrite: may(work, 'write-plan'), today: work.today,
  }
}
export type ServiceReferralList = Awaited<ReturnType<typeof serviceReferralsOf>>

/** One referral with everything that happened to it. `package` is what left, or what would leave now. */
export async function serviceReferralPage(work: CaseWork, id: string) {
  const referral = await findServiceReferral(work.tx, work.caseId, id)
  const [steps, messages, sendings, links, holds, tasks, needs, goals] = await Promise.all([
    stepsOf(work.tx, id), messagesOf(work.tx, id), sendingsOf(work.tx, id), linksOf(work.tx, id), basisHolds(work, referral), openTasksOf(work), needsOf(work), goalsOf(work),
  ])
  const names = await staffNames(work.tx, [...steps, ...messages, ...sendings].map(({ createdBy }) => createdBy))
  const named = <Each extends { createdBy: string | null }>(rows: Each[]) => rows.map((row) => ({ ...row, createdByName: names.get(row.createdBy ?? '') ?? null }))
  const { appointmentAt } = referral
  return {
    referral: shown(referral, work.today), version: referral.version, steps: named(steps), messages: named(messages),
    sendings: named(sendings.map(({ package: _, ...sending }) => sending)),
    links: links.map((link) => ({ ...link, alive: link.revokedAt === null && link.expiresAt > work.now && holds && referral.loopClosedAt === null && isOpen(referral.status) })),
    basisHolds: holds, package: sendings[0]?.package ?? (await packageNow(work, referral)),
    appointment: appointmentAt ? { day: civilDayOf(appointmentAt, work.zone), time: clockTimeOf(appointmentAt, work.zone) } : null,
    need: needs.find((each) => each.id === referral.needId) ?? null, goal: goals.find((each) => each.id === referral.goalId) ?? null,
    tasks: tasks.filter(({ aboutId }) => aboutId === id).map(({ id: taskId, rule, dueOn }) => ({ id: taskId, rule, dueOn })),
    targetMay: mayBecome(referral.status, 'target'), requesterMay: mayBecome(referral.status, 'requester'), mayWrite: may(work, 'write-plan') && referral.loopClosedAt === null,
    canMail: canMail(), today: work.today,
  }
}
export type ServiceReferralView = Awaited<ReturnType<typeof serviceReferralPage>>

/** What the form offers: who may be asked around the client, and the grounds that hold now. */
export async function choicesFor(work: CaseWork) {
  const [support, consents, needs, goals] = await Promise.all([supportMembersOf(work), consentsOf(work), needsOf(work), goalsOf(work)])
  return {
    support: support.filter(({ current, allegedAbuser }) => current && !allegedAbuser).map(({ id, name, relationship }) => ({ id, name, relationship })),
    authorizations: consents.filter(({ kind, standing }) => kind === 'hipaa_authorization' && standing === 'active').map(({ id, recipients, information, expiresOn }) => ({ id, recipients, information, expiresOn })),
    needs: needs.filter(({ disposition }) => disposition === 'open').map(({ id, statement, clientWords, domain }) => ({ id, statement, clientWords, domain })),
    goals: goals.filter(({ lifecycleStatus }) => lifecycleStatus === 'proposed' || lifecycleStatus === 'active').map(({ id, clientWords }) => ({ id, clientWords })),
    canMail: canMail(),
  }
}
export type Choices = Awaited<ReturnType<typeof choicesFor>>

/** Refused, ended without success after a yes, or silent beyond the day: what needs another way, the longest waiting first (U11). */
export async function needAnotherWay(work: Work) {
  const rows = await unansweredOrRefused(work.tx, addCivilDays(work.today, -Math.min(answerDays('food'), answerDays('other'))))
  const items = rows.filter((row) => row.status !== 'requested' || isSilent(row, work.today)).map(({ acceptedAt, ...row }) => ({ ...row, declinedAfterYes: row.status !== 'rejected' && acceptedAt !== null }))
  saw(work, items.map(({ clientId }) => clientId))
  return { items, count: items.length }
}
export type AnotherWay = Awaited<ReturnType<typeof needAnotherWay>>
