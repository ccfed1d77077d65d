// What is shown where an address leads nowhere, or a screen could not be drawn.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { Empty } from '../design/Empty.tsx'
import { GoTo } from '../design/GoTo.tsx'
import { Screen } from '../design/Screen.tsx'

export function NoSuchScreen() {
  return (
    <Screen title={t`There is nothing at this address`}>
      <Empty title={<Trans>The link may be old, or what it led to is not yours to see.</Trans>} action={<GoTo href="/"><Trans>Go to Home</Trans></GoTo>} />
    </Screen>
  )
}

export function BrokenScreen({ error }: { error: unknown }) {
  const said = error instanceof Error ? error.message : ''
  return (
    <Screen title={t`This page could not be shown`}>
      <Empty title={<Trans>What you saved is safe, and drafts are kept.</Trans>} action={<Button onClick={() => window.location.reload()}><Trans>Load the page again</Trans></Button>}>
        <span className="small">{said}</span>
      </Empty>
    </Screen>
  )
}
