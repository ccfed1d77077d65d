// Assessing, as the demonstration does it: a comprehensive assessment area by area, and screens with given scores.
import { allItems, type Questionnaire } from '../capabilities/assessments/questionnaire.ts'
import { domainsOf, type DomainDraft } from '../capabilities/assessments/comprehensive.ts'
import { answerQuestion, beginAssessment, writeAreas } from '../capabilities/assessments/assessment.actions.ts'
import { completeAssessment } from '../capabilities/assessments/completion.actions.ts'
import { shippedInstrumentIds, shippedInstruments } from '../capabilities/assessments/instrument.shipped.ts'
import { newId } from '../platform/db.ts'
import type { CaseWork } from '../platform/work.ts'

export interface Area extends Partial<DomainDraft> {
  conclusion: string
}
const noProblem = (title: string): DomainDraft => ({
  outcome: 'pertinent-negative',
  strengths: [],
  limitations: [],
  narrative: '',
  conclusion: `Asked about ${title.toLowerCase()}; no problem today.`,
})

function formOf(instrument: keyof typeof shippedInstrumentIds): Questionnaire {
  const form = shippedInstruments().find(({ id }) => id === shippedInstrumentIds[instrument])?.questionnaire
  if (!form) throw new Error(`${instrument} comes without its questions.`)
  return form
}

export interface Circumstances {
  interpreterReference?: string
  language?: string
  mode?: 'face-to-face' | 'video' | 'phone'
}
const circumstances = ({ interpreterReference = '', language = 'en', mode = 'face-to-face' }: Circumstances) => ({
  mode,
  language,
  interpreterReference,
  place: mode === 'face-to-face' ? ('home' as const) : null,
  interpreter: interpreterReference ? ('qualified' as const) : ('not-needed' as const),
  people: [],
})

/** Every area gets what is given for it, else a pertinent negative; then the assessment is completed (INV-21). */
export async function assessComprehensively(work: CaseWork, areas: Record<string, Area>, how: Circumstances = {}): Promise<void> {
  const id = newId()
  await beginAssessment(work, { id, instrumentId: shippedInstrumentIds.comprehensive, reason: 'initial', ...circumstances(how) })
  const given = domainsOf(formOf('comprehensive')).map(({ code, title }) => {
    const known = areas[code]
    const draft = known
      ? { outcome: 'finding' as const, strengths: [], limitations: [], narrative: '', ...known }
      : noProblem(title)
    return [code, { ...draft, seenVersion: 0 }]
  })
  const answered = ['safety/danger', 'safety/self-harm'].map((linkId) =>
    answerQuestion(
      work,
      { answer: [{ valueBoolean: false }], notAskedReason: null, source: 'self-reported', seenVersion: 0 },
      id,
      linkId,
    ),
  )
  await Promise.all([writeAreas(work, Object.fromEntries(given), id), ...answered])
  await completeAssessment(work, id)
}

/** A screen answered so that the weights given are reached, in the order of its questions. */
export async function screen(
  work: CaseWork,
  instrument: 'phq2' | 'phq9' | 'gad7' | 'selfSufficiency',
  weights: number[],
  how: Circumstances = {},
): Promise<string> {
  const id = newId()
  const instrumentId = shippedInstrumentIds[instrument]
  await beginAssessment(work, { id, instrumentId, reason: 'screening', ...circumstances({ mode: 'phone', ...how }) })
  const questions = allItems(formOf(instrument).item).filter((item) => item.type === 'choice')
  for (const [index, weight] of weights.entries()) {
    const item = questions[index]
    const offset = instrument === 'selfSufficiency' ? weight - 1 : weight
    const coding = item?.answerOption?.[offset]?.valueCoding
    if (!item || !coding) throw new Error(`${instrument} has no answer ${weight} to question ${index + 1}.`)
    await answerQuestion(
      work,
      { answer: [{ valueCoding: coding }], notAskedReason: null, source: 'self-reported', seenVersion: 0 },
      id,
      item.linkId,
    )
  }
  await completeAssessment(work, id)
  return id
}
