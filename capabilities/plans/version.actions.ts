// From the working plan to an agreed version: propose, agree, sign later, sign off, give a copy. Find, decide, save, announce.
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { latestCompletedComprehensive } from '../assessments/assessment.actions.ts'
import { caseFacts } from '../cases/facts.actions.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import { checkSignature, checkSignOff, needsSignOff, reviewDue, type CopyGiven, type Proposal, type Signature, type SignOff } from './agreement.ts'
import { contentOf } from './content.ts'
import { differenceOf } from './difference.ts'
import { begin } from './goal.ts'
import { saveGoal } from './goal.store.ts'
import { missingForAgreement, mustBeOpen, type Places, type WorkingPlan } from './plan.ts'
import { acuityOf, namesFor, workingPlan } from './plan.store.ts'
import { addCopy, addSignature, addSignOff, addVersion, findVersion, moveVersion, paperwork, versionInState, type PlanVersion } from './version.store.ts'

export const placesOf = ({ clientId, caseId }: CaseWork): Places & { review: string; agree: string } => ({
  plan: `/clients/${clientId}/plan/edit?case=${caseId}`,
  assessments: `/clients/${clientId}/assessments?case=${caseId}`,
  review: `/clients/${clientId}/plan/review?case=${caseId}`,
  agree: `/clients/${clientId}/plan/agree?case=${caseId}`,
})

export const staffIn = (plan: WorkingPlan): (string | null | undefined)[] => [
  ...plan.goals.map(({ owner }) => owner?.staffId),
  ...plan.interventions.flatMap(({ accountable, assisting }) => [accountable, ...assisting].map(({ staffId }) => staffId)),
]

async function textOf(work: CaseWork, plan: WorkingPlan) {
  const names = await namesFor(work.tx, work.clientId, staffIn(plan))
  return contentOf(plan, names.client, names.staff)
}

/** Refuses `plan.incomplete` with everything that is missing and where it is done (3.3). */
async function complete(work: CaseWork) {
  const [plan, assessment] = await Promise.all([workingPlan(work.tx, work.caseId), latestCompletedComprehensive(work)])
  const missing = missingForAgreement(plan, assessment?.id ?? null, placesOf(work))
  if (missing.length || !assessment || !plan.narrative.participation)
    return refuse('plan.incomplete', `Before the plan can be agreed, ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing.`, { missing })
  return { plan, content: await textOf(work, plan), assessmentId: assessment.id, participation: plan.narrative.participation }
}

/** Fixes the text that the client will be asked to agree to. An earlier proposal is withdrawn. Refuses `plan.incomplete`, `plan.nothing-new`. */
export async function proposePlan(work: CaseWork, { language }: Proposal): Promise<PlanVersion> {
  mustBeOpen(work.caseStatus)
  const { content, assessmentId, participation } = await complete(work)
  const [active, earlier] = await Promise.all([versionInState(work.tx, work.caseId, 'active'), versionInState(work.tx, work.caseId, 'proposed')])
  if (active && differenceOf(active.content, content).length === 0)
    refuse('plan.nothing-new', `Plan ${active.number} already says exactly this, and it is agreed.`)
  if (earlier) await moveVersion(work.tx, earlier, { status: 'withdrawn', endedOn: work.today, endedBecause: 'Proposed again with changes' })
  const version = await addVersion(work.tx, { caseId: work.caseId, content, assessmentId, participation, language, proposedOn: work.today })
  await tell(work, 'plan.proposed', version)
  return version
}

/**
 * INV-29, INV-30: the plan the client agrees to is the text that was proposed, and it becomes the only active one.
 * Refuses `plan.not-proposed`, `plan.changed-since-proposed`, `plan.incomplete`, and as `checkSignature` does.
 */
export async function agreeToPlan(work: CaseWork, versionId: string, wanted: Signature): Promise<PlanVersion> {
  if (work.caseStatus !== 'active' && work.caseStatus !== 'suspended')
    refuse('plan.case-not-active', 'A plan is agreed while the case is active. Activate the case first.')
  const proposed = await findVersion(work.tx, work.caseId, versionId)
  if (proposed.status !== 'proposed') refuse('plan.not-proposed', 'This version is not waiting for agreement.', { status: 409 })
  const signature = checkSignature(wanted, work.today)
  const { plan, content } = await complete(work)
  if (differenceOf(proposed.content, content).length > 0)
    refuse('plan.changed-since-proposed', 'The plan was changed after it was proposed. Propose it again, so that the client agrees to what it says now.', { status: 409 })
  const active = await versionInState(work.tx, work.caseId, 'active')
  if (active) await moveVersion(work.tx, active, { status: 'superseded', endedOn: work.today, endedBecause: `Plan ${proposed.number} was agreed` })
  const signatureId = await addSignature(work.tx, proposed, signature, work.today)
  const agreed = await moveVersion(work.tx, proposed, { status: 'active', signatureId, agreedOn: work.today })
  for (const goal of plan.goals.filter(({ lifecycleStatus }) => lifecycleStatus === 'proposed'))
    await saveGoal(work.tx, begin(goal, work.today), goal.version)
  await tell(work, 'plan.agreed', agreed, { kind: signature.kind, by: signature.by, name: signature.name, expiresOn: signature.expiresOn, ...counted(agreed) })
  await askWhatFollows(work, agreed, signature)
  return agreed
}

