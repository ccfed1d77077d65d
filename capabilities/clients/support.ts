// The people around a client: who they are, what they do, what legal authority they hold, and what may be discussed with them (INV-06, INV-07).
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import { ageRange, type PartialDate } from '../../platform/time/partial.ts'
import { holds, Period } from './period.ts'
import { relationships, topics } from './codes.ts'

export { relationships, topics }

export const authorityKinds = [
  'none',
  'health-care-poa',
  'financial-poa',
  'guardian',
  'parent-of-minor',
  'representative-payee',
  'court-appointed',
  'other',
] as const
export type Topic = (typeof topics)[number]

/** Authority that speaks for the client in care matters, and so makes a personal representative (45 CFR 164.502(g)). */
const speaksForClient: readonly string[] = ['health-care-poa', 'guardian', 'parent-of-minor', 'court-appointed']

const text = (longest: number) => z.string().trim().max(longest).default('')

export const NewSupportMember = z
  .object({
    name: z.string().trim().min(1, 'Write the name.').max(200),
    relationship: z.enum(relationships),
    relationshipNote: text(200),
    phone: text(60),
    email: text(200),
    language: text(35),
    emergencyContact: z.boolean().default(false),
    caregivingHoursWeekly: z.number().int().min(0).max(168).nullable().default(null),
    caregivingTasks: text(1000),
    caregiverNeeds: text(1000),
    authority: z.enum(authorityKinds).default('none'),
    authorityDocument: text(300),
    authorityScope: text(500),
    authorityFromOn: Day.nullable().default(null),
    authorityUntilOn: Day.nullable().default(null),
    mayDiscuss: z.array(z.enum(topics)).max(topics.length).default([]),
    permissionBasis: text(300),
    permissionUntilOn: Day.nullable().default(null),
    allegedAbuser: z.boolean().default(false),
    ...Period.shape,
  })
  .refine(({ mayDiscuss, permissionBasis }) => mayDiscuss.length === 0 || permissionBasis !== '', {
    message: 'Say how the client gave this permission, and when.',
    path: ['permissionBasis'],
  })
  .refine(({ authority, authorityDocument }) => authority === 'none' || authorityDocument !== '', {
    message: 'Name the document that gives this authority, or say that it has not been seen.',
    path: ['authorityDocument'],
  })
export type NewSupportMember = z.infer<typeof NewSupportMember>

export interface SupportMember extends NewSupportMember {
  id: string
  clientId: string
  endedReason: 'changed' | 'entered-in-error' | null
  version: number
}

export type AuthorityState = 'none' | 'in-force' | 'not-yet' | 'ended' | 'client-of-age' | 'suspended-alleged-abuse'

/**
 * INV-07: authority ends with its period, with the role itself and, for a parent, on the client's eighteenth birthday; it is suspended
 * while the person is named as alleged abuser. A birthday known only in part ends it when the client may be of age.
 */
export function authorityState(member: NewSupportMember, birth: PartialDate, on: string): AuthorityState {
  if (member.authority === 'none') return 'none'
  if (member.allegedAbuser) return 'suspended-alleged-abuse'
  if (!holds(member, on)) return 'ended'
  if (member.authorityFromOn !== null && on < member.authorityFromOn) return 'not-yet'
  if (member.authorityUntilOn !== null && member.authorityUntilOn <= on) return 'ended'
  const years = ageRange(birth, on)
  if (member.authority === 'parent-of-minor' && years !== null && years.to >= 18) return 'client-of-age'
  return 'in-force'
}

/** May this person decide and sign in the client's place on this day? */
export function representsClient(member: NewSupportMember, birth: PartialDate, on: string): boolean {
  return speaksForClient.includes(member.authority) && authorityState(member, birth, on) === 'in-force'
}

/**
 * What may be discussed with this person on this day. INV-06: relationship, household, emergency contact or paying for the insurance
 * opens nothing; only the client's permission or an authority in force does. A person named as alleged abuser is told nothing.
 */
export function mayKnow(member: NewSupportMember, birth: PartialDate, on: string): Topic[] {
  if (member.allegedAbuser || !holds(member, on)) return []
  if (representsClient(member, birth, on)) return ['everything']
  if (member.permissionUntilOn !== null && member.permissionUntilOn <= on) return []
  return member.mayDiscuss.includes('everything') ? ['everything'] : topics.filter((topic) => member.mayDiscuss.includes(topic))
}

/** A support member with what follows today: whether the authority holds and what may be discussed. */
export interface KnownSupport extends SupportMember {
  current: boolean
  authorityState: AuthorityState
  represents: boolean
  mayKnow: Topic[]
}
