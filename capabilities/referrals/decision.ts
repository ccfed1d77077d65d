// What the front door decides about a referral: what each decision asks for, and what it refuses.
import { z } from 'zod'
import {
  codesOf,
  dangers,
  declineReasons,
  eligibilityBases,
  notToldReasons,
  redirectReasons,
  urgencies,
  waitlistReasons,
  withdrawReasons,
} from './reason.ts'
import type { Urgency } from './reason.ts'
import { missingFor, step, type Facts, type ReferralStatus } from './referral.ts'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'

const line = (longest: number) => z.string().trim().min(1).max(longest)
const maybe = <Inner extends z.ZodType>(inner: Inner) => inner.nullable().default(null)

/** Triage: how urgent, for which program, and what was done at once where somebody is in danger. */
export const Triage = z.object({
  urgency: z.enum(urgencies),
  danger: maybe(z.enum(codesOf(dangers))),
  /** What was done for the person's safety today. */
  safetyDone: maybe(line(4000)),
  programId: maybe(z.uuid()),
  note: maybe(line(4000)),
})
export type Triage = z.infer<typeof Triage>

export const InformationRequest = z.object({
  question: line(4000),
  askedOf: z.enum(['source', 'client', 'somebody-else']),
  dueOn: Day,
})
export type InformationRequest = z.infer<typeof InformationRequest>

/** The answer, or the fact that none came: either brings the referral back to be decided. */
export const Answer = z.object({ answer: maybe(line(8000)), noAnswer: z.boolean().default(false) })
export type Answer = z.infer<typeof Answer>

export const Waitlisting = z.object({ reason: z.enum(codesOf(waitlistReasons)), note: maybe(line(2000)), reviewOn: Day })
export type Waitlisting = z.infer<typeof Waitlisting>

export const WaitlistReturn = z.object({ note: line(2000) })

/** Who becomes the client: a new one (the candidates the worker looked at and set aside are named), or one we know. */
export const Acceptance = z.object({
  client: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('new'), clientId: z.uuid(), setAside: z.array(z.uuid()).max(50).default([]) }),
    z.object({ kind: z.literal('known'), clientId: z.uuid() }),
  ]),
  caseId: z.uuid(),
  eligibilityBasis: z.enum(codesOf(eligibilityBases)),
  identifiedOn: maybe(Day),
  primaryStaffId: maybe(z.uuid()),
  note: maybe(line(2000)),
})
export type Acceptance = z.infer<typeof Acceptance>

/** Told on a day, or the reason why the person was not told. */
const Told = { toldOn: maybe(Day), notToldBecause: maybe(z.enum(codesOf(notToldReasons))) }

export const Declination = z.object({
  reason: z.enum(codesOf(declineReasons)),
  note: line(4000),
  alternatives: line(4000),
  ...Told,
})
export type Declination = z.infer<typeof Declination>

/** A warm handoff: who takes over there, and how the person was introduced. */
export const Redirection = z.object({
  reason: z.enum(codesOf(redirectReasons)),
  organization: line(200),
  contactPerson: line(200),
  contactHow: line(300),
  handoff: z.enum(['live-introduction', 'call-ahead', 'written']),
  handedOverOn: Day,
  basis: z.enum(['client-agreed', 'nothing-identifying-shared']),
  note: maybe(line(4000)),
})
export type Redirection = z.infer<typeof Redirection>

export const Withdrawal = z.object({
  by: z.enum(['source', 'client']),
  reason: z.enum(codesOf(withdrawReasons)),
  note: maybe(line(4000)),
})
export type Withdrawal = z.infer<typeof Withdrawal>

export const DuplicateMark = z.object({ of: z.enum(['referral', 'client', 'case']), id: z.uuid(), note: maybe(line(2000)) })
export type DuplicateMark = z.infer<typeof DuplicateMark>

export interface Standing {
  id: string
  status: ReferralStatus
  facts: Facts
  programKind: string | null
  /** There is a pre-fill from a bundle that nobody has confirmed yet. */
  prefillOpen: boolean
  /** The confirmed record says that the person has died, with or without a day. */
  died: boolean
}

/**
 * Triage (also after an answer or a wait). An urgent safety need names the danger and what was done about it, the same day (U2).
 * Refuses `referral.incomplete`, `referral.urgent-without-danger`, `referral.urgent-without-action`, `referral.danger-without-urgency`,
 * `referral.danger-unexplained`.
 */
export function triage({ id, status, facts, programKind }: Standing, wanted: Triage): ReferralStatus {
  const next = step(status, 'triaged')
  const missing = missingFor('triage', id, facts, programKind)
  if (missing.length > 0) refuse('referral.incomplete', 'Before triage, write down what is missing.', { missing })
  if (wanted.urgency !== 'urgent-safety') {
    if (facts.danger && !wanted.note)
      refuse('referral.danger-unexplained', 'This came in as urgent. Say who looked at it and why nobody is in danger now.')
    if (wanted.danger)
      refuse('referral.danger-without-urgency', 'A danger is named, so this is urgent. Mark it as an urgent safety need.')
    return next
  }
  if (!wanted.danger) refuse('referral.urgent-without-danger', 'Say what makes it urgent, so that the right person acts today.')
  if (!wanted.safetyDone)
    refuse('referral.urgent-without-action', 'Say what was done for the person’s safety today: who was called, what was agreed.')
  return next
}

