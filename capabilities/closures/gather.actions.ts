// Everything the closing of a case looks at, gathered from the record once.
import type { CaseWork } from '../../platform/work.ts'
import { outcomesOf } from '../assessments/outcome.actions.ts'
import { leftOpen, viewCase } from '../cases/case.actions.ts'
import { clientOf } from '../clients/client.actions.ts'
import { timeSpentOn } from '../contacts/contact.actions.ts'
import { planClosureState, planOf } from '../plans/plan.actions.ts'
import { agencyOf, programOf } from '../team/team.actions.ts'
import type { ClosureFacts, SummaryContent } from './closure.ts'
import type { ClosureDocument } from './document.ts'
import { prefill } from './prefill.ts'

export async function gather(work: CaseWork) {
  const [caseView, client, plan, closing, open, outcomes, time, agency, program] = await Promise.all([
    viewCase(work), clientOf(work), planOf(work), planClosureState(work), leftOpen(work), outcomesOf(work), timeSpentOn(work), agencyOf(work), programOf(work, work.programId),
  ])
  const place = (page: string) => `/clients/${work.clientId}/${page}?case=${work.caseId}`
  const facts: ClosureFacts = {
    caseStatus: caseView.status, reason: caseView.closureReason, goals: closing.attained, outcomes, time, openWork: open,
    places: { closure: place('closure'), plan: place('plan/edit'), assessments: place('assessments') },
  }
  return { work, caseView, client, plan, closing, outcomes, agency, program, facts }
}
export type Gathered = Awaited<ReturnType<typeof gather>>

/** The first draft, from what the record says. */
export function firstDraft({ work, caseView, plan, closing, agency, program }: Gathered): SummaryContent {
  return prefill({
    reason: caseView.closureReason, explanation: caseView.closureExplanation, agency: { name: agency.name, phone: agency.letterhead.phone }, programName: program.name,
    services: plan.services, clientSteps: plan.interventions.filter(({ accountable, endedOn }) => accountable.kind === 'client' && endedOn === null).map(({ description }) => ({ statement: description })),
    risks: plan.narrative.risks, backup: plan.narrative.backup, unmetNeeds: closing.unmetNeeds, barriers: closing.barriersOutstanding, today: work.today,
  })
}

/** The document as it would be signed now; `signature` null for a preview. */
export function documentFrom({ caseView, client, closing, outcomes, agency, program }: Gathered, content: SummaryContent, signature: ClosureDocument['signature']): ClosureDocument {
  const primary = caseView.team.find(({ role, untilAt }) => role === 'primary' && untilAt === null)
  return {
    agency: { name: agency.name, ...agency.letterhead },
    client: { name: client.displayName, birthDate: client.birthDate || null, language: client.writtenLanguage ?? client.spokenLanguage ?? null },
    case: { number: caseView.number, programName: program.name, openedOn: caseView.openedOn, activatedOn: caseView.activatedOn, closingOn: caseView.closingOn },
    caseManager: { name: primary?.name ?? '', credentialLine: primary?.credentialLine ?? '' },
    reason: caseView.closureReason ?? '', explanation: caseView.closureExplanation ?? '', clientView: caseView.clientView,
    clientToldOn: caseView.clientToldOn, notToldBecause: caseView.notToldBecause, agreementWords: content.agreementWords, course: content.course,
    goals: closing.attained, attainment: closing.attainment, outcomes: outcomes.map(({ instrument, first, last }) => ({ instrument, first, last })), outcomesMissingReason: content.outcomesMissingReason,
    services: content.services, unmetNeeds: content.unmetNeeds, selfManagement: content.selfManagement, warningSigns: content.warningSigns, aftercare: content.aftercare,
    reengagement: content.reengagement, checkOn: content.checkOn, disposition: content.disposition, signature,
  }
}
