// The frame around every screen: navigation at the left (below on a phone), search on top, the screen, and the watchers.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { lazy, Suspense, useState, useSyncExternalStore, type ReactNode } from 'react'
import { topActionsId } from '../design/TopActions.tsx'
import { mustSignInAgain, onGateChange } from '../signInGate.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { IdleWatch } from './IdleWatch.tsx'
import { useKeyboard } from './keyboard.ts'
import { BottomBar, SideNavigation } from './Navigation.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import classes from './shell.module.css'

const SignInAgain = lazy(() => import('./SignInAgain.tsx'))
const Search = lazy(() => import('./Search.tsx'))
const KeyboardHelp = lazy(() => import('./KeyboardHelp.tsx'))

export function Shell({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<'search' | 'help' | null>(null)
  const closed = useSyncExternalStore(onGateChange, mustSignInAgain)
  useKeyboard({ search: () => setOpen('search'), help: () => setOpen('help') })
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main"><Trans>Skip to the content</Trans></a>
      <SideNavigation account={<AccountMenu />} />
      <div className={classes.page}>
        <div role="region" aria-label={t`Search and actions`} className={`${classes.top} no-print`}>
          <button type="button" className={classes.search} onClick={() => setOpen('search')}>
            <span><Trans>Find a client, a screen, an action</Trans></span>
            <kbd>Ctrl K</kbd>
          </button>
          <div id={topActionsId} className={classes.topActions} />
        </div>
        <OfflineNotice />
        <main id="main" tabIndex={-1}>{children}</main>
      </div>
      <BottomBar account={<AccountMenu compact />} />
      <Suspense>{open === 'search' && <Search onClose={() => setOpen(null)} />}</Suspense>
      <Suspense>{open === 'help' && <KeyboardHelp onClose={() => setOpen(null)} />}</Suspense>
      <IdleWatch />
      <Suspense>{closed && <SignInAgain />}</Suspense>
    </div>
  )
}
