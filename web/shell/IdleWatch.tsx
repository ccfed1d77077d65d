// Warns before the idle time-out; typing counts as being here, and nothing written is lost.
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { readApi } from '../api.ts'
import { useMe } from '../me.tsx'
import { lastServerTouch, mustSignInAgain } from '../signInGate.ts'

const IdleWarning = lazy(() => import('./IdleWarning.tsx'))
/** A minute before the end; with a very short time-out, its last third. */
const warnMs = (limitMs: number) => Math.min(60_000, limitMs / 3)

export function IdleWatch() {
  const { idleMinutes } = useMe()
  const limitMs = idleMinutes * 60_000
  const lastInput = useRef(Date.now())
  const [leftSeconds, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const here = () => { lastInput.current = Date.now() }
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, here, { passive: true })
    const timer = setInterval(() => setLeft(secondsLeft(limitMs, lastInput.current)), 1000)
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, here)
      clearInterval(timer)
    }
  }, [limitMs])
  const stay = () => void readApi('/me').catch(() => undefined).then(() => setLeft(null))
  if (leftSeconds === null || mustSignInAgain()) return null
  return <Suspense><IdleWarning seconds={leftSeconds} onStay={stay} /></Suspense>
}

/** Null while there is time; at the end the server is asked, and its 401 opens the sign-in in place. */
function secondsLeft(limitMs: number, lastInput: number): number | null {
  const now = Date.now()
  const quietMs = now - lastServerTouch()
  const typingSinceTouch = lastInput > lastServerTouch()
  if (typingSinceTouch && quietMs > limitMs / 3 && now - lastInput < limitMs / 3) void readApi('/me').catch(() => undefined)
  if (quietMs < limitMs - warnMs(limitMs)) return null
  if (quietMs >= limitMs) void readApi('/me').catch(() => undefined)
  return Math.max(0, Math.ceil((limitMs - quietMs) / 1000))
}
