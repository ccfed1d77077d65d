// A word at the bottom of the page that a safety answer waits; the page itself does not jump while somebody is being asked.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { AssessmentView } from '../record.ts'

export function SafetyWaits({ view }: { view: AssessmentView }) {
  if (!view.concerns.some(({ response }) => response === null)) return null
  const go = () => {
    const place = document.getElementById('safety')
    place?.scrollIntoView({ block: 'start' })
    place?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true })
  }
  return <Button color="red" onClick={go}><Trans>Respond to the safety answer</Trans></Button>
}
