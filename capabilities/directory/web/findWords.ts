// How the directory speaks: why something ranks where it does, what might exclude this client, when it is open, how old what we know is.
import { plural, t } from '@lingui/core/macro'
import { dayWords, languageWords, milesWords } from '../../../web/words.ts'
import type { Exclusion, ExclusionCode } from '../exclusion.ts'
import type { Capacity, Cost } from '../finding.ts'
import type { Freshness, WrongThing } from '../freshness.ts'
import type { Openness } from '../openHours.ts'
import type { Reason, ReasonCode } from '../ranking.ts'

type Params = Record<string, string | number>
const said = (params: Params, name: string): string => String(params[name] ?? '')
const daysAgo = (days: number): string => (days === 0 ? t`today` : plural(days, { one: '# day ago', other: '# days ago' }))

const reasons: Record<ReasonCode, (params: Params) => string> = {
  'called-so': () => t`is called so`,
  'meets-need': () => t`meets this need`,
  'speaks-of-it': () => t`speaks of it`,
  distance: (params) => (Number(params.tenths) < 5 ? t`less than half a mile away` : t`about ${milesWords(Number(params.tenths))} away`),
  'no-distance': () => t`no place on the map`,
  open: (params) => t`open until ${said(params, 'until')}`,
  language: (params) => t`speaks ${languageWords(said(params, 'language'))}`,
  free: () => t`free`,
  'sliding-cost': () => t`price by income`,
  payer: (params) => t`accepts ${said(params, 'payer')}`,
  room: (params) => (params.days === undefined ? t`has room` : t`had room ${daysAgo(Number(params.days))}`),
  full: (params) => (params.days === undefined ? t`has no room` : t`had no room ${daysAgo(Number(params.days))}`),
  waitlist: () => t`has a waitlist`,
  verified: (params) => t`verified ${daysAgo(Number(params.days))}`,
  stale: (params) => (params.days === undefined ? t`never verified` : t`verified ${daysAgo(Number(params.days))}`),
  'good-experience': () => t`went well for our clients`,
  'bad-experience': () => t`went badly for our clients`,
  excluded: () => t`excludes this client`,
  'may-exclude': () => t`something to ask first`,
}
export const reasonWords = ({ code, params }: Reason): string => reasons[code](params)

const exclusions: Record<ExclusionCode, (params: Params) => string> = {
  'too-young': (params) => t`Serves people from ${said(params, 'limit')}; the client is ${said(params, 'age')}.`,
  'too-old': (params) => t`Serves people up to ${said(params, 'limit')}; the client is ${said(params, 'age')}.`,
  'outside-area': (params) => t`Serves ${said(params, 'areas')}. Ask whether ${said(params, 'zip')} belongs to it.`,
  language: (params) => t`Does not say that it speaks ${languageWords(said(params, 'language'))}.`,
  documents: (params) => t`Asks for: ${said(params, 'documents')}.`,
  payer: (params) => t`Names other payers: ${said(params, 'accepted')}.`,
  'no-capacity': (params) => (params.days === undefined ? t`Said to have no room.` : t`Had no room ${daysAgo(Number(params.days))}.`),
  waitlist: () => t`Has a waitlist.`,
  'assess-first': () => t`Assesses people before it says whether there is room.`,
  stale: (params) => (params.days === undefined ? t`Nobody here has verified this entry. Call before you send anybody.` : t`Last verified ${daysAgo(Number(params.days))}. Call before you send anybody.`),
  'closed-then': () => t`Its hours are not known.`,
  'eligibility-to-ask': (params) => t`For: ${said(params, 'said')}`,
}
export const exclusionWords = ({ code, params }: Exclusion): string => exclusions[code](params)

export function opennessWords(openness: Openness, today: string): string {
  if (openness.state === 'unknown') return t`Hours unknown`
  if (openness.state === 'open') return openness.until === '24:00' ? t`Open now` : t`Open until ${openness.until}`
  const { opens } = openness
  if (opens === null) return t`Closed`
  return opens.day === today ? t`Closed, opens ${opens.time}` : t`Closed, opens ${dayWords(opens.day, today)} ${opens.time}`
}

export const farWords = (miles: number | null): string => (miles === null ? t`Not known` : miles < 0.5 ? t`Less than half a mile` : t`About ${milesWords(Math.round(miles * 10))}`)

/** INV-34: the age of what we know stands beside everything we know. */
export function freshnessWords({ days }: Freshness, by: string | null): string {
  if (days === null) return t`Never verified`
  return by ? t`Verified ${daysAgo(days)} by ${by}` : t`Verified ${daysAgo(days)}`
}

export const costWords = (cost: Cost | null): string => (cost === 'free' ? t`Free` : cost === 'sliding' ? t`Price by income` : cost === 'fee' ? t`Costs something` : t`Cost not known`)
export const capacityWords = (capacity: Capacity | null): string =>
  capacity === 'has' ? t`Has room` : capacity === 'none' ? t`No room` : capacity === 'waitlist' ? t`Waitlist` : capacity === 'assess-first' ? t`Assesses first` : t`Room not known`
export const wheelchairWords = (wheelchair: boolean | null): string => (wheelchair === null ? t`Not known` : wheelchair ? t`Yes` : t`No`)

export function ageWords({ minAge, maxAge }: { minAge: number | null; maxAge: number | null }): string {
  if (minAge !== null && maxAge !== null) return t`${minAge} to ${maxAge} years`
  if (minAge !== null) return t`From ${minAge} years`
  return maxAge === null ? t`All ages` : t`Up to ${maxAge} years`
}

export const wrongWords = (wrong: string): string => {
  const words: Record<WrongThing, string> = {
    phone: t`The phone number`, address: t`The address`, hours: t`The hours`, closed: t`It is closed for good`, eligibility: t`Who is served`, cost: t`The cost`, language: t`The languages`, capacity: t`Whether there is room`, other: t`Something else`,
  }
  return Object.entries(words).find(([code]) => code === wrong)?.[1] ?? wrong
}
export const wayWords = (way: string): string => ({ phone: t`by phone`, website: t`on their website`, visit: t`by a visit`, email: t`by e-mail`, document: t`from a document` })[way] ?? way
export const resultWords = (result: string): string =>
  ({ right: t`Everything is right`, corrected: t`Corrected, now right`, gone: t`It is gone`, 'no-answer': t`No answer; try again later` })[result] ?? result

export const weekdayNames = (): Record<string, string> => ({ MO: t`Mon`, TU: t`Tue`, WE: t`Wed`, TH: t`Thu`, FR: t`Fri`, SA: t`Sat`, SU: t`Sun` })
/** "Mon, Tue 09:00–17:00"; what cannot be said so is said in the entry's own words. */
export function hoursWords({ byday, opensAt, closesAt, notes, freq }: { byday: string | null; opensAt: string | null; closesAt: string | null; notes: string | null; freq: string | null }): string {
  const names = weekdayNames()
  const list = (byday ?? '').split(',').filter(Boolean).map((day) => day.replace(/[A-Z]{2}/, (code) => names[code] ?? code))
  const when = list.length === 0 || list.length === 7 ? t`every day` : list.join(', ')
  const times = opensAt && closesAt ? `${opensAt}–${closesAt}` : ''
  const monthly = freq === 'MONTHLY' ? t`each month` : ''
  return times === '' ? (notes ?? t`Ask for the hours`) : [when, times, monthly, notes].filter(Boolean).join(' ')
}
