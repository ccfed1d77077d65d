// Closing well, as the demonstration does it: each goal's end, the summary written, signed, signed off by the supervisor, the case closed.
import { beginClosing } from '../capabilities/cases/case.actions.ts'
import type { Closing } from '../capabilities/cases/case.ts'
import { completeClosing, signOffSummary, signSummary, writeSummary } from '../capabilities/closures/closure.actions.ts'
import { endGoal, goalsOf, recordGoalProgress } from '../capabilities/plans/goal.actions.ts'
import { settleNeed } from '../capabilities/plans/need.actions.ts'
import { planClosureState } from '../capabilities/plans/plan.actions.ts'
import { exceptTask, openTasksOf } from '../capabilities/tasks/task.actions.ts'
import type { StaffKey } from './agency.ts'
import type { Telling } from './telling.ts'

export interface Ending {
  reason: Closing['reason']
  explanation: string
  attainment: 'achieved' | 'partly-achieved'
  course: string
}

export async function closeWell(telling: Telling, who: StaffKey, caseId: string, daysAgo: number, ending: Ending): Promise<void> {
  await telling.onCase(who, daysAgo, '10:00', caseId, async (work) => {
    await beginClosing(work, {
      reason: ending.reason,
      explanation: ending.explanation,
      clientToldOn: work.today,
      clientView: 'agrees',
    })
    for (const { id } of (await goalsOf(work)).filter(({ lifecycleStatus }) => lifecycleStatus === 'active')) {
      await recordGoalProgress(work, {
        goalId: id,
        level: 1,
        achievement: null,
        evidence: 'Looked at together at the last visit.',
        scoredBy: 'practitioner',
      })
      await endGoal(work, id, { attainment: ending.attainment, evidence: 'Looked at together at the last visit.' })
    }
  })
  await telling.onCase(who, daysAgo - 2, '15:30', caseId, async (work) => {
    for (const { id } of (await planClosureState(work)).unmetNeeds)
      await settleNeed(work, id, { disposition: 'met', reason: 'As the last visit showed.' })
    for (const task of (await openTasksOf(work)).filter(({ rule }) => rule !== 'closure-summary-due' && rule !== 'own'))
      await exceptTask(work, { code: 'not-applicable', reason: 'The case is closing; what was due is in the summary.' }, task.id)
    await writeSummary(work, {
      course: ending.course,
      selfManagement: 'Keeps the diary and the appointments.',
      warningSigns: 'More pain, swelling or low days for a week: call the clinic.',
      aftercare: 'The clinic knows and sees the client in six weeks.',
      reengagement: 'Call us any time; no new referral is needed within 30 days.',
      disposition: 'home-on-their-own',
      outcomesMissingReason: 'No instrument was used twice.',
      time: 'billed',
    })
    await signSummary(work)
  })
  await telling.onCase('grace', daysAgo - 3, '09:00', caseId, (work) => signOffSummary(work, { note: 'Good work.' }))
  await telling.onCase(who, daysAgo - 3, '11:00', caseId, (work) => completeClosing(work))
}
