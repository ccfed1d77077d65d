// The plain frame of a receiver with an account: the inbox, a referral of it, their own account. No navigation, because there is nothing else.
import { Trans } from '@lingui/react/macro'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { GoTo } from '../design/GoTo.tsx'
import { Loading } from '../design/Loading.tsx'
import { useMe } from '../me.tsx'
import { mustSignInAgain, onGateChange } from '../signInGate.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { IdleWatch } from './IdleWatch.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import classes from './shell.module.css'

const InboxScreen = lazy(() => import('../../capabilities/serviceReferrals/web/InboxScreen.tsx'))
const SignInAgain = lazy(() => import('./SignInAgain.tsx'))

export default function ReceiverShell() {
  const { organization } = useMe()
  const { pathname } = useLocation()
  const closed = useSyncExternalStore(onGateChange, mustSignInAgain)
  const hasScreen = pathname.startsWith('/received/') || pathname === '/account'
  return (
    <div className={classes.plain}>
      <a className={classes.skip} href="#main"><Trans>Skip to the content</Trans></a>
      <header className={`${classes.top} no-print`}>
        <GoTo href="/" className={classes.logo}><i className={classes.mark} aria-hidden />Continuum</GoTo>
        <span className="soft">{organization}</span>
        <div className={classes.topActions}><AccountMenu /></div>
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1}>{hasScreen ? <Outlet /> : <Suspense fallback={<Loading />}><InboxScreen /></Suspense>}</main>
      <IdleWatch />
      <Suspense>{closed && <SignInAgain />}</Suspense>
    </div>
  )
}
