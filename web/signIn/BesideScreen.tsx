// A tab opened beside what is being worked on: goes on to the provider at once, to sign in again or to be asked again who one is.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { useSearchParam } from '../address.ts'
import { Problem } from '../api.ts'
import { Loading } from '../design/Loading.tsx'
import { ProblemNotice } from '../design/ProblemNotice.tsx'
import { leaveBeside } from './provider.ts'
import { SignInPage } from './SignInPage.tsx'

let leaving: Promise<void> | undefined

export default function BesideScreen() {
  const [slug] = useSearchParam('agency')
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    document.title = t`Sign in · Continuum`
    leaving ??= leaveBeside(slug)
    leaving.catch((error: unknown) => setProblem(error instanceof Problem ? error : new Problem(0, { code: 'offline' })))
  }, [slug])
  return <SignInPage title={<Trans>To your provider</Trans>}>{problem ? <ProblemNotice problem={problem} /> : <Loading />}</SignInPage>
}
