// One assessment of one person with one instrument: how it begins, what completes it, and how it is corrected afterwards. Pure.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'
import { AnswerValue, NotAskedReason, unsettledItems, type Answers } from './answer.ts'
import { DomainOutcome, missingDomains, type DomainFinding, type Missing } from './comprehensive.ts'
import { domainsOf } from './comprehensive.ts'
import { part, extensionUrl, type Item, type Questionnaire } from './questionnaire.ts'

export const AssessmentReason = z.enum([
  'initial',
  'schedule',
  'change-of-condition',
  'transition',
  'request',
  'incident',
  'screening',
])
export const Mode = z.enum(['face-to-face', 'video', 'phone', 'on-paper'])
export const Place = z.enum(['home', 'office', 'facility', 'community', 'other'])
export const Interpreter = z.enum(['not-needed', 'qualified', 'bilingual-staff', 'other-adult', 'declined'])
export const Source = z.enum(['self-reported', 'reported-by-related-person', 'observed', 'administrative', 'derived'])

const Person = z.object({
  name: z.string().trim().min(1).max(200),
  relation: z.enum(['client', 'family', 'friend', 'caregiver', 'provider', 'staff', 'interpreter', 'other']),
  /** Told us something, rather than only being there. */
  informant: z.boolean(),
})
export type Person = z.infer<typeof Person>

const circumstances = {
  reason: AssessmentReason,
  mode: Mode,
  place: Place.nullable().default(null),
  language: z.string().trim().min(2).max(35),
  interpreter: Interpreter,
  interpreterReference: z.string().trim().max(100).default(''),
  people: z.array(Person).max(30).default([]),
}
export const Circumstances = z.object(circumstances)
export type Circumstances = z.infer<typeof Circumstances>

export const NewAssessment = z.object({ id: z.uuid(), instrumentId: z.uuid(), ...circumstances })
export type NewAssessment = z.infer<typeof NewAssessment>

export const AnswerGiven = z
  .object({
    answer: z.array(AnswerValue).max(50).nullable(),
    notAskedReason: NotAskedReason.nullable().default(null),
    source: Source.default('self-reported'),
    /** The version of this answer the person had on screen; 0 when there was none. A colleague's newer answer is shown, not overwritten. */
    seenVersion: z.int().min(0),
  })
  .refine(({ answer, notAskedReason }) => !(answer && notAskedReason), {
    message: 'Give an answer, or say why there is none; not both.',
    path: ['notAskedReason'],
  })
export type AnswerGiven = z.infer<typeof AnswerGiven>

/** A result of an instrument whose questions may not be shown: the number, the day, the person who asked (INV-23). Nothing else is kept. */
export const ScoreOnlyResult = z.object({
  id: z.uuid(),
  instrumentId: z.uuid(),
  assessedOn: Day,
  values: z.record(z.string(), z.number()),
})
export type ScoreOnlyResult = z.infer<typeof ScoreOnlyResult>

const reason = z.string().trim().min(1).max(2000)
/** A correction after completion: what was recorded stays readable, the correction stands beside it with its reason. */
export const Amendment = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('answer'),
    linkId: z.string(),
    answer: z.array(AnswerValue).max(50).nullable(),
    notAskedReason: NotAskedReason.nullable().default(null),
    reason,
  }),
  z.object({
    about: z.literal('domain'),
    domain: z.string(),
    outcome: DomainOutcome,
    conclusion: z.string().trim().min(1).max(4000),
    narrative: z.string().trim().max(10_000),
    reason,
  }),
])
export type Amendment = z.infer<typeof Amendment>

export const Withdrawal = z.object({ kind: z.enum(['stopped', 'entered-in-error']), reason })
export type Withdrawal = z.infer<typeof Withdrawal>

/** FHIR QuestionnaireResponse.status. */
export type AssessmentStatus = 'in-progress' | 'completed' | 'amended' | 'entered-in-error' | 'stopped'

