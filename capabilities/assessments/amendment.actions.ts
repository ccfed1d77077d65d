// Correcting a completed assessment: the first record stays, the correction stands beside it, and the scores are made again as new rows.
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { checkAnswer } from './answer.ts'
import { answersAsAmended, type Amendment, type Assessment } from './assessment.ts'
import { holdAssessment, saveAssessment } from './assessment.store.ts'
import { keepScores } from './completion.actions.ts'
import { findInstrument } from './instrument.actions.ts'
import type { Instrument } from './instrument.ts'
import { allItems, type Questionnaire } from './questionnaire.ts'
import type { StoredAmendment } from './record.ts'
import { addAmendment, amendmentsOf, answersFrom, findingsOf, responsesOf } from './response.store.ts'
import { raiseConcern } from './safety.actions.ts'
import { scoresFor } from './score.calculated.ts'

/** Refuses with `assessment.still-open` while it can simply be edited, and with `assessment.score-only` where only a number is kept. */
export async function amendAssessment(work: CaseWork, amendment: Amendment, assessmentId: string): Promise<Assessment> {
  const assessment = await holdAssessment(work.tx, work.caseId, assessmentId)
  if (assessment.status !== 'completed' && assessment.status !== 'amended')
    refuse(
      'assessment.still-open',
      'Only a completed assessment is amended. This one can be changed directly, or was set aside.',
      { status: 409 },
    )
  const instrument = await findInstrument(work, assessment.instrumentId)
  const { questionnaire } = instrument
  if (!questionnaire)
    return refuse('assessment.score-only', 'Only a number was kept here. Mark it as entered in error and record the right one.')
  const number = (await amendmentsOf(work.tx, assessmentId)).length + 1
  await (amendment.about === 'answer'
    ? amendAnswer(work, assessment, { instrument, questionnaire }, amendment, number)
    : amendArea(work, assessment, amendment, number))
  const saved = await saveAssessment(work.tx, assessment, { status: 'amended' })
  await announce(
    work,
    'assessment.amended',
    { entity: 'assessment', id: assessmentId, version: saved.version },
    { title: instrument.title, reason: amendment.reason, number },
  )
  return saved
}

async function amendAnswer(
  work: CaseWork,
  assessment: Assessment,
  { instrument, questionnaire }: { instrument: Instrument; questionnaire: Questionnaire },
  { linkId, answer, notAskedReason, reason }: Extract<Amendment, { about: 'answer' }>,
  number: number,
): Promise<void> {
  const item = allItems(questionnaire.item).find((each) => each.linkId === linkId)
  checkAnswer(item, answer ?? [])
  const [responses, earlier] = await Promise.all([responsesOf(work.tx, assessment.id), amendmentsOf(work.tx, assessment.id)])
  const standing = answersAsAmended(answersFrom(responses), earlier.map(asAnswer))
  const before = standing[linkId]
  await addAmendment(work.tx, {
    caseId: work.caseId,
    assessmentId: assessment.id,
    number,
    linkId,
    domain: null,
    reason,
    after: { answer, notAskedReason },
    before: before ? { answer: before.answer, notAskedReason: before.notAskedReason } : null,
  })
  const answers = { ...standing, [linkId]: { answer, notAskedReason } }
  await keepScores(work, assessment, questionnaire, answers, await scoresFor(questionnaire, answers), number)
  if (item) await raiseConcern(work, { assessmentId: assessment.id, title: instrument.title, item, answer: answer ?? [] })
}

export const asAnswer = ({ linkId, after }: StoredAmendment) => ({
  linkId,
  after: { answer: after.answer ?? null, notAskedReason: after.notAskedReason ?? null },
})

async function amendArea(
  work: CaseWork,
  { id }: Assessment,
  { domain, outcome, conclusion, narrative, reason }: Extract<Amendment, { about: 'domain' }>,
  number: number,
): Promise<void> {
  const found = (await findingsOf(work.tx, id)).find((each) => each.domain === domain)
  if (!found) refuse('assessment.no-such-area', 'This assessment has no such area.')
  const { strengths, limitations } = found
  await addAmendment(work.tx, {
    caseId: work.caseId,
    assessmentId: id,
    number,
    linkId: null,
    domain,
    reason,
    after: { outcome, conclusion, narrative },
    before: { outcome: found.outcome, conclusion: found.conclusion, narrative: found.narrative, strengths, limitations },
  })
}
