// What a client's page opens with, asked for at once: the chart, and where the address names the case, its story beside it.
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { readApi, type Query } from '../../../web/api.ts'
import { readKey } from '../../../web/reads.ts'
import type { StoryPage } from '../story.actions.ts'

export const chartPath = (clientId: string): string => `/clients/${clientId}/chart`

/** Filters left empty are not asked; the case is. */
export function storyRead(clientId: string, query: Query) {
  const path = `/clients/${clientId}/story`
  return {
    queryKey: readKey(path, query),
    queryFn: ({ pageParam }: { pageParam: string }) => readApi<StoryPage>(path, { ...query, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last: StoryPage) => last.after,
  }
}

export function readAhead(queries: QueryClient, clientId: string, caseId: string | null, pathname: string): void {
  const query = { case: caseId }
  const path = chartPath(clientId)
  void queries.prefetchQuery({ queryKey: readKey(path, query), queryFn: () => readApi(path, query) })
  if (caseId !== null && pathname.endsWith('/story')) void queries.prefetchInfiniteQuery<StoryPage, Error, InfiniteData<StoryPage>, unknown[], string>(storyRead(clientId, query))
}
