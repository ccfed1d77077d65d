// The note was saved elsewhere while it was written here: both stand side by side, and nothing typed goes unless the person says so.
import { Trans } from '@lingui/react/macro'
import { ConflictDialog } from '../../../web/design/ConflictDialog.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { minutesWords } from '../../../web/words.ts'
import type { Contact } from '../contact.ts'
import { toContact, type ComposerFor, type Composing } from './composing.ts'
import type { useSaving } from './saving.tsx'
import { contactWords } from './words.ts'

type Saving = Pick<ReturnType<typeof useSaving>, 'conflict' | 'keepMine' | 'takeTheirs' | 'leaveOpen'>

export function NoteConflict({ of, now, saving: { conflict, keepMine, takeTheirs, leaveOpen } }: { of: ComposerFor; now: Composing; saving: Saving }) {
  if (!conflict) return null
  const { theirs, problem } = conflict
  const mine = toContact(now, of, new Date().toISOString())
  return (
    <ConflictDialog problem={problem} onKeepMine={keepMine} onTakeTheirs={takeTheirs} onClose={leaveOpen}
      mine={<Words kind={mine.kind} mode={mine.mode} minutes={now.durationMinutes} words={now.narrative} />}
      theirs={<><State theirs={theirs} /><Words kind={theirs.kind} mode={theirs.mode} minutes={theirs.durationMinutes} words={theirs.narrative} /></>}
      keepMineLabel={theirs.status === 'draft' ? undefined : <Trans>Keep mine as a new note</Trans>} />
  )
}

function Words({ kind, mode, minutes, words }: { kind: Contact['kind']; mode: Contact['mode']; minutes: number; words: string }) {
  return <><p className="soft small">{contactWords(kind, mode)} · {minutesWords(minutes)}</p><p style={{ whiteSpace: 'pre-wrap' }}>{words}</p></>
}

function State({ theirs }: { theirs: Contact }) {
  if (theirs.signedAt) return <p className="small"><b><Trans>Signed by {theirs.signedAs}</Trans></b>, <MomentText at={theirs.signedAt} /></p>
  return theirs.status === 'discarded' ? <p className="small"><b><Trans>This draft was discarded.</Trans></b></p> : null
}
