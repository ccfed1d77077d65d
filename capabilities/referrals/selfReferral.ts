// The public page on which a person asks for help for themselves or somebody close, without an account.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import { LanguageTag, ReferredPerson, type ContactWay } from './person.ts'
import { codesOf, dangers } from './reason.ts'
import { Scope, type Facts, type Source } from './referral.ts'

const line = (longest: number) => z.string().trim().min(1).max(longest)
const maybe = <Inner extends z.ZodType>(inner: Inner) => inner.nullable().default(null)

/** What the page sends. `website` is a field people do not see: whoever fills it is a machine. */
export const SelfReferral = z.object({
  id: z.uuid(),
  forWhom: z.enum(['me', 'somebody-else']),
  name: line(200),
  yourName: maybe(line(200)),
  relation: maybe(line(120)),
  birthDate: maybe(Day),
  language: maybe(LanguageTag),
  interpreter: z.boolean().default(false),
  help: line(4000),
  danger: maybe(z.enum(codesOf(dangers))),
  phone: maybe(line(60)),
  email: maybe(z.email().max(200)),
  safe: z.enum(['any-way', 'careful']),
  safeHow: maybe(line(1000)),
  mayLeaveMessage: z.boolean().default(false),
  website: z.string().max(500).default(''),
})
export type SelfReferral = z.infer<typeof SelfReferral>

/** True when a machine filled in the form. It is thanked like everybody else, and nothing is kept. */
export const fromMachine = (form: SelfReferral): boolean => form.website.trim() !== ''

export interface FormProblem {
  field: 'phone' | 'yourName' | 'safeHow'
  message: string
}

/** What a person still has to say: a way to reach them, who they are when they ask for another, how to be careful. */
export function problemsOf(
  form: Pick<SelfReferral, 'forWhom' | 'yourName' | 'phone' | 'email' | 'safe' | 'safeHow'>,
): FormProblem[] {
  const problems: FormProblem[] = []
  if (!form.phone && !form.email && !form.safeHow)
    problems.push({ field: 'phone', message: 'Tell us one way to reach you: a phone number, an e-mail, or where to find you.' })
  if (form.forWhom === 'somebody-else' && !form.yourName)
    problems.push({ field: 'yourName', message: 'Tell us your name, so that we know who is asking.' })
  if (form.safe === 'careful' && !form.safeHow)
    problems.push({ field: 'safeHow', message: 'Tell us how we can reach you safely.' })
  return problems
}

/** The form as a referral's facts. Nothing is guessed beyond splitting the name; somebody asks. */
export function factsOf(form: SelfReferral, today: string): Facts {
  return {
    channel: 'self-referral',
    receivedOn: today,
    source: sourceOf(form),
    person: personOf(form),
    safeContact: form.safe === 'careful' ? 'required' : 'no-restriction',
    safeContactNote: noteOf(form),
    reason: form.help,
    questions: null,
    urgency: form.danger ? 'urgent-safety' : null,
    danger: form.danger,
    programId: null,
    scope: Scope.parse({ asked: form.help.slice(0, 2000) }),
  }
}

function sourceOf({ forWhom, name, yourName, phone, email }: SelfReferral): Source {
  const self = forWhom === 'me'
  return {
    kind: self ? 'self' : 'family',
    organization: null,
    person: self ? name : yourName,
    phone,
    email,
    fax: null,
    address: null,
  }
}

function personOf(form: SelfReferral): ReferredPerson {
  return ReferredPerson.parse({
    ...nameParts(form.name),
    birthDate: form.birthDate,
    birthDatePrecision: form.birthDate ? 'day' : 'unknown',
    spokenLanguage: form.language,
    interpreter: form.interpreter ? 'needed' : 'unknown',
    contactWays: form.forWhom === 'me' ? contactWaysOf(form) : [],
  })
}

/** How to be careful, in the person's words; where somebody else asks, that they are reached first. */
function noteOf({ forWhom, safeHow, yourName, relation }: SelfReferral): string | null {
  const first = forWhom === 'me' ? null : `Reach ${yourName ?? 'the person who asked'}${relation ? ` (${relation})` : ''} first.`
  return [safeHow, first].filter(Boolean).join(' ').slice(0, 1000) || null
}

function contactWaysOf(form: SelfReferral): ContactWay[] {
  const way = (kind: 'phone' | 'email', value: string): ContactWay => ({
    kind,
    value,
    use: 'other',
    safe: 'safe',
    mayLeaveMessage: form.mayLeaveMessage ? 'yes' : 'no',
    note: form.safeHow?.slice(0, 300) ?? null,
  })
  return [...(form.phone ? [way('phone', form.phone)] : []), ...(form.email ? [way('email', form.email)] : [])]
}

/** “Ana Lucía Reyes” → given “Ana Lucía”, family “Reyes”. One word is a given name. The intake worker corrects it with the person. */
function nameParts(name: string): { givenName: string | null; familyName: string | null } {
  const words = name.trim().split(/\s+/)
  if (words.length < 2) return { givenName: words[0] ?? null, familyName: null }
  return { givenName: words.slice(0, -1).join(' ').slice(0, 120), familyName: (words.at(-1) ?? '').slice(0, 120) }
}
