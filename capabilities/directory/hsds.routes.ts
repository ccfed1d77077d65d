// The read API of the directory, as HSDS 3.0 describes it; also at /hsds/… . For everybody on the staff; searching it is about no client.
import { z } from 'zod'
import { read, type Route } from '../../platform/capability.ts'
import { HsdsQuery, OneQuery } from './hsdsQuery.ts'
import { aboutThisApi, listThings, oneThing } from './publish.actions.ts'
import type { Listed } from './publish.store.ts'

const Id = z.uuid()
const paths: Record<string, Listed> = {
  services: 'service', organizations: 'organization', locations: 'location', service_at_locations: 'service_at_location', taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term',
}

export const hsdsRoutes: Route[] = [
  read('/hsds', 'signed-in', async () => aboutThisApi, { summary: 'HSDS 3.0: which version this is' }),
  read('/hsds/', 'signed-in', async () => aboutThisApi),
  ...Object.entries(paths).flatMap(([path, table]) => [
    read(`/hsds/${path}`, 'signed-in', (work, asked) => listThings(work, table, asked), { query: HsdsQuery, wordsInAddress: true, summary: `HSDS 3.0: a page of ${path}` }),
    read(`/hsds/${path}/:id`, 'signed-in', (work, asked, { id }) => oneThing(work, table, Id.parse(id), asked.full_service), { query: OneQuery, summary: `HSDS 3.0: one of ${path}, whole` }),
  ]),
]
