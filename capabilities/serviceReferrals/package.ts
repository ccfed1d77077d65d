// What the receiver is shown, made in one place: the preview, the page behind the link and the paper are this and nothing else.
import { refuse } from '../../platform/refusal.ts'
import type { OutputAddress } from '../clients/address.ts'
import type { PackageItem, ServiceType } from './codes.ts'

/** What the record offers; a package takes from it what was chosen. Addresses only as any output may carry them (INV-03). */
export interface PackageFacts {
  agency: { name: string; phone: string }
  caseManager: string
  name: string
  pronouns: string | null
  birthDate: string
  language: string
  interpreter: string
  /** Numbers that may be given to others; empty where the person is reached through us. */
  contact: { text: string; message: 'yes' | 'name-only' | 'no' | 'not-asked' }[]
  address: OutputAddress
  need: string | null
  goal: string | null
  /** Which of the two come from substance use treatment (42 CFR part 2). */
  part2?: FromPart2
}
export interface FromPart2 {
  need: boolean
  goal: boolean
}
export interface Wanted {
  intent: 'referral' | 'inquiry'
  serviceType: ServiceType
  priority: 'routine' | 'urgent'
  request: string
  items: readonly PackageItem[]
}

export interface PackagePerson {
  name?: string
  contact?: PackageFacts['contact']
  language?: { tag: string; interpreter: boolean }
  pronouns?: string
  birthDate?: string
  address?: { shown: OutputAddress['shown']; lines: string[] }
  need?: string
  goal?: string
}
export interface Package {
  agency: { name: string; phone: string }
  caseManager: string
  intent: 'referral' | 'inquiry'
  serviceType: ServiceType
  priority: 'routine' | 'urgent'
  request: string
  /** Null in an inquiry: it carries no identity (INV-36). */
  person: PackagePerson | null
  /** Something in it is protected by 42 CFR part 2: the notice of § 2.32 stands beside it (INV-12). */
  part2?: true
  /** The consent on which it leaves, explained (INV-12); not known before one is chosen. */
  consent?: ConsentTold
}
/** Of a consent what the receiver of part 2 information is told: nobody else whom it names. */
export interface ConsentTold {
  signedOn: string | null
  /** Who discloses, what, and what for, in the words that were signed. */
  discloser: string
  information: string
  purposes: readonly string[]
  expiresOn: string | null
  expiresEvent: string
}

/** Does what was chosen say something that comes from substance use treatment? */
export const tellsPart2 = ({ part2 }: Pick<PackageFacts, 'part2'>, items: readonly PackageItem[]): boolean =>
  Boolean((part2?.need && items.includes('need')) || (part2?.goal && items.includes('goal')))

/** Takes only the chosen parts (45 CFR 164.502(b)); what the record does not have is left out. */
export function packageOf(facts: PackageFacts, { intent, serviceType, priority, request, items }: Wanted, consent?: ConsentTold): Package {
  const base = { agency: facts.agency, caseManager: facts.caseManager, intent, serviceType, priority, request }
  if (intent === 'inquiry') return { ...base, person: null }
  const takes = (item: PackageItem) => items.includes(item)
  return {
    ...base,
    ...(tellsPart2(facts, items) && { part2: true as const, ...(consent && { consent }) }),
    person: {
      ...(takes('name') && { name: facts.name }),
      ...(takes('contact') && { contact: facts.contact }),
      ...(takes('language') && { language: { tag: facts.language, interpreter: facts.interpreter !== 'not-needed' } }),
      ...(takes('pronouns') && facts.pronouns && { pronouns: facts.pronouns }),
      ...(takes('birth-date') && facts.birthDate && { birthDate: facts.birthDate }),
      ...(takes('address') && facts.address.shown !== 'none' && { address: { shown: facts.address.shown, lines: facts.address.lines } }),
      ...(takes('need') && facts.need && { need: facts.need }),
      ...(takes('goal') && facts.goal && { goal: facts.goal }),
    },
  }
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** INV-36: the words of an inquiry must not say who it is. Looks for the person's names, numbers and birth date. @throws service-referral.inquiry-names-client */
export function requireAnonymous(words: string, facts: Pick<PackageFacts, 'name' | 'birthDate' | 'contact'>): void {
  const said = plain(words)
  const names = plain(facts.name).split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2)
  const digits = said.replaceAll(/\D/g, '')
  const numbers = facts.contact.map(({ text }) => text.replaceAll(/\D/g, '').slice(-7)).filter((number) => number.length === 7)
  const wordsSaid = new Set(said.split(/[^\p{L}\p{N}]+/u))
  if (names.some((name) => wordsSaid.has(name)) || numbers.some((number) => digits.includes(number)) || (facts.birthDate.length === 10 && said.includes(facts.birthDate)))
    refuse('service-referral.inquiry-names-client', 'An inquiry does not say who it is for. Take out the name, number or birth date, or send a referral.', {
      issues: [{ path: 'request', message: 'Take out what says who the person is.' }],
    })
}

/** A consent as it must be to let part 2 information go: marked for substance use, and naming who receives it. */
export interface Covering {
  marked: boolean
  recipients: readonly string[]
  told: ConsentTold
}

/**
 * What comes from substance use treatment leaves on the client's consent that is marked so and names the receiver (42 CFR 2.31, 2.33), and on no
 * other ground a service referral can have; `consent` null: on another ground. @throws service-referral.part-2-needs-its-consent
 */
export function mayTellPart2(performerName: string, consent: Pick<Covering, 'marked' | 'recipients'> | null): void {
  const receiver = plain(performerName)
  const names = consent?.recipients.map((each) => plain(each.trim())).filter((each) => each.length > 2) ?? []
  if (consent?.marked && names.some((name) => receiver.includes(name) || name.includes(receiver))) return
  refuse('service-referral.part-2-needs-its-consent', `The need or the goal comes from substance use treatment (42 CFR part 2). It may be told only on the client’s consent that is marked for substance use and names ${performerName}. Take the need and the goal out, or record that consent.`, {
    issues: [{ path: 'items', message: 'Take out the need and the goal, or name that consent.' }],
  })
}
