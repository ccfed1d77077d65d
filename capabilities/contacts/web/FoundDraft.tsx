// What was written here before and never saved: it stands in the composer already; this says so, and lets it go.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { MomentText } from '../../../web/design/DateText.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import type { Draft } from '../../../web/draft.ts'
import classes from './composer.module.css'
import type { Composing } from './composing.ts'

export function FoundDraft({ draft, onGoOn }: { draft: Draft<Composing>; onGoOn: () => void }) {
  if (draft.foundAt === null) return null
  const goOn = () => {
    draft.goOn()
    onGoOn()
  }
  const discard = () => {
    const gone = draft.now()
    void draft.drop()
    sayDone(<Trans>The unsaved note is gone.</Trans>, () => draft.change(gone))
  }
  return (
    <div className={classes.drafts} role="group" aria-label={t`A note not yet saved`}>
      <div>
        <span><b><Trans>You have a note not yet saved</Trans></b>, <MomentText at={draft.foundAt} /></span>
        <span className={classes.quick}>
          <Button size="compact-sm" variant="default" onClick={discard}><Trans>Discard</Trans></Button>
          <Button size="compact-sm" onClick={goOn}><Trans>Continue</Trans></Button>
        </span>
      </div>
    </div>
  )
}
