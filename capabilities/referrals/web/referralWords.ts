// What the codes of a referral are called on screen, in the language in use.
import { plural, t } from '@lingui/core/macro'
import { dayWords } from '../../../web/words.ts'
import type { InboxGroup, NextStep } from '../inbox.ts'
import type { FactAbout } from '../prefill.ts'
import type {
  Channel,
  Danger,
  declineReasons,
  eligibilityBases,
  Funding,
  notToldReasons,
  redirectReasons,
  SourceKind,
  Urgency,
  waitlistReasons,
  withdrawReasons,
} from '../reason.ts'
import type { ReferralStatus } from '../referral.ts'

type WordsFor<Code extends string> = Record<Code, string>
/** The choices of a list, in the order of the table. */
export const choicesOf = (words: Record<string, string>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const statusWords = (): WordsFor<ReferralStatus> => ({
  received: t`New`,
  triaged: t`To be decided`,
  info_requested: t`Waiting for information`,
  waitlisted: t`On the waitlist`,
  accepted: t`Accepted`,
  redirected: t`Redirected`,
  declined: t`Declined`,
  withdrawn: t`Withdrawn`,
  duplicate: t`Duplicate`,
})
export const groupWords = (): WordsFor<InboxGroup> => ({
  urgent: t`Urgent safety needs`,
  new: t`New`,
  'to-decide': t`To be decided`,
  'waiting-for-information': t`Waiting for information`,
  waitlist: t`Waitlist`,
  done: t`Decided`,
})
export const urgencyWords = (): WordsFor<Urgency> => ({
  routine: t`Routine`,
  soon: t`Soon`,
  'urgent-safety': t`Urgent safety need`,
})
export const dangerWords = (): WordsFor<Danger> => ({
  'suicide-risk': t`Risk of suicide or self-harm`,
  abuse: t`Abuse, neglect or violence`,
  'no-shelter-tonight': t`No safe place to sleep tonight`,
  'medical-danger': t`A medical danger now`,
  'other-danger': t`Another danger now`,
})
export const sourceWords = (): WordsFor<SourceKind> => ({
  self: t`The person themselves`,
  family: t`Family or friend`,
  adjuster: t`Claims adjuster`,
  'health-plan': t`Health plan`,
  hospital: t`Hospital`,
  physician: t`Physician or clinic`,
  employer: t`Employer`,
  attorney: t`Attorney`,
  'community-agency': t`Community agency`,
  school: t`School`,
  court: t`Court or probation`,
  other: t`Somebody else`,
})
export const channelWords = (): WordsFor<Channel> => ({
  phone: t`by phone`,
  email: t`by e-mail`,
  fax: t`by fax`,
  letter: t`by letter`,
  'in-person': t`in person`,
  portal: t`through the sender’s portal`,
  'self-referral': t`through our page`,
  fhir: t`as an electronic record`,
})
export const fundingWords = (): WordsFor<Funding> => ({
  'workers-compensation': t`Workers’ compensation`,
  'health-plan': t`Health plan`,
  medicaid: t`Medicaid`,
  medicare: t`Medicare`,
  grant: t`Grant or contract of the program`,
  'self-pay': t`Paid by the person`,
  'none-needed': t`No funding needed`,
  'not-known': t`Not known yet`,
})
export const waitlistWords = (): WordsFor<keyof typeof waitlistReasons> => ({
  'no-capacity': t`No room in the program now`,
  'waiting-for-authorization': t`Waiting for the payer’s authorization`,
  'waiting-for-eligibility': t`Waiting for an eligibility decision`,
  'client-asked-to-wait': t`The person asked to wait`,
})
export const declineWords = (): WordsFor<keyof typeof declineReasons> => ({
  'not-eligible': t`Not eligible for the program`,
  'out-of-area': t`Lives outside our area`,
  'no-capacity': t`No room, and no waitlist`,
  'service-not-offered': t`We do not offer what is asked`,
  'no-authorization': t`The payer did not authorize it`,
  'client-declined': t`The person does not want case management`,
  'unable-to-reach': t`The person could not be reached`,
  'already-served': t`Already served by another program`,
  'conflict-of-interest': t`Conflict of interest`,
  'person-died': t`The person has died`,
  other: t`Another reason`,
})
export const redirectWords = (): WordsFor<keyof typeof redirectReasons> => ({
  'better-fit': t`Another agency fits better`,
  'out-of-area': t`Lives outside our area`,
  'no-capacity': t`No room here in time`,
  'specialist-needed': t`Needs a specialist service`,
  'client-choice': t`The person prefers another agency`,
})
export const withdrawWords = (): WordsFor<keyof typeof withdrawReasons> => ({
  'no-longer-needed': t`No longer needed`,
  'client-changed-mind': t`The person changed their mind`,
  'sent-by-mistake': t`Sent by mistake`,
  'sent-elsewhere': t`Sent to another agency instead`,
  'payer-withdrew': t`The payer withdrew it`,
})
export const notToldWords = (): WordsFor<keyof typeof notToldReasons> => ({
  'not-safe-to-contact': t`No safe way to contact the person`,
  'could-not-reach': t`Tried, and could not reach the person`,
  'source-will-tell': t`The source will tell the person`,
  'person-died': t`The person has died`,
})
export const basisWords = (): WordsFor<keyof typeof eligibilityBases> => ({
  'payer-authorization': t`Authorized by the payer`,
  'program-criteria': t`Meets the program’s criteria`,
  'discharge-risk': t`High risk after discharge`,
  'high-cost-member': t`Identified by the plan as high cost`,
  'self-requested': t`Asked for help and lives in the area`,
  'court-or-agency-order': t`Ordered by a court or agency`,
})
export const replyChannelWords = () => ({
  phone: t`Phone`,
  email: t`E-mail`,
  fax: t`Fax`,
  letter: t`Letter`,
  'in-person': t`In person`,
  portal: t`Portal`,
})
export const safeContactWords = () => ({
  'not-asked': t`Nobody has asked yet`,
  'no-restriction': t`Asked: no limits`,
  required: t`Asked: only in a safe way`,
})
export const factWords = (): WordsFor<FactAbout> => ({
  name: t`Name`,
  otherName: t`Other name`,
  birthDate: t`Birth date`,
  death: t`Death`,
  language: t`Language`,
  contactWay: t`Way to reach`,
  address: t`Address`,
  identifier: t`Number`,
  race: t`Race`,
  ethnicity: t`Ethnicity`,
  gender: t`Gender`,
  coverage: t`Coverage`,
  condition: t`Condition`,
  provider: t`Provider`,
  careTeam: t`Care team`,
  support: t`Around the person`,
  reason: t`Reason`,
  source: t`Source`,
})

/** “today”, “1 day ago”, “6 days ago”. */
export const agoWords = (days: number): string =>
  days === 0 ? t`today` : plural(days, { one: '# day ago', other: '# days ago' })

/** What comes next, as a colleague says it. */
export function nextWords({ step, dueOn }: NextStep, today: string): string {
  const words: WordsFor<NextStep['step']> = {
    triage: t`Triage it`,
    decide: t`Decide`,
    'await-answer': dueOn ? t`Answer expected ${dayWords(dueOn, today)}` : t`Wait for the answer`,
    'ask-again': t`Ask again: no answer came`,
    'review-waitlist': t`Look again`,
    none: '',
  }
  return words[step]
}

/** “Priya Natarajan, Granite Mutual (Claims adjuster)”. */
export function fromWords(source: { kind: SourceKind | null; person: string | null; organization: string | null }): string {
  const kind = source.kind ? sourceWords()[source.kind] : ''
  const who = [source.person, source.organization].filter(Boolean).join(', ')
  if (source.kind === 'self') return kind
  if (!who) return kind || t`source not known`
  return kind ? `${who} (${kind.toLocaleLowerCase()})` : who
}
