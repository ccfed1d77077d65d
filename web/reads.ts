// Reading and saving from a component: what is shown, what is pending, what failed and can be tried again.
import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { newId, Problem, readApi, writeApi, type Query, type WriteMethod } from './api.ts'

const keepTrying = (failures: number, error: Error) => !(error instanceof Problem) && failures < 6
const pause = (failures: number) => Math.min(1000 * 2 ** failures, 15_000)

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: keepTrying, retryDelay: pause, refetchOnWindowFocus: true },
      mutations: { retry: keepTrying, retryDelay: pause },
    },
  })

/** What is not asked for is not in the key: the same address is read once, whoever shows it. */
export const readKey = (path: string, query: Query = {}) =>
  ['read', path, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '' && value !== null && value !== undefined))]

export interface ReadOptions<T> { query?: Query; enabled?: boolean; keepPrevious?: boolean; initial?: T }

/** `const { data, problem, isPending } = useRead<Plan>('/cases/…/plan')`. Renewed by itself when a colleague saves. */
export function useRead<T>(path: string, { query, enabled, keepPrevious }: ReadOptions<T> = {}) {
  const options: UseQueryOptions<T> = { queryKey: readKey(path, query), queryFn: () => readApi<T>(path, query) }
  if (enabled !== undefined) options.enabled = enabled
  if (keepPrevious) options.placeholderData = (previous) => previous
  const answer = useQuery<T>(options)
  return { ...answer, problem: problemOf(answer.error) }
}

const problemOf = (error: Error | null): Problem | null => (error === null || error instanceof Problem ? error : offline())

/**
 * A list read page by page: `const { items, first, more } = useList<Caseload>('/caseload', { query, pageSize: 500 })`. The first page is as long as the server
 * gives it, so that it comes soon; `pageSize` is asked of the later ones. `more` is absent where nothing follows, and harmless while it is fetched.
 */
export function useList<Page extends { items: unknown[]; after: string | null }>(path: string, { query = {}, pageSize }: { query?: Query; pageSize: number }) {
  const pages = useInfiniteQuery({
    queryKey: [...readKey(path, query), 'pages'],
    queryFn: ({ pageParam }) => readApi<Page>(path, { ...query, ...(pageParam !== '' && { after: pageParam, limit: pageSize }) }),
    initialPageParam: '', getNextPageParam: (last: Page) => last.after, placeholderData: (previous) => previous,
  })
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = pages
  const items = useMemo(() => data?.pages.flatMap((page): Page['items'][number][] => page.items) ?? [], [data])
  const more = useCallback(() => { if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage() }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  return { first: { data: data?.pages[0], problem: problemOf(error), refetch }, items, more: hasNextPage ? more : undefined }
}

/** A save that never reached the server: what was written is still here, and the same save can be tried again. */
const notSent = () => new Problem(0, { code: 'offline', detail: 'The server cannot be reached right now. What you wrote is still here; try again in a moment.' })

const offline = () => new Problem(0, { code: 'offline', detail: 'The server cannot be reached right now. What is on this page stays; we keep trying.' })

export interface SaveOptions<Result> {
  /** ids (case, client, …) or path beginnings whose screens are read again after the save */
  renews?: string[]
  onSaved?: (result: Result) => void
  /** the code of a receiver's link, for the page behind it */
  link?: string
}
interface HowToSave { ifMatch?: number | undefined; path?: string; onRefused?: (problem: Problem) => void }
interface Save<Body> { body: Body; path: string; ifMatch?: number | undefined; key: string }

/**
 * `const { save, saving, problem } = useWrite<Body, Result>('POST', path, { renews: [caseId] })`.
 * `save(body, { ifMatch, path, onRefused })` resolves to the result, or to undefined where it was refused (see `problem`).
 * Retries a lost network with the same key, so a save happens once.
 */
export function useWrite<Body, Result = unknown>(method: WriteMethod, path: string, { renews = [], onSaved, link }: SaveOptions<Result> = {}) {
  const queries = useQueryClient()
  const [failed, keepFailed] = useState<{ text: string; key: string } | null>(null)
  const mutation = useMutation<Result, Error, Save<Body>>({
    mutationFn: ({ body, path: to, ifMatch, key }) => writeApi<Result>(method, to, body, { ifMatch, key, link }),
    networkMode: 'offlineFirst',
    onSuccess: async (result) => {
      keepFailed(null)
      renewScreens(queries, renews)
      onSaved?.(result)
    },
    onError: (error, { body, path: to, key }) => keepFailed(error instanceof Problem ? null : { text: JSON.stringify([to, body]), key }),
  })
  const save = async (body: Body, { onRefused, ...more }: HowToSave = {}): Promise<Result | undefined> => {
    const to = more.path ?? path
    const key = failed?.text === JSON.stringify([to, body]) ? failed.key : newId()
    return mutation.mutateAsync({ body, path: to, ifMatch: more.ifMatch, key }).catch((error: unknown) => {
      if (error instanceof Problem) onRefused?.(error)
      return undefined
    })
  }
  const problem = mutation.error instanceof Problem ? mutation.error : mutation.error ? notSent() : null
  return { save, saving: mutation.isPending, waitingForNetwork: mutation.isPaused || mutation.failureCount > 0, problem, saved: mutation.data, reset: mutation.reset }
}

const belongsToSomebody = /[0-9a-f]{8}-[0-9a-f]{4}-/

/** Read again what shows one of these ids, and every list that is nobody's in particular. */
export function renewScreens(queries: QueryClient, ids: string[]): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const said = JSON.stringify(queryKey)
      return ids.some((id) => said.includes(id)) || !belongsToSomebody.test(said)
    },
  })
}
