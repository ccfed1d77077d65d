// Completing an assessment: what is missing is listed, scores are made and kept, and a comprehensive one asks for the plan.
import { announce } from '../../platform/events.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import type { CaseWork } from '../../platform/work.ts'
import { caseFacts } from '../cases/facts.actions.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import type { Answers } from './answer.ts'
import { inHand, placeOf } from './assessment.actions.ts'
import { mayComplete, missingForCompletion, planDueDates, type Assessment } from './assessment.ts'
import { saveAssessment } from './assessment.store.ts'
import type { Questionnaire } from './questionnaire.ts'
import { answersFrom, findingsOf, responsesOf } from './response.store.ts'
import { previousScore, rawAnswers, type Score } from './score.ts'
import { scoresFor } from './score.calculated.ts'
import { addScores, scoresOf } from './score.store.ts'

/**
 * Completes it: scores are made and kept; a comprehensive one settles `assessment-due` and asks for the plan.
 * Refuses with `assessment.incomplete` and everything that is missing (INV-21).
 */
export async function completeAssessment(work: CaseWork, assessmentId: string): Promise<Assessment> {
  const { assessment, instrument, questionnaire } = await inHand(work, assessmentId)
  const [responses, findings] = await Promise.all([responsesOf(work.tx, assessmentId), findingsOf(work.tx, assessmentId)])
  const answers = answersFrom(responses)
  mayComplete(missingForCompletion(questionnaire, answers, findings, (place) => placeOf(work, assessmentId, place)))
  const scores = await scoresFor(questionnaire, answers)
  const completed = await saveAssessment(work.tx, assessment, {
    status: 'completed',
    completedAt: work.now,
    completedOn: work.today,
    completedBy: work.staff.id,
  })
  await keepScores(work, completed, questionnaire, answers, scores, 0)
  await announce(
    work,
    instrument.kind === 'comprehensive' ? 'assessment.completed' : 'screen.completed',
    { entity: 'assessment', id: assessmentId, version: completed.version },
    {
      title: instrument.title,
      kind: instrument.kind,
      mode: assessment.mode,
      interpreter: assessment.interpreterReference,
      scores: await told(work, completed, scores),
      areas: findings.length,
      findings: findings.filter(({ outcome }) => outcome === 'finding').length,
    },
  )
  if (instrument.kind === 'comprehensive') await askForPlan(work, assessmentId)
  return completed
}

export async function keepScores(
  work: CaseWork,
  assessment: Assessment,
  questionnaire: Questionnaire,
  answers: Answers,
  scores: readonly Score[],
  amendment: number,
): Promise<void> {
  const raw = rawAnswers(questionnaire, answers)
  await addScores(
    work.tx,
    { caseId: assessment.caseId, renders: true },
    scores.map(({ title: _title, ...score }) => ({
      ...score,
      assessmentId: assessment.id,
      instrumentId: assessment.instrumentId,
      rawAnswers: raw,
      amendment,
    })),
  )
}

/** Each score as the story tells it, with the one before it by the same instrument and version (INV-24). */
export async function told(work: CaseWork, { id, instrumentId, assessedOn }: Assessment, scores: readonly Score[]) {
  const earlier = (await scoresOf(work.tx, work.clientId)).filter((each) => each.assessmentId !== id)
  return scores.map(({ key, title, value, missing, band }) => {
    const previous = previousScore({ instrumentId, key, value, assessedOn }, earlier)
    return {
      key,
      title,
      value,
      missing,
      band: band?.label ?? null,
      previous: previous && { value: previous.value, on: previous.assessedOn },
    }
  })
}

/** U7: the plan within 30 days of completion, and never later than 60 days after activation. */
async function askForPlan(work: CaseWork, assessmentId: string): Promise<void> {
  const { activatedOn, primaryStaffId } = await caseFacts(work)
  await settleTasks(work, { rule: 'assessment-due', caseId: work.caseId, by: { type: 'assessment', id: assessmentId } })
  const fromCompletion = addCivilDays(work.today, planDueDates.afterCompletionDays)
  const fromActivation = activatedOn ? addCivilDays(activatedOn, planDueDates.afterActivationDays) : fromCompletion
  await requestTask(work, {
    rule: 'plan-due',
    about: { type: 'case', id: work.caseId },
    clientId: work.clientId,
    caseId: work.caseId,
    assignTo: { staffId: primaryStaffId ?? work.staff.id },
    due: fromActivation < fromCompletion ? fromActivation : fromCompletion,
    params: { assessmentId, completedOn: work.today },
  })
}
