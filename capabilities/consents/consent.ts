// What a consent is and whether it is in force at an instant. Evaluated whenever it is asked, never stored (INV-14).
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import { civilDayOf } from '../../platform/time/zone.ts'
import { consentKinds, type ConsentKind } from './kinds.ts'

export { consentKinds, type ConsentKind }

const text = (longest: number) => z.string().trim().max(longest).default('')
const day = Day.nullable().default(null)
const language = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose a language from the list.')

/** Everything the paper may say. What a kind needs is in completeness.ts; a draft may lack any of it. */
export const ConsentContent = z.object({
  kind: z.enum(consentKinds),
  programId: z.uuid().nullable().default(null),
  grantorName: text(200),
  grantorCapacity: z.enum(['client', 'representative', 'court', 'statute', 'program', 'agency']).default('client'),
  supportMemberId: z.uuid().nullable().default(null),
  authority: text(500),
  discloser: text(500),
  recipients: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
  information: text(2000),
  informationFrom: day,
  informationUntil: day,
  purposes: z.array(z.string().trim().min(1).max(300)).max(10).default([]),
  effectiveOn: day,
  expiresOn: day,
  expiresEvent: text(300),
  signedOn: day,
  method: z.enum(['written', 'electronic', 'verbal', 'given', 'mailed']).nullable().default(null),
  witness: text(200),
  language: language.nullable().default(null),
  interpreter: text(200),
  statesRightToRevoke: z.boolean().default(false),
  statesConditioning: z.boolean().default(false),
  statesRedisclosure: z.boolean().default(false),
  statementsVersion: text(60),
  copyGivenOn: day,
  conditions: text(1000),
  textMessages: z.enum(['yes', 'no']).nullable().default(null),
  emailMessages: z.enum(['yes', 'no']).nullable().default(null),
  supersedesId: z.uuid().nullable().default(null),
})
export type ConsentContent = z.infer<typeof ConsentContent>

export interface Consent extends Omit<ConsentContent, 'effectiveOn'> {
  id: string
  clientId: string
  state: 'draft' | 'active' | 'defective'
  effectiveAt: string | null
  ending: ConsentEnding | null
  /** The instant from which a newer consent stands in its place. */
  supersededAt: string | null
  createdAt: string
  createdBy: string | null
  version: number
}

export const Revocation = z.object({
  at: z.iso.datetime({ offset: true }).nullable().default(null),
  method: z.enum(['written', 'electronic', 'verbal']),
  byWhom: z.string().trim().min(1, 'Say who revoked it.').max(200),
  relianceNote: text(1000),
})
export type Revocation = z.infer<typeof Revocation>

export interface ConsentEnding {
  kind: 'revoked' | 'event-happened' | 'found-false'
  at: string
  method: 'written' | 'electronic' | 'verbal' | 'observed'
  byWhom: string
  relianceNote: string
}

export type Standing = 'draft' | 'defective' | 'not-yet' | 'revoked' | 'superseded' | 'expired' | 'active'

/** `instant` is ISO 8601; `zone` the agency's, in which the last day of a consent is meant. */
export interface Moment {
  instant: string
  zone: string
}

type Judged = Pick<Consent, 'state' | 'effectiveAt' | 'expiresOn' | 'ending' | 'supersededAt'>

/**
 * Where a consent stands at an instant (3.5). A revocation counts from its own instant on and changes nothing before it (INV-14); a
 * consent known to be false never was one (INV-10); the last day counts whole, in the agency's zone.
 */
export function standingOf(consent: Judged, at: Moment): Standing {
  const since = (instant: string | null | undefined) => instant != null && Date.parse(instant) <= Date.parse(at.instant)
  if (consent.state !== 'active') return consent.state
  if (consent.ending?.kind === 'found-false') return 'defective'
  if (!since(consent.effectiveAt)) return 'not-yet'
  if (since(consent.ending?.at)) return consent.ending?.kind === 'revoked' ? 'revoked' : 'expired'
  if (since(consent.supersededAt)) return 'superseded'
  return consent.expiresOn !== null && consent.expiresOn < civilDayOf(at.instant, at.zone) ? 'expired' : 'active'
}

/** The one question every disclosure and every activation asks (INV-10, INV-14). */
export function consentInForce(consent: Judged, at: Moment): boolean {
  return standingOf(consent, at) === 'active'
}
