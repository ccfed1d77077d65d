// What a service referral is and what people say about it; the schemas are the contract with the screens. Practice rules only.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import { LegalBasis } from '../consents/legalBasis.ts'
import { capacities, minimumNecessary, packageItems, reasonCodes, serviceTypes, ways, type Capacity, type PackageItem, type PerformerKind, type Reason, type ServiceType, type Status, type Way } from './codes.ts'

const text = (longest: number) => z.string().trim().max(longest).default('')
const email = z.union([z.literal(''), z.email('Write an e-mail address such as name@example.org.').max(200)]).default('')
const reach = { email, phone: text(60) }

/** Who is asked: a service of the directory, an organization by its name, or somebody around the client. All are performers like any other. */
export const Performer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('service'), serviceId: z.uuid(), serviceAtLocationId: z.uuid().nullable().default(null) }),
  z.object({ kind: z.literal('organization'), name: z.string().trim().min(1, 'Write the name of the organization.').max(200), ...reach }),
  z.object({ kind: z.literal('support'), supportMemberId: z.uuid() }),
])
export type Performer = z.infer<typeof Performer>

const fields = {
  performer: Performer,
  serviceType: z.enum(serviceTypes),
  needId: z.uuid().nullable(),
  goalId: z.uuid().nullable(),
  priority: z.enum(['routine', 'urgent']),
  request: z.string().trim().max(2000),
  items: z.array(z.enum(packageItems)).max(packageItems.length),
}
/** A draft. An inquiry asks for capacity only and tells nothing of the person (INV-36). */
export const NewServiceReferral = z.object({
  ...fields,
  id: z.uuid().optional(),
  intent: z.enum(['referral', 'inquiry']).default('referral'),
  needId: fields.needId.default(null),
  goalId: fields.goalId.default(null),
  priority: fields.priority.default('routine'),
  request: fields.request.default(''),
  items: fields.items.default([...minimumNecessary]),
})
export type NewServiceReferral = z.infer<typeof NewServiceReferral>
export const ServiceReferralChange = z.object(fields).partial()
export type ServiceReferralChange = z.infer<typeof ServiceReferralChange>

/** SHA-256 of the code that the sender's browser made, as hex: the code itself is never told to the server, so it is kept nowhere. */
const codeDigest = z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null)
export const LinkRenewal = z.object({ codeDigest })
export type LinkRenewal = z.infer<typeof LinkRenewal>
export const LinkRevocation = z.object({ because: z.string().trim().min(1, 'Say why.').max(300) })
export type LinkRevocation = z.infer<typeof LinkRevocation>

/** How it leaves, to whom, and on what legal basis (INV-15); an inquiry has none. */
export const Sending = z.object({
  way: z.enum(ways),
  sentTo: z.string().trim().min(1, 'Say who receives it.').max(200),
  basis: LegalBasis.nullable().default(null),
  codeDigest,
})
export type Sending = z.infer<typeof Sending>

/** What the receiver says, by the link or told to us. */
export const Answer = z.object({
  to: z.enum(['accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled']),
  reasonCode: z.enum(reasonCodes).nullable().default(null),
  reason: z.string().trim().max(1000).nullable().default(null),
})
export type Answer = z.infer<typeof Answer>
export const InquiryAnswer = z.object({ capacity: z.enum(capacities), words: text(1000) })
export type InquiryAnswer = z.infer<typeof InquiryAnswer>

/** We take it back: cancelled with a reason, or entered in error. */
export const Withdrawal = z.object({
  to: z.enum(['cancelled', 'entered-in-error']),
  reasonCode: z.enum(reasonCodes).nullable().default(null),
  reason: z.string().trim().max(1000).nullable().default(null),
})
export type Withdrawal = z.infer<typeof Withdrawal>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 14:30.')
/** Day and clock time in the agency's zone. */
export const Appointment = z.object({ day: Day, time, note: text(500) })
export type Appointment = z.infer<typeof Appointment>

export const Question = z.object({ words: z.string().trim().min(1, 'Write your question.').max(2000) })
export type Question = z.infer<typeof Question>
export const WarmHandoff = z.object({ on: Day, note: text(1000) })
export type WarmHandoff = z.infer<typeof WarmHandoff>

/** Membership in the outside program (practice-model 4.6). */
export const OutsideEnrollment = z
  .object({ state: z.enum(['enrolled', 'not-enrolled', 'waitlisted']), from: Day.nullable().default(null), until: Day.nullable().default(null) })
  .refine(({ state, from }) => state === 'not-enrolled' || from !== null, { path: ['from'], message: 'Say since when.' })
  .refine(({ from, until }) => !from || !until || from <= until, { path: ['until'], message: 'It ends before it begins.' })
export type OutsideEnrollment = z.infer<typeof OutsideEnrollment>

export interface ServiceReferral {
  id: string
  caseId: string
  clientId: string
  intent: 'referral' | 'inquiry'
  status: Status
  reasonCode: Reason | null
  reason: string | null
  performerKind: PerformerKind
  serviceAtLocationId: string | null
  serviceId: string | null
  supportMemberId: string | null
  performerName: string
  performerEmail: string
  performerPhone: string
  serviceType: ServiceType
  needId: string | null
  goalId: string | null
  priority: 'routine' | 'urgent'
  request: string
  items: PackageItem[]
  basis: LegalBasis | null
  consentId: string | null
  capacity: Capacity | null
  requestedAt: string | null
  requestedOn: string | null
  answeredAt: string | null
  answeredOn: string | null
  acceptedAt: string | null
  startedAt: string | null
  heldAt: string | null
  endedAt: string | null
  appointmentAt: string | null
  appointmentNote: string
  warmHandoffOn: string | null
  warmHandoffNote: string
  enrollmentState: OutsideEnrollment['state'] | null
  enrollmentFrom: string | null
  enrollmentUntil: string | null
  clientReached: 'yes' | 'no' | 'unknown' | null
  reachedOn: string | null
  serviceReceived: string
  needMet: 'met' | 'partly' | 'not-met' | 'unknown' | null
  notMetReason: Reason | null
  clientExperience: string
  loopClosedAt: string | null
  loopClosedOn: string | null
  loopClosedBy: string | null
  county: string | null
  zip3: string | null
  language: string | null
  version: number
  createdAt: string
}

export interface SentPackage {
  id: string
  serviceReferralId: string
  way: Way
  sentTo: string
  at: string
  createdBy: string | null
}
