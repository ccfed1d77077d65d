// Answers what others ask of our directory, in HSDS 3.0.
import { notFound } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { pageOf, type HsdsQuery } from './hsdsQuery.ts'
import { Nesting } from './nesting.ts'
import { findPage, gatherAround, isPublished, type Listed } from './publish.store.ts'

/** HSDS 3.0: a page of lines, of whole things (`full`), or of ids and when they changed (`minimal`). */
export async function listThings(work: Work, table: Listed, asked: HsdsQuery): Promise<object> {
  const { ids, total } = await findPage(work.tx, table, asked)
  const nesting = new Nesting(await gatherAround(work.tx, table, ids))
  const contents = ids.flatMap((id) => (asked.minimal ? short(nesting, table, id) : asked.full || asked.full_service ? whole(nesting, table, id, asked.full_service) : nesting.line(table, id)) ?? [])
  return pageOf(contents, total, asked)
}

/** One thing with all that belongs to it. @throws hsds.not-found */
export async function oneThing(work: Work, table: Listed, id: string, fullService = false): Promise<object> {
  if (!(await isPublished(work.tx, table, id))) return notFound(table.replaceAll('_', '-'))
  return whole(new Nesting(await gatherAround(work.tx, table, [id])), table, id, fullService) ?? notFound(table)
}

function whole(nesting: Nesting, table: Listed, id: string, fullService: boolean): object | null {
  if (table === 'service') return nesting.service(id)
  if (table === 'organization') return nesting.organization(id, fullService ? 'whole' : 'ids')
  if (table === 'service_at_location') return nesting.serviceAtLocation(id)
  return table === 'location' ? nesting.whole('location', id) : nesting.line(table, id)
}

function short(nesting: Nesting, table: Listed, id: string): object | null {
  const thing = nesting.plain(table, id)
  return thing && { id, ...(thing.last_modified !== undefined && { modified_date: thing.last_modified }) }
}

export const aboutThisApi = {
  version: '3.0',
  profile: 'https://docs.openreferral.org/en/3.0.1/hsds/',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
}
