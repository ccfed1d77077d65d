// Recording the result of an instrument whose questions may not be shown: the number, the day and the person, nothing else (INV-23).
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { told } from './assessment.actions.ts'
import { mayBegin, type Assessment, type ScoreOnlyResult } from './assessment.ts'
import { addAssessment } from './assessment.store.ts'
import { findInstrument } from './instrument.actions.ts'
import type { ScoreKey } from './instrument.ts'
import { addScores } from './score.store.ts'

/** Refuses with `score.has-questions`, `score.in-the-future`, `score.unknown` and `score.outside-its-scale`. */
export async function recordScore(
  work: CaseWork,
  { id, instrumentId, assessedOn, values }: ScoreOnlyResult,
): Promise<Assessment> {
  const instrument = await findInstrument(work, instrumentId)
  if (instrument.licence !== 'score-only')
    refuse('score.has-questions', `${instrument.title} is asked here question by question, so that its score can be recomputed.`)
  if (instrument.status === 'retired') refuse('instrument.retired', `${instrument.title} is no longer offered here.`)
  if (assessedOn > work.today) refuse('score.in-the-future', 'Give the day the person was asked; it cannot be later than today.')
  mayBegin(instrument.kind, work.caseStatus)
  const scores = Object.entries(values).map(([key, value]) => ({
    key,
    value,
    scale: instrument.scoreKeys.find((each) => each.key === key),
  }))
  if (scores.length === 0) refuse('score.unknown', 'Give at least one score.')
  for (const { value, scale, key } of scores) mustFit(scale, value, key)
  const assessment = await addAssessment(work.tx, {
    id,
    caseId: work.caseId,
    instrumentId,
    renders: false,
    reason: null,
    mode: null,
    place: null,
    language: null,
    interpreter: null,
    interpreterReference: '',
    people: [],
    status: 'completed',
    assessedOn,
    assessedZone: work.zone,
    completedAt: work.now,
    completedOn: work.today,
    completedBy: work.staff.id,
    endReason: null,
  })
  await addScores(
    work.tx,
    { caseId: work.caseId, renders: false },
    scores.map(({ key, value }) => ({
      assessmentId: id,
      instrumentId,
      key,
      value,
      scorable: true,
      missing: null,
      prorated: false,
      band: null,
      rawAnswers: null,
      amendment: 0,
    })),
  )
  const said = scores.map(({ key, value, scale }) => ({
    key,
    title: scale?.title ?? key,
    value,
    scorable: true,
    missing: 0,
    prorated: false,
    band: null,
  }))
  await announce(
    work,
    'score.recorded',
    { entity: 'assessment', id, version: 1 },
    { title: instrument.title, scores: await told(work, assessment, said) },
  )
  return assessment
}

function mustFit(scale: ScoreKey | undefined, value: number, key: string): void {
  if (!scale) return refuse('score.unknown', `This instrument has no score called “${key}”.`)
  if (value < scale.low || value > scale.high)
    refuse('score.outside-its-scale', `${scale.title} runs from ${scale.low} to ${scale.high}. Look at the form again.`)
}
