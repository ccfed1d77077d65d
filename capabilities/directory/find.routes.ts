// HTTP for looking through the directory: search, one service, options side by side, reports and verifications.
import { z } from 'zod'
import { read, write, type Route } from '../../platform/capability.ts'
import { clientForSearch, compareOptions, openService } from './entry.actions.ts'
import { choicesOf } from './entry.store.ts'
import { Search } from './finding.ts'
import { reportEntry, verifyService } from './freshness.actions.ts'
import { EntryReport, Verification } from './freshness.ts'
import { mapTiles } from './mapTiles.ts'
import { findServices } from './search.actions.ts'

const Side = Search.extend({ entries: z.string().max(200).default('').transform((text) => text.split(',').filter(Boolean)).pipe(z.array(z.uuid())) })
const one = '/directory/services/:serviceId'

export const findRoutes: Route[] = [
  read('/directory/search', 'signed-in', (work, { search }) => findServices(work, search), {
    query: Search,
    summary: 'Services found, ranked with reasons, with what might exclude the client; the question travels in X-Search',
  }),
  read('/directory/choices', 'signed-in', (work) => choicesOf(work), { summary: 'Needs, languages and payers that occur in the directory' }),
  read('/directory/map', 'signed-in', async () => mapTiles(process.env), { summary: 'Where map tiles come from, if anywhere' }),
  read('/directory/comparison', 'signed-in', (work, { search, entries }) => compareOptions(work, entries, search), {
    query: Side,
    summary: 'Two to four options for the client to choose from',
  }),
  read(one, 'signed-in', (work, _, { serviceId }) => openService(work, serviceId), { summary: 'Everything about a service, and its history' }),
  write(`${one}/reports`, 'signed-in', EntryReport, (work, report, { serviceId }) => reportEntry(work, report, serviceId), { summary: 'Something is wrong here' }),
  write(`${one}/verifications`, 'signed-in', Verification, (work, verification, { serviceId }) => verifyService(work, verification, serviceId)),
  read('/clients/:clientId/directory-facts', 'read-clients', (work) => clientForSearch(work), {
    summary: 'What a client’s record lends to a search; never a protected address',
  }),
]
