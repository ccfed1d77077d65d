// The shape of what comes, shown only when it takes longer than 300 ms; before that, nothing.
import { Trans } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'

export function Loading({ lines = 4 }: { lines?: number }) {
  const late = useLater(300)
  return (
    <div role="status" aria-live="polite" style={{ padding: late ? 16 : 0, minHeight: 48 }}>
      {late && <span className="visually-hidden"><Trans>Loading</Trans></span>}
      {late && Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={14} mt={12} width={`${92 - ((line * 17) % 45)}%`} radius="sm" />)}
    </div>
  )
}

function useLater(ms: number): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return later
}
