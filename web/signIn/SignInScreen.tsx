// The first page of anybody not signed in; in an empty product, the page that makes the first administrator.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { Reading } from '../design/Reading.tsx'
import { useRead } from '../reads.ts'
import { FirstAdministrator } from './FirstAdministrator.tsx'
import { Panel } from './Panel.tsx'
import { SignInForm, type SignInOptions } from './SignInForm.tsx'
import classes from './signIn.module.css'

export default function SignInScreen({ onSignedIn }: { onSignedIn: () => void }) {
  const options = useRead<SignInOptions>('/sign-in/options')
  useEffect(() => {
    document.title = t`Sign in · Continuum`
  }, [])
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.logo}><i className={classes.mark} aria-hidden />Continuum</div>
        <Reading of={options}>
          {({ firstAdministrator, agencyName }) => firstAdministrator ? <FirstAdministrator onSignedIn={onSignedIn} /> : (
            <Panel title={<Trans>Sign in</Trans>} lead={agencyName}><SignInForm onSignedIn={onSignedIn} /></Panel>
          )}
        </Reading>
      </div>
    </main>
  )
}
