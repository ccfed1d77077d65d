// An agency's own sign-in page, /sign-in/its-name: its provider first, where it has one.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { useParam } from '../address.ts'
import { writeApi } from '../api.ts'
import { Loading } from '../design/Loading.tsx'
import type { KnownProvider } from './provider.ts'
import { SignInForm } from './SignInForm.tsx'
import { SignInPage } from './SignInPage.tsx'

export default function AgencySignInScreen() {
  const slug = useParam('slug')
  const [found, setFound] = useState<{ provider: KnownProvider | null } | null>(null)
  useEffect(() => {
    document.title = t`Sign in · Continuum`
    void writeApi<{ provider: KnownProvider | null }>('POST', '/sign-in/provider', { slug }).then(setFound, () => setFound({ provider: null }))
  }, [slug])
  return (
    <SignInPage title={<Trans>Sign in</Trans>} lead={found?.provider?.agencyName}>
      {found ? <SignInForm provider={found.provider} onSignedIn={() => window.location.assign('/')} /> : <Loading />}
    </SignInPage>
  )
}
