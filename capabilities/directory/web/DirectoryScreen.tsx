// The directory for anybody: who offers what, where, and how fresh what we know is.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Screen } from '../../../web/design/Screen.tsx'
import { FindServices } from './FindServices.tsx'
import { nobody } from './question.ts'

export default function DirectoryScreen() {
  return (
    <Screen title={t`Directory`} lead={<Trans>Services in reach, the most useful first, each with its reasons.</Trans>}>
      <FindServices whose="anybody" client={nobody} hrefOf={({ serviceId }) => `/directory/services/${serviceId}`} comparisonAt="/directory/comparison" />
    </Screen>
  )
}
