// The closure summary (practice-model 3.3 and 6.12): what is written in it, and what has to stand before a case closes. Practice rules only.
import { z } from 'zod'
import type { Missing } from '../../platform/refusal.ts'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'

export const Disposition = z.enum([
  'home-on-their-own', 'home-with-services', 'another-program', 'another-agency', 'facility', 'moved-away', 'not-known', 'deceased', 'entered-in-error',
])
export type Disposition = z.infer<typeof Disposition>

const text = (longest: number) => z.string().trim().max(longest).default('')
export const ContinuingService = z.object({
  id: z.uuid(), service: z.string().trim().min(1, 'Say what the service is.').max(300), provider: text(200), contact: text(300), note: text(500),
})
export type ContinuingService = z.infer<typeof ContinuingService>
export const UnmetNeed = z.object({ id: z.uuid(), statement: z.string().trim().min(1, 'Say what is needed.').max(500), why: text(1000), whatNow: text(1000) })
export type UnmetNeed = z.infer<typeof UnmetNeed>

const words = (longest: number) => z.string().trim().max(longest)
const fields = {
  course: words(6000),
  agreementWords: words(1000),
  services: z.array(ContinuingService).max(60),
  unmetNeeds: z.array(UnmetNeed).max(60),
  selfManagement: words(4000),
  warningSigns: words(4000),
  aftercare: words(4000),
  reengagement: words(2000),
  disposition: Disposition.nullable(),
  outcomesMissingReason: words(1000),
  time: z.enum(['billed', 'written-off', 'not-billed']).nullable(),
  timeNote: words(500),
  checkOn: Day.nullable(),
}

/** What a person writes or corrects; goals, outcomes, reason and names come from the record. */
export const SummaryContent = z.object(fields)
export type SummaryContent = z.infer<typeof SummaryContent>
/** An edit names only what changes; what is left out stays. */
export const SummaryChange = SummaryContent.partial()
export type SummaryChange = z.infer<typeof SummaryChange>
export const nothingWritten: SummaryContent = {
  course: '', agreementWords: '', services: [], unmetNeeds: [], selfManagement: '', warningSigns: '', aftercare: '', reengagement: '',
  disposition: null, outcomesMissingReason: '', time: null, timeNote: '', checkOn: null,
}

export const SignOff = z.object({ note: text(1000) })
export type SignOff = z.infer<typeof SignOff>
export const Return = z.object({ note: z.string().trim().min(3, 'Say what should be different.').max(1000) })
export type Return = z.infer<typeof Return>

export interface GoalOutcome {
  id: string
  clientWords: string
  attainment: string | null
  because: string | null
  baseline: number | null
  level: number | null
}
export interface MeasuredOutcome {
  instrument: string
  first: { value: number; on: string }
  last: { value: number; on: string } | null
}
export interface TimeSpent {
  contacts: number
  durationMinutes: number
  travelMinutes: number
  distanceTenthsMile: number
}

/** What the guards look at. */
export interface ClosureFacts {
  caseStatus: string
  reason: string | null
  goals: GoalOutcome[]
  outcomes: MeasuredOutcome[]
  time: TimeSpent
  openWork: Missing[]
  places: { closure: string; plan: string; assessments: string }
}

/** After these nobody is left to look after themselves, to be told or to come back. */
const nobodyAnswers = ['deceased', 'opened_in_error']
export const needsNextSteps = (reason: string | null): boolean => !nobodyAnswers.includes(reason ?? '')

/**
 * Everything that keeps the summary from being signed, each with the place where it is done: every goal's end, open work, final
 * outcomes or why there are none, next steps, and the time (practice-model 3.3, closing → closed).
 */
export function missingForSignature(facts: ClosureFacts, content: SummaryContent): Missing[] {
  const field = (code: string, message: string, name: string): Missing => ({ code: `closure.${code}`, message, href: `${facts.places.closure}#field-${name}` })
  const missing: Missing[] = facts.goals.filter(({ attainment }) => attainment === null)
    .map(({ id, clientWords }) => ({ code: 'closure.goal-open', message: `Say how “${clientWords}” ended.`, href: `${facts.places.plan}#${id}` }))
  missing.push(...facts.openWork)
  if (!facts.outcomes.some(({ last }) => last) && !content.outcomesMissingReason)
    missing.push(field('no-outcome', 'Measure once more with the same instrument, or say why there is no final measure.', 'outcomesMissingReason'))
  if (!content.course) missing.push(field('no-course', 'Tell in a few sentences what was done and what changed.', 'course'))
  if (!content.disposition) missing.push(field('no-disposition', 'Say where the person is now.', 'disposition'))
  if (content.unmetNeeds.some(({ whatNow }) => !whatNow)) missing.push(field('unmet-need-alone', 'Say for each need that is not met what the person can do now.', 'unmetNeeds'))
  if (needsNextSteps(facts.reason)) missing.push(...missingNextSteps(content, field))
  if (!content.time) missing.push(field('time-not-settled', 'Say whether the time was billed, written off or is not billed here.', 'time'))
  if (content.time === 'written-off' && !content.timeNote) missing.push(field('write-off-reason', 'Say why the time is written off.', 'timeNote'))
  return missing
}

function missingNextSteps(content: SummaryContent, field: (code: string, message: string, name: string) => Missing): Missing[] {
  return [
    ...(content.selfManagement ? [] : [field('no-self-management', 'Say what the person does themselves from now on.', 'selfManagement')]),
    ...(content.warningSigns ? [] : [field('no-warning-signs', 'Say which signs should worry them, and whom to call.', 'warningSigns')]),
    ...(content.aftercare ? [] : [field('no-aftercare', 'Say how it goes on: the aftercare or transition plan.', 'aftercare')]),
    ...(content.reengagement ? [] : [field('no-reengagement', 'Say how and when they can come back.', 'reengagement')]),
  ]
}

export type SummaryStatus = 'draft' | 'awaiting-sign-off' | 'signed-off'

/** Signed words are not rewritten: a supervisor returns them first. @throws closure.signed-is-immutable (409) */
export function mayRewrite(status: SummaryStatus): void {
  if (status === 'awaiting-sign-off') refuse('closure.signed-is-immutable', 'This summary is signed and waits for the supervisor. They can return it to you.', { status: 409 })
  if (status === 'signed-off') refuse('closure.signed-is-immutable', 'This summary is signed off and stays as it is.', { status: 409 })
}

/** Another person than the author decides. @throws closure.not-awaiting (409), closure.own-sign-off */
export function mayDecide({ status, signedBy }: { status: SummaryStatus; signedBy: string | null }, me: string): void {
  if (status !== 'awaiting-sign-off') refuse('closure.not-awaiting', 'This summary is not waiting for a decision.', { status: 409 })
  if (signedBy === me) refuse('closure.own-sign-off', 'You wrote this summary, so somebody else signs it off.', { status: 403 })
}
