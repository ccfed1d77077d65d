// What roles, disciplines, kinds of programs and standings are called on screen.
import { t } from '@lingui/core/macro'
import type { Role, StaffRole } from '../../../platform/access/permissions.ts'
import type { Program } from '../agency.ts'
import type { Standing } from '../credential.ts'
import type { disciplines } from '../staff.ts'

export const roleName = (role: Role): string => ({
  intake: t`Intake`, caseManager: t`Case manager`, supervisor: t`Supervisor`, quality: t`Quality`, billing: t`Billing`, administrator: t`Administrator`, provider: t`Receiver of another organization`,
})[role]

/** What the role lets a person do, in a sentence. */
export const roleMeaning = (role: StaffRole): string => ({
  intake: t`Takes in referrals, registers clients and opens cases.`,
  caseManager: t`Works the cases they are named on.`,
  supervisor: t`Sees and answers for every case of the programs they supervise; signs off.`,
  quality: t`Reads every case and who looked at it; changes nothing.`,
  billing: t`Reads contacts and time.`,
  administrator: t`Sets up the agency, programs, staff and instruments; sees no client.`,
})[role]

export const disciplineName = (discipline: (typeof disciplines)[number]): string => ({
  nursing: t`Nursing`, 'social-work': t`Social work`, 'rehabilitation-counseling': t`Rehabilitation counseling`, counseling: t`Counseling`, 'community-health': t`Community health`,
  'peer-support': t`Peer support`, administration: t`Administration`, other: t`Other`,
})[discipline]

export const programKindName = (kind: Program['kind']): string => ({
  'workers-compensation': t`Workers’ compensation`, 'transitional-care': t`Transitional care`, 'community-support': t`Community support`, 'complex-care': t`Complex care`, other: t`Other`,
})[kind]

export const standingName = (standing: Standing): string => ({
  valid: t`Valid`, expiring: t`Ends soon`, expired: t`Expired`, withdrawn: t`Withdrawn`, 'not-yet': t`Not valid yet`,
})[standing]

export const standingTone = (standing: Standing): 'done' | 'today' | 'late' | 'plain' =>
  standing === 'valid' ? 'done' : standing === 'expiring' || standing === 'not-yet' ? 'today' : standing === 'expired' ? 'late' : 'plain'

/** Languages staff most often speak with clients here; any other can be typed as its tag. */
export const spokenHere = ['en', 'es', 'vi', 'zh', 'ar', 'fr', 'ht', 'ko', 'pt', 'ru', 'so', 'sw', 'tl', 'ase']

export const states = [
  'AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS', 'KY', 'LA', 'ME', 'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC', 'ND',
  'OH', 'OK', 'OR', 'PA', 'PR', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY',
]
