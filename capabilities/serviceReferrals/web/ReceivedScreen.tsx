// One referral from the inbox, read and answered as behind its link. Once it is answered to its end, or was taken back, it is not here any more.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useGo, useParam } from '../../../web/address.ts'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ReceiversPage } from '../receiver.actions.ts'
import { ReceivedReferral } from './ReceivedReferral.tsx'
import classes from './services.module.css'

export default function ReceivedScreen() {
  const path = `/received-referrals/${useParam('serviceReferralId')}`
  const go = useGo()
  const page = useRead<ReceiversPage>(path)
  const end = () => {
    sayDone(t`Thank you. We have your answer.`)
    go('/')
  }
  return (
    <Screen title={t`A referral`} ownHeading>
      <p><GoTo href="/"><Trans>Back to the inbox</Trans></GoTo></p>
      {page.problem?.status === 404 ? <Gone /> : (
        <Reading of={page} lines={8}>{(view) => <div className={classes.received}><ReceivedReferral view={view} to={{ path }} onEnded={end} onAnswered={() => void page.refetch()} /></div>}</Reading>
      )}
    </Screen>
  )
}

const Gone = () => (
  <div className={classes.stack} role="alert">
    <h1><Trans>This is not in your inbox any more</Trans></h1>
    <p><Trans>It was answered to its end, taken back, or the person withdrew their permission.</Trans></p>
  </div>
)
