// Restricted notes of a case: that they are there, and their words for a stated reason. For the case's own team; nobody else sees the card.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { restrictedKinds, type RestrictedKind, type RestrictedNote } from '../restrictedNote.ts'
import classes from './composer.module.css'

const kindWords = (kind: RestrictedKind): string =>
  ({ counselling: t`Counselling note`, 'shelter-location': t`Where the shelter is`, safety: t`Safety`, other: t`Other` })[kind]

export function RestrictedNotes({ caseId }: { caseId: string }) {
  const [writing, write] = useState(false)
  const may = useMay()
  const notes = useRead<RestrictedNote[]>(`/cases/${caseId}/restricted-notes`)
  const add = may('write-contacts') && (
    <Button variant="subtle" size="compact-sm" aria-expanded={writing} onClick={() => write(!writing)}>{writing ? <Trans>Cancel</Trans> : <Trans>Write one</Trans>}</Button>
  )
  return (
    <Card title={<Trans>Restricted notes</Trans>} aside={add} padded>
      {writing && <NewNote caseId={caseId} onDone={() => write(false)} />}
      <Reading of={notes}>
        {(all) => all.length === 0 ? (
          <Empty title={<Trans>No restricted notes.</Trans>}><Trans>What may not stand in the general record is kept here, apart: only this team can open it.</Trans></Empty>
        ) : all.map((note) => <OneNote key={note.id} caseId={caseId} note={note} />)}
      </Reading>
    </Card>
  )
}

function OneNote({ caseId, note }: { caseId: string; note: RestrictedNote }) {
  const [asking, ask] = useState(false)
  const [reason, setReason] = useState('')
  const { save, saving, problem, saved, reset } = useWrite<{ reason: string }, { text: string }>('POST', `/cases/${caseId}/restricted-notes/${note.id}/opening`)
  const hide = () => {
    reset()
    ask(false)
    setReason('')
  }
  return (
    <div className={classes.restricted}>
      <p><b>{kindWords(note.kind)}</b> <span className="soft small">{note.writtenByName} · <MomentText at={note.writtenAt} /></span></p>
      {saved && <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{saved.text}</p>}
      {saved && <Button variant="subtle" size="compact-sm" onClick={hide}><Trans>Hide again</Trans></Button>}
      {!saved && !asking && <Button variant="subtle" size="compact-sm" onClick={() => ask(true)}><Trans>Open…</Trans></Button>}
      {!saved && asking && (
        <Form onSave={() => void save({ reason })} saving={saving} problem={problem} saveLabel={<Trans>Open the note</Trans>} others={<Button variant="default" onClick={hide}><Trans>Cancel</Trans></Button>}>
          <TextField path="reason" label={t`Why do you need it?`} description={t`Your name and reason are kept.`} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} autoComplete="off" />
        </Form>
      )}
    </div>
  )
}

function NewNote({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const [kind, setKind] = useState<RestrictedKind>('counselling')
  const [text, setText] = useState('')
  const done = () => {
    sayDone(<Trans>The note is kept apart.</Trans>)
    onDone()
  }
  const { save, saving, problem } = useWrite('POST', `/cases/${caseId}/restricted-notes`, { renews: [caseId], onSaved: done })
  return (
    <Form onSave={() => void save({ kind, text })} saving={saving} problem={problem} saveLabel={<Trans>Keep it apart</Trans>}>
      <ChoiceField path="kind" label={t`What is it?`} problem={problem} data={restrictedKinds.map((value) => ({ value, label: kindWords(value) }))} value={kind} onChange={(chosen) => setKind(restrictedKinds.find((each) => each === chosen) ?? 'other')} />
      <LongTextField path="text" label={t`The note`} description={t`It cannot be changed afterwards; write another beside it.`} problem={problem} value={text} onChange={(event) => setText(event.currentTarget.value)} autoComplete="off" />
    </Form>
  )
}
