// Sends what is given, one save at a time per place, in order; keeps trying while the network or the server is away.
import { newId, Problem, writeApi } from '../../../web/api.ts'

export type SaveState = 'saved' | 'saving' | 'waiting' | 'refused' | 'conflict'
export interface SaveChange {
  state?: SaveState
  version?: number
  problem?: Problem | null
}
interface Place<Value> {
  next: Value | null
  running: boolean
  timer: ReturnType<typeof setTimeout> | null
}
export interface SaverOptions<Result> {
  pathOf: (key: string) => string
  versions: Map<string, number>
  onChange: (key: string, change: SaveChange) => void
  onSaved: (key: string, result: Result) => void
}
const pauseMs = 700
const retryMs = [1000, 2000, 5000, 10_000]
const wait = (tries: number) => new Promise((resume) => setTimeout(resume, retryMs[Math.min(tries, retryMs.length - 1)]))

export function openSaver<Value extends object, Result extends { version: number }>({ pathOf, versions, onChange, onSaved }: SaverOptions<Result>) {
  const places = new Map<string, Place<Value>>()
  let open = true

  /** One try. Answers whether it may be tried again. */
  const attempt = async (key: string, place: Place<Value>, value: Value, idempotency: string): Promise<'done' | 'again'> => {
    try {
      const result = await writeApi<Result>('PUT', pathOf(key), { ...value, seenVersion: versions.get(key) ?? 0 }, { key: idempotency })
      versions.set(key, result.version)
      if (place.next === value) place.next = null
      onChange(key, { version: result.version, problem: null, ...(place.next === null && { state: 'saved' as const }) })
      onSaved(key, result)
      return 'done'
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) return 'again'
      place.next = null
      onChange(key, { state: error.status === 409 && error.current ? 'conflict' : 'refused', problem: error })
      return 'done'
    }
  }
  const send = async (key: string): Promise<void> => {
    const place = places.get(key)
    if (!place || place.running) return
    place.running = true
    for (let tries = 0, idempotency = newId(), tried: Value | null = null; place.next !== null && open; ) {
      if (tried !== place.next) [tries, idempotency, tried] = [0, newId(), place.next]
      onChange(key, { state: tries > 0 ? 'waiting' : 'saving' })
      if ((await attempt(key, place, place.next, idempotency)) === 'done') continue
      onChange(key, { state: 'waiting' })
      await wait(tries++)
    }
    place.running = false
  }
  return {
    /** Keeps a value. `soon` waits for a pause in typing. */
    put: (key: string, value: Value, soon: boolean) => {
      const place = places.get(key) ?? { next: null, running: false, timer: null }
      places.set(key, place)
      place.next = value
      if (place.timer) clearTimeout(place.timer)
      place.timer = setTimeout(() => void send(key), soon ? pauseMs : 0)
    },
    flush: async () => {
      for (const [key, place] of places) {
        if (place.timer) clearTimeout(place.timer)
        if (place.next !== null) await send(key)
      }
    },
    unsent: () => [...places.values()].some(({ next }) => next !== null),
    open: () => (open = true),
    close: () => (open = false),
  }
}
