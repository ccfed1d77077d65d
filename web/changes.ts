// A colleague's change appears without a reload: the server tells whose record changed, the screens read it again.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readApi } from './api.ts'
import { renewScreens } from './reads.ts'

const gatherMs = 250

export function useChanges(enabled: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!enabled || typeof EventSource === 'undefined') return
    let ids: string[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const source = new EventSource('/api/changes')
    const note = (event: MessageEvent<string>) => {
      ids = [...ids, ...idsIn(event.data)]
      timer ??= setTimeout(() => {
        renewScreens(queries, ids)
        ids = []
        timer = undefined
      }, gatherMs)
    }
    source.addEventListener('message', note)
    source.addEventListener('signed-out', () => void readApi('/me').catch(() => undefined))
    return () => {
      source.close()
      clearTimeout(timer)
    }
  }, [enabled, queries])
}

/** A notice names ids only; whichever it names are the ones to read again. */
export const idsIn = (data: string): string[] => data.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
