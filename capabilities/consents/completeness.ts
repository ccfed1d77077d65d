// What is still missing before a consent counts. For a HIPAA authorization: the six core elements and the required statements (INV-10; 45 CFR 164.508(c)).
import type { ConsentContent, ConsentKind } from './consent.ts'

export interface Lack {
  code: string
  message: string
  /** The field of the form where it is given. */
  path: keyof ConsentContent
}

/** An authorization that lacks something is kept as defective; any other kind is not recorded until it is complete. */
export function missingElements(consent: ConsentContent): Lack[] {
  return [
    ...common(consent),
    ...(consent.kind === 'hipaa_authorization' ? [...elements(consent), ...statements(consent)] : other(consent)),
  ]
}

const lack = (path: keyof ConsentContent, code: string, message: string, missing: boolean): Lack[] =>
  missing ? [{ code: `consent.${code}`, message, path }] : []

function common(c: ConsentContent): Lack[] {
  const told = isNotice(c.kind)
  return [
    ...lack('grantorName', 'no-grantor', told ? 'Say who was told.' : 'Say who agreed or ordered it.', c.grantorName === ''),
    ...lack(
      'method',
      'no-method',
      told ? 'Say how it was given.' : 'Say how it was given: in writing, by voice, electronically.',
      c.method === null,
    ),
    ...lack('signedOn', 'no-date', told ? 'Give the date.' : 'Give the date of the signature or the words.', c.signedOn === null),
    ...lack('language', 'no-language', 'Say in which language it was explained.', c.language === null),
    ...lack(
      'witness',
      'no-witness',
      'A spoken consent needs a witness: name who heard it.',
      c.method === 'verbal' && c.witness === '',
    ),
    ...lack('authority', 'no-authority', authorityWords(c), needsAuthority(c) && c.authority === ''),
  ]
}

/** The six core elements in the order of the rule. Signature and date are in `common`. */
function elements(c: ConsentContent): Lack[] {
  return [
    ...lack(
      'information',
      'no-description',
      'Describe which information may be shared, so that anybody could tell it apart.',
      c.information === '',
    ),
    ...lack('discloser', 'no-discloser', 'Name who may share it.', c.discloser === ''),
    ...lack('recipients', 'no-recipient', 'Name to whom it may be given.', c.recipients.length === 0),
    ...lack(
      'purposes',
      'no-purpose',
      'Give each purpose. “At my request” is enough when the client starts it.',
      c.purposes.length === 0,
    ),
    ...lack(
      'expiresOn',
      'no-expiry',
      'Give the day or the event on which it ends.',
      c.expiresOn === null && c.expiresEvent === '',
    ),
    ...lack(
      'method',
      'not-signed',
      'An authorization is signed: in writing or electronically.',
      c.method !== null && !signatures.includes(c.method),
    ),
    ...lack(
      'grantorCapacity',
      'wrong-grantor',
      'Only the client or a representative signs an authorization.',
      !signers.includes(c.grantorCapacity),
    ),
  ]
}
const signatures: readonly string[] = ['written', 'electronic']
const signers: readonly string[] = ['client', 'representative']

/** The three statements that the signed form must make, and which form it was. */
function statements(c: ConsentContent): Lack[] {
  return [
    ...lack(
      'statesRightToRevoke',
      'no-right-to-revoke',
      'The form must say that it can be revoked, and how.',
      !c.statesRightToRevoke,
    ),
    ...lack(
      'statesConditioning',
      'no-conditioning',
      'The form must say whether services depend on signing.',
      !c.statesConditioning,
    ),
    ...lack(
      'statesRedisclosure',
      'no-redisclosure',
      'The form must say that the recipient may share further.',
      !c.statesRedisclosure,
    ),
    ...lack(
      'statementsVersion',
      'no-statements-version',
      'Say which version of the form was signed.',
      c.statementsVersion === '',
    ),
  ]
}

function other(c: ConsentContent): Lack[] {
  const asked = c.textMessages !== null || c.emailMessages !== null
  return [
    ...lack(
      'grantorCapacity',
      'wrong-grantor',
      'A representative consents here; choose the kind of authority.',
      c.kind === 'representative_consent' && c.grantorCapacity !== 'representative',
    ),
    ...lack(
      'grantorCapacity',
      'wrong-grantor',
      'Here the client agrees. For somebody who speaks for the client, record a representative’s consent.',
      c.kind === 'cm_engagement' && c.grantorCapacity !== 'client',
    ),
    ...lack(
      'textMessages',
      'no-answer',
      'Say whether text messages and e-mail are welcome.',
      c.kind === 'communication_preference' && !asked,
    ),
    ...lack(
      'statementsVersion',
      'no-notice-version',
      'Say which version of the notice was given.',
      isNotice(c.kind) && c.statementsVersion === '',
    ),
  ]
}

function isNotice(kind: ConsentKind): boolean {
  return kind === 'role_disclosure' || kind === 'rights_notice' || kind === 'program_optout_notice'
}

function needsAuthority({ kind, grantorCapacity }: ConsentContent): boolean {
  return grantorCapacity === 'representative' || kind === 'court_order' || kind === 'statutory_assignment'
}

function authorityWords({ kind }: ConsentContent): string {
  if (kind === 'court_order') return 'Name the court and the number of the order.'
  if (kind === 'statutory_assignment') return 'Name the law or the claim that assigns the case.'
  return 'Describe the representative’s authority, such as a power of attorney of a date.'
}
