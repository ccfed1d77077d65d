// The consent form as filled in, and where each kind begins.
import type { Consent, ConsentContent, ConsentKind } from '../consent.ts'

/** The version of the printed statements that this product carries. */
const statementsVersion = 'Continuum 2026-01'

export const emptyConsent = (
  kind: ConsentKind,
  { name, today, language }: { name: string; today: string; language: string },
): ConsentContent => ({
  kind,
  programId: null,
  grantorName: grantorOf(kind, name),
  grantorCapacity: capacityOf(kind),
  supportMemberId: null,
  authority: '',
  discloser: '',
  recipients: [],
  information: '',
  informationFrom: null,
  informationUntil: null,
  purposes: [],
  effectiveOn: null,
  expiresOn: null,
  expiresEvent: '',
  signedOn: today,
  method: isNoticeKind(kind) ? 'given' : 'written',
  witness: '',
  language,
  interpreter: '',
  statesRightToRevoke: kind === 'hipaa_authorization',
  statesConditioning: kind === 'hipaa_authorization',
  statesRedisclosure: kind === 'hipaa_authorization',
  statementsVersion: kind === 'hipaa_authorization' ? statementsVersion : '',
  copyGivenOn: null,
  conditions: '',
  textMessages: null,
  emailMessages: null,
  supersedesId: null,
})

/** Where a new one begins that stands in the place of an old one: the same words, a new signature. */
export function renewalOf(
  {
    ending: _e,
    supersededAt: _s,
    createdAt: _c,
    createdBy: _b,
    version: _v,
    state: _t,
    effectiveAt: _a,
    clientId: _p,
    id,
    ...content
  }: Consent,
  today: string,
): ConsentContent {
  return { ...content, effectiveOn: null, expiresOn: null, signedOn: today, copyGivenOn: null, supersedesId: id }
}

const isNoticeKind = (kind: ConsentKind) =>
  kind === 'role_disclosure' || kind === 'rights_notice' || kind === 'program_optout_notice'

function grantorOf(kind: ConsentKind, name: string): string {
  return kind === 'representative_consent' || kind === 'court_order' || kind === 'statutory_assignment' ? '' : name
}

function capacityOf(kind: ConsentKind): ConsentContent['grantorCapacity'] {
  if (kind === 'representative_consent') return 'representative'
  if (kind === 'court_order') return 'court'
  return kind === 'statutory_assignment' ? 'statute' : 'client'
}