/** Refuses with `assessment.case-ended` and `assessment.not-engaged`: a full assessment rests on the person having agreed to case management. */
export function mayBegin(kind: string, caseStatus: string): void {
  if (['closed', 'not_engaged', 'voided'].includes(caseStatus))
    refuse('assessment.case-ended', 'This case has ended. Reopen it, or open a new one, before assessing again.')
  if (kind === 'comprehensive' && caseStatus === 'pending_engagement')
    refuse(
      'assessment.not-engaged',
      'A comprehensive assessment begins once the case is active. Record what the person agreed to first; a short screen can be done now.',
    )
}

/** Refuses with `assessment.not-in-progress`: a completed assessment is corrected by an amendment, never rewritten. */
export function mayWrite(status: AssessmentStatus): void {
  if (status === 'in-progress') return
  refuse('assessment.not-in-progress', 'This assessment is finished. To correct it, add an amendment that says why.', {
    status: 409,
  })
}

/** Everything that still stands between this assessment and its completion, in the order of the form (INV-21). */
export function missingForCompletion(
  questionnaire: Questionnaire,
  answers: Answers,
  findings: readonly DomainFinding[],
  href: (place: string) => string,
): Missing[] {
  const domains = domainsOf(questionnaire)
  if (domains.length === 0)
    return unsettledItems(questionnaire.item, answers).map((item) =>
      missingAnswer(item, href(`item=${encodeURIComponent(item.linkId)}`)),
    )
  const setAside = new Set(
    findings.filter(({ outcome }) => outcome === 'declined' || outcome === 'unable').map(({ domain }) => domain),
  )
  return domains.flatMap((domain) => [
    ...missingDomains([domain], findings, (code) => href(`domain=${code}`)),
    ...(setAside.has(domain.code)
      ? []
      : unsettledItems(groupOf(questionnaire, domain.code), answers).map((item) =>
          missingAnswer(item, href(`domain=${domain.code}`)),
        )),
  ])
}
const missingAnswer = (item: Item, href: string): Missing => ({
  code: `item.${item.linkId}`,
  message: `“${item.text ?? item.linkId}” has no answer. Answer it, or say why there is none.`,
  href,
})

const groupOf = (questionnaire: Questionnaire, domain: string): Item[] =>
  questionnaire.item.filter((item) => part(item, extensionUrl.domain)?.valueCode === domain)

/** Refuses with `assessment.incomplete` and lists all that is missing, each with a link. */
export function mayComplete(missing: Missing[]): void {
  if (missing.length === 0) return
  const what = missing.length === 1 ? 'One thing is' : `${missing.length} things are`
  refuse('assessment.incomplete', `${what} still open. Nothing you wrote is lost; open each one below.`, { missing })
}

/** The answers as they stand after the corrections, oldest first. */
export function answersAsAmended(
  answers: Answers,
  amendments: readonly { linkId: string | null; after: Pick<AnswerGiven, 'answer' | 'notAskedReason'> }[],
): Answers {
  return amendments.reduce<Answers>(
    (standing, { linkId, after }) => (linkId === null ? standing : { ...standing, [linkId]: after }),
    answers,
  )
}

/** A date of completion, plus 30 days for the plan, and never later than 60 days after activation (rule U7). Civil days. */
export const planDueDates = { afterCompletionDays: 30, afterActivationDays: 60 } as const

export interface Assessment {
  id: string
  caseId: string
  instrumentId: string
  renders: boolean
  reason: z.infer<typeof AssessmentReason> | null
  mode: z.infer<typeof Mode> | null
  place: z.infer<typeof Place> | null
  language: string | null
  interpreter: z.infer<typeof Interpreter> | null
  interpreterReference: string
  people: Person[]
  status: AssessmentStatus
  /** The civil day the answers are about and the zone it was; `beganAt` and `completedAt` say when it was recorded. */
  assessedOn: string
  assessedZone: string
  beganAt: string
  completedAt: string | null
  completedOn: string | null
  completedBy: string | null
  endReason: string | null
  version: number
}
