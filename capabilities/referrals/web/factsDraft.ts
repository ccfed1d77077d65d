// What the form holds while somebody types: the facts, and the birth date as typed.
import type { Problem } from '../../../web/api.ts'
import { birthDateFrom, ReferredPerson } from '../person.ts'
import { Scope, Source, type Facts } from '../referral.ts'

export interface FactsDraft {
  facts: Facts
  /** `1984-05-17`, `1984-05`, `1984`, or empty. */
  birth: string
}

/** What every part of the form is given. */
export interface FieldsProps {
  draft: FactsDraft
  change: (next: FactsDraft) => void
  problem: Problem | null
}

export const emptyDraft = (today: string): FactsDraft => ({
  birth: '',
  facts: {
    channel: 'phone',
    receivedOn: today,
    source: Source.parse({}),
    person: ReferredPerson.parse({}),
    safeContact: 'not-asked',
    safeContactNote: null,
    reason: null,
    questions: null,
    urgency: null,
    danger: null,
    programId: null,
    scope: Scope.parse({}),
  },
})

const lengths = { day: 10, month: 7, year: 4, unknown: 0 }
export const draftOf = (facts: Facts): FactsDraft => ({
  facts,
  birth: (facts.person.birthDate ?? '').slice(0, lengths[facts.person.birthDatePrecision]),
})

/** The facts with the birth date read; null when what was typed is no date. */
export function factsFrom({ facts, birth }: FactsDraft): Facts | null {
  const typed = birth.trim()
  const read = typed === '' ? { birthDate: null, birthDatePrecision: 'unknown' as const } : birthDateFrom(typed)
  if (!read || (typed !== '' && ![4, 7, 10].includes(typed.length))) return null
  const person = { ...facts.person, ...read, contactWays: facts.person.contactWays.filter((way) => way.value.trim() !== '') }
  return {
    ...facts,
    person: {
      ...person,
      addresses: person.addresses.filter(({ lines, city, postalCode }) => lines.length > 0 || city || postalCode),
    },
  }
}

export const changePerson = (draft: FactsDraft, more: Partial<ReferredPerson>): FactsDraft => ({
  ...draft,
  facts: { ...draft.facts, person: { ...draft.facts.person, ...more } },
})
export const changeScope = (draft: FactsDraft, more: Partial<Scope>): FactsDraft => ({
  ...draft,
  facts: { ...draft.facts, scope: { ...draft.facts.scope, ...more } },
})
export const changeSource = (draft: FactsDraft, more: Partial<Source>): FactsDraft => ({
  ...draft,
  facts: { ...draft.facts, source: { ...draft.facts.source, ...more } },
})
export const changeFacts = (draft: FactsDraft, more: Partial<Facts>): FactsDraft => ({
  ...draft,
  facts: { ...draft.facts, ...more },
})

/** Empty typing is nothing written. */
export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed)

/** Which field of the form a missing thing of the minimum dataset is written in. */
export const fieldOf: Record<string, string> = {
  who: 'person.givenName',
  'safe-contact': 'safeContact',
  interpreter: 'person.interpreter',
  source: 'source.kind',
  reason: 'reason',
  urgency: 'urgency',
  scope: 'scope.asked',
  funding: 'scope.funding',
  claim: 'scope.claimNumber',
  'authorized-services': 'scope.authorizedServices',
  'authorized-hours': 'scope.authorizedMinutes',
  program: 'programId',
}
