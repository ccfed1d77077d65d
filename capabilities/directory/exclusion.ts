// What might exclude this client from a service: coded, so that every language can say it; "certain" where the entry's own data says so.
import { capacityStaleAfterDays, type Freshness } from './freshness.ts'
import type { Finding, Option } from './finding.ts'
import type { Openness } from './openHours.ts'
import { daysBetween } from '../../platform/time/civil.ts'

export const exclusionCodes = ['too-young', 'too-old', 'outside-area', 'language', 'documents', 'payer', 'no-capacity', 'waitlist', 'assess-first', 'stale', 'closed-then', 'eligibility-to-ask'] as const
export type ExclusionCode = (typeof exclusionCodes)[number]

export interface Exclusion {
  code: ExclusionCode
  /** certain: by its own rules this client is not served; possible: ask before you send anybody */
  weight: 'certain' | 'possible'
  params: Record<string, string | number>
}

export interface Circumstances { zip: string | null; today: string; openness: Openness; freshness: Freshness }

/** Everything that may stand between this client and this service, the certain ones first. */
export function exclusionsOf(option: Option, asked: Finding, { zip, today, openness, freshness }: Circumstances): Exclusion[] {
  const all = [
    ...ageExclusions(option, asked.client.ageYears),
    ...areaExclusions(option, zip),
    ...capacityExclusions(option, today),
    ...languageAndPayer(option, asked),
    ...(option.documents.length > 0 ? [possible('documents', { documents: option.documents.join(', ') })] : []),
    ...(option.eligibility ? [possible('eligibility-to-ask', { said: option.eligibility })] : []),
    ...(asked.open !== null && openness.state === 'unknown' ? [possible('closed-then')] : []),
    ...(freshness.stale ? [possible('stale', freshness.days === null ? {} : { days: freshness.days })] : []),
  ]
  return all.toSorted((a, b) => Number(a.weight === 'possible') - Number(b.weight === 'possible'))
}

/** Ages are completed years; both limits count as served. */
function ageExclusions({ minAge, maxAge }: Option, age: number | null): Exclusion[] {
  if (age === null) return []
  if (minAge !== null && age < minAge) return [certain('too-young', { age, limit: minAge })]
  return maxAge !== null && age > maxAge ? [certain('too-old', { age, limit: maxAge })] : []
}

/** By ZIP where the entry lists ZIPs; where it names places only in words, somebody must ask. */
function areaExclusions({ areas, areaZips }: Option, zip: string | null): Exclusion[] {
  if (zip === null || areas.length === 0) return []
  if (areaZips.length > 0) return areaZips.includes(zip) ? [] : [certain('outside-area', { zip, areas: areas.join(', ') })]
  return [possible('outside-area', { zip, areas: areas.join(', ') })]
}

function capacityExclusions({ capacity, capacityOn }: Option, today: string): Exclusion[] {
  if (capacity === null || capacity === 'has') return []
  const days = capacityOn === null ? null : Math.max(0, daysBetween(capacityOn, today))
  const params: Exclusion['params'] = days === null ? {} : { days }
  if (capacity === 'waitlist') return [possible('waitlist', params)]
  if (capacity === 'assess-first') return [possible('assess-first', params)]
  return [days !== null && days <= capacityStaleAfterDays ? certain('no-capacity', params) : possible('no-capacity', params)]
}

function languageAndPayer({ languages, payers }: Option, { client }: Finding): Exclusion[] {
  const language = client.language && !client.language.startsWith('en') && !speaks(languages, client.language) ? [possible('language', { language: client.language })] : []
  const payer = client.payer && payers.length > 0 && !accepts(payers, client.payer) ? [possible('payer', { payer: client.payer, accepted: payers.join(', ') })] : []
  return [...language, ...payer]
}

export const speaks = (languages: readonly string[], wanted: string): boolean => languages.some((each) => each.split('-')[0] === wanted.split('-')[0])
export const accepts = (payers: readonly string[], wanted: string): boolean => payers.some((each) => each.toLowerCase() === wanted.toLowerCase())

const certain = (code: ExclusionCode, params: Exclusion['params'] = {}): Exclusion => ({ code, weight: 'certain', params })
const possible = (code: ExclusionCode, params: Exclusion['params'] = {}): Exclusion => ({ code, weight: 'possible', params })
