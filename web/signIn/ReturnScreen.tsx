// Back from the provider: the answer goes to the server once, then the way goes on; in a tab beside, it ends here.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { Problem } from '../api.ts'
import { GoTo } from '../design/GoTo.tsx'
import { Loading } from '../design/Loading.tsx'
import { ProblemNotice } from '../design/ProblemNotice.tsx'
import { answerOnArrival } from './answer.ts'
import { comeBack } from './provider.ts'
import { SignInPage } from './SignInPage.tsx'

/** Kept outside the component: drawn twice, it is told once. */
let told: Promise<string | null> | undefined

export default function ReturnScreen() {
  const [state, setState] = useState<'coming' | 'beside' | Problem>('coming')
  useEffect(() => {
    document.title = t`Sign in · Continuum`
    told ??= comeBack(answerOnArrival || '?')
    told.then(
      (to) => {
        if (to) window.location.replace(to)
        else {
          setState('beside')
          window.close()
        }
      },
      (error: unknown) => setState(error instanceof Problem ? error : new Problem(0, { code: 'offline' })),
    )
  }, [])
  if (state === 'coming') return <SignInPage title={<Trans>Signing you in</Trans>}><Loading /></SignInPage>
  if (state === 'beside') return <SignInPage title={<Trans>Thank you</Trans>}><p><Trans>Your provider has confirmed who you are. Close this tab and go on where you were.</Trans></p></SignInPage>
  return (
    <SignInPage title={<Trans>Not signed in</Trans>}>
      <ProblemNotice problem={state} />
      <p><GoTo href="/"><Trans>Back to the sign-in page</Trans></GoTo></p>
    </SignInPage>
  )
}
