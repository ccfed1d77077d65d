// Public routes take turns: a fixed window per address in this process, so that a flood is refused before it reaches the database.
import type { Route } from '../capability.ts'
import { refuse } from '../refusal.ts'

const windowMs = 60_000
const turns = new Map<string, { from: number; count: number }>()

export function takeTurn(address: string, route: Pick<Route, 'method' | 'path' | 'perMinute'>): void {
  const now = Date.now()
  if (turns.size > 10_000) for (const [key, { from }] of turns) if (now - from > windowMs) turns.delete(key)
  const key = `${address} ${route.method} ${route.path}`
  const turn = turns.get(key)
  if (!turn || now - turn.from > windowMs) {
    turns.set(key, { from: now, count: 1 })
    return
  }
  turn.count += 1
  const seconds = Math.ceil((turn.from + windowMs - now) / 1000)
  if (turn.count > (route.perMinute ?? 60))
    refuse('too-many', 'That was many tries in a short time. Please wait a minute and try again.', {
      status: 429,
      params: { seconds },
    })
}
