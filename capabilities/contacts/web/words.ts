// The words for kinds, ways, purposes and results of contacts.
import { t } from '@lingui/core/macro'
import type { AttemptResult, Contact, Interpreter, Kind, Mode, Purpose } from '../contact.ts'

export const kinds = ['attempt', 'completed', 'collateral', 'conference', 'correspondence'] as const satisfies readonly Kind[]
export const modes = ['phone', 'video', 'home', 'office', 'facility', 'community', 'text', 'email', 'letter', 'portal'] as const satisfies readonly Mode[]
export const results = ['no-answer', 'left-message', 'spoke-with-other', 'wrong-contact', 'not-home', 'undeliverable'] as const satisfies readonly AttemptResult[]

export const modeWords = (mode: Mode): string =>
  ({
    phone: t`phone`, video: t`video`, home: t`at home`, office: t`at our office`, facility: t`at a facility`, community: t`in the community`,
    text: t`text message`, email: t`e-mail`, letter: t`letter`, portal: t`portal message`,
  })[mode]

/** "Call", "Home visit", "Letter": how the story names a contact. */
export function contactWords(kind: Kind, mode: Mode): string {
  if (kind === 'attempt') return t`No answer`
  if (kind === 'conference') return t`Conference`
  if (kind === 'collateral') return t`With someone else`
  return {
    phone: t`Call`, video: t`Video call`, home: t`Home visit`, office: t`Office visit`, facility: t`Visit at a facility`, community: t`Meeting in the community`,
    text: t`Text message`, email: t`E-mail`, letter: t`Letter`, portal: t`Portal message`,
  }[mode]
}

export const resultWords = (result: AttemptResult): string =>
  ({
    'no-answer': t`No answer`, 'left-message': t`Left a message`, 'spoke-with-other': t`Someone else answered`, 'wrong-contact': t`Wrong number or address`,
    'not-home': t`Not at home`, undeliverable: t`Could not be delivered`,
  })[result]

export const purposeWords = (purpose: Purpose): string =>
  ({
    engagement: t`Getting to know`, assessment: t`Assessment`, planning: t`Planning`, coordination: t`Coordinating services`, monitoring: t`Following up`,
    safety: t`Safety`, transition: t`Transition`, closure: t`Closing`, other: t`Other`,
  })[purpose]

export const interpreterWords = (interpreter: Interpreter, reference: string): string =>
  ({
    'not-needed': t`No interpreter needed`, qualified: reference ? t`Interpreter ${reference}` : t`Qualified interpreter`,
    'bilingual-staff': t`In their language`, 'declined-by-client': t`Interpreter declined`,
  })[interpreter]

export const timelinessWords = (timeliness: NonNullable<Contact['timeliness']>): string =>
  ({ 'on-time': t`signed`, late: t`signed late`, 'late-entry': t`late entry` })[timeliness]
