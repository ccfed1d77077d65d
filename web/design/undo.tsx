// What was just done, with ten seconds to take it back where nothing was sent or signed.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { newId } from '../api.ts'

const undoMs = 10_000

/** Says what happened; with `undo`, offers to take it back for ten seconds. */
export function sayDone(message: ReactNode, undo?: () => void): void {
  const id = newId()
  const takeBack = () => {
    notifications.hide(id)
    undo?.()
  }
  notifications.show({
    id, withBorder: true, autoClose: undo ? undoMs : 4000, color: 'teal', closeButtonProps: { 'aria-label': t`Close` },
    message: undo ? <Group justify="space-between" wrap="nowrap"><span>{message}</span><Button size="compact-sm" variant="default" onClick={takeBack}><Trans>Undo</Trans></Button></Group> : message,
  })
}
