// Opening an entry, laying options side by side, and what a client's record may lend to a search without a name or a protected address.
import { refuse, notFound } from '../../platform/refusal.ts'
import { age } from '../../platform/time/civil.ts'
import { clockTimeOf } from '../../platform/time/zone.ts'
import type { ClientWork, Work } from '../../platform/work.ts'
import { clientOf } from '../clients/client.actions.ts'
import { outputAddress } from '../clients/detail.actions.ts'
import { payerOf } from '../referrals/coverage.actions.ts'
import type { Point } from './distance.ts'
import { aboutService, optionsById, optionsOfService, type About } from './entry.store.ts'
import type { Finding, Found, Option } from './finding.ts'
import { Finding as asFinding } from './finding.ts'
import { historyOf, openReports, type EntryEvent } from './freshness.store.ts'
import { rank, type Situation } from './ranking.ts'
import { pointOf } from './search.store.ts'

export interface ServicePage {
  about: About
  /** one for each place it is given at; the first is the one asked for */
  places: Found[]
  history: EntryEvent[]
  openReports: number
}

export async function openService(work: Work, serviceId: string): Promise<ServicePage> {
  const about = (await aboutService(work.tx, serviceId)) ?? notFound('service')
  const [options, history, reports] = await Promise.all([optionsOfService(work.tx, serviceId), historyOf(work.tx, serviceId), openReports(work.tx, serviceId)])
  return { about, places: judged(work, options, asFinding.parse({}), null), history, openReports: reports }
}

/** Two to four options, in the order they were chosen, judged for the same client. @throws directory.compare-two-to-four */
export async function compareOptions(work: Work, ids: readonly string[], asked: Finding): Promise<Found[]> {
  if (ids.length < 2 || ids.length > 4) refuse('directory.compare-two-to-four', 'Choose two to four services to lay side by side.')
  const [options, from] = await Promise.all([optionsById(work.tx, ids), pointOf(work, asked.place)])
  const found = judged(work, options, { ...asked, open: null, eligible: false }, from)
  return ids.flatMap((id) => found.filter((each) => each.id === id))
}

function judged(work: Work, options: readonly Option[], asked: Finding, from: Point | null): Found[] {
  const { place } = asked
  const situation: Situation = {
    from,
    zip: place !== null && 'zip' in place ? place.zip : null,
    today: work.today,
    at: { day: work.today, time: clockTimeOf(work.now, work.zone) },
  }
  return rank(options.map((option) => ({ option, foundBy: 'place' })), asked, situation)
}

/** For the search form. The ZIP code is that of the address any output may carry (INV-03): a protected or substitute address lends none. */
export interface ClientForSearch {
  ageYears: number | null
  language: string | null
  /** who pays, as the referral that brought them says */
  payer: string | null
  zip: string | null
  placeIsProtected: boolean
}
export async function clientForSearch(work: ClientWork): Promise<ClientForSearch> {
  const [{ birthDate, spokenLanguage }, output, payer] = await Promise.all([clientOf(work), outputAddress(work, 'visit'), payerOf(work)])
  const zip = output.shown === 'address' ? (/\b(\d{5})(?:-\d{4})?$/.exec(output.lines.join('\n'))?.[1] ?? null) : null
  return {
    ageYears: ageOf(birthDate, work.today),
    language: spokenLanguage,
    payer,
    zip,
    placeIsProtected: output.shown === 'protected' || output.shown === 'substitute',
  }
}

/** A birth date known only to the year or month counts from its middle. */
function ageOf(told: string, today: string): number | null {
  if (told === '') return null
  const day = told.length === 4 ? `${told}-07-01` : told.length === 7 ? `${told}-15` : told
  return Math.max(0, age(day, today))
}
