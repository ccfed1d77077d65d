// On what ground information may leave: every disclosure names one, and an authorization only counts while it is in force (INV-15).
import { z } from 'zod'
import { consentInForce, type Consent, type Moment } from './consent.ts'

/** The grounds other than a client's own permission (INV-15). */
const otherGrounds = [
  'treatment',
  'payment',
  'operations',
  'required_by_law',
  'public_health',
  'abuse_report',
  'oversight',
  'judicial_order',
  'law_enforcement',
  'serious_threat',
  'workers_comp',
  'individual',
  'personal_representative',
] as const

export const LegalBasis = z.discriminatedUnion('ground', [
  z.object({ ground: z.literal('authorization'), consentId: z.uuid() }),
  z.object({ ground: z.enum(otherGrounds), explanation: z.string().trim().max(500).default('') }),
])
export type LegalBasis = z.infer<typeof LegalBasis>

/** Grounds that nobody may claim without saying what they rest on. */
const explained: readonly LegalBasis['ground'][] = [
  'required_by_law',
  'abuse_report',
  'judicial_order',
  'law_enforcement',
  'serious_threat',
]

export type BasisFault = 'no-such-authorization' | 'not-an-authorization' | 'not-in-force' | 'not-explained'

/** What keeps a ground from holding at this moment; null when it holds. Judged at the asking, so that a revocation a second ago counts (INV-14). */
export function faultOf(basis: LegalBasis, consents: readonly Consent[], at: Moment): BasisFault | null {
  if (basis.ground !== 'authorization')
    return explained.includes(basis.ground) && basis.explanation === '' ? 'not-explained' : null
  const named = consents.find(({ id }) => id === basis.consentId)
  if (!named) return 'no-such-authorization'
  if (named.kind !== 'hipaa_authorization') return 'not-an-authorization'
  return consentInForce(named, at) ? null : 'not-in-force'
}
