// The order of what was found, and why: every point an option gets is a reason that the screen says in words. No hidden weights.
import { daysBetween } from '../../platform/time/civil.ts'
import { milesBetween, type Point } from './distance.ts'
import { accepts, exclusionsOf, speaks, type Exclusion } from './exclusion.ts'
import type { Finding, Found, FoundBy, Option } from './finding.ts'
import { capacityStaleAfterDays, freshnessOf, staleAfterDays, type Freshness } from './freshness.ts'
import { opennessAt, type Moment, type Openness } from './openHours.ts'

export const reasonCodes = ['called-so', 'meets-need', 'speaks-of-it', 'distance', 'no-distance', 'open', 'language', 'free', 'sliding-cost', 'payer', 'room', 'full', 'waitlist', 'verified', 'stale', 'good-experience', 'bad-experience', 'excluded', 'may-exclude'] as const
export type ReasonCode = (typeof reasonCodes)[number]
export interface Reason { code: ReasonCode; points: number; params: Record<string, string | number> }

/** One table of weights: what is asked for first, then what makes it reachable, then what makes it likely to work. */
export const weights = {
  'called-so': 40, 'meets-need': 35, 'speaks-of-it': 12, distance: 30, open: 12, language: 18, free: 8, 'sliding-cost': 4, payer: 12,
  room: 10, full: -25, waitlist: -6, verified: 8, stale: -8, 'good-experience': 5, 'bad-experience': -5, excluded: -100, 'may-exclude': -2,
} as const
const foundByCode: Record<FoundBy, 'called-so' | 'meets-need' | 'speaks-of-it' | null> = { name: 'called-so', need: 'meets-need', words: 'speaks-of-it', place: null }

export interface Situation {
  from: Point | null
  zip: string | null
  today: string
  /** the moment asked for, else now, where the service is */
  at: Moment
}
export interface Candidate { option: Option; foundBy: FoundBy }

/** Most useful first; equal points by distance, then name, then id, so that the order is always the same. */
export function rank(candidates: readonly Candidate[], asked: Finding, situation: Situation): Found[] {
  return candidates.map((each) => judge(each, asked, situation)).filter((found) => keeps(found, asked)).toSorted(inOrder)
}

function inOrder(a: Found, b: Found): number {
  return b.points - a.points || (a.distanceMiles ?? Infinity) - (b.distanceMiles ?? Infinity) || (a.name === b.name ? Number(a.id > b.id) || -1 : a.name < b.name ? -1 : 1)
}

/** What the search could only ask roughly is decided here: hours to the minute, and certain exclusions where only eligible ones are wanted. */
function keeps({ openness, exclusions }: Found, { open, eligible }: Finding): boolean {
  if (open !== null && openness.state === 'closed') return false
  return !eligible || !exclusions.some(({ weight }) => weight === 'certain')
}

function judge({ option, foundBy }: Candidate, asked: Finding, situation: Situation): Found {
  const openness = opennessAt(option.schedules, situation.at)
  const freshness = freshnessOf(option.verifiedOn, situation.today)
  const distanceMiles = distanceOf(option, situation.from)
  const exclusions = exclusionsOf(option, asked, { ...situation, openness, freshness })
  const reasons = [
    ...foundReason(foundBy),
    ...distanceReason(distanceMiles, asked, situation),
    ...matchReasons(option, asked, openness),
    ...capacityReason(option, situation.today),
    ...freshnessReason(freshness),
    ...experienceReason(option),
    ...exclusionReasons(exclusions),
  ].toSorted((a, b) => b.points - a.points)
  return { ...option, foundBy, distanceMiles, openness, freshness, exclusions, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) }
}

function distanceOf({ latitude, longitude }: Option, from: Point | null): number | null {
  return from === null || latitude === null || longitude === null ? null : milesBetween(from, { latitude, longitude })
}

const reason = (code: Exclude<ReasonCode, 'no-distance'>, points: number = weights[code], params: Reason['params'] = {}): Reason => ({ code, points: Math.round(points * 10) / 10, params })

function foundReason(foundBy: FoundBy): Reason[] {
  const code = foundByCode[foundBy]
  return code === null ? [] : [reason(code)]
}

/** Miles; 25 where no circle is drawn. */
export const circleOf = ({ withinMiles }: Pick<Finding, 'withinMiles'>): number => withinMiles ?? 25
/** The nearest gets all of it, the edge of the circle nothing, nor what has no place (NaN). */
export const nearness = (miles: number, circle: number): number => (miles < circle ? weights.distance * (1 - miles / circle) : 0)

function distanceReason(miles: number | null, asked: Finding, { from }: Situation): Reason[] {
  if (from === null) return []
  if (miles === null) return [{ code: 'no-distance', points: 0, params: {} }]
  return [reason('distance', nearness(miles, circleOf(asked)), { tenths: Math.round(miles * 10) })]
}

function matchReasons(option: Option, { client, language, payer }: Finding, openness: Openness): Reason[] {
  const tongue = language ?? client.language
  const pays = payer ?? client.payer
  return [
    ...(openness.state === 'open' ? [reason('open', weights.open, { until: openness.until })] : []),
    ...(tongue && !tongue.startsWith('en') && speaks(option.languages, tongue) ? [reason('language', weights.language, { language: tongue })] : []),
    ...(option.cost === 'free' ? [reason('free')] : option.cost === 'sliding' ? [reason('sliding-cost')] : []),
    ...(pays && accepts(option.payers, pays) ? [reason('payer', weights.payer, { payer: option.payers.find((each) => accepts([each], pays)) ?? pays })] : []),
  ]
}

/** Old news about room counts half, whichever way it goes. */
function capacityReason({ capacity, capacityOn }: Option, today: string): Reason[] {
  if (capacity === null || capacity === 'assess-first') return []
  const days = capacityOn === null ? null : Math.max(0, daysBetween(capacityOn, today))
  const trust = days !== null && days <= capacityStaleAfterDays ? 1 : 0.5
  const code = capacity === 'has' ? 'room' : capacity === 'none' ? 'full' : 'waitlist'
  return [reason(code, weights[code] * trust, days === null ? {} : { days })]
}

/** Verified so many days ago: all of it on the day, half of it when it goes stale. */
export const freshnessPoints = (days: number): number => (days > staleAfterDays ? weights.stale : weights.verified * (1 - days / 360))

function freshnessReason({ stale, days }: Freshness): Reason[] {
  if (days === null) return [reason('stale')]
  return [reason(stale ? 'stale' : 'verified', freshnessPoints(days), { days })]
}

function experienceReason({ experience }: Option): Reason[] {
  if (experience === null || experience === 0) return []
  return [experience > 0 ? reason('good-experience', weights['good-experience'] * experience) : reason('bad-experience', weights['bad-experience'] * -experience)]
}

function exclusionReasons(exclusions: readonly Exclusion[]): Reason[] {
  const certain = exclusions.filter(({ weight }) => weight === 'certain').length
  const possible = exclusions.filter(({ code, weight }) => weight === 'possible' && !['stale', 'no-capacity', 'waitlist'].includes(code)).length
  return [...(certain > 0 ? [reason('excluded', weights.excluded * certain)] : []), ...(possible > 0 ? [reason('may-exclude', weights['may-exclude'] * possible, { count: possible })] : [])]
}
