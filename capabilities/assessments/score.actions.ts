// Recording the result of an instrument whose questions may not be shown: the number, the day and the person, nothing else (INV-23).
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { mayBegin, type Assessment, type ScoreOnlyResult } from './assessment.ts'
import { addAssessment } from './assessment.store.ts'
import { told } from './completion.actions.ts'
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
  const scores = readValues(instrument.scoreKeys, values)
  const assessment = await addAssessment(work.tx, bareAssessment(work, { id, instrumentId, assessedOn }))
  await addScores(
    work.tx,
    { caseId: work.caseId, renders: false },
    scores.map(({ key, value }) => ({
      assessmentId: id,
      instrumentId,
      key,
      value,
      ...bare,
      missing: null,
      rawAnswers: null,
      amendment: 0,
    })),
  )
  const said = scores.map(({ key, value, title }) => ({ key, title, value, ...bare, missing: 0 }))
  const details = { title: instrument.title, scores: await told(work, assessment, said) }
  await announce(work, 'score.recorded', { entity: 'assessment', id, version: 1 }, details)
  return assessment
}

const bare = { scorable: true, prorated: false, band: null }

function readValues(
  scales: readonly ScoreKey[],
  values: ScoreOnlyResult['values'],
): { key: string; value: number; title: string }[] {
  const given = Object.entries(values)
  if (given.length === 0) refuse('score.unknown', 'Give at least one score.')
  return given.map(([key, value]) => {
    const scale = scales.find((each) => each.key === key)
    mustFit(scale, value, key)
    return { key, value, title: scale?.title ?? key }
  })
}

/** The row of an assessment of which only the day and the person are kept. */
const bareAssessment = (work: CaseWork, { id, instrumentId, assessedOn }: Omit<ScoreOnlyResult, 'values'>) => ({
  id,
  caseId: work.caseId,
  instrumentId,
  assessedOn,
  renders: false,
  reason: null,
  mode: null,
  place: null,
  language: null,
  interpreter: null,
  interpreterReference: '',
  people: [],
  status: 'completed' as const,
  assessedZone: work.zone,
  completedAt: work.now,
  completedOn: work.today,
  completedBy: work.staff.id,
  endReason: null,
})

function mustFit(scale: ScoreKey | undefined, value: number, key: string): void {
  if (!scale) return refuse('score.unknown', `This instrument has no score called “${key}”.`)
  if (value < scale.low || value > scale.high)
    refuse('score.outside-its-scale', `${scale.title} runs from ${scale.low} to ${scale.high}. Look at the form again.`)
}
