// What the screens read: one assessment whole, with last time's answers beside, and the list with scores over time.
import type { CaseWork } from '../../platform/work.ts'
import { asAnswer } from './amendment.actions.ts'
import { answersAsAmended } from './assessment.ts'
import { findAssessment, previousWith } from './assessment.store.ts'
import { readInstrument } from './instrument.actions.ts'
import type { Instrument } from './instrument.ts'
import { assessmentsOf, namesOf } from './overview.store.ts'
import type { AssessmentList, AssessmentView, StoredScore } from './record.ts'
import { amendmentsOf, answersFrom, findingsOf, responsesOf } from './response.store.ts'
import { scoresFor } from './score.calculated.ts'
import { previousScore } from './score.ts'
import { concernsOf, scoresEverMade, scoresOf } from './score.store.ts'

/** The client's assessments on every case the reader may see. Scores are those after corrections; each has the one before it (INV-24). */
export async function listAssessments({ tx, clientId }: CaseWork): Promise<AssessmentList> {
  const [lines, scores] = await Promise.all([assessmentsOf(tx, clientId), scoresOf(tx, clientId)])
  const concerns = await concernsOf(
    tx,
    lines.map((each) => each.id),
  )
  return {
    assessments: lines.map((line) => ({
      ...line,
      scores: scores
        .filter((each) => each.assessmentId === line.id)
        .map(({ rawAnswers: _kept, assessedOn, ...score }) => {
          const place = scores.findIndex((each) => each.id === score.id)
          const previous = previousScore({ ...score, assessedOn }, scores.slice(0, place))
          return { ...score, previous: previous && { value: previous.value, assessedOn: previous.assessedOn } }
        }),
      openConcerns: concerns.filter((each) => each.assessmentId === line.id && each.response === null).length,
    })),
  }
}

export async function viewAssessment(work: CaseWork, id: string): Promise<AssessmentView> {
  const { tx, clientId } = work
  const assessment = await findAssessment(tx, work.caseId, id)
  const [instrument, responses, findings, amendments, scores, made, concerns, before] = await Promise.all([
    readInstrument(work, assessment.instrumentId),
    responsesOf(tx, id),
    findingsOf(tx, id),
    amendmentsOf(tx, id),
    scoresOf(tx, clientId),
    scoresEverMade(tx, id),
    concernsOf(tx, [id]),
    previousWith(tx, clientId, assessment),
  ])
  const people = [
    assessment.completedBy,
    ...findings.map((each) => each.completedBy),
    ...responses.map((each) => each.answeredBy),
    ...amendments.map((each) => each.recordedBy),
  ]
  const [previous, staff] = await Promise.all([
    before ? lastTime(work, before) : null,
    namesOf(
      tx,
      people.filter((each) => each !== null),
    ),
  ])
  const earlier = scores.filter((each) => each.assessmentId !== id)
  return {
    ...assessment,
    instrument,
    responses,
    findings,
    amendments,
    concerns,
    previous,
    staff,
    scores: await Promise.all(made.map(async ({ rawAnswers, ...score }) => {
      const prior = previousScore({ ...score, assessedOn: assessment.assessedOn }, earlier)
      return {
        ...score,
        standing: scores.some((each) => each.id === score.id),
        agrees: await agrees(instrument, { ...score, rawAnswers }),
        previous: prior && { value: prior.value, assessedOn: prior.assessedOn },
      }
    })),
  }
}

/** INV-19: whether the stored number is still what the stored version makes of the stored answers. Null where only the number is kept. */
async function agrees(
  { questionnaire }: Pick<Instrument, 'questionnaire'>,
  { key, value, missing, rawAnswers }: Omit<StoredScore, 'id'>,
): Promise<boolean | null> {
  if (!questionnaire || !rawAnswers) return null
  const again = (await scoresFor(questionnaire, rawAnswers)).find((each) => each.key === key)
  return again !== undefined && again.value === value && again.missing === missing
}

async function lastTime(
  { tx }: CaseWork,
  { id, assessedOn }: { id: string; assessedOn: string },
): Promise<AssessmentView['previous']> {
  const [responses, findings, amendments] = await Promise.all([responsesOf(tx, id), findingsOf(tx, id), amendmentsOf(tx, id)])
  const standing = answersAsAmended(answersFrom(responses), amendments.map(asAnswer))
  return {
    id,
    assessedOn,
    findings,
    responses: Object.entries(standing).map(([linkId, response]) => ({
      linkId,
      answer: response?.answer ?? null,
      notAskedReason: response?.notAskedReason ?? null,
    })),
  }
}
