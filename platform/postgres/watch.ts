// Looks four times a second whether something still runs, and brings it up again when it does not; keeps trying until ended.
import { setTimeout as pause } from 'node:timers/promises'

export function watchOver(isUp: () => boolean, bringUp: () => Promise<void>): { end(): Promise<void> } {
  const ended = new AbortController()
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await pause(250, undefined, { signal: ended.signal, ref: false }).catch(() => {})
      if (ended.signal.aborted || isUp()) continue
      await bringUp().catch(() => {}) // tried again at the next look
    }
  })()
  return {
    end: async () => {
      ended.abort()
      await watching
    },
  }
}
