// On what footing a case may be worked: the engagement basis that activation asks for (practice-model 3.3, H1 to H3).
import { consentInForce, type Consent, type ConsentKind, type Moment } from './consent.ts'

export type EngagementBasis =
  'client_consent' | 'representative_consent' | 'court_order' | 'statutory_assignment' | 'program_optout_notice'

const bases: Partial<Record<ConsentKind, EngagementBasis>> = {
  cm_engagement: 'client_consent',
  representative_consent: 'representative_consent',
  court_order: 'court_order',
  statutory_assignment: 'statutory_assignment',
  program_optout_notice: 'program_optout_notice',
}
/** The client's own word comes before everybody else's. */
const order: EngagementBasis[] = [
  'client_consent',
  'representative_consent',
  'court_order',
  'statutory_assignment',
  'program_optout_notice',
]

export interface Engagement {
  basis: EngagementBasis | null
  consentId: string | null
  roleDisclosure: boolean
  rightsNotice: boolean
  consentUntil: string | null
}

/** Of what is in force at this moment: for the program asked about, consents of that program and those given for all. */
export function engagementFrom(consents: readonly Consent[], at: Moment, programId: string | null): Engagement {
  const standing = consents.filter(
    (each) => consentInForce(each, at) && (each.programId === null || programId === null || each.programId === programId),
  )
  const found = order
    .flatMap((basis) => standing.filter(({ kind }) => bases[kind] === basis).map((consent) => ({ basis, consent })))
    .sort((a, b) => order.indexOf(a.basis) - order.indexOf(b.basis) || lasts(b.consent).localeCompare(lasts(a.consent)))[0]
  return {
    basis: found?.basis ?? null,
    consentId: found?.consent.id ?? null,
    roleDisclosure: standing.some(({ kind }) => kind === 'role_disclosure'),
    rightsNotice: standing.some(({ kind }) => kind === 'rights_notice'),
    consentUntil: found?.consent.expiresOn ?? null,
  }
}

const lasts = ({ expiresOn }: Consent) => expiresOn ?? '9999-12-31'
