// What the codes of a client's record are called on screen, in the language in use.
import { plural, t } from '@lingui/core/macro'
import { dayWords, languageWords, longDayWords } from '../../../web/words.ts'
import type { AddressKind } from '../address.ts'
import type { Evidence } from '../duplicate.ts'
import type { NameUse } from '../name.ts'
import type { RiskFlag } from '../risk.ts'
import type { ContactDecision } from '../safeContact.ts'
import type { AuthorityState, SupportMember, Topic } from '../support.ts'
import type { Client } from '../client.ts'
import type { Hours } from '../contactPoint.ts'

export const nameUseWords = (use: NameUse): string =>
  ({ usual: t`Goes by`, official: t`Official name`, alias: t`Also known as`, former: t`Former name` })[use]

export const addressKindWords = (kind: AddressKind): string =>
  ({
    actual: t`Lives at`,
    mailing: t`Mail goes to`,
    substitute: t`Substitute address`,
    temporary: t`Stays for now at`,
    'unsheltered-locator': t`Can be found`,
  })[kind]

export const interpreterWords = ({ spokenLanguage, interpreter }: Pick<Client, 'spokenLanguage' | 'interpreter'>): string => {
  const language = languageWords(spokenLanguage)
  if (interpreter === 'needed') return t`${language} · interpreter needed`
  return interpreter === 'preferred' ? t`${language} · interpreter preferred` : language
}

export const modalityWords = (modality: NonNullable<Client['interpreterModality']>): string =>
  ({ 'in-person': t`In person`, video: t`By video`, phone: t`By phone`, sign: t`Sign language` })[modality]

/** The birth date as far as it is known, with the age: "17 May 1984, 41". */
export function birthWords(
  { birthDate, birthDateEstimated }: Pick<Client, 'birthDate' | 'birthDateEstimated'>,
  today: string,
): string {
  if (birthDate === '') return t`Birth date not known`
  const about = birthDateEstimated ? t`about` : ''
  if (birthDate.length === 4) return `${about} ${birthDate}`.trim()
  const age = ageOn(birthDate.length === 7 ? `${birthDate}-01` : birthDate, today)
  const years = plural(age, { one: '# year', other: '# years' })
  if (birthDate.length === 7) return `${about} ${birthDate} (${years})`.trim()
  return `${about} ${longDayWords(birthDate).replace(/^\S+ /, '')} (${years})`.trim()
}

function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const dayNames = () => [t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`, t`Sun`]

/** "Mon–Fri 17:00–21:00" or "every day 10:00–14:00". */
export function hoursWords(hours: readonly Hours[]): string {
  return hours.map(({ days, from, until }) => `${daysWords(days)} ${from}–${until}`).join('; ')
}

function daysWords(days: readonly number[]): string {
  if (days.length === 7) return t`every day`
  const sorted = [...days].sort()
  const names = dayNames()
  const [first = 1, last = 1] = [sorted[0], sorted.at(-1)]
  const isRun = sorted.length > 2 && last - first === sorted.length - 1
  return isRun ? `${names[first - 1]}–${names[last - 1]}` : sorted.map((day) => names[day - 1]).join(', ')
}

/** Why a number may or may not be used right now. */
export function decisionWords({ because, hours }: ContactDecision): string {
  const words = {
    safe: t`Safe to use now`,
    'no-restriction': t`No limits set`,
    'not-asked': t`Not asked yet whether this is safe`,
    ended: t`No longer in use`,
    deceased: t`The client has died; nothing is sent`,
    unsafe: t`Not safe: do not use`,
    'not-known-safe': t`Do not use: nobody has said that this is safe`,
    'outside-hours': t`Not now: only ${hoursWords(hours)}`,
    'no-texting': t`No text messages here`,
  }
  return words[because]
}

export const relationshipWords = (relationship: SupportMember['relationship']): string =>
  ({
    spouse: t`spouse`,
    partner: t`partner`,
    parent: t`parent`,
    child: t`child`,
    sibling: t`sibling`,
    grandparent: t`grandparent`,
    grandchild: t`grandchild`,
    'other-family': t`family`,
    friend: t`friend`,
    neighbour: t`neighbor`,
    'faith-community': t`faith community`,
    peer: t`peer`,
    employer: t`employer`,
    landlord: t`landlord`,
    professional: t`professional`,
    other: t`other`,
  })[relationship]

export const topicWords = (topic: Topic): string =>
  ({
    appointments: t`appointments`,
    plan: t`the plan`,
    services: t`services`,
    health: t`health`,
    money: t`money`,
    everything: t`everything`,
  })[topic]

/** "May know: appointments, the plan" or "Told nothing". */
export function mayKnowWords(topics: readonly Topic[]): string {
  if (topics.length === 0) return t`told nothing`
  if (topics.includes('everything')) return t`may know everything`
  const list = topics.map(topicWords).join(', ')
  return t`may know: ${list}`
}

export const authorityWords = (authority: SupportMember['authority']): string =>
  ({
    none: t`No legal authority`,
    'health-care-poa': t`Power of attorney for health care`,
    'financial-poa': t`Power of attorney for money`,
    guardian: t`Guardian`,
    'parent-of-minor': t`Parent of a minor`,
    'representative-payee': t`Representative payee`,
    'court-appointed': t`Appointed by a court`,
    other: t`Other authority`,
  })[authority]

export const authorityStateWords = (state: AuthorityState): string =>
  ({
    none: '',
    'in-force': t`in force`,
    'not-yet': t`not yet`,
    ended: t`ended`,
    'client-of-age': t`ended: the client is of age`,
    'suspended-alleged-abuse': t`suspended: named as alleged abuser`,
  })[state]

export const riskWords = (kind: RiskFlag['kind']): string =>
  ({
    'safety-of-staff': t`Safety of staff`,
    'self-harm': t`Self-harm`,
    'violence-at-home': t`Violence at home`,
    infection: t`Infection`,
    animals: t`Animals`,
    access: t`Access to the home`,
    other: t`Other risk`,
  })[kind]

/** Why a record may be of the same person. Numbers and names come from the evidence itself. */
export function evidenceWords({ signal, words }: Evidence): string {
  const known = {
    'same-number': null,
    'same-contact': null,
    'same-birth-date': t`Same birth date`,
    'birth-date-near': t`Birth dates differ by one slip of the pen`,
    'same-full-name': t`Same name`,
    'name-near': t`Names spelled nearly alike`,
    'same-given-name': t`Same first name`,
    'same-family-name': t`Same last name`,
    'birth-dates-differ': t`Birth dates differ`,
  }
  return known[signal] ?? words
}

/** "since 3 Feb", "until 2 Mar", "3 Feb to 2 Mar"; nothing where nothing is known. */
export function periodWords({ fromOn, untilOn }: { fromOn: string | null; untilOn: string | null }, today: string): string {
  const from = fromOn ? dayWords(fromOn, today) : ''
  const until = untilOn ? dayWords(untilOn, today) : ''
  if (from && until) return t`${from} to ${until}`
  if (until) return t`until ${until}`
  return from ? t`since ${from}` : ''
}
