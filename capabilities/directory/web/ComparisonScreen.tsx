// Side by side, for anybody.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Screen } from '../../../web/design/Screen.tsx'
import { Comparison } from './Comparison.tsx'
import { nobody } from './question.ts'

export default function ComparisonScreen() {
  return <Screen title={t`Side by side`} lead={<Trans>Choose what fits you. You may also choose none.</Trans>}><Comparison client={nobody} /></Screen>
}
