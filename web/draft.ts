// Work not yet saved: kept in this browser twice a second, per staff member, until it is saved or dropped.
import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, findDraft, keepDraft } from './draftSafe.ts'
import { useMe } from './me.tsx'

const everyMs = 500

export interface Draft<T> {
  value: T
  change: (next: T | ((now: T) => T)) => void
  /** ISO instant of the last keeping; null while nothing is kept */
  keptAt: string | null
  /** ISO instant of the draft that was here already when this began; null once it is gone on with, saved or dropped */
  foundAt: string | null
  /** goes on with what was found */
  goOn: () => void
  /** this browser keeps nothing (no room, or a private window that forbids it) */
  cannotKeep: boolean
  /** true once the kept draft (if any) has been looked up */
  ready: boolean
  drop: () => Promise<void>
}

const keepers = new Set<() => Promise<void>>()
/** Everything that is being written, now: before the person signs out. */
export const keepDraftsNow = async (): Promise<void> => void (await Promise.all([...keepers].map((keep) => keep())))

/** Twice a second, when the page is hidden or left, and when another draft takes its place. */
function useKeeping(keep: () => Promise<void>, name: string): void {
  useEffect(() => {
    const timer = setInterval(() => void keep(), everyMs)
    const leaving = () => void keep()
    keepers.add(keep)
    window.addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', leaving)
    return () => {
      clearInterval(timer)
      keepers.delete(keep)
      window.removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', leaving)
      void keep()
    }
  }, [keep, name])
}

const nothingKept: Pick<Draft<unknown>, 'keptAt' | 'foundAt'> = { keptAt: null, foundAt: null }

interface Options<T> {
  /** what is shown where somebody wrote before the kept draft was found; without it the new words stay and the kept ones go */
  join?: (kept: T, now: T) => T
}

/** `const draft = useDraft('contact:' + caseId, emptyContact)`: survives a reload, signing out, a crash and a lost network. */
export function useDraft<T>(key: string, empty: T, options: Options<T> = {}): Draft<T> {
  const { staff } = useMe()
  const name = `draft:${staff.id}:${key}`
  const [value, setValue] = useState(empty)
  const [kept, setKept] = useState(nothingKept)
  const [cannotKeep, setCannotKeep] = useState(false)
  const [ready, setReady] = useState(false)
  const latest = useRef<{ name: string; value: T; dirty: boolean }>({ name, value: empty, dirty: false })
  const start = useRef({ empty, join: options.join })

  useEffect(() => {
    let here = true
    setReady(false)
    void findDraft<T>(staff.id, name).catch(() => undefined).then((kept) => {
      if (!here) return
      setReady(true)
      const { join } = start.current
      if (latest.current.name === name && latest.current.dirty) {
        if (!kept || !join) return // somebody already writes: what they wrote stays
        latest.current = { name, value: join(kept.value, latest.current.value), dirty: true }
      } else latest.current = { name, value: kept?.value ?? start.current.empty, dirty: false }
      setValue(latest.current.value)
      setKept({ keptAt: kept?.at ?? null, foundAt: kept?.at ?? null })
    })
    return () => { here = false }
  }, [name, staff.id])

  const keep = useCallback(async () => {
    const { dirty, name: to, value: now } = latest.current
    if (!dirty) return
    latest.current.dirty = false
    const at = await keepDraft(staff.id, to, now).catch(() => null)
    setCannotKeep(at === null)
    if (at === null && latest.current.name === to) latest.current.dirty = true
    if (at !== null && latest.current.value !== start.current.empty) setKept(({ foundAt }) => ({ keptAt: at, foundAt }))
  }, [staff.id])

  useKeeping(keep, name)
  const change = useCallback((next: T | ((now: T) => T)) => {
    const now = next instanceof Function ? next(latest.current.value) : next
    latest.current = { name, value: now, dirty: true }
    setValue(now)
  }, [name])
  const goOn = useCallback(() => setKept(({ keptAt }) => ({ keptAt, foundAt: null })), [])
  const drop = useCallback(async () => {
    latest.current = { ...latest.current, value: start.current.empty, dirty: false }
    setValue(start.current.empty)
    setKept(nothingKept)
    await dropDraft(latest.current.name)
  }, [])
  return { value, change, ...kept, goOn, cannotKeep, ready, drop }
}
