// Whether two records may be of one person, and why. It only ever suggests: a person decides, and nothing is merged (INV-01).
import { distance } from 'fastest-levenshtein'
import type { PartialDate } from '../../platform/time/partial.ts'
import type { ClientLine } from './client.ts'
import { sameContactPoint, type NewContactPoint } from './contactPoint.ts'
import { identifierKey, shownNumber, type NewIdentifier } from './identifier.ts'
import { nameText, type NewName } from './name.ts'
import { wordsOf } from './searchToken.ts'

export interface Known {
  names: readonly Pick<NewName, 'given' | 'family'>[]
  birth: PartialDate
  contactPoints: readonly Pick<NewContactPoint, 'system' | 'value'>[]
  identifiers: readonly Pick<NewIdentifier, 'system' | 'value'>[]
}

type Signal =
  | 'same-number'
  | 'same-contact'
  | 'same-birth-date'
  | 'birth-date-near'
  | 'same-full-name'
  | 'name-near'
  | 'same-given-name'
  | 'same-family-name'
  | 'birth-dates-differ'

export interface Evidence {
  signal: Signal
  points: number
  words: string
}

export interface Likeness {
  points: number
  verdict: 'likely' | 'possible' | 'unlikely'
  evidence: Evidence[]
}

/** Somebody already here who may be this person. */
export interface Duplicate {
  client: ClientLine
  verdict: 'likely' | 'possible'
  points: number
  evidence: Evidence[]
}

const points: Record<Signal, number> = {
  'same-number': 60,
  'same-contact': 25,
  'same-birth-date': 35,
  'birth-date-near': 15,
  'same-full-name': 40,
  'name-near': 25,
  'same-given-name': 8,
  'same-family-name': 5,
  'birth-dates-differ': -25,
}
const likelyFrom = 60
const possibleFrom = 40

/**
 * INV-01: points for what two records share. A birthday on 1 January (often a filler) counts as no birth date at all, and a shared
 * surname as almost nothing. One shared phone alone (a household, a shelter) never reaches 'possible'; one shared full name never 'likely'.
 */
export function likeness(one: Known, other: Known): Likeness {
  const evidence = [...numbers(one, other), ...contacts(one, other), ...births(one.birth, other.birth), ...names(one, other)]
  const total = evidence.reduce((sum, each) => sum + each.points, 0)
  const verdict = total >= likelyFrom ? 'likely' : total >= possibleFrom ? 'possible' : 'unlikely'
  return { points: total, verdict, evidence }
}

function signal(name: Signal, words: string): Evidence[] {
  return [{ signal: name, points: points[name], words }]
}

function numbers(one: Known, other: Known): Evidence[] {
  const keys = new Set(other.identifiers.map(identifierKey))
  const shared = one.identifiers.find((each) => keys.has(identifierKey(each)))
  return shared ? signal('same-number', `Same number ${shownNumber(shared).value} (${shared.system})`) : []
}

function contacts(one: Known, other: Known): Evidence[] {
  const shared = one.contactPoints.find((each) => other.contactPoints.some((theirs) => sameContactPoint(each, theirs)))
  if (!shared) return []
  return signal(
    'same-contact',
    shared.system === 'email'
      ? 'Same e-mail address'
      : `Same phone number, ending in ${shared.value.replaceAll(/\D/g, '').slice(-4)}`,
  )
}

function births(one: PartialDate, other: PartialDate): Evidence[] {
  if (!trusted(one) || !trusted(other) || one.date === null || other.date === null) return []
  if (one.date === other.date) return signal('same-birth-date', `Same birth date ${one.date}`)
  return oneSlip(one.date, other.date)
    ? signal('birth-date-near', `Birth dates differ by one slip of the pen (${one.date}, ${other.date})`)
    : signal('birth-dates-differ', `Birth dates differ (${one.date}, ${other.date})`)
}

/** A full date that somebody has seen or said, and not the 1 January that stands in for an unknown one. */
function trusted({ date, precision, estimated }: PartialDate): boolean {
  return date !== null && precision === 'day' && !estimated && !date.endsWith('-01-01')
}

function oneSlip(one: string, other: string): boolean {
  const [year, month, day] = one.split('-')
  return distance(one, other) === 1 || other === `${year}-${day}-${month}`
}

function names(one: Known, other: Known): Evidence[] {
  const pairs = one.names.flatMap((mine) => other.names.map((theirs) => compareNames(mine, theirs)))
  return pairs.sort((a, b) => sum(b) - sum(a))[0] ?? []
}

const sum = (evidence: Evidence[]) => evidence.reduce((total, each) => total + each.points, 0)

type Name = Pick<NewName, 'given' | 'family'>

function compareNames(mine: Name, theirs: Name): Evidence[] {
  const [a, b] = [spelling(nameText(mine)), spelling(nameText(theirs))]
  if (a === '' || b === '') return []
  if (a === b) return signal('same-full-name', `Same name, ${nameText(theirs)}`)
  const near = alike(mine.given, theirs.given) && alike(mine.family, theirs.family)
  if (near) return signal('name-near', `Names spelled nearly alike (${nameText(mine)}, ${nameText(theirs)})`)
  if (same(mine.given, theirs.given)) return signal('same-given-name', `Same first name, ${theirs.given}`)
  return same(mine.family, theirs.family) ? signal('same-family-name', `Same last name, ${theirs.family}`) : []
}

/** Word order does not matter: names are often entered the wrong way round. */
function spelling(text: string): string {
  return wordsOf(text).sort().join(' ')
}

function same(a: string, b: string): boolean {
  return a !== '' && spelling(a) === spelling(b)
}

/** One slip for each four letters; short words must be equal. */
function alike(a: string, b: string): boolean {
  const [one, other] = [spelling(a), spelling(b)]
  return distance(one, other) <= Math.floor(Math.max(one.length, other.length) / 4)
}
