// What people do with an assessment: begin it, answer, conclude an area, set it aside. Each: find, decide, save, announce.
import { announce } from '../../platform/events.ts'
import { changed, refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { checkAnswer } from './answer.ts'
import {
  mayBegin,
  mayWrite,
  type AnswerGiven,
  type Assessment,
  type Circumstances,
  type NewAssessment,
  type Withdrawal,
} from './assessment.ts'
import { addAssessment, holdAssessment, latestComprehensive, openAssessmentWith, saveAssessment } from './assessment.store.ts'
import { domainsOf, isConcluded, isConcludedAnew, type DomainDraft, type DomainFinding } from './comprehensive.ts'
import { findInstrument, keepInstrument } from './instrument.actions.ts'
import { mayBeAsked, type Instrument } from './instrument.ts'
import { allItems, type Questionnaire } from './questionnaire.ts'
import type { SafetyConcern, StoredResponse } from './record.ts'
import { findingOf, findingsOf, saveFindings, saveResponse } from './response.store.ts'
import { raiseConcern } from './safety.actions.ts'

export const placeOf = ({ clientId, caseId }: CaseWork, assessmentId: string, place = ''): string =>
  `/clients/${clientId}/assessments/${assessmentId}?case=${caseId}${place && `&${place}`}`

/** Refuses with the reasons of `mayBeAsked` and `mayBegin`, and with `assessment.already-begun` when one is open: it is resumed, not begun twice. */
export async function beginAssessment(
  work: CaseWork,
  { id, instrumentId, ...circumstances }: NewAssessment,
): Promise<Assessment> {
  const instrument = await keepInstrument(work, instrumentId)
  mayBeAsked(instrument)
  mayBegin(instrument.kind, work.caseStatus)
  const open = await openAssessmentWith(work.tx, work.caseId, instrumentId)
  if (open)
    refuse('assessment.already-begun', `${instrument.title} has been begun and is not finished. Go on where it was left.`, {
      status: 409,
      missing: [{ code: 'resume', message: `Resume ${instrument.title}`, href: placeOf(work, open.id) }],
    })
  const assessment = await addAssessment(work.tx, {
    id,
    caseId: work.caseId,
    instrumentId,
    renders: true,
    ...circumstances,
    status: 'in-progress',
    assessedOn: work.today,
    assessedZone: work.zone,
    completedAt: null,
    completedOn: null,
    completedBy: null,
    endReason: null,
  })
  await announce(
    work,
    'assessment.begun',
    { entity: 'assessment', id, version: 1 },
    { title: instrument.title, kind: instrument.kind, reason: circumstances.reason },
  )
  return assessment
}

/** The circumstances may be completed while asking: who came in, that an interpreter joined. Refuses with `assessment.not-in-progress`. */
export async function describeAssessment(
  work: CaseWork,
  { people, ...circumstances }: Circumstances,
  assessmentId: string,
): Promise<Assessment> {
  const assessment = await holdAssessment(work.tx, work.caseId, assessmentId)
  mayWrite(assessment.status)
  if (work.expectedVersion !== assessment.version) changed('assessment', assessment)
  return saveAssessment(work.tx, assessment, circumstances, people)
}

/** The assessment, held for writing, with its form. Refuses with `assessment.not-in-progress`. */
export async function inHand(
  work: CaseWork,
  assessmentId: string,
): Promise<{ assessment: Assessment; instrument: Instrument; questionnaire: Questionnaire }> {
  const assessment = await holdAssessment(work.tx, work.caseId, assessmentId)
  mayWrite(assessment.status)
  const instrument = await findInstrument(work, assessment.instrumentId)
  return { assessment, instrument, questionnaire: instrument.questionnaire ?? mayBeAsked(instrument) }
}

/**
 * One answer, kept at once with its own time. An answer that asks for help opens the safety task in the same transaction (INV-22).
 * Refuses with `assessment.not-in-progress`, `assessment.no-such-question`, `assessment.answer-not-offered`, `answer.changed`.
 */
export async function answerQuestion(
  work: CaseWork,
  given: AnswerGiven,
  assessmentId: string,
  linkId: string,
): Promise<StoredResponse & { safety: SafetyConcern | null }> {
  const { instrument, questionnaire } = await inHand(work, assessmentId)
  const item = allItems(questionnaire.item).find((each) => each.linkId === linkId)
  checkAnswer(item, given.answer ?? [])
  const response = await saveResponse(work.tx, {
    caseId: work.caseId,
    assessmentId,
    linkId,
    given,
    at: work.now,
    by: work.staff.id,
  })
  const safety = item
    ? await raiseConcern(work, { assessmentId, title: instrument.title, item, answer: given.answer ?? [] })
    : null
  return { ...response, safety }
}

export type AreaGiven = DomainDraft & { seenVersion: number }

/** One area of a comprehensive assessment, as far as it is written. It takes its date and person when outcome and conclusion are there (INV-21). */
export async function writeArea(work: CaseWork, given: AreaGiven, assessmentId: string, domain: string): Promise<DomainFinding> {
  const [written] = await writeAreas(work, { [domain]: given }, assessmentId)
  return written ?? noSuchArea()
}

/** Some areas at once, as when they were written down elsewhere first, on paper or by an import: all of them or none. */
export async function writeAreas(work: CaseWork, given: Record<string, AreaGiven>, assessmentId: string): Promise<DomainFinding[]> {
  const { questionnaire } = await inHand(work, assessmentId)
  const areas = new Set(domainsOf(questionnaire).map(({ code }) => code))
  const written = Object.entries(given).map(async ([domain, { seenVersion, ...draft }]) => {
    if (!areas.has(domain)) noSuchArea()
    const before = seenVersion > 0 ? await findingOf(work.tx, assessmentId, domain) : undefined
    return { caseId: work.caseId, assessmentId, domain, seenVersion, draft: { ...draft, ...conclusionOf(work, before, draft) } }
  })
  return saveFindings(work.tx, await Promise.all(written))
}

const noSuchArea = (): never => refuse('assessment.no-such-area', 'This assessment has no such area.', { status: 404 })

function conclusionOf(
  work: CaseWork,
  before: DomainFinding | undefined,
  draft: DomainDraft,
): Pick<DomainFinding, 'completedAt' | 'completedOn' | 'completedBy'> {
  if (!isConcluded(draft)) return { completedAt: null, completedOn: null, completedBy: null }
  if (before && !isConcludedAnew(before, draft))
    return { completedAt: before.completedAt, completedOn: before.completedOn, completedBy: before.completedBy }
  return { completedAt: work.now, completedOn: work.today, completedBy: work.staff.id }
}

/** Stopped midway, or entered in error: it stays readable with its reason. Refuses with `assessment.already-set-aside` and `assessment.completed-is-kept`. */
export async function setAside(work: CaseWork, { kind, reason }: Withdrawal, assessmentId: string): Promise<Assessment> {
  const assessment = await holdAssessment(work.tx, work.caseId, assessmentId)
  if (assessment.status === 'stopped' || assessment.status === 'entered-in-error')
    refuse('assessment.already-set-aside', 'This assessment was set aside before.', { status: 409 })
  if (kind === 'stopped' && assessment.status !== 'in-progress')
    refuse(
      'assessment.completed-is-kept',
      'This assessment is complete. If it belongs to someone else or never happened, mark it as entered in error.',
      { status: 409 },
    )
  const { title } = await findInstrument(work, assessment.instrumentId)
  const saved = await saveAssessment(work.tx, assessment, { status: kind, endReason: reason })
  await announce(
    work,
    kind === 'stopped' ? 'assessment.stopped' : 'assessment.withdrawn',
    { entity: 'assessment', id: assessmentId, version: saved.version },
    { title, reason },
  )
  return saved
}

/** For the plan: the latest comprehensive assessment of this case that was completed. */
export async function latestCompletedComprehensive({
  tx,
  caseId,
}: CaseWork): Promise<{ id: string; completedOn: string } | null> {
  const latest = await latestComprehensive(tx, caseId)
  return latest?.completedOn ? { id: latest.id, completedOn: latest.completedOn } : null
}

/** For the plan: what that assessment concluded, area by area. */
export async function concludedAreas(work: CaseWork): Promise<DomainFinding[]> {
  const latest = await latestCompletedComprehensive(work)
  return latest ? findingsOf(work.tx, latest.id) : []
}
