// Notes of mine that wait for a signature: each opens in the composer.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { MomentText } from '../../../web/design/DateText.tsx'
import type { Contact } from '../contact.ts'
import { contactWords } from './words.ts'
import classes from './composer.module.css'

export function UnsignedNotes({ drafts, onOpen }: { drafts: Contact[]; onOpen: (draft: Contact) => void }) {
  if (drafts.length === 0) return null
  return (
    <div className={classes.drafts}>
      {drafts.map((draft) => (
        <div key={draft.id}>
          <span><b><Trans>Not signed yet:</Trans></b> {contactWords(draft.kind, draft.mode)}, <MomentText at={draft.occurredAt} />{draft.narrative && ` · ${draft.narrative.slice(0, 60)}`}</span>
          <Button size="compact-sm" variant="default" onClick={() => onOpen(draft)}><Trans>Open and sign</Trans></Button>
        </div>
      ))}
    </div>
  )
}
