// The HTTP surface of assessments: one case's forms, answers, findings, scores and safety responses.
import { z } from 'zod'
import { change, put, read, write, type Route } from '../../platform/capability.ts'
import { amendAssessment } from './amendment.actions.ts'
import { answerQuestion, beginAssessment, describeAssessment, setAside, writeArea } from './assessment.actions.ts'
import { Amendment, AnswerGiven, Circumstances, NewAssessment, ScoreOnlyResult, Withdrawal } from './assessment.ts'
import { completeAssessment } from './completion.actions.ts'
import { listAssessments, viewAssessment } from './assessment.view.ts'
import { DomainDraft } from './comprehensive.ts'
import { respondToSafety } from './safety.actions.ts'
import { NewSafetyResponse } from './safety.ts'
import { recordScore } from './score.actions.ts'

const all = '/cases/:caseId/assessments'
const one = `${all}/:assessmentId` as const
const nothing = z.object({})
const AreaGiven = DomainDraft.extend({ seenVersion: z.int().min(0) })

export const assessmentRoutes: Route[] = [
  read(all, 'read-assessments', (work) => listAssessments(work), { summary: 'Assessments of the client, with scores over time' }),
  write(all, 'write-assessments', NewAssessment, beginAssessment, { summary: 'Begin an assessment' }),
  read(one, 'read-assessments', (work, _, { assessmentId }) => viewAssessment(work, assessmentId), {
    summary: 'One assessment, with last time’s answers',
  }),
  change(
    one,
    'write-assessments',
    Circumstances,
    (work, circumstances, { assessmentId }) => describeAssessment(work, circumstances, assessmentId),
    { summary: 'Who, how and where it is asked' },
  ),
  put(
    `${one}/responses/:question`,
    'write-assessments',
    AnswerGiven,
    (work, given, { assessmentId, question }) => answerQuestion(work, given, assessmentId, question),
    { summary: 'Keep one answer' },
  ),
  put(
    `${one}/domains/:domain`,
    'write-assessments',
    AreaGiven,
    (work, given, { assessmentId, domain }) => writeArea(work, given, assessmentId, domain),
    { summary: 'Keep one area as written so far' },
  ),
  write(
    `${one}/completion`,
    'write-assessments',
    nothing,
    (work, _, { assessmentId }) => completeAssessment(work, assessmentId),
    { summary: 'Complete it, or learn what is missing' },
  ),
  write(
    `${one}/amendments`,
    'write-assessments',
    Amendment,
    (work, amendment, { assessmentId }) => amendAssessment(work, amendment, assessmentId),
    { summary: 'Correct a completed assessment' },
  ),
  write(
    `${one}/withdrawal`,
    'write-assessments',
    Withdrawal,
    (work, withdrawal, { assessmentId }) => setAside(work, withdrawal, assessmentId),
    { summary: 'Set it aside with a reason' },
  ),
  write(
    `${one}/safety-concerns/:concernId/response`,
    'write-assessments',
    NewSafetyResponse,
    (work, response, { assessmentId, concernId }) => respondToSafety(work, response, assessmentId, concernId),
    { summary: 'Sign what was done about a safety answer' },
  ),
  write('/cases/:caseId/scores', 'write-assessments', ScoreOnlyResult, recordScore, {
    summary: 'Record the score of an instrument whose questions may not be shown',
  }),
]
