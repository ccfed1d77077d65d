// After a no, or silence: the next best options, in the directory and by asking somebody else for the same help.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useClient } from '../../../web/client.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { areaOf, type ServiceType } from '../codes.ts'
import type { ServiceReferralView } from '../view.actions.ts'
import classes from './services.module.css'
import { useServicePaths } from './useServices.ts'

/** The directory, looked through for this client and this kind of help. */
export const directoryFor = (clientId: string, caseId: string, serviceType: ServiceType): string => `/clients/${clientId}/services/find?case=${caseId}&topic=${areaOf[serviceType]}`

export function AnotherWay({ view: { referral, mayWrite } }: { view: ServiceReferralView }) {
  const { clientId, caseId } = useClient()
  const paths = useServicePaths()
  const ended = ['rejected', 'failed', 'cancelled'].includes(referral.status)
  if (!mayWrite || referral.intent === 'inquiry' || (!ended && !referral.silent)) return null
  return (
    <div className={classes.notice} role="note">
      <strong>{ended ? <Trans>This way is closed. Find another one.</Trans> : <Trans>They have not answered in time. Ask again, or find another way.</Trans>}</strong>
      <div className={classes.buttons}>
        <Button component={GoTo} size="compact-sm" href={directoryFor(clientId, caseId ?? '', referral.serviceType)}><Trans>Other options in the directory</Trans></Button>
        <Button component={GoTo} size="compact-sm" variant="default" href={paths.add(`&type=${referral.serviceType}${referral.needId ? `&need=${referral.needId}` : ''}`)}><Trans>Ask somebody else</Trans></Button>
      </div>
    </div>
  )
}
