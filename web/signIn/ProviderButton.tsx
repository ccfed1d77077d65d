// “Continue with …”: to the agency's own directory, in this tab, or beside it where something is open here.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../api.ts'
import { ProblemNotice } from '../design/ProblemNotice.tsx'
import { besideAddress, leaveFor, useProvedBeside, type KnownProvider } from './provider.ts'

export interface Leaving { leave: () => void; leaving: boolean; problem: Problem | null }

export function useLeaving(provider: KnownProvider | null, beside: boolean, onSignedIn: () => void): Leaving {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [leaving, setLeaving] = useState(false)
  useProvedBeside(beside ? onSignedIn : null)
  const leave = () => {
    if (!provider) return
    if (beside) return void window.open(besideAddress(provider.slug), '_blank', 'noopener')
    setProblem(null)
    setLeaving(true)
    leaveFor(provider.slug).catch((error: unknown) => {
      setLeaving(false)
      setProblem(error instanceof Problem ? error : new Problem(0, { code: 'offline' }))
    })
  }
  return { leave, leaving, problem }
}

export function ProviderButton({ provider, leaving }: { provider: KnownProvider; leaving: Leaving }) {
  return (
    <div>
      <ProblemNotice problem={leaving.problem} />
      <Button fullWidth loading={leaving.leaving} onClick={leaving.leave}><Trans>Continue with {provider.label}</Trans></Button>
    </div>
  )
}
