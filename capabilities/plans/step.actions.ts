// What people do with the steps and service lines of a plan: plan, change, report, withdraw. Find, decide, save, announce.
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { finalAttainment } from './goal.ts'
import { findGoal } from './goal.store.ts'
import { report, type Intervention, type InterventionChange, type InterventionOutcome, type NewIntervention } from './intervention.ts'
import { answeredBy } from './party.ts'
import { mustBeOpen } from './plan.ts'
import { NewServiceLine, type ServiceLine } from './service.ts'
import { addIntervention, addServiceLine, findIntervention, findServiceLine, saveIntervention, saveServiceLine } from './step.store.ts'

/** INV-28: one accountable party; without a named colleague, the case manager who writes it. */
export async function planIntervention(work: CaseWork, wanted: NewIntervention): Promise<Intervention> {
  mustBeOpen(work.caseStatus)
  await mustBeAlive(work, wanted.goalId)
  const step = await addIntervention(work.tx, work.caseId, { ...wanted, accountable: answeredBy(wanted.accountable, work.staff.id) })
  await tellStep(work, 'intervention.planned', step)
  return step
}

export async function changeIntervention(work: CaseWork, stepId: string, wanted: InterventionChange): Promise<Intervention> {
  mustBeOpen(work.caseStatus)
  const step = await findIntervention(work.tx, work.caseId, stepId)
  if (step.endedOn) refuse('intervention.already-ended', 'This step has already ended.')
  if (wanted.goalId) await mustBeAlive(work, wanted.goalId)
  const next = { ...step, ...wanted, accountable: answeredBy(wanted.accountable ?? step.accountable, work.staff.id) }
  const saved = await saveIntervention(work.tx, next, work.expectedVersion ?? step.version)
  await tellStep(work, 'intervention.changed', saved)
  return saved
}

export async function reportIntervention(work: CaseWork, stepId: string, outcome: InterventionOutcome): Promise<Intervention> {
  mustBeOpen(work.caseStatus)
  const step = await findIntervention(work.tx, work.caseId, stepId)
  const saved = await saveIntervention(work.tx, report(step, outcome, work.today), step.version)
  await tellStep(work, saved.endedOn ? 'intervention.ended' : 'intervention.begun', saved, { status: saved.status, outcome: saved.outcome })
  return saved
}

export async function addService(work: CaseWork, wanted: NewServiceLine): Promise<ServiceLine> {
  mustBeOpen(work.caseStatus)
  if (wanted.goalId) await mustBeAlive(work, wanted.goalId)
  const line = await addServiceLine(work.tx, work.caseId, wanted)
  await tellService(work, 'service.planned', line)
  return line
}

/** A service line is short and is edited as a whole. Refuses `service.withdrawn`. */
export async function changeService(work: CaseWork, serviceId: string, wanted: NewServiceLine): Promise<ServiceLine> {
  mustBeOpen(work.caseStatus)
  const line = await findServiceLine(work.tx, work.caseId, serviceId)
  if (line.withdrawnOn) refuse('service.withdrawn', 'This service has left the plan. Add it again if it is back.')
  const saved = await saveServiceLine(work.tx, { ...line, ...wanted }, work.expectedVersion ?? line.version)
  await tellService(work, 'service.changed', saved)
  return saved
}

export async function withdrawService(work: CaseWork, serviceId: string, reason: string): Promise<ServiceLine> {
  mustBeOpen(work.caseStatus)
  const line = await findServiceLine(work.tx, work.caseId, serviceId)
  if (line.withdrawnOn) refuse('service.withdrawn', 'This service has already left the plan.')
  const saved = await saveServiceLine(work.tx, { ...line, withdrawnOn: work.today, withdrawnBecause: reason }, line.version)
  await tellService(work, 'service.withdrawn', saved, { reason })
  return saved
}

async function mustBeAlive(work: CaseWork, goalId: string): Promise<void> {
  if (finalAttainment(await findGoal(work.tx, work.caseId, goalId))) refuse('goal.ended', 'This goal has ended. Choose a goal that is still worked toward.')
}

const tellStep = (work: CaseWork, type: string, step: Intervention, details: object = {}) =>
  announce(work, type, { entity: 'intervention', id: step.id, version: step.version },
    { description: step.description, accountable: step.accountable.kind, ...details }, { goalId: step.goalId })

const tellService = (work: CaseWork, type: string, { id, version, scope, provider, goalId }: ServiceLine, details: object = {}) =>
  announce(work, type, { entity: 'service-line', id, version }, { scope, provider, ...details }, { goalId: goalId ?? undefined })
