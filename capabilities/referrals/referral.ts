// What a referral is and which way it may go (practice-model 3.2). Practice rules only: no database, no HTTP.
import { z } from 'zod'
import { ReferredPerson } from './person.ts'
import { channels, codesOf, dangers, fundings, sourceKinds, urgencies } from './reason.ts'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'

export const statuses = [
  'received',
  'triaged',
  'info_requested',
  'waitlisted',
  'accepted',
  'redirected',
  'declined',
  'withdrawn',
  'duplicate',
] as const
export type ReferralStatus = (typeof statuses)[number]

/** Every allowed step. A status that leads nowhere is final. */
const steps: Record<ReferralStatus, readonly ReferralStatus[]> = {
  received: ['triaged', 'withdrawn', 'duplicate'],
  triaged: ['accepted', 'info_requested', 'waitlisted', 'redirected', 'declined', 'withdrawn', 'duplicate'],
  info_requested: ['triaged', 'withdrawn', 'duplicate'],
  waitlisted: ['triaged', 'withdrawn', 'duplicate'],
  accepted: [],
  redirected: [],
  declined: [],
  withdrawn: [],
  duplicate: [],
}

export const mayBecome = (from: ReferralStatus, to: ReferralStatus): boolean => steps[from].includes(to)
export const isOpen = (status: ReferralStatus): boolean => steps[status].length > 0
export const openStatuses = statuses.filter(isOpen)

const statusWords: Record<ReferralStatus, string> = {
  received: 'new',
  triaged: 'triaged',
  info_requested: 'waiting for information',
  waitlisted: 'on the waitlist',
  accepted: 'accepted',
  redirected: 'redirected',
  declined: 'declined',
  withdrawn: 'withdrawn',
  duplicate: 'marked as a duplicate',
}

const line = (longest: number) => z.string().trim().min(1).max(longest)
const maybe = <Inner extends z.ZodType>(inner: Inner) => inner.nullable().default(null)

/** Who asks, and how to answer them. */
export const Source = z.object({
  kind: maybe(z.enum(codesOf(sourceKinds))),
  organization: maybe(line(200)),
  person: maybe(line(200)),
  phone: maybe(line(60)),
  email: maybe(line(200)),
  fax: maybe(line(60)),
  address: maybe(line(500)),
})
export type Source = z.infer<typeof Source>

/** What is asked for and who pays. Workers' compensation names the services and the minutes authorized. */
export const Scope = z.object({
  asked: maybe(line(2000)),
  funding: z.enum(codesOf(fundings)).default('not-known'),
  payer: maybe(line(200)),
  memberId: maybe(line(120)),
  claimNumber: maybe(line(80)),
  injuredOn: maybe(Day),
  employer: maybe(line(200)),
  authorizedServices: maybe(line(500)),
  authorizedMinutes: maybe(z.int().min(1).max(600_000)),
  authorizationEndsOn: maybe(Day),
})
export type Scope = z.infer<typeof Scope>

export const Facts = z.object({
  channel: z.enum(codesOf(channels)),
  receivedOn: Day,
  source: Source,
  person: ReferredPerson,
  safeContact: z.enum(['not-asked', 'no-restriction', 'required']).default('not-asked'),
  safeContactNote: maybe(line(1000)),
  reason: maybe(line(4000)),
  questions: maybe(line(4000)),
  urgency: maybe(z.enum(urgencies)),
  danger: maybe(z.enum(codesOf(dangers))),
  programId: maybe(z.uuid()),
  scope: Scope,
})
export type Facts = z.infer<typeof Facts>

/** What the intake worker writes down when a referral arrives. The browser makes the id, so that a draft keeps it. */
export const NewReferral = Facts.extend({ id: z.uuid() })
export type NewReferral = z.infer<typeof NewReferral>

/**
 * The facts a referral can be received with. Refuses `referral.nobody-named`, `referral.received-in-future`,
 * `referral.danger-without-urgency` and `referral.urgent-without-danger`. Everything else may be asked for later.
 */
