// The plan as a whole: reading it, writing its text, and what other capabilities may ask of it (this file is their door).
import { announce } from '../../platform/events.ts'
import type { CaseWork } from '../../platform/work.ts'
import { concludedAreas, latestCompletedComprehensive } from '../assessments/assessment.actions.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { copyDueBusinessDays } from './agreement.ts'
import { ageDays } from './barrier.ts'
import { contentOf } from './content.ts'
import { differenceOf } from './difference.ts'
import { finalAttainment, type Goal } from './goal.ts'
import { notYetANeed } from './need.ts'
import { missingForAgreement, mustBeOpen, type NarrativeChange } from './plan.ts'
import { namesFor, planText, savePlanText, workingPlan, type PlanText } from './plan.store.ts'
import { openReview, reviewsOfCase } from './review.store.ts'
import { attainment } from './scale.ts'
import { placesOf, staffIn } from './version.actions.ts'
import { findVersion, paperwork, versionBefore, versionsOfCase, type PlanVersion } from './version.store.ts'

export { raiseBarrier } from './barrier.actions.ts'
export { recordGoalProgress } from './goal.actions.ts'

/** Everything the plan page shows, in one answer: the working plan, how far its goals are, what is missing, and the version in force. */
export async function planOf(work: CaseWork) {
  const [plan, assessment, areas, versions, papers, review] = await Promise.all([
    workingPlan(work.tx, work.caseId), latestCompletedComprehensive(work), concludedAreas(work), versionsOfCase(work.tx, work.caseId),
    paperwork(work.tx, work.caseId), openReview(work.tx, work.caseId),
  ])
  const { barriers, version, ...working } = plan
  const names = await namesFor(work.tx, work.clientId, [...staffIn(plan), ...barriers.map(({ owner }) => owner.staffId)])
  const active = versions.find(({ status }) => status === 'active')
  const proposed = versions.find(({ status }) => status === 'proposed')
  const content = contentOf(working, names.client, names.staff)
  return {
    version,
    ...working,
    barriers: barriers.map((barrier) => ({ ...barrier, ageDays: ageDays(barrier, work.today) })),
    attainment: attainment(working.goals.filter(({ lifecycleStatus }) => lifecycleStatus !== 'cancelled')),
    missing: missingForAgreement(working, assessment?.id ?? null, placesOf(work)),
    found: assessment ? notYetANeed(areas, working.needs).map(({ domain, conclusion }) => ({ assessmentId: assessment.id, domain, conclusion })) : [],
    client: { name: names.client, language: names.language },
    staff: Object.fromEntries(names.staff),
    today: work.today,
    active: active ? withPapers(active, papers) : null,
    proposed: proposed ? withPapers(proposed, papers) : null,
    changes: active ? differenceOf(active.content, content) : [],
    proposalChanges: proposed ? differenceOf(proposed.content, content) : [],
    openReviewId: review?.id ?? null,
  }
}

function withPapers({ content: _, ...version }: PlanVersion, { signatures, signOffs, copies }: Awaited<ReturnType<typeof paperwork>>) {
  const ofThis = <Paper extends { planVersionId: string }>(papers: Paper[]) => papers.filter(({ planVersionId }) => planVersionId === version.id)
  return {
    ...version,
    copyDueOn: version.agreedOn ? addBusinessDays(version.agreedOn, copyDueBusinessDays) : null,
    signature: signatures.find(({ id }) => id === version.signatureId) ?? null,
    signatures: ofThis(signatures),
    signOffs: ofThis(signOffs),
    copies: ofThis(copies),
  }
}

export type PlanView = Awaited<ReturnType<typeof planOf>>

/** The list of versions with how each was agreed, and the reviews held. */
export async function planHistory(work: CaseWork) {
  const [versions, papers, reviews] = await Promise.all([versionsOfCase(work.tx, work.caseId), paperwork(work.tx, work.caseId), reviewsOfCase(work.tx, work.caseId)])
  return { versions: versions.map((version) => withPapers(version, papers)), reviews }
}

export type PlanHistory = Awaited<ReturnType<typeof planHistory>>

/** One version as it was agreed, with the difference from the one before (INV-29). */
export async function planVersionOf(work: CaseWork, versionId: string) {
  const version = await findVersion(work.tx, work.caseId, versionId)
  const [before, papers, names] = await Promise.all([versionBefore(work.tx, version), paperwork(work.tx, work.caseId), namesFor(work.tx, work.clientId, [version.proposedBy])])
  return {
    ...withPapers(version, papers),
    content: version.content,
    client: { name: names.client, language: names.language },
    proposedByName: names.staff.get(version.proposedBy ?? '') ?? null,
    agencyName: work.agencyName,
    before: before ? { id: before.id, number: before.number } : null,
    changes: differenceOf(before?.content ?? null, version.content),
  }
}

export type VersionView = Awaited<ReturnType<typeof planVersionOf>>

/** Writes the parts of the plan that are not goals: what matters, strengths, risks, backup, choices, who took part. */
export async function writePlanText(work: CaseWork, wanted: NarrativeChange): Promise<PlanText> {
  mustBeOpen(work.caseStatus)
  const { narrative, version } = await planText(work.tx, work.caseId)
  const saved = await savePlanText(work.tx, work.caseId, { ...narrative, ...wanted }, work.expectedVersion ?? version)
  await announce(work, 'plan.written', { entity: 'case', id: work.caseId, version: saved.version }, { fields: Object.keys(wanted) })
  return saved
}

export interface PlanClosureState {
  /** Goals that still need a final attainment before the case closes (3.3); one never agreed can be set aside. */
  goalsWithoutFinalAttainment: Pick<Goal, 'id' | 'clientWords' | 'lifecycleStatus'>[]
  /** Every goal with how it ended and, where it was scaled, from which level to which. */
  attained: { id: string; clientWords: string; attainment: ReturnType<typeof finalAttainment>; because: string | null; baseline: number | null; level: number | null }[]
  attainment: ReturnType<typeof attainment>
  /** Confirmed needs that nothing met, with what became of them: the summary's unmet needs. */
  unmetNeeds: { id: string; statement: string; disposition: string; reason: string | null }[]
  barriersOutstanding: { id: string; statement: string; ageDays: number }[]
}

/** What a closure needs to know of the plan. */
export async function planClosureState(work: CaseWork): Promise<PlanClosureState> {
  const { goals, needs, barriers } = await workingPlan(work.tx, work.caseId)
  return {
    goalsWithoutFinalAttainment: goals.filter((goal) => !finalAttainment(goal)).map(({ id, clientWords, lifecycleStatus }) => ({ id, clientWords, lifecycleStatus })),
    attained: goals.map((goal) => ({
      id: goal.id, clientWords: goal.clientWords, attainment: finalAttainment(goal), because: goal.endedBecause,
      baseline: goal.scale?.baseline ?? null, level: goal.level ?? goal.scale?.baseline ?? null,
    })),
    attainment: attainment(goals.filter(({ lifecycleStatus }) => lifecycleStatus !== 'cancelled')),
    unmetNeeds: needs
      .filter(({ certainty, disposition }) => certainty === 'confirmed' && disposition !== 'met')
      .map(({ id, statement, disposition, dispositionReason }) => ({ id, statement, disposition, reason: dispositionReason })),
    barriersOutstanding: barriers.filter(({ resolvedOn }) => !resolvedOn).map((barrier) => ({ id: barrier.id, statement: barrier.statement, ageDays: ageDays(barrier, work.today) })),
  }
}
