// How a plan is agreed: signed, refused with the reason, or agreed by word of mouth for a while (INV-30), and when it is looked at again.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { addCivilDays, daysBetween } from '../../platform/time/civil.ts'
import { Day } from '../../platform/time/day.ts'

const name = z.string().trim().max(200).default('')

export const Signature = z.object({
  kind: z.enum(['signed', 'refused', 'verbal']),
  by: z.enum(['client', 'representative']),
  name,
  method: z.enum(['on-screen', 'on-paper', 'by-phone', 'in-person']).default('in-person'),
  language: z.string().trim().min(2).max(35).default('en'),
  interpreter: name,
  reason: z.string().trim().max(1000).default(''),
  expiresOn: Day.nullable().default(null),
})
export type Signature = z.infer<typeof Signature>

/** A verbal agreement bridges the time to the signature; it does not replace it. */
export const verbalAgreementDays = 30

/**
 * INV-30: a plan is agreed by a named signature, by a recorded refusal that says why, or verbally until a day within
 * 30 days. Refuses `signature.no-name`, `signature.no-reason`, `signature.no-expiry`, `signature.expiry-too-far`.
 */
export function checkSignature(signature: Signature, today: string): Signature {
  const { kind, by, expiresOn } = signature
  if (signature.name === '' && (kind !== 'refused' || by === 'representative'))
    refuse('signature.no-name', 'Write the name of the person who agrees.')
  if (kind === 'refused' && signature.reason === '')
    refuse('signature.no-reason', 'Write down why, in the client’s words if you can. The plan can go on; the refusal is kept and reported.')
  if (kind !== 'verbal') return { ...signature, expiresOn: null }
  if (!expiresOn || expiresOn <= today)
    refuse('signature.no-expiry', 'A verbal agreement waits for a signature: say until which day.')
  if (daysBetween(today, expiresOn) > verbalAgreementDays)
    refuse('signature.expiry-too-far', `A verbal agreement lasts ${verbalAgreementDays} days at most. Choose an earlier day.`)
  return signature
}

/** Plan review by acuity level: intensive 30, high 60, moderate 90, low 180 days; 90 where no level is set (practice model 5.2). */
export function reviewDays(acuityLevel: number | null): number {
  return { 4: 30, 3: 60, 2: 90, 1: 180 }[acuityLevel ?? 2] ?? 90
}

export const reviewDue = (today: string, acuityLevel: number | null): string => addCivilDays(today, reviewDays(acuityLevel))

/** High and intensive plans are shown to the supervisor (practice model 5.2). It is asked, it does not hold up the client. */
export const needsSignOff = (acuityLevel: number | null): boolean => (acuityLevel ?? 0) >= 3

/** A copy reaches the client within 5 business days of agreement (U9). */
export const copyDueBusinessDays = 5

export const CopyGiven = z.object({
  to: z.string().trim().min(1, 'Say who received it.').max(200),
  language: z.string().trim().min(2).max(35),
  method: z.enum(['handed-over', 'mailed', 'emailed', 'read-aloud']),
  givenOn: Day.optional(),
})
export type CopyGiven = z.infer<typeof CopyGiven>

export const SignOff = z.object({
  decision: z.enum(['approved', 'returned']),
  comment: z.string().trim().max(1000).default(''),
})
export type SignOff = z.infer<typeof SignOff>

/** Refuses `sign-off.own-plan` and `sign-off.no-comment`. */
export function checkSignOff({ decision, comment }: SignOff, proposedBy: string | null, staffId: string): void {
  if (proposedBy === staffId) refuse('sign-off.own-plan', 'Someone else signs off: you wrote this plan yourself.')
  if (decision === 'returned' && comment === '') refuse('sign-off.no-comment', 'Say what should change before you return it.')
}

/** The language the plan is written down and talked over in (BCP 47). */
export const Proposal = z.object({ language: z.string().trim().min(2).max(35).default('en') })
export type Proposal = z.infer<typeof Proposal>
