// Signed out of Continuum, not yet of the provider: said plainly, with the provider's own way out where it has one.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useSearchParam } from '../address.ts'
import { writeApi } from '../api.ts'
import { GoTo } from '../design/GoTo.tsx'
import type { KnownProvider } from './provider.ts'
import { SignInPage } from './SignInPage.tsx'

export default function LeftScreen() {
  const [slug] = useSearchParam('agency')
  const [provider, setProvider] = useState<(KnownProvider & { address: string | null }) | null>(null)
  useEffect(() => {
    document.title = t`Signed out · Continuum`
    void writeApi<{ provider: typeof provider }>('POST', '/sign-in/provider/leaving', { slug }).then((read) => setProvider(read.provider), () => undefined)
  }, [slug])
  const label = provider?.label ?? t`your provider`
  return (
    <SignInPage title={<Trans>You are signed out of Continuum</Trans>}>
      <p><Trans>You may still be signed in with {label}. On a computer that others use, sign out there too: otherwise the next person could come in as you.</Trans></p>
      {provider?.address && <Button fullWidth mt="md" component="a" href={provider.address}><Trans>Sign out of {label} too</Trans></Button>}
      <p style={{ marginTop: 16 }}><GoTo href="/"><Trans>Sign in again</Trans></GoTo></p>
    </SignInPage>
  )
}
