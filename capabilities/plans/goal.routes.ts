// Needs, goals, steps, services and barriers over HTTP.
import { change, read, write, type Route } from '../../platform/capability.ts'
import { changeBarrier, raiseBarrier, resolveBarrier } from './barrier.actions.ts'
import { BarrierChange, NewBarrier, Resolution } from './barrier.ts'
import { changeGoal, describeLevels, endGoal, goalsOf, recordGoalProgress, scoresOf, setGoal, setGoalBaseline } from './goal.actions.ts'
import { Ending, GoalChange, NewGoal, Progress } from './goal.ts'
import { InterventionChange, InterventionOutcome, NewIntervention } from './intervention.ts'
import { changeNeed, confirmNeed, settleNeed, writeDownNeed } from './need.actions.ts'
import { Concurrence, NeedChange, NewNeed, Settlement } from './need.ts'
import { Baseline, NewScale } from './scale.ts'
import { NewServiceLine, ServiceWithdrawal } from './service.ts'
import { addService, changeIntervention, changeService, planIntervention, reportIntervention, withdrawService } from './step.actions.ts'

const needs = '/cases/:caseId/needs'
const need = `${needs}/:needId` as const
const goals = '/cases/:caseId/goals'
const goal = `${goals}/:goalId` as const
const steps = '/cases/:caseId/interventions'
const step = `${steps}/:stepId` as const
const services = '/cases/:caseId/plan-services'
const service = `${services}/:serviceId` as const
const barriers = '/cases/:caseId/barriers'
const barrier = `${barriers}/:barrierId` as const

export const goalRoutes: Route[] = [
  write(needs, 'write-plan', NewNeed, writeDownNeed),
  change(need, 'write-plan', NeedChange, (work, body, { needId }) => changeNeed(work, needId, body)),
  write(`${need}/confirmation`, 'write-plan', Concurrence, (work, body, { needId }) => confirmNeed(work, needId, body)),
  write(`${need}/disposition`, 'write-plan', Settlement, (work, body, { needId }) => settleNeed(work, needId, body)),

  read(goals, 'read-plan', goalsOf),
  write(goals, 'write-plan', NewGoal, setGoal),
  change(goal, 'write-plan', GoalChange, (work, body, { goalId }) => changeGoal(work, goalId, body)),
  write(`${goal}/scale`, 'write-plan', NewScale, (work, body, { goalId }) => describeLevels(work, goalId, body)),
  write(`${goal}/baseline`, 'write-plan', Baseline, (work, body, { goalId }) => setGoalBaseline(work, goalId, body)),
  read(`${goal}/progress`, 'read-plan', (work, _, { goalId }) => scoresOf(work, goalId)),
  write(`${goal}/progress`, 'write-plan', Progress, (work, body, { goalId }) => recordGoalProgress(work, { ...body, goalId })),
  write(`${goal}/ending`, 'write-plan', Ending, (work, body, { goalId }) => endGoal(work, goalId, body)),

  write(steps, 'write-plan', NewIntervention, planIntervention),
  change(step, 'write-plan', InterventionChange, (work, body, { stepId }) => changeIntervention(work, stepId, body)),
  write(`${step}/outcome`, 'write-plan', InterventionOutcome, (work, body, { stepId }) => reportIntervention(work, stepId, body)),

  write(services, 'write-plan', NewServiceLine, addService),
  change(service, 'write-plan', NewServiceLine, (work, body, { serviceId }) => changeService(work, serviceId, body)),
  write(`${service}/withdrawal`, 'write-plan', ServiceWithdrawal, (work, { reason }, { serviceId }) => withdrawService(work, serviceId, reason)),

  write(barriers, 'write-plan', NewBarrier, raiseBarrier),
  change(barrier, 'write-plan', BarrierChange, (work, body, { barrierId }) => changeBarrier(work, barrierId, body)),
  write(`${barrier}/resolution`, 'write-plan', Resolution, (work, body, { barrierId }) => resolveBarrier(work, barrierId, body)),
]
