// Keeps each answer as it is given: one save at a time per place, kept trying without a network, honest about what is saved and what is not.
import { useCallback, useEffect, useRef, useState } from 'react'
import { newId, Problem, writeApi } from '../../../web/api.ts'

export type SaveState = 'saved' | 'saving' | 'waiting' | 'refused' | 'conflict'
export interface Slot<Value> {
  value: Value
  version: number
  state: SaveState
  problem: Problem | null
}
type Slots<Value> = Readonly<Record<string, Slot<Value> | undefined>>
interface Saved {
  version: number
}
interface Sending<Value> {
  next: Value | null
  running: boolean
  timer: ReturnType<typeof setTimeout> | null
}

const pauseMs = 700
const retryMs = [1000, 2000, 5000, 10_000]

/** `pathOf(key)` is where the value of that key is PUT, with the version seen. `onSaved` gets what the server answered. */
export function useAutosave<Value extends object, Result extends Saved>(
  pathOf: (key: string) => string,
  start: Readonly<Record<string, { value: Value; version: number }>>,
  onSaved: (key: string, result: Result) => void,
) {
  const [slots, setSlots] = useState<Slots<Value>>(() =>
    Object.fromEntries(Object.entries(start).map(([key, each]) => [key, { ...each, state: 'saved', problem: null }])),
  )
  const versions = useRef(new Map(Object.entries(start).map(([key, each]) => [key, each.version])))
  const sending = useRef(new Map<string, Sending<Value>>())
  const live = useRef(true)
  const hear = useRef({ pathOf, onSaved })
  hear.current = { pathOf, onSaved }
  const show = useCallback((key: string, change: Partial<Slot<Value>>) => {
    setSlots((now) => {
      const before = now[key]
      return before ? { ...now, [key]: { ...before, ...change } } : now
    })
  }, [])

  const send = useCallback(
    async (key: string): Promise<void> => {
      const place = sending.current.get(key)
      if (!place || place.running) return
      place.running = true
      for (let tries = 0, idempotency = newId(); place.next !== null && live.current; ) {
        const value = place.next
        show(key, { state: tries > 0 ? 'waiting' : 'saving' })
        try {
          const result = await writeApi<Result>('PUT', hear.current.pathOf(key), { ...value, seenVersion: versions.current.get(key) ?? 0 }, { key: idempotency })
          versions.current.set(key, result.version)
          if (place.next === value) place.next = null
          show(key, { version: result.version, problem: null, ...(place.next === null && { state: 'saved' }) })
          hear.current.onSaved(key, result)
          tries = 0
          idempotency = newId()
        } catch (error) {
          if (error instanceof Problem && error.status < 500) {
            place.next = null
            show(key, { state: error.status === 409 && error.current ? 'conflict' : 'refused', problem: error })
          } else {
            show(key, { state: 'waiting' })
            await new Promise((resume) => setTimeout(resume, retryMs[Math.min(tries, retryMs.length - 1)]))
            tries += 1
          }
        }
      }
      place.running = false
    },
    [show],
  )

  /** Keeps a value. `soon` waits for a pause in typing. */
  const write = useCallback(
    (key: string, value: Value, { soon = false } = {}) => {
      const place = sending.current.get(key) ?? { next: null, running: false, timer: null }
      sending.current.set(key, place)
      place.next = value
      setSlots((now) => ({ ...now, [key]: { value, version: versions.current.get(key) ?? 0, state: 'saving', problem: null } }))
      if (place.timer) clearTimeout(place.timer)
      place.timer = setTimeout(() => void send(key), soon ? pauseMs : 0)
    },
    [send],
  )
  /** The colleague's version stands; nothing is sent. */
  const take = useCallback((key: string, value: Value, version: number) => {
    versions.current.set(key, version)
    setSlots((now) => ({ ...now, [key]: { value, version, state: 'saved', problem: null } }))
  }, [])
  const keepMine = useCallback(
    (key: string, value: Value, seen: number) => {
      versions.current.set(key, seen)
      write(key, value)
    },
    [write],
  )
  const flush = useCallback(async () => {
    for (const [key, place] of sending.current) {
      if (place.timer) clearTimeout(place.timer)
      if (place.next !== null) await send(key)
    }
  }, [send])

  useEffect(() => {
    live.current = true
    const warn = (event: BeforeUnloadEvent) => {
      if ([...sending.current.values()].some((place) => place.next !== null)) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void flush().finally(() => (live.current = false))
    }
  }, [flush])

  return { slots, write, take, keepMine, flush, unsaved: Object.values(slots).filter((slot) => slot && slot.state !== 'saved').length }
}
