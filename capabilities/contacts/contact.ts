// What a contact is, what a note must say before it is signed, and what may never be changed. Practice rules only.
import { z } from 'zod'
import { refuse, type Issue } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'
import { NewBarrier } from '../plans/barrier.ts'
import { Progress } from '../plans/goal.ts'

/** attempt: nobody was reached; collateral: with someone else about the client; conference: several at once. */
export const Kind = z.enum(['attempt', 'completed', 'collateral', 'conference', 'correspondence'])
export type Kind = z.infer<typeof Kind>
export const Mode = z.enum(['phone', 'video', 'home', 'office', 'facility', 'community', 'text', 'email', 'letter', 'portal'])
export type Mode = z.infer<typeof Mode>
export const AttemptResult = z.enum(['no-answer', 'left-message', 'spoke-with-other', 'wrong-contact', 'not-home', 'undeliverable'])
export type AttemptResult = z.infer<typeof AttemptResult>
/** Who interpreted. A child or another relative is not an interpreter, so there is no code for one. */
export const Interpreter = z.enum(['not-needed', 'qualified', 'bilingual-staff', 'declined-by-client'])
export type Interpreter = z.infer<typeof Interpreter>
export const Purpose = z.enum(['engagement', 'assessment', 'planning', 'coordination', 'monitoring', 'safety', 'transition', 'closure', 'other'])
export type Purpose = z.infer<typeof Purpose>
export const ParticipantRole = z.enum(['client', 'support', 'provider', 'employer', 'payer', 'interpreter', 'colleague', 'other'])

export const Participant = z.object({
  role: ParticipantRole,
  name: z.string().trim().min(1).max(200),
  supportMemberId: z.uuid().nullish(),
})
export type Participant = z.infer<typeof Participant>

/** How far one goal came by what this contact showed; the same rules as anywhere else a goal is scored. */
export const GoalMoved = z.intersection(z.object({ goalId: z.uuid() }), Progress)
export type GoalMoved = z.infer<typeof GoalMoved>

export const NextTask = z.object({ title: z.string().trim().min(1, 'Say what to do next.').max(200), due: Day })
export type NextTask = z.infer<typeof NextTask>

/** What signing will do besides closing the note: kept with a draft, done in the save that signs. */
export const Intended = z.object({
  goalsMoved: z.array(GoalMoved).max(20).default([]),
  barrier: NewBarrier.nullable().default(null),
  nextTask: NextTask.nullable().default(null),
})
export type Intended = z.infer<typeof Intended>

const minutes = z.number().int().min(0).max(1440).default(0)

export const ContactContent = z.object({
  kind: Kind,
  mode: Mode,
  direction: z.enum(['outgoing', 'incoming']).default('outgoing'),
  attemptResult: AttemptResult.nullable().default(null),
  /** ISO instant; the zone is the agency's */
  occurredAt: z.iso.datetime({ offset: true }),
  durationMinutes: minutes,
  travelMinutes: minutes,
  /** tenths of a mile */
  distanceTenthsMile: z.number().int().min(0).max(20_000).default(0),
  contactPointId: z.uuid().nullable().default(null),
  interpreter: Interpreter.nullable().default(null),
  interpreterReference: z.string().trim().max(60).default(''),
  participants: z.array(Participant).max(30).default([]),
  purpose: Purpose.default('monitoring'),
  narrative: z.string().trim().max(20_000).default(''),
  goalIds: z.array(z.uuid()).max(20).default([]),
  noGoalReason: z.string().trim().max(500).default(''),
  nextStep: z.string().trim().max(1000).default(''),
  intended: Intended.default({ goalsMoved: [], barrier: null, nextTask: null }),
})
export type ContactContent = z.infer<typeof ContactContent>

/** The same meeting as it belongs in another client's chart: own words, own minutes, nobody else's name (INV-44). */
export const AlsoFor = z.object({ caseId: z.uuid(), narrative: z.string().trim().min(1).max(20_000), durationMinutes: minutes })

export const NewContact = ContactContent.extend({
  id: z.uuid().optional(),
  sign: z.boolean().default(false),
  lateReason: z.string().trim().max(500).default(''),
  alsoFor: z.array(AlsoFor).max(10).default([]),
})
export type NewContact = z.infer<typeof NewContact>
export type NewContactGiven = z.input<typeof NewContact>

export const Signing = z.object({ lateReason: z.string().trim().max(500).default('') })
export const NewAmendment = z.object({
  text: z.string().trim().min(1, 'Write what is to be added or corrected.').max(20_000),
  reason: z.string().trim().min(1, 'Say why the note is amended.').max(1000),
})
export type NewAmendment = z.infer<typeof NewAmendment>

export interface Amendment extends NewAmendment { id: string; contactId: string; amendedAt: string; amendedBy: string }

export type ContactStatus = 'draft' | 'signed' | 'discarded'
export interface Contact extends ContactContent {
  id: string
  caseId: string
  authorId: string
  status: ContactStatus
  occurredZone: string
  groupId: string | null
  signedAt: string | null
  signedBy: string | null
  signedAs: string | null
  timeliness: 'on-time' | 'late' | 'late-entry' | null
  lateReason: string | null
  version: number
  createdAt: string
}

