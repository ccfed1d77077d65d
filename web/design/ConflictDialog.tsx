// A colleague saved first: both versions side by side, and the person chooses.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../api.ts'
import classes from './ConflictDialog.module.css'

export interface ConflictDialogProps {
  /** a 409 problem with the current row, or nothing */
  problem: Problem | null
  mine: ReactNode
  theirs: ReactNode
  onKeepMine: () => void
  onTakeTheirs: () => void
  /** leaves both as they are, to go on writing; without it closing takes the saved one */
  onClose?: () => void
  /** where saving mine over it is not what happens */
  keepMineLabel?: ReactNode
}

export const isConflict = (problem: Problem | null): problem is Problem => problem?.status === 409 && problem.current !== undefined

export function ConflictDialog({ problem, mine, theirs, onKeepMine, onTakeTheirs, onClose, keepMineLabel }: ConflictDialogProps) {
  return (
    <Modal opened={problem !== null && (onClose !== undefined || isConflict(problem))} onClose={onClose ?? onTakeTheirs} title={<Trans>Someone saved this a moment before you</Trans>} size="xl"
      closeButtonProps={{ 'aria-label': onClose ? t`Close` : t`Close and take the saved one` }}>
      <p>{problem?.message}</p>
      <div className={classes.both}>
        <section aria-label={t`Yours`}><h3><Trans>Yours</Trans></h3>{mine}</section>
        <section aria-label={t`Saved`}><h3><Trans>Saved</Trans></h3>{theirs}</section>
      </div>
      <Group justify="flex-end">
        <Button variant="default" onClick={onTakeTheirs}><Trans>Take the saved one</Trans></Button>
        <Button onClick={onKeepMine}>{keepMineLabel ?? <Trans>Save mine over it</Trans>}</Button>
      </Group>
    </Modal>
  )
}
