// Receivers with an account, for supervisors; administrators find the same panel in the administration.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { ReceiversPanel } from './ReceiversPanel.tsx'

export default function ReceiversScreen() {
  return <Screen title={t`Receivers`} lead={<GoTo href="/team"><Trans>Back to the team</Trans></GoTo>}><ReceiversPanel /></Screen>
}
