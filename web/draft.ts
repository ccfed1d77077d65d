// Work not yet saved: kept in this browser twice a second, per staff member, until it is saved or dropped.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { dropDraft, findDraft, keepDraft, type Kept } from './draftSafe.ts'
import { useMe } from './me.tsx'

const everyMs = 500
/** How far what is drawn from a draft may be behind the letters of a long text. */
const behindMs = 1000

export interface Draft<T> {
  value: T
  change: (next: T | ((now: T) => T)) => void
  /** for each key of a long text: kept like any change, while `value` follows within a second; the field shows its own letters */
  write: (next: (now: T) => T) => void
  /** what is written by now; `value` may be behind it */
  now: () => T
  /** counts what came otherwise than by `write`, so that the field shows it */
  turn: number
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

/** What is drawn: what was set at once; what is followed at once the first time, then at most once a second, and at the end. */
function useShown<T>(empty: T) {
  const [shown, setShown] = useState({ value: empty, turn: 0 })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shownAt = useRef(-behindMs)
  useEffect(() => () => clearTimeout(timer.current), [])
  const setValue = useCallback((value: T) => setShown(({ turn }) => ({ value, turn: turn + 1 })), [])
  const follow = useCallback((valueNow: () => T) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      shownAt.current = performance.now()
      setShown((before) => ({ ...before, value: valueNow() }))
    }, Math.max(0, shownAt.current + behindMs - performance.now()))
  }, [])
  return { ...shown, setValue, follow }
}

/** The length of an instant that says its minute, which is all that is shown of it. */
const minute = 16
const nothingKept: Pick<Draft<unknown>, 'keptAt' | 'foundAt'> = { keptAt: null, foundAt: null }

interface Options<T> {
  /** what is shown where somebody wrote before the kept draft was found; without it the new words stay and the kept ones go */
  join?: (kept: T, now: T) => T
}

const joinedTo = <T>(kept: Kept<T> | undefined, value: T, join: Options<T>['join']): T => (kept && join ? join(kept.value, value) : value)

/** Looks once for what is kept under a name. `ready` from then on; `looking` ends when it has been told, or with what nobody was there any more to be told. */
function useFinding<T>(staffId: string, name: string, found: (kept: Kept<T> | undefined) => void) {
  const [ready, setReady] = useState(false)
  const looking = useRef<Promise<Kept<T> | undefined>>(Promise.resolve(undefined))
  const tell = useEffectEvent(found)
  useEffect(() => {
    let here = true
    setReady(false)
    looking.current = findDraft<T>(staffId, name).catch(() => undefined).then((kept) => {
      if (!here) return kept
      setReady(true)
      tell(kept)
      return undefined
    })
    return () => { here = false }
  }, [name, staffId])
  return { ready, looking }
}

/** `const draft = useDraft('contact:' + caseId, emptyContact)`: survives a reload, signing out, a crash and a lost network. */
export function useDraft<T>(key: string, empty: T, options: Options<T> = {}): Draft<T> {
  const { staff } = useMe()
  const name = `draft:${staff.id}:${key}`
  const { value, turn, setValue, follow } = useShown(empty)
  const [kept, setKept] = useState(nothingKept)
  const [cannotKeep, setCannotKeep] = useState(false)
  const latest = useRef<{ name: string; value: T; dirty: boolean }>({ name, value: empty, dirty: false })
  const start = useRef({ empty, join: options.join })

  const found = (kept: Kept<T> | undefined) => {
    const writes = latest.current.name === name && latest.current.dirty
    if (writes && !(kept && start.current.join)) return // somebody already writes: what they wrote stays
    const all = writes ? joinedTo(kept, latest.current.value, start.current.join) : (kept?.value ?? start.current.empty)
    latest.current = { name, value: all, dirty: writes }
    setValue(all)
    setKept({ keptAt: kept?.at ?? null, foundAt: kept?.at ?? null })
  }
  const { ready, looking } = useFinding<T>(staff.id, name, found)

  const keep = useCallback(async () => {
    const begun = latest.current
    const untold = await looking.current // what is written before the look has ended counts as not kept yet, or what is found would take its place
    const writing = latest.current.name === begun.name ? latest.current : begun
    if (!writing.dirty) return
    writing.dirty = false
    const to = writing.name
    const at = await keepDraft(staff.id, to, joinedTo(untold, writing.value, start.current.join)).catch(() => null)
    setCannotKeep(at === null)
    if (at === null && latest.current.name === to) latest.current.dirty = true
    if (at !== null && latest.current.value !== start.current.empty) setKept((before) => (before.keptAt?.slice(0, minute) === at.slice(0, minute) ? before : { ...before, keptAt: at }))
  }, [looking, staff.id])

  useKeeping(keep, name)
  const change = useCallback((next: T | ((now: T) => T)) => {
    const now = next instanceof Function ? next(latest.current.value) : next
    latest.current = { name, value: now, dirty: true }
    setValue(now)
  }, [name, setValue])
  const write = useCallback((next: (now: T) => T) => {
    const now = next(latest.current.value)
    latest.current = { name, value: now, dirty: true }
    follow(() => latest.current.value)
  }, [name, follow])
  const now = useCallback(() => latest.current.value, [])
  const goOn = useCallback(() => setKept(({ keptAt }) => ({ keptAt, foundAt: null })), [])
  const drop = useCallback(async () => {
    latest.current = { ...latest.current, value: start.current.empty, dirty: false }
    setValue(start.current.empty)
    setKept(nothingKept)
    await dropDraft(latest.current.name)
  }, [setValue])
  return { value, change, write, now, turn, ...kept, goOn, cannotKeep, ready, drop }
}
