// Values on screen that keep themselves as they are given, honest about what is saved and what is not.
import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { openSaver, type SaveChange, type SaveState } from './saver.ts'

export type { SaveState } from './saver.ts'
export interface Slot<Value> {
  value: Value
  version: number
  state: SaveState
  problem: Problem | null
}
type Slots<Value> = Readonly<Record<string, Slot<Value> | undefined>>
type Start<Value> = Readonly<Record<string, { value: Value; version: number }>>

/** `pathOf(key)` is where the value of that key is PUT, with the version seen. `onSaved` gets what the server answered; the first one given is kept. */
export function useAutosave<Value extends object, Result extends { version: number }>(
  pathOf: (key: string) => string,
  start: Start<Value>,
  onSaved: (key: string, result: Result) => void,
) {
  const [slots, setSlots] = useState<Slots<Value>>(() => Object.fromEntries(Object.entries(start).map(([key, each]) => [key, { ...each, state: 'saved', problem: null }])))
  const [versions] = useState(() => new Map(Object.entries(start).map(([key, each]) => [key, each.version])))
  const [saver] = useState(() => {
    const onChange = (key: string, change: SaveChange) =>
      setSlots((now) => {
        const before = now[key]
        return before ? { ...now, [key]: { ...before, ...change } } : now
      })
    return openSaver<Value, Result>({ pathOf, versions, onChange, onSaved })
  })
  const write = useCallback(
    (key: string, value: Value, { soon = false } = {}) => {
      setSlots((now) => ({ ...now, [key]: { value, version: versions.get(key) ?? 0, state: 'saving', problem: null } }))
      saver.put(key, value, soon)
    },
    [saver, versions],
  )
  /** The colleague's version stands; nothing is sent. */
  const take = (key: string, value: Value, version: number) => {
    versions.set(key, version)
    setSlots((now) => ({ ...now, [key]: { value, version, state: 'saved', problem: null } }))
  }
  const keepMine = (key: string, value: Value, seen: number) => {
    versions.set(key, seen)
    write(key, value)
  }
  useLeaving(saver)
  return { slots, write, take, keepMine, flush: saver.flush, unsaved: Object.values(slots).filter((slot) => slot && slot.state !== 'saved').length }
}

/** Leaving the page sends what is not sent yet; closing the window asks first. */
function useLeaving(saver: Pick<ReturnType<typeof openSaver>, 'unsent' | 'flush' | 'open' | 'close'>): void {
  useEffect(() => {
    saver.open()
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.unsent()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void saver.flush().finally(saver.close)
    }
  }, [saver])
}
