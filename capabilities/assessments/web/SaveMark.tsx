// Whether what was just given is kept, said beside it and to a screen reader.
import { Trans } from '@lingui/react/macro'
import type { SaveState } from './autosave.ts'
import classes from './assessments.module.css'

export function SaveMark({ state }: { state: SaveState | undefined }) {
  return (
    <span className={`${classes.mark} ${state === 'refused' || state === 'conflict' ? classes.markLate : ''}`} role="status" data-save={state ?? 'none'}>
      {state === 'saving' && <Trans>Saving…</Trans>}
      {state === 'saved' && <Trans>Saved</Trans>}
      {state === 'waiting' && <Trans>Waiting for the network; kept here</Trans>}
      {state === 'refused' && <Trans>Not saved</Trans>}
      {state === 'conflict' && <Trans>A colleague answered meanwhile</Trans>}
    </span>
  )
}
