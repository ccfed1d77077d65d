// The warning itself: how long is left, and one button to stay.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal } from '@mantine/core'

export default function IdleWarning({ seconds, onStay }: { seconds: number; onStay: () => void }) {
  return (
    <Modal opened onClose={onStay} title={t`Are you still here?`} closeButtonProps={{ 'aria-label': t`Stay signed in` }}>
      <p role="timer"><Trans>To protect the people in your care you will be signed out in {plural(seconds, { one: '# second', other: '# seconds' })}. What you were writing is kept.</Trans></p>
      <Group justify="flex-end" mt="md"><Button onClick={onStay}><Trans>Stay signed in</Trans></Button></Group>
    </Modal>
  )
}