/** Whether the contact was with the client, as outgoing safe-contact rules and first attempts need to know. */
export const reachesForClient = ({ kind }: Pick<ContactContent, 'kind'>): boolean => kind === 'attempt' || kind === 'completed' || kind === 'correspondence'

/** Modes that use a telephone number or an address of the client's (INV-04). */
export const usesContactPoint = ({ mode }: Pick<ContactContent, 'mode'>): boolean => ['phone', 'text', 'email', 'video'].includes(mode)

export interface Circumstances {
  /** the client's interpreter need */
  interpreterNeeded: boolean
  /** goals of the plan that have not ended; empty before there is a plan */
  openGoalIds: readonly string[]
}

/**
 * INV-42: a signed note says who, when, why, what was done, which goal and how it goes, and what comes next. Attempts only say what came
 * of them. Refuses `contact.incomplete` with everything that is missing.
 */
export function mustBeComplete(contact: ContactContent, { interpreterNeeded, openGoalIds }: Circumstances): void {
  const issues = contact.kind === 'attempt' ? [] : missingOf(contact, openGoalIds)
  if (contact.kind === 'attempt' && !contact.attemptResult) issues.push({ path: 'attemptResult', message: 'Say what came of the attempt.' })
  if (interpreterNeeded && talked(contact) && contact.interpreter === null)
    issues.push({ path: 'interpreter', message: 'The client needs an interpreter: say who interpreted.' })
  if (contact.interpreter === 'qualified' && contact.interpreterReference === '')
    issues.push({ path: 'interpreterReference', message: 'Give the interpreter’s name or number.' })
  if (issues.length > 0) refuse('contact.incomplete', 'The note cannot be signed yet. It is kept as you wrote it.', { issues })
}

function missingOf(contact: ContactContent, openGoalIds: readonly string[]): Issue[] {
  const goals = [...contact.goalIds, ...contact.intended.goalsMoved.map(({ goalId }) => goalId)]
  const issues: Issue[] = []
  if (contact.narrative === '') issues.push({ path: 'narrative', message: 'Say what happened, in your words.' })
  if (contact.kind === 'collateral' && contact.participants.length === 0) issues.push({ path: 'participants', message: 'Say whom you spoke with.' })
  if (goals.length === 0 && contact.noGoalReason === '' && openGoalIds.length > 0)
    issues.push({ path: 'goalIds', message: 'Say which goal this was about, or why none.' })
  if (contact.nextStep === '' && contact.intended.nextTask === null)
    issues.push({ path: 'nextStep', message: 'Say what comes next.' })
  return issues
}

const talked = ({ kind, mode }: ContactContent): boolean => kind === 'completed' && !['text', 'email', 'letter', 'portal'].includes(mode)

/** What the stored note keeps: the goals moved are goals addressed, the next task is the next step, and before a plan that is the reason. */
export function completed(contact: ContactContent, openGoalIds: readonly string[]): Pick<ContactContent, 'goalIds' | 'nextStep' | 'noGoalReason'> {
  const goalIds = [...new Set([...contact.goalIds, ...contact.intended.goalsMoved.map(({ goalId }) => goalId)])]
  return {
    goalIds,
    nextStep: contact.nextStep || (contact.intended.nextTask?.title ?? ''),
    noGoalReason: contact.noGoalReason || (goalIds.length === 0 && openGoalIds.length === 0 ? 'No plan with goals yet.' : ''),
  }
}

/** Refuses `contact.not-author`: a note is signed, changed and discarded by who wrote it. */
export function mustBeAuthor({ authorId }: Pick<Contact, 'authorId'>, staffId: string): void {
  if (authorId !== staffId) refuse('contact.not-author', 'Only the person who wrote this note can do that. You can add a note of your own.', { status: 403 })
}

/** INV-43. Refuses `note.signed-is-immutable`. */
export function mustBeDraft({ status }: Pick<Contact, 'status'>): void {
  if (status === 'signed') refuse('note.signed-is-immutable', 'This note is signed and stays as it is. Add an amendment instead.', { status: 409 })
  if (status === 'discarded') refuse('note.discarded-is-final', 'This draft was discarded. Write the note again.', { status: 409 })
}

/** Refuses `contact.not-safe` (INV-04). `allowed` is the decision about the number or address that was used; null where none was named. */
export function mustBeSafe(contact: ContactContent, safeContact: string, allowed: { may: boolean; why: string } | null): void {
  if (contact.direction !== 'outgoing' || !reachesForClient(contact) || !usesContactPoint(contact)) return
  if (safeContact === 'required' && allowed === null)
    refuse('contact.not-safe', 'This client may only be reached where it is safe. Choose the number or address that was used.', {
      issues: [{ path: 'contactPointId', message: 'Choose the number or address that was used.' }],
    })
  if (allowed && !allowed.may) refuse('contact.not-safe', allowed.why, { issues: [{ path: 'contactPointId', message: allowed.why }] })
}
