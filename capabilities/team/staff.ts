// Who works for the agency, in which roles, and what an administrator may change. Practice rules only.
import { z } from 'zod'
import { staffRoles, type Role } from '../../platform/access/permissions.ts'
import { refuse } from '../../platform/refusal.ts'
import type { Credential, Standing } from './credential.ts'

const RoleName = z.enum(staffRoles)
const Language = z.string().trim().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose the language from the list.')

export const disciplines = ['nursing', 'social-work', 'rehabilitation-counseling', 'counseling', 'community-health', 'peer-support', 'administration', 'other'] as const
export const Discipline = z.enum(disciplines)

export const StaffDetails = z.object({
  name: z.string().trim().min(1, 'Write the name.').max(120),
  email: z.email('Write the whole e-mail address.').max(254),
  discipline: Discipline.nullish(),
  credentialLine: z.string().trim().max(80).default(''),
  languages: z.array(Language).max(20).default([]),
  caseloadCap: z.number().int().min(0).max(500).default(60),
  supervisorId: z.uuid().nullish(),
})
export type StaffDetails = z.infer<typeof StaffDetails>
export const NewStaff = StaffDetails.extend({ id: z.uuid().optional(), roles: z.array(RoleName).min(1, 'Give at least one role.') })
export type NewStaff = z.infer<typeof NewStaff>

export const NewRole = z.object({ role: RoleName })
export type NewRole = z.infer<typeof NewRole>
export const Leaving = z.object({ status: z.enum(['active', 'inactive']) })
export type Leaving = z.infer<typeof Leaving>
export const NewExclusion = z.object({ staffId: z.uuid(), reason: z.string().trim().min(3, 'Say why, in a few words.').max(500) })
export type NewExclusion = z.infer<typeof NewExclusion>

export interface Staff {
  id: string
  name: string
  email: string
  discipline: string | null
  credentialLine: string
  languages: string[]
  caseloadCap: number
  supervisorId: string | null
  status: 'active' | 'inactive'
  version: number
}
export interface StaffMember extends Staff {
  roles: Role[]
  programs: { id: string; name: string }[]
  /** The credential that counts today, else the one that ended last; null when none was ever recorded. */
  credential: { title: string; jurisdiction: string | null; expiresOn: string | null; standing: Standing } | null
}
export interface StaffPage extends StaffMember {
  credentials: (Credential & { standing: Standing; verifiedByName: string | null })[]
  signsIn: 'yes' | 'invited' | 'no'
}
export interface Exclusion {
  id: string
  staffId: string
  staffName: string
  reason: string
  fromAt: string
  untilAt: string | null
  version: number
}

/** A person keeps a way in and an agency an administrator. @throws staff.own-access */
export function mayChangeAccessOf(staffId: string, me: string): void {
  if (staffId === me) refuse('staff.own-access', 'Another administrator changes your own access, so that nobody is locked out by accident.')
}

/** Somebody may always step back; only a supervisor says it of others. @throws exclusion.not-yours */
export function mayExclude(staffId: string, me: { id: string; mayDecide: boolean }): void {
  if (staffId !== me.id && !me.mayDecide) refuse('exclusion.not-yours', 'A supervisor decides this for somebody else. You can step back yourself.', { status: 403 })
}
