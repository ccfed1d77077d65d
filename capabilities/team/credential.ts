// Licences and certifications: what one is, and whether it is valid on a day for a place. Practice rules only.
import { z } from 'zod'
import { addCivilDays, daysBetween } from '../../platform/time/civil.ts'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'

const State = z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'Write the state as two letters, like NC.')
const name = z.string().trim().min(2, 'Write what it is called, like Registered Nurse.').max(120)
const number = z.string().trim().min(1, 'Write the number on it.').max(60)

/** A licence is given by a state and expires; a certification (CCM) may be valid everywhere. */
export const NewCredential = z.object({
  id: z.uuid().optional(),
  kind: z.enum(['licence', 'certification']),
  title: name,
  jurisdiction: State.nullish(),
  alsoValidIn: z.array(State).max(60).default([]),
  number,
  issuedOn: Day.nullish(),
  expiresOn: Day.nullish(),
})
export type NewCredential = z.infer<typeof NewCredential>

export const Renewal = z.object({ expiresOn: Day, number: number.optional() })
export type Renewal = z.infer<typeof Renewal>
export const Withdrawal = z.object({ reason: z.string().trim().min(3, 'Say why it no longer holds.').max(500) })
export type Withdrawal = z.infer<typeof Withdrawal>

export interface Credential {
  id: string
  staffId: string
  kind: NewCredential['kind']
  title: string
  jurisdiction: string | null
  alsoValidIn: string[]
  number: string
  issuedOn: string | null
  expiresOn: string | null
  verifiedOn: string | null
  verifiedBy: string | null
  withdrawnOn: string | null
  withdrawalReason: string | null
  version: number
}

/** @throws credential.licence-needs-state, credential.licence-needs-expiry, credential.dates */
export function soundCredential(wanted: NewCredential): void {
  if (wanted.kind === 'licence' && !wanted.jurisdiction)
    refuse('credential.licence-needs-state', 'A licence belongs to a state. Choose which.', { issues: [{ path: 'jurisdiction', message: 'Choose the state.' }] })
  if (wanted.kind === 'licence' && !wanted.expiresOn)
    refuse('credential.licence-needs-expiry', 'A licence expires. Write the day.', { issues: [{ path: 'expiresOn', message: 'Write the day it expires.' }] })
  if (wanted.issuedOn && wanted.expiresOn && wanted.expiresOn <= wanted.issuedOn)
    refuse('credential.dates', 'It must expire after it was issued.', { issues: [{ path: 'expiresOn', message: 'Choose a later day.' }] })
}

/**
 * INV-08, INV-09: valid on a day for a place. The day of expiry itself still counts; a withdrawn one never does. Without a
 * place any valid credential will do; a credential without a state is valid everywhere.
 */
export function isValid(credential: Credential, on: string, jurisdiction?: string | null): boolean {
  if (credential.withdrawnOn !== null && credential.withdrawnOn <= on) return false
  if (credential.issuedOn !== null && credential.issuedOn > on) return false
  if (credential.expiresOn !== null && credential.expiresOn < on) return false
  return !jurisdiction || credential.jurisdiction === null || [credential.jurisdiction, ...credential.alsoValidIn].includes(jurisdiction)
}

/** Of the valid ones: a licence of the very state first, then the one that lasts longest. */
export function bestOf(held: readonly Credential[], on: string, jurisdiction?: string | null): Credential | null {
  const rank = (each: Credential) => `${each.kind === 'licence' ? 1 : 0}${each.jurisdiction === jurisdiction ? 1 : 0}${each.expiresOn ?? '9999-12-31'}`
  return held.filter((each) => isValid(each, on, jurisdiction)).sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0] ?? null
}

/** How many days before it expires people are warned (practice-model 5.3, U25). */
export const warnDays = [90, 60, 30] as const

export type Standing = 'valid' | 'expiring' | 'expired' | 'withdrawn' | 'not-yet'

/** What a list shows: `expiring` within 90 days. */
export function standingOf(credential: Credential, on: string): Standing {
  if (credential.withdrawnOn !== null && credential.withdrawnOn <= on) return 'withdrawn'
  if (credential.issuedOn !== null && credential.issuedOn > on) return 'not-yet'
  if (credential.expiresOn === null) return 'valid'
  if (credential.expiresOn < on) return 'expired'
  return credential.expiresOn <= addCivilDays(on, warnDays[0]) ? 'expiring' : 'valid'
}

/** The warning that is reached on a day: 90, 60 or 30 days before, 0 from the day after expiry; null while it is far away. */
export function warningOf(expiresOn: string, on: string): 90 | 60 | 30 | 0 | null {
  const left = daysBetween(on, expiresOn)
  if (left < 0) return 0
  return left <= 30 ? 30 : left <= 60 ? 60 : left <= 90 ? 90 : null
}