/** Refuses `referral.due-in-past`. */
export function askForInformation(status: ReferralStatus, request: InformationRequest, today: string): ReferralStatus {
  if (request.dueOn < today) refuse('referral.due-in-past', 'Choose a day from today on for the answer.')
  return step(status, 'info_requested')
}

/** Refuses `referral.not-waiting` and `referral.no-answer-written`: an answer has words, or is marked as not having come. */
export function takeAnswer(status: ReferralStatus, answer: Answer): ReferralStatus {
  if (status !== 'info_requested')
    refuse('referral.not-waiting', 'Nothing was asked, so there is no answer to record.', { status: 409 })
  if (answer.answer === null && !answer.noAnswer)
    refuse('referral.no-answer-written', 'Write down the answer, or say that none came.')
  return step(status, 'triaged')
}

/** The longest a person waits on a list before somebody looks again. */
export const longestWaitDays = 30

/** U2: an urgent safety need bypasses the waitlist. Refuses `referral.urgent-not-waitlisted`, `referral.review-not-soon`. */
export function waitlist(
  status: ReferralStatus,
  urgency: Urgency | null,
  reviewOn: string,
  today: string,
  latest: string,
): ReferralStatus {
  const next = step(status, 'waitlisted')
  if (urgency === 'urgent-safety')
    refuse(
      'referral.urgent-not-waitlisted',
      'An urgent safety need does not wait on a list. Accept it today, or hand it over live to somebody who can act today.',
    )
  if (reviewOn < today || reviewOn > latest)
    refuse('referral.review-not-soon', `Choose a day within ${longestWaitDays} days on which somebody looks at this again.`)
  return next
}

/** Refuses `referral.not-on-waitlist`. */
export function returnFromWaitlist(status: ReferralStatus): ReferralStatus {
  if (status !== 'waitlisted') refuse('referral.not-on-waitlist', 'This referral is not on the waitlist.', { status: 409 })
  return step(status, 'triaged')
}

/** Refuses `referral.person-died` and `referral.incomplete` with everything missing from the minimum dataset, each with its link. */
export function accept({ id, status, facts, programKind, prefillOpen, died }: Standing): ReferralStatus {
  const next = step(status, 'accepted')
  if (died)
    refuse(
      'referral.person-died',
      'The record says that the person has died. Correct it if that is wrong; else decline with that reason.',
    )
  const missing = missingFor('acceptance', id, facts, programKind)
  if (prefillOpen)
    missing.push({
      code: 'referral.prefill-unconfirmed',
      message: 'Confirm what the electronic record says, or leave it out',
      href: `/referrals/${id}#prefill`,
    })
  if (missing.length > 0) refuse('referral.incomplete', 'Before accepting, write down what is missing.', { missing })
  return next
}

/** INV-01: likely duplicates are looked at by a person, never merged. Refuses `referral.duplicates-unreviewed`. */
export function identityChecked(wanted: Acceptance['client'], candidates: { clientId: string }[]): void {
  if (wanted.kind === 'known') return
  const open = candidates.filter((candidate) => !wanted.setAside.includes(candidate.clientId))
  if (open.length > 0)
    refuse(
      'referral.duplicates-unreviewed',
      'We may know this person already. Look at each likely match: link the client, or say that it is somebody else.',
      {
        status: 409,
        current: open,
      },
    )
}

/** Refuses `referral.told-unclear`: the client is told of the alternatives, or the record says why not. */
export function decline(status: ReferralStatus, wanted: Declination, today: string): ReferralStatus {
  const next = step(status, 'declined')
  if ((wanted.toldOn === null) === (wanted.notToldBecause === null))
    refuse('referral.told-unclear', 'Say on which day the person was told of the alternatives, or why they were not told.')
  if (wanted.toldOn !== null && wanted.toldOn > today)
    refuse('referral.told-in-future', 'The person cannot have been told on a day that has not come.')
  return next
}

/** Refuses `referral.handoff-in-future`. */
export function redirect(status: ReferralStatus, wanted: Redirection, today: string): ReferralStatus {
  const next = step(status, 'redirected')
  if (wanted.handedOverOn > today)
    refuse(
      'referral.handoff-in-future',
      'Record the handoff once it has happened; until then ask for information or keep it here.',
    )
  return next
}

/** Nobody closes a referral over a danger that no one has looked at. Refuses `referral.urgent-not-triaged`. */
export function closable({ status, facts }: Pick<Standing, 'status' | 'facts'>): void {
  if (status === 'received' && facts.danger)
    refuse(
      'referral.urgent-not-triaged',
      'Somebody may be in danger. Triage this first and write down what was done; then close it.',
    )
}

export const withdraw = (status: ReferralStatus): ReferralStatus => step(status, 'withdrawn')

/** Refuses `referral.duplicate-of-itself`. */
export function markDuplicate(status: ReferralStatus, referralId: string, mark: DuplicateMark): ReferralStatus {
  if (mark.of === 'referral' && mark.id === referralId)
    refuse('referral.duplicate-of-itself', 'A referral cannot be a duplicate of itself. Choose the other one.')
  return step(status, 'duplicate')
}
