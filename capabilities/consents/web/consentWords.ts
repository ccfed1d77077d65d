// What consents, their standing and what they lack are called on screen.
import { t } from '@lingui/core/macro'
import type { Lack } from '../completeness.ts'
import type { Consent, ConsentKind, Standing } from '../consent.ts'
import type { EngagementBasis } from '../engagement.ts'

export const kindWords = (kind: ConsentKind): string =>
  ({
    cm_engagement: t`Consent to case management`,
    representative_consent: t`Representative’s consent to case management`,
    court_order: t`Court order`,
    statutory_assignment: t`Assigned by law or claim`,
    program_optout_notice: t`Notice of the program and the right to opt out`,
    hipaa_authorization: t`Authorization to share`,
    role_disclosure: t`Role disclosure given`,
    rights_notice: t`Rights and privacy notice given`,
    communication_preference: t`Texts and e-mail`,
  })[kind]

export const basisWords = (basis: EngagementBasis): string =>
  ({
    client_consent: t`The client agreed`,
    representative_consent: t`A representative agreed`,
    court_order: t`A court ordered it`,
    statutory_assignment: t`The law or the claim assigns it`,
    program_optout_notice: t`The client was told and did not opt out`,
  })[basis]

export const standingWords = (standing: Standing): string =>
  ({
    draft: t`Draft`,
    defective: t`Defective`,
    'not-yet': t`Not yet in force`,
    revoked: t`Revoked`,
    superseded: t`Replaced by a newer one`,
    expired: t`Ended`,
    active: t`In force`,
  })[standing]

export const methodWords = (method: NonNullable<Consent['method']>): string =>
  ({
    written: t`in writing`,
    electronic: t`signed electronically`,
    verbal: t`by voice`,
    given: t`handed over`,
    mailed: t`by mail`,
  })[method]

/** What is missing, said to whoever fills in the form. */
export function lackWords({ code, message }: Lack): string {
  const words: Record<string, string> = {
    'consent.no-grantor': t`Say who agreed, ordered it or was told.`,
    'consent.no-method': t`Say how it was given.`,
    'consent.no-date': t`Give the date.`,
    'consent.no-language': t`Say in which language it was explained.`,
    'consent.no-witness': t`A spoken consent needs a witness: name who heard it.`,
    'consent.no-authority': t`Describe the authority: the document, the court, or the law.`,
    'consent.no-description': t`Describe which information may be shared.`,
    'consent.no-discloser': t`Name who may share it.`,
    'consent.no-recipient': t`Name to whom it may be given.`,
    'consent.no-purpose': t`Give each purpose.`,
    'consent.no-expiry': t`Give the day or the event on which it ends.`,
    'consent.not-signed': t`An authorization is signed: in writing or electronically.`,
    'consent.wrong-grantor': t`Choose who may give this.`,
    'consent.no-right-to-revoke': t`The form must say that it can be revoked, and how.`,
    'consent.no-conditioning': t`The form must say whether services depend on signing.`,
    'consent.no-redisclosure': t`The form must say that the recipient may share further.`,
    'consent.no-statements-version': t`Say which version of the form was signed.`,
    'consent.no-notice-version': t`Say which version of the notice was given.`,
    'consent.no-answer': t`Say whether texts and e-mail are welcome.`,
  }
  return words[code] ?? message
}
