// The bundle in hand: what each reader of FHIR shares with the others.
import type { Origin, PrefillFact } from './prefill.ts'
import type { Bundle, Entry } from '../../platform/fhir/bundle.ts'
import type { References } from '../../platform/fhir/references.ts'
import type { Reference } from '../../platform/fhir/element.ts'
import type { EntryLedger } from '../../platform/fhir/tally.ts'

/** A fact before it has its number. */
export interface Found {
  about: PrefillFact['about']
  value: unknown
  proposed?: boolean
  note?: string
  from: Origin
}

/** What was read of a bundle about one person, and what became of each entry. */
export interface Reading {
  bundle: Bundle
  patient: Entry
  references: References
  ledger: EntryLedger
  facts: Found[]
}

export const entriesOf = (bundle: Bundle, type: string): Entry[] => bundle.entries.filter((entry) => entry.type === type)
export const origin = (entry: Entry, path: string): Origin => ({ type: entry.type, entry: entry.position, path })
export const dayOf = (text: string | undefined): string | null =>
  text && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null

/** A resource that names nobody is taken to be about the one person of the bundle. */
export const aboutPatient = ({ references, patient }: Reading, subject: Reference | undefined): boolean =>
  subject?.reference === undefined || references.points(subject, patient)
