// The record of assessments as it is kept and as the screens receive it: shapes only, no rules.
import type { AnswerValue, Answers, Response } from './answer.ts'
import type { Assessment } from './assessment.ts'
import type { DomainDraft, DomainFinding } from './comprehensive.ts'
import type { Instrument } from './instrument.ts'
import type { SafetyAction } from './safety.ts'
import type { Band } from './score.ts'

export interface StoredResponse extends Response {
  linkId: string
  source: string
  answeredAt: string
  answeredBy: string
  version: number
}

export interface StoredAmendment {
  id: string
  number: number
  linkId: string | null
  domain: string | null
  before: Response | DomainDraft | null
  after: Partial<Response & DomainDraft>
  reason: string
  recordedAt: string
  recordedBy: string
}

export interface StoredScore {
  id: string
  assessmentId: string
  instrumentId: string
  key: string
  value: number | null
  scorable: boolean
  missing: number | null
  prorated: boolean
  band: Band | null
  rawAnswers: Answers | null
  amendment: number
}

export interface SafetyConcern {
  id: string
  assessmentId: string
  linkId: string
  concern: string
  answer: AnswerValue[]
  raisedAt: string
  raisedOn: string
  raisedBy: string
}

export interface SafetyResponse {
  id: string
  concernId: string
  actions: SafetyAction[]
  spokeWith: string
  narrative: string
  signedAt: string
  signedBy: string
}

export interface ConcernWithResponse extends SafetyConcern {
  raisedByName: string | null
  response: (SafetyResponse & { signedByName: string | null }) | null
}

export interface AssessmentLine extends Pick<
  Assessment,
  | 'id'
  | 'caseId'
  | 'instrumentId'
  | 'renders'
  | 'reason'
  | 'mode'
  | 'status'
  | 'assessedOn'
  | 'beganAt'
  | 'completedOn'
  | 'endReason'
  | 'version'
> {
  title: string
  instrumentVersion: string
  kind: string
  areas: number
  answered: number
  concluded: number
  completedByName: string | null
}

export interface StaffName {
  id: string
  name: string
  credentialLine: string
}

export interface ScoreLine extends Omit<StoredScore, 'rawAnswers'> {
  previous: { value: number | null; assessedOn: string } | null
}

export interface AssessmentList {
  assessments: (AssessmentLine & { scores: ScoreLine[]; openConcerns: number })[]
}

export interface AssessmentView extends Assessment {
  instrument: Instrument
  responses: StoredResponse[]
  findings: DomainFinding[]
  amendments: StoredAmendment[]
  scores: (ScoreLine & { standing: boolean; agrees: boolean | null })[]
  concerns: ConcernWithResponse[]
  previous: {
    id: string
    assessedOn: string
    responses: Pick<StoredResponse, 'linkId' | 'answer' | 'notAskedReason'>[]
    findings: DomainFinding[]
  } | null
  staff: { id: string; name: string; credentialLine: string }[]
}

/** An instrument as lists show it: everything but its questions. */
export interface InstrumentLine extends Omit<Instrument, 'questionnaire'> {
  description: string
}
