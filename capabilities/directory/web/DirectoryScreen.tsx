// The directory for anybody: who offers what, where, and how fresh what we know is.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { FindServices } from './FindServices.tsx'
import { nobody } from './question.ts'

export default function DirectoryScreen() {
  const mayKeep = useMay()('write-directory')
  return (
    <Screen title={t`Directory`} lead={<Trans>Services in reach, the most useful first, each with its reasons.</Trans>} actions={mayKeep && <Button variant="default" component={GoTo} href="/directory/entries/services/new"><Trans>Add a service</Trans></Button>}>
      <FindServices whose="anybody" client={nobody} hrefOf={({ serviceId }) => `/directory/services/${serviceId}`} comparisonAt="/directory/comparison" />
    </Screen>
  )
}
