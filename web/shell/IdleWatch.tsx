// Warns before the idle time-out; typing counts as being here, and nothing written is lost.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { readApi } from '../api.ts'
import { useMe } from '../me.tsx'
import { lastServerTouch, mustSignInAgain } from '../signInGate.ts'

const warnMs = 60_000

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
  return (
    <Modal opened={leftSeconds !== null && !mustSignInAgain()} onClose={stay} title={t`Are you still here?`} closeButtonProps={{ 'aria-label': t`Stay signed in` }}>
      <p role="timer"><Trans>To protect the people in your care you will be signed out in {plural(leftSeconds ?? 0, { one: '# second', other: '# seconds' })}. What you were writing is kept.</Trans></p>
      <Group justify="flex-end" mt="md"><Button onClick={stay}><Trans>Stay signed in</Trans></Button></Group>
    </Modal>
  )
}

/** Null while there is time; at the end the server is asked, and its 401 opens the sign-in in place. */
function secondsLeft(limitMs: number, lastInput: number): number | null {
  const now = Date.now()
  const quietMs = now - lastServerTouch()
  const typingSinceTouch = lastInput > lastServerTouch()
  if (typingSinceTouch && quietMs > limitMs / 3 && now - lastInput < limitMs / 3) void readApi('/me').catch(() => undefined)
  if (quietMs < limitMs - warnMs) return null
  if (quietMs >= limitMs) void readApi('/me').catch(() => undefined)
  return Math.max(0, Math.ceil((limitMs - quietMs) / 1000))
}
