// What an electronic record says about a person, fact by fact with its origin, waiting for the intake worker to confirm.
import { z } from 'zod'
import { ContactWay, LanguageTag, OtherName, PersonAddress, PersonIdentifier, type ReferredPerson } from './person.ts'
import type { Facts } from './referral.ts'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'

const line = (longest: number) => z.string().trim().min(1).max(longest)

/** Where a fact stands in the bundle: “Patient, entry 1, name[0]”. */
export const Origin = z.object({ type: z.string(), entry: z.int(), path: z.string() })
export type Origin = z.infer<typeof Origin>

const fact = <About extends string, Value extends z.ZodType>(about: About, value: Value) =>
  z.object({
    id: z.string(),
    about: z.literal(about),
    value,
    from: Origin,
    /** Proposed to be kept. False where keeping it needs a reason (a number nobody asked for, an old provider). */
    proposed: z.boolean(),
    note: z.string().nullable(),
  })

export const PrefillFact = z.discriminatedUnion('about', [
  fact('name', z.object({ given: line(120).nullable(), family: line(120).nullable() })),
  fact('otherName', OtherName),
  fact('birthDate', z.object({ date: Day, precision: z.enum(['day', 'month', 'year']) })),
  fact('death', z.object({ date: Day.nullable() })),
  fact('language', z.object({ tag: LanguageTag })),
  fact('contactWay', ContactWay),
  fact('address', PersonAddress),
  fact('identifier', PersonIdentifier),
  fact('race', z.object({ words: line(120) })),
  fact('ethnicity', z.object({ words: line(120) })),
  fact('gender', z.object({ words: line(120) })),
  fact('coverage', z.object({ payer: line(200), memberId: line(120).nullable(), type: line(200).nullable() })),
  fact(
    'condition',
    z.object({ words: line(300), code: line(60).nullable(), system: line(200).nullable(), since: Day.nullable() }),
  ),
  fact(
    'provider',
    z.object({ name: line(200), role: line(200).nullable(), phone: line(60).nullable(), lastSeenOn: Day.nullable() }),
  ),
  fact('careTeam', z.object({ name: line(200), role: line(200).nullable(), phone: line(60).nullable() })),
  fact('support', z.object({ name: line(200), relation: line(200).nullable(), phone: line(60).nullable() })),
  fact('reason', z.object({ words: line(2000), urgent: z.boolean() })),
  fact('source', z.object({ person: line(200).nullable(), organization: line(200).nullable(), phone: line(60).nullable() })),
])
export type PrefillFact = z.infer<typeof PrefillFact>
export type FactAbout = PrefillFact['about']

/** One decision for every fact: kept, or left out. */
export const PrefillConfirmation = z.object({
  kept: z.array(z.string().max(40)).max(2000),
  leftOut: z.array(z.string().max(40)).max(2000),
})
export type PrefillConfirmation = z.infer<typeof PrefillConfirmation>

/** Conditions, providers and people around the person, kept with the referral for the case manager to take up. */
export type Background = Extract<PrefillFact, { about: 'condition' | 'provider' | 'careTeam' | 'support' | 'coverage' | 'death' }>

/** Refuses `referral.prefill-undecided` when a fact is in neither list or in both: nothing is dropped without a person saying so. */
export function confirmedFacts(prefill: PrefillFact[], { kept, leftOut }: PrefillConfirmation): PrefillFact[] {
  const [keep, leave] = [new Set(kept), new Set(leftOut)]
  const undecided = prefill.filter((each) => keep.has(each.id) === leave.has(each.id))
  if (undecided.length > 0)
    refuse(
      'referral.prefill-undecided',
      `Decide about every fact: ${undecided.length} of ${prefill.length} ${undecided.length === 1 ? 'is' : 'are'} open.`,
    )
  return prefill.filter((each) => keep.has(each.id))
}

/** The referral's facts as the record gives them, for the first look: what a worker wrote stays; an empty place is filled. */
export function fillIn(facts: Facts, prefill: PrefillFact[]): Facts {
  return prefill.reduce(fillOne, facts)
}

