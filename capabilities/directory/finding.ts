// What is asked of the directory, and what it answers: one service at one place, with why it ranks where it does and what might exclude this client.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import { Point } from './distance.ts'
import type { Exclusion } from './exclusion.ts'
import type { Freshness } from './freshness.ts'
import type { Openness, Schedule } from './openHours.ts'
import type { Reason } from './ranking.ts'

export const capacities = ['has', 'none', 'waitlist', 'assess-first'] as const
export type Capacity = (typeof capacities)[number]
export const costs = ['free', 'sliding', 'fee'] as const
export type Cost = (typeof costs)[number]

/** Where to look from: a ZIP code or a point. Never a client's address: a ZIP is known to the directory by its own locations. */
export const Place = z.union([z.object({ zip: z.string().regex(/^\d{5}$/, 'A ZIP code has five digits.') }), Point])
export type Place = z.infer<typeof Place>

const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'A language is a code such as es or vi.')
const Payer = z.string().trim().min(1).max(100)

/** Facts about the client that may exclude or favour; they narrow nothing by themselves. */
const ForClient = z.object({
  ageYears: z.number().int().min(0).max(130).nullable().default(null),
  language: Language.nullable().default(null),
  payer: Payer.nullable().default(null),
})

/** Filters narrow; what `client` says only ranks and explains. `at` is civil day and clock time where the service is. */
export const Finding = z.object({
  words: z.string().max(200).default(''),
  need: z.uuid().nullable().default(null),
  place: Place.nullable().default(null),
  withinMiles: z.number().min(1).max(500).nullable().default(25),
  open: z.union([z.literal('now'), z.object({ day: Day, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) })]).nullable().default(null),
  language: Language.nullable().default(null),
  cost: z.enum(['free', 'sliding']).nullable().default(null),
  /** that take this payer, or cost nobody anything */
  payer: Payer.nullable().default(null),
  wheelchair: z.boolean().default(false),
  withRoom: z.boolean().default(false),
  fresh: z.boolean().default(false),
  /** leave out those that the client's age or place excludes for certain */
  eligible: z.boolean().default(false),
  client: ForClient.default({ ageYears: null, language: null, payer: null }),
})
export type Finding = z.infer<typeof Finding>
export type Asked = z.input<typeof Finding>

/** The search travels whole in the X-Search header: plain words, or a Finding as JSON (a search says too much to stand in an address). */
export const Search = z.object({
  search: z.string().max(4000).default('').transform((text, context): Finding => {
    const parsed = Finding.safeParse(asked(text))
    if (parsed.success) return parsed.data
    for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path: [...path] })
    return z.NEVER
  }),
})

function asked(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return { words: text }
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A service at one of its places, or by phone and everywhere where it has none. `id` is the service at location's, else the service's. */
export interface Option {
  id: string
  serviceId: string
  locationId: string | null
  /** missing where a source never said whose service it is */
  organizationId: string | null
  name: string
  organization: string
  summary: string
  addressLines: string[]
  postalCode: string | null
  latitude: number | null
  longitude: number | null
  phone: string | null
  url: string | null
  languages: string[]
  cost: Cost | null
  costWords: string | null
  payers: string[]
  wheelchair: boolean | null
  capacity: Capacity | null
  capacityOn: string | null
  verifiedOn: string | null
  verifiedBy: string | null
  minAge: number | null
  maxAge: number | null
  eligibility: string | null
  documents: string[]
  /** ZIP codes, counties, states it serves; empty where nothing is said */
  areas: string[]
  areaZips: string[]
  schedules: Schedule[]
  /** how it went with them, from our own closed referrals and notes: −2 … 2 */
  experience: number | null
}

export type FoundBy = 'name' | 'need' | 'words' | 'place'

export interface Found extends Option {
  foundBy: FoundBy
  distanceMiles: number | null
  openness: Openness
  freshness: Freshness
  points: number
  reasons: Reason[]
  exclusions: Exclusion[]
}

/** A line of the answer: what list and map show. The rest stands on the service's own page and in a comparison. */
export const listed = ({ id, serviceId, locationId, organizationId, name, organization, addressLines, postalCode, latitude, longitude, phone, capacity, verifiedBy, foundBy, distanceMiles, openness, freshness, points, reasons, exclusions }: Found) =>
  ({ id, serviceId, locationId, organizationId, name, organization, addressLines, postalCode, latitude, longitude, phone, capacity, verifiedBy, foundBy, distanceMiles, openness, freshness, points, reasons, exclusions })
export type Listed = ReturnType<typeof listed>

export interface Findings {
  found: Listed[]
  /** there are more than are shown */
  more: boolean
  /** what the place was taken to be; null where none was given or the directory knows no location there */
  from: Point | null
  placeUnknown: boolean
  /** words read as others because nothing was called that */
  readAs: { typed: string; words: string[] }[]
}
