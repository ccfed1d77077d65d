// Work not yet saved: kept in this browser every few seconds, per staff member, until it is saved or dropped.
import { del, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMe } from './me.tsx'

const everyMs = 1500
interface Kept<T> { value: T; at: string }

export interface Draft<T> {
  value: T
  change: (next: T | ((now: T) => T)) => void
  /** ISO instant of the last keeping; null while nothing is kept */
  keptAt: string | null
  /** true once the kept draft (if any) has been looked up */
  ready: boolean
  drop: () => Promise<void>
}

/** Every few seconds, when the page is left, and when another draft takes its place. */
function useKeeping(keep: () => Promise<void>, name: string): void {
  useEffect(() => {
    const timer = setInterval(() => void keep(), everyMs)
    const leaving = () => void keep()
    window.addEventListener('pagehide', leaving)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', leaving)
      void keep()
    }
  }, [keep, name])
}

/** `const draft = useDraft('contact:' + caseId, emptyContact)`: survives a reload, a time-out and a lost network. */
export function useDraft<T>(key: string, empty: T): Draft<T> {
  const { staff } = useMe()
  const name = `draft:${staff.id}:${key}`
  const [value, setValue] = useState(empty)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [ready, setReady] = useState(false)
  const latest = useRef<{ name: string; value: T; dirty: boolean }>({ name, value: empty, dirty: false })
  const start = useRef(empty)

  useEffect(() => {
    let here = true
    setReady(false)
    void get<Kept<T>>(name).catch(() => undefined).then((kept) => {
      if (!here) return
      setReady(true)
      if (latest.current.name === name && latest.current.dirty) return // somebody already writes: what they wrote stays
      latest.current = { name, value: kept?.value ?? start.current, dirty: false }
      setValue(latest.current.value)
      setKeptAt(kept?.at ?? null)
    })
    return () => { here = false }
  }, [name])

  const keep = useCallback(async () => {
    const { dirty, name: to, value: now } = latest.current
    if (!dirty) return
    latest.current.dirty = false
    const at = new Date().toISOString()
    await set(to, { value: now, at }).then(() => setKeptAt(at), () => undefined)
  }, [])

  useKeeping(keep, name)
  const change = useCallback((next: T | ((now: T) => T)) => {
    const now = next instanceof Function ? next(latest.current.value) : next
    latest.current = { name, value: now, dirty: true }
    setValue(now)
  }, [name])
  const drop = useCallback(async () => {
    latest.current = { ...latest.current, value: start.current, dirty: false }
    setValue(start.current)
    setKeptAt(null)
    await del(latest.current.name).catch(() => undefined)
  }, [])
  return { value, change, keptAt, ready, drop }
}
