// Coming in by a passkey: by itself, or besides the password where one is asked for.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { problemOf } from '../account/PasskeysCard.tsx'
import { writeApi, type Problem } from '../api.ts'
import { ProblemNotice } from '../design/ProblemNotice.tsx'

interface Besides { email: string; password: string }

export function PasskeyButton({ besides, onSignedIn }: { besides: Besides | null; onSignedIn: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!('PublicKeyCredential' in window)) return null
  const signIn = () => {
    setProblem(null)
    signInByPasskey(besides).then(onSignedIn, (error: unknown) => setProblem(problemOf(error)))
  }
  return (
    <div style={{ marginTop: 12 }}>
      <ProblemNotice problem={problem} />
      <Button fullWidth variant={besides ? 'filled' : 'default'} onClick={signIn}>{besides ? <Trans>Use your passkey</Trans> : <Trans>Use a passkey</Trans>}</Button>
    </div>
  )
}

async function signInByPasskey(besides: Besides | null): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = await writeApi<Parameters<typeof startAuthentication>[0]['optionsJSON']>('POST', '/sign-in/passkey/options', {})
  const answer = await startAuthentication({ optionsJSON })
  if (besides) await writeApi('POST', '/sign-in', { email: besides.email, password: besides.password, passkey: answer })
  else await writeApi('POST', '/sign-in/passkey', { answer })
}
