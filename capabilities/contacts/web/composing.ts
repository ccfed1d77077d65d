// What the composer holds while somebody writes, and how it becomes the contact that is sent.
import { newId } from '../../../web/api.ts'
import type { AttemptResult, Contact, GoalMoved, Interpreter, Kind, Mode, NewContactGiven, Participant, Purpose } from '../contact.ts'

export const forms = ['call', 'visit', 'video', 'message', 'conference', 'other-person', 'no-answer'] as const
export type Form = (typeof forms)[number]

/** What the composer needs to know of the client and the case it writes about. */
export interface ComposerFor {
  caseId: string
  clientId: string
  name: string
  /** 'she' | 'he' | 'they', or null to use the name */
  subject: 'she' | 'he' | 'they' | null
  interpreterNeeded: boolean
  safeContactRequired: boolean
  safeContactRule: string | null
  points: { id: string; text: string; may: boolean; why: string }[]
  people: { id: string; name: string; role: string }[]
  goals: { id: string; clientWords: string; level: number | null; baseline: number | null; levels: readonly string[] | null }[]
  drafts: Contact[]
  purpose: Purpose
}

export interface BarrierDraft { statement: string; type: string; ownerKind: string; ownerName: string; goalIds: string[] }

export interface Composing {
  id: string
  /** version of the draft on the server; null while it is only here */
  version: number | null
  form: Form
  mode: Mode
  attemptResult: AttemptResult
  direction: 'outgoing' | 'incoming'
  /** ISO instant; null means now */
  occurredAt: string | null
  durationMinutes: number
  travelMinutes: number
  distanceTenthsMile: number
  contactPointId: string | null
  interpreter: Interpreter | null
  interpreterReference: string
  participants: Participant[]
  purpose: Purpose | null
  narrative: string
  goalIds: string[]
  goalsMoved: GoalMoved[]
  noGoalReason: string
  nextStep: string
  nextTask: { title: string; due: string } | null
  barrier: BarrierDraft | null
  lateReason: string
}

export const blank = (): Composing => ({
  id: newId(), version: null, form: 'call', mode: 'phone', attemptResult: 'no-answer', direction: 'outgoing', occurredAt: null, durationMinutes: 0, travelMinutes: 0,
  distanceTenthsMile: 0, contactPointId: null, interpreter: null, interpreterReference: '', participants: [], purpose: null, narrative: '', goalIds: [], goalsMoved: [],
  noGoalReason: '', nextStep: '', nextTask: null, barrier: null, lateReason: '',
})

const kindOf: Record<Form, Kind> = {
  call: 'completed', visit: 'completed', video: 'completed', message: 'correspondence', conference: 'conference', 'other-person': 'collateral', 'no-answer': 'attempt',
}
/** The ways a form may go; the first is what choosing the form means. */
export const modesOf: Record<Form, Mode[]> = {
  call: ['phone'], visit: ['home', 'office', 'facility', 'community'], video: ['video'], message: ['text', 'email', 'letter', 'portal'],
  conference: ['video', 'phone', 'office', 'facility', 'home'], 'other-person': ['phone', 'office', 'facility', 'email', 'community'], 'no-answer': ['phone', 'home', 'text', 'email', 'letter'],
}

export const withForm = (now: Composing, form: Form): Composing => ({ ...now, form, mode: modesOf[form][0] ?? 'phone' })

export const isTouched = (now: Composing): boolean => now.narrative !== '' || now.version !== null || now.goalsMoved.length > 0 || now.durationMinutes > 0

/** Two beginnings of one note: everything of the first, and the words of both. */
export const joined = (first: Composing, second: Composing): Composing => ({ ...first, narrative: [first.narrative, second.narrative].filter(Boolean).join('\n\n') })

const formOf = ({ kind, mode }: Contact): Form =>
  kind === 'attempt' ? 'no-answer' : kind === 'conference' ? 'conference' : kind === 'collateral' ? 'other-person' : kind === 'correspondence' ? 'message' : mode === 'phone' ? 'call' : mode === 'video' ? 'video' : 'visit'

export function fromDraft(draft: Contact): Composing {
  const { intended, attemptResult, ...same } = draft
  const barrier = intended.barrier
  return {
    ...blank(), ...same, form: formOf(draft), attemptResult: attemptResult ?? 'no-answer', goalsMoved: intended.goalsMoved, nextTask: intended.nextTask, lateReason: draft.lateReason ?? '',
    barrier: barrier && { statement: barrier.statement, type: barrier.type, ownerKind: barrier.owner.kind, ownerName: barrier.owner.name ?? '', goalIds: barrier.goalIds },
  }
}

/** What is sent: `sign` closes the note, else it is kept as a draft. `now` is the instant of saving. */
export function toContact(from: Composing, { purpose, interpreterNeeded }: Pick<ComposerFor, 'purpose' | 'interpreterNeeded'>, now: string): Omit<NewContactGiven, 'sign'> & { id: string } {
  const kind = kindOf[from.form]
  const { id, mode, direction, durationMinutes, travelMinutes, distanceTenthsMile, contactPointId, interpreterReference, participants, narrative, goalIds, noGoalReason, nextStep } = from
  return {
    id, kind, mode, direction, durationMinutes, travelMinutes, distanceTenthsMile, contactPointId, interpreterReference, participants, narrative, goalIds, noGoalReason, nextStep,
    attemptResult: kind === 'attempt' ? from.attemptResult : null,
    occurredAt: from.occurredAt ?? now,
    interpreter: from.interpreter ?? (interpreterNeeded ? null : 'not-needed'),
    purpose: from.purpose ?? purpose,
    lateReason: from.lateReason,
    intended: { goalsMoved: from.goalsMoved, barrier: barrierOf(from.barrier), nextTask: from.nextTask },
  }
}

const partyKinds = ['case-manager', 'client', 'support', 'provider', 'payer', 'employer'] as const
const barrierTypes = ['client', 'caregiver', 'provider', 'payer', 'employer', 'system', 'access', 'language', 'transport', 'cost', 'other'] as const

function barrierOf(barrier: BarrierDraft | null) {
  if (!barrier || barrier.statement.trim() === '') return null
  const kind = partyKinds.find((each) => each === barrier.ownerKind) ?? 'case-manager'
  const isNamed = kind !== 'case-manager' && kind !== 'client'
  return { statement: barrier.statement, type: barrierTypes.find((each) => each === barrier.type) ?? 'other', owner: { kind, staffId: null, name: isNamed ? barrier.ownerName || null : null }, goalIds: barrier.goalIds }
}