function fillOne(facts: Facts, each: PrefillFact): Facts {
  const { person, scope, source } = facts
  const withPerson = (changes: Partial<ReferredPerson>): Facts => ({ ...facts, person: { ...person, ...changes } })
  const self = person.selfDescribed
  switch (each.about) {
    case 'name':
      return person.familyName || person.givenName
        ? facts
        : withPerson({ givenName: each.value.given, familyName: each.value.family })
    case 'otherName':
      return withPerson({ otherNames: added(person.otherNames, each.value) })
    case 'birthDate':
      return person.birthDate ? facts : withPerson({ birthDate: each.value.date, birthDatePrecision: each.value.precision })
    case 'death':
      return person.deceasedOn || !each.value.date ? facts : withPerson({ deceasedOn: each.value.date })
    case 'language':
      return person.spokenLanguage ? facts : withPerson({ spokenLanguage: each.value.tag })
    case 'contactWay':
      return withPerson({ contactWays: added(person.contactWays, each.value, 'value') })
    case 'address':
      return withPerson({ addresses: added(person.addresses, each.value) })
    case 'identifier':
      return withPerson({ identifiers: added(person.identifiers, each.value, 'value') })
    case 'race':
    case 'ethnicity':
      return withPerson({ selfDescribed: { ...self, [each.about]: added(self[each.about], each.value.words) } })
    case 'gender':
      return self.gender ? facts : withPerson({ selfDescribed: { ...self, gender: each.value.words } })
    case 'coverage':
      return scope.payer
        ? facts
        : { ...facts, scope: { ...scope, payer: each.value.payer, memberId: each.value.memberId ?? scope.memberId } }
    case 'reason':
      return facts.reason
        ? facts
        : { ...facts, reason: each.value.words, urgency: facts.urgency ?? (each.value.urgent ? 'soon' : null) }
    case 'source':
      return source.organization || source.person ? facts : { ...facts, source: { ...source, ...each.value } }
    default:
      return facts
  }
}

/** What is filled in at once, so that the inbox can say who and why; the rest waits for a person to confirm. */
export const shownAtOnce = (prefill: PrefillFact[]): PrefillFact[] =>
  prefill.filter(
    (each) =>
      each.proposed &&
      (each.about === 'name' || each.about === 'birthDate' || each.about === 'reason' || each.about === 'source'),
  )

/** Takes back what was shown at once and is now left out, unless somebody has changed it since. */
export function takeBack(facts: Facts, leftOut: PrefillFact[]): Facts {
  return leftOut.reduce((rest, each) => {
    const { person } = rest
    if (each.about === 'birthDate' && person.birthDate === each.value.date)
      return { ...rest, person: { ...person, birthDate: null, birthDatePrecision: 'unknown' } }
    if (each.about === 'name' && person.givenName === each.value.given && person.familyName === each.value.family)
      return { ...rest, person: { ...person, givenName: null, familyName: null } }
    if (each.about === 'reason' && rest.reason === each.value.words) return { ...rest, reason: null }
    if (
      each.about === 'source' &&
      rest.source.organization === each.value.organization &&
      rest.source.person === each.value.person
    )
      return { ...rest, source: { ...rest.source, organization: null, person: null } }
    return rest
  }, facts)
}

/** The list with the item, unless it is there already (by `key` or as a whole). */
function added<Item>(items: Item[], item: Item, key?: keyof Item): Item[] {
  const same = (a: Item, b: Item): boolean => (key ? a[key] === b[key] : JSON.stringify(a) === JSON.stringify(b))
  return items.some((each) => same(each, item)) ? items : [...items, item]
}

/** What of the confirmed facts travels with the case for the assessment to take up, not into the client's own record. */
export const backgroundOf = (facts: PrefillFact[]): Background[] => facts.filter(isBackground)

const isBackground = (each: PrefillFact): each is Background =>
  each.about === 'condition' ||
  each.about === 'provider' ||
  each.about === 'careTeam' ||
  each.about === 'support' ||
  each.about === 'coverage' ||
  each.about === 'death'