/** Agreement meets 'plan-due' and the last review; it asks for the next review, the missing signature and, at acuity 3 and 4, the sign-off. */
async function askWhatFollows(work: CaseWork, { id, number }: PlanVersion, { kind, expiresOn }: Signature): Promise<void> {
  const [acuity, { primaryStaffId }] = await Promise.all([acuityOf(work.tx, work.caseId), caseFacts(work)])
  const by = { type: 'plan-version', id }
  const about = { about: { type: 'plan-version', id }, clientId: work.clientId, caseId: work.caseId, params: { number } }
  const mine = { staffId: primaryStaffId ?? work.staff.id }
  await settleTasks(work, { rule: 'plan-due', caseId: work.caseId, by })
  await settleTasks(work, { rule: 'plan-review', caseId: work.caseId, by })
  await settleTasks(work, { rule: 'plan-signature', caseId: work.caseId, by })
  await requestTask(work, { rule: 'plan-review', ...about, assignTo: mine, due: reviewDue(work.today, acuity) })
  if (kind === 'verbal' && expiresOn) await requestTask(work, { rule: 'plan-signature', ...about, assignTo: mine, due: expiresOn })
  if (needsSignOff(acuity)) await requestTask(work, { rule: 'sign-off', ...about, assignTo: { role: 'supervisor', programId: work.programId }, due: work.today })
}

/** INV-30: the signature, or the refusal, that a verbal agreement was waiting for. Refuses `plan.not-verbal`. */
export async function signPlan(work: CaseWork, versionId: string, wanted: Signature): Promise<PlanVersion> {
  const version = await findVersion(work.tx, work.caseId, versionId)
  const { signatures } = await paperwork(work.tx, work.caseId)
  const current = signatures.find(({ id }) => id === version.signatureId)
  if (version.status !== 'active' || current?.kind !== 'verbal') refuse('plan.not-verbal', 'This plan is not waiting for a signature.', { status: 409 })
  if (wanted.kind === 'verbal') refuse('signature.still-verbal', 'It was agreed verbally before. Now record the signature, or that it was refused and why.')
  const signature = checkSignature(wanted, work.today)
  const signed = await moveVersion(work.tx, version, { signatureId: await addSignature(work.tx, version, signature, work.today) })
  await settleTasks(work, { rule: 'plan-signature', aboutId: version.id, by: { type: 'plan-version', id: version.id } })
  await tell(work, 'plan.signed', signed, { kind: signature.kind, by: signature.by, name: signature.name })
  return signed
}

/** The supervisor's word on an agreed plan; the plan stands meanwhile. Refuses as `checkSignOff` does, and `plan.not-active`. */
export async function signOffPlan(work: CaseWork, versionId: string, decision: SignOff): Promise<PlanVersion> {
  const version = await findVersion(work.tx, work.caseId, versionId)
  if (version.status !== 'active') refuse('plan.not-active', 'Only the plan in force is signed off.', { status: 409 })
  checkSignOff(decision, version.proposedBy, work.staff.id)
  await addSignOff(work.tx, version, decision, work.today)
  await settleTasks(work, { rule: 'sign-off', aboutId: version.id, by: { type: 'plan-version', id: version.id } })
  await tell(work, 'plan.signed-off', version, { ...decision })
  return version
}

/** U9: whoever receives the plan, when, how and in which language is written down. Refuses `copy.not-agreed`, `copy.in-the-future`. */
export async function giveCopy(work: CaseWork, versionId: string, copy: CopyGiven): Promise<PlanVersion> {
  const version = await findVersion(work.tx, work.caseId, versionId)
  if (!version.agreedOn) return refuse('copy.not-agreed', 'The copy for the record is the agreed plan. Agree on it first.')
  const givenOn = copy.givenOn ?? work.today
  if (givenOn > work.today) refuse('copy.in-the-future', 'Record the copy once it was given: choose today or a day before.')
  await addCopy(work.tx, version, { ...copy, givenOn })
  await tell(work, 'plan.copy-given', version, { to: copy.to, language: copy.language, method: copy.method, givenOn })
  return version
}

const counted = ({ content }: PlanVersion) => ({
  goals: content.goals.length,
  steps: content.interventions.length,
  clientSteps: content.interventions.filter(({ accountable }) => accountable.kind === 'client').length,
})

const tell = (work: CaseWork, type: string, { id, version, number }: PlanVersion, details: object = {}) =>
  announce(work, type, { entity: 'plan-version', id, version }, { number, ...details })
