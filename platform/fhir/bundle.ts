// Opens a FHIR R4 Bundle: what is in it, what points to what, and in plain words what is wrong with it.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '../refusal.ts'
import { nameInWords } from './element.ts'
import { Patient } from './resource.ts'

export interface Entry {
  /** Position in the file, counted from 1, as a person would say it. */
  position: number
  fullUrl: string | null
  /** FHIR resource type, or 'no resource' for an entry that carries none. */
  type: string
  id: string | null
  resource: Record<string, unknown>
}

export interface Bundle {
  identifier: string | null
  /** SHA-256 over the content with keys in order: the same content in another layout has the same hash. */
  hash: string
  entries: Entry[]
}

const Anything = z.record(z.string(), z.unknown())
const Opened = z.object({
  resourceType: z.unknown().optional(),
  identifier: z
    .object({ system: z.string().optional().catch(undefined), value: z.string() })
    .optional()
    .catch(undefined),
  entry: z.array(z.unknown()).optional().catch(undefined),
})
const Shell = z.object({ fullUrl: z.string().optional().catch(undefined), resource: Anything.optional().catch(undefined) })

/** Most entries read from one bundle. A longer history belongs in an interface, not in a referral. */
export const mostEntries = 50_000
/** FHIR resources nest a few levels, and contained ones a few more; beyond this it is no record. */
const deepest = 100

/**
 * Open a bundle. Refuses, in words for the person who chose the file:
 * `fhir.not-an-object`, `fhir.not-a-bundle`, `fhir.empty-bundle`, `fhir.too-many-entries`, `fhir.too-deep`.
 */
export function openBundle(input: unknown): Bundle {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    refuse(
      'fhir.not-an-object',
      'This file is not a FHIR Bundle: it does not start with a JSON object. Ask the sender for a FHIR R4 Bundle in JSON.',
    )
  const opened = Opened.parse(input)
  if (opened.resourceType !== 'Bundle') refuse('fhir.not-a-bundle', notABundle(opened.resourceType))
  const raw = opened.entry ?? []
  if (raw.length === 0) refuse('fhir.empty-bundle', 'This bundle holds no entries. Ask the sender to export the record again.')
  if (raw.length > mostEntries)
    refuse(
      'fhir.too-many-entries',
      `This bundle holds ${raw.length} entries; one referral takes at most ${mostEntries}. Ask the sender for a summary.`,
    )
  return { identifier: identifierOf(opened.identifier), hash: contentHash(input), entries: raw.map(entryOf) }
}

/** Parse the text of a file. Refuses `fhir.not-json`. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return refuse(
      'fhir.not-json',
      'This file is not readable as JSON. FHIR files from an export end in .json; XML is not read here yet.',
    )
  }
}

function notABundle(type: unknown): string {
  return typeof type === 'string' && type !== ''
    ? `This file holds one ${type.slice(0, 60)}, not a Bundle. Ask the sender for the whole Bundle: the person with the records around them.`
    : 'This file does not say that it is a FHIR Bundle. Ask the sender for a FHIR R4 Bundle in JSON.'
}

function entryOf(raw: unknown, index: number): Entry {
  const shell = Shell.safeParse(raw)
  const resource = (shell.success && shell.data.resource) || {}
  const { resourceType, id } = resource
  return {
    position: index + 1,
    fullUrl: (shell.success && shell.data.fullUrl) || null,
    type: typeof resourceType === 'string' && /^[A-Za-z]{1,60}$/.test(resourceType) ? resourceType : 'no resource',
    id: typeof id === 'string' ? id : null,
    resource,
  }
}

const identifierOf = (identifier: { system?: string; value: string } | undefined): string | null =>
  identifier ? [identifier.system, identifier.value].filter(Boolean).join('|').slice(0, 500) : null

/** Same content, same hash, whatever the spaces and the order of keys. */
function contentHash(value: unknown): string {
  const ordered = (each: unknown, depth: number): unknown => {
    if (typeof each !== 'object' || each === null) return each
    if (depth > deepest)
      refuse('fhir.too-deep', 'This file is nested deeper than any FHIR record. Ask the sender to export it again.')
    if (Array.isArray(each)) return each.map((inner) => ordered(inner, depth + 1))
    return Object.fromEntries(
      Object.entries(each)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, ordered(inner, depth + 1)]),
    )
  }
  return createHash('sha256')
    .update(JSON.stringify(ordered(value, 0)))
    .digest('hex')
}

export interface PatientChoice {
  /** What to send back as `patient` to choose this person. */
  patient: string
  name: string
  birthDate: string | null
}

/** The people a bundle is about. */
export const patientsOf = (bundle: Bundle): Entry[] => bundle.entries.filter((entry) => entry.type === 'Patient')

export function choiceOf(entry: Entry): PatientChoice {
  const patient = Patient.parse(entry.resource)
  return {
    patient: entry.id ?? entry.fullUrl ?? String(entry.position),
    name: nameInWords(patient.name.find((each) => each.use === 'official') ?? patient.name[0]) ?? 'No name given',
    birthDate: patient.birthDate ?? null,
  }
}

/**
 * The one person this referral is about. Refuses `fhir.no-patient`, `fhir.several-patients` (with the choices in `issues`)
 * and `fhir.no-such-patient`.
 */
export function choosePatient(bundle: Bundle, chosen: string | null): Entry {
  const patients = patientsOf(bundle)
  const [first] = patients
  if (!first)
    return refuse(
      'fhir.no-patient',
      'This bundle names no person: it holds no Patient. Ask the sender to include the person referred.',
    )
  if (chosen !== null) {
    const found = patients.find((entry) => choiceOf(entry).patient === chosen)
    return (
      found ?? refuse('fhir.no-such-patient', 'The person you chose is not in this bundle. Choose one of the people it holds.')
    )
  }
  if (patients.length === 1) return first
  const choices = patients.map(choiceOf)
  return refuse(
    'fhir.several-patients',
    `This bundle holds ${choices.length} people. Choose whom this referral is about; import the others one by one.`,
    {
      issues: choices
        .slice(0, 50)
        .map(({ name, birthDate }) => ({ path: 'patient', message: [name, birthDate].filter(Boolean).join(', ') })),
      current: { patients: choices.slice(0, 50) },
    },
  )
}
