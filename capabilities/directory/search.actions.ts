// Looking for a service: what is asked, read by the rules, ordered and explained. Nothing of a search is kept.
import { clockTimeOf } from '../../platform/time/zone.ts'
import type { Work } from '../../platform/work.ts'
import { indexServices, servicesOf } from './derived.store.ts'
import { listed, type Finding, type Findings } from './finding.ts'
import { rank } from './ranking.ts'
import { candidatesFor } from './search.store.ts'

/** More than this nobody reads; a word more or fewer miles bring the others. */
const mostShown = 20

/** Ranked with reasons and exclusions. Where the directory knows no location in a ZIP code, the search is done without it and says so. */
export async function findServices(work: Work, asked: Finding): Promise<Findings> {
  const at = asked.open === null || asked.open === 'now' ? { day: work.today, time: clockTimeOf(work.now, work.zone) } : asked.open
  const first = await candidatesFor(work, asked, at)
  const placeUnknown = asked.place !== null && first.from === null
  const { candidates, from, readAs } = placeUnknown ? await candidatesFor(work, { ...asked, place: null }, at) : first
  const zip = asked.place !== null && 'zip' in asked.place ? asked.place.zip : null
  const found = rank(candidates, asked, { from, zip, today: work.today, at })
  return { found: found.slice(0, mostShown).map(listed), more: found.length > mostShown, from, placeUnknown, readAs }
}

const indexedAtOnce = 500

/** After an import, in pieces of their own transactions: a large directory never holds one open for long. */
export async function letSearchFollow(inAgency: <T>(act: (work: Work) => Promise<T>) => Promise<T>, source: string): Promise<void> {
  const ids = await inAgency(({ tx }) => servicesOf(tx, source))
  for (let from = 0; from < ids.length; from += indexedAtOnce) await inAgency(({ tx }) => indexServices(tx, ids.slice(from, from + indexedAtOnce)))
}