export function receive(facts: Facts, today: string): Facts {
  const { person, receivedOn, urgency, danger } = facts
  if (!person.givenName && !person.familyName && !person.pseudonym)
    refuse('referral.nobody-named', 'Say who is referred: a name, or a pseudonym when the person has not given one.')
  if (receivedOn > today)
    refuse('referral.received-in-future', 'A referral cannot be received on a day that has not come. Correct the date.')
  if (person.birthDate !== null && person.birthDate > today)
    refuse('referral.born-in-future', 'The birth date lies in the future. Correct it.')
  if (urgency === 'urgent-safety' && danger === null)
    refuse('referral.urgent-without-danger', 'Say what makes it urgent, so that the right person acts today.')
  if (urgency !== 'urgent-safety' && danger !== null)
    refuse('referral.danger-without-urgency', 'A danger is named, so this is urgent. Mark it as an urgent safety need.')
  return facts
}

/** Refuses `referral.not-open-to-that` when the step is not one of 3.2. */
export function step(from: ReferralStatus, to: ReferralStatus): ReferralStatus {
  if (mayBecome(from, to)) return to
  const next = steps[from].map((each) => statusWords[each])
  return refuse(
    'referral.not-open-to-that',
    next.length === 0
      ? `This referral is ${statusWords[from]}, and that is final. Record a new referral if the person is referred again.`
      : `This referral is ${statusWords[from]}; it cannot become ${statusWords[to]} from there. ${from === 'received' ? 'Triage it first.' : ''}`.trim(),
    { status: 409 },
  )
}

export interface Missing {
  code: string
  message: string
  href: string
}

const fieldsOf: Record<string, (facts: Facts, programKind: string | null) => string | false> = {
  who: ({ person }) => !person.givenName && !person.familyName && !person.pseudonym && 'Who is referred: a name or a pseudonym',
  'safe-contact': (facts) => !safelyReached(facts) && 'How to contact the person safely: ask, and note at least one way',
  interpreter: ({ person }) =>
    person.interpreter === 'unknown' && foreign(person.spokenLanguage) && 'Whether an interpreter is needed',
  source: ({ source }) => !source.kind && 'Who refers',
  reason: ({ reason, questions }) => !reason && !questions && 'Why the person is referred, or what the source asks',
  urgency: ({ urgency }) => !urgency && 'How urgent it is',
  scope: ({ scope }) => !scope.asked && 'What is asked for (scope)',
  funding: ({ scope }) => scope.funding === 'not-known' && 'Who pays, or that no funding is needed',
  claim: ({ scope }, kind) => forCompensation(scope, kind) && !scope.claimNumber && 'The claim number',
  'authorized-services': ({ scope }, kind) =>
    forCompensation(scope, kind) && !scope.authorizedServices && 'The services the payer authorized',
  'authorized-hours': ({ scope }, kind) =>
    forCompensation(scope, kind) && !scope.authorizedMinutes && 'The hours the payer authorized',
  program: ({ programId }) => !programId && 'The program',
}

const foreign = (language: string | null): boolean => language !== null && !language.toLowerCase().startsWith('en')
const forCompensation = (scope: Scope, programKind: string | null): boolean =>
  scope.funding === 'workers-compensation' || programKind === 'workers-compensation'

/** Somebody asked, and there is a way that may be used: a safe contact point where care is required, else any that is not unsafe. */
function safelyReached({ safeContact, safeContactNote, person }: Facts): boolean {
  if (safeContact === 'not-asked') return false
  if (safeContactNote !== null) return true
  if (safeContact === 'required') return person.contactWays.some((way) => way.safe === 'safe')
  return person.contactWays.some((way) => way.safe !== 'unsafe') || person.addresses.length > 0
}

const neededFor = { triage: ['who', 'reason'], acceptance: Object.keys(fieldsOf) } as const

/** What of the minimum dataset (practice-model 3.2) is missing for this step, each with where it is written down. */
export function missingFor(
  stepName: 'triage' | 'acceptance',
  referralId: string,
  facts: Facts,
  programKind: string | null,
): Missing[] {
  return neededFor[stepName].flatMap((code) => {
    const message = fieldsOf[code]?.(facts, programKind)
    return message ? [{ code: `referral.missing-${code}`, message, href: `/referrals/${referralId}?edit=${code}` }] : []
  })
}
