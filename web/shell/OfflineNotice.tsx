// Says plainly when the network is gone: what is on screen stays, drafts are kept, saving continues later.
import { Trans } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import classes from './shell.module.css'

const watch = (tell: () => void) => {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}

export function OfflineNotice() {
  const online = useSyncExternalStore(watch, () => navigator.onLine)
  if (online) return null
  return <div role="status" className={classes.offline}><Trans>No network. What you write is kept on this device, and what you save goes out when the network is back.</Trans></div>
}
