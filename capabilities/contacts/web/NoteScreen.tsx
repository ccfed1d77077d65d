// One note as it was signed, with its amendments below; where one more may be added.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { fieldId, Form, issueAt } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { milesWords, minutesWords } from '../../../web/words.ts'
import type { Amendment, Contact } from '../contact.ts'
import { LabelsCard } from '../../labels/web/LabelsCard.tsx'
import { contactWords, interpreterWords, modeWords, purposeWords, timelinessWords } from './words.ts'

type Note = Contact & { amendments: Amendment[] }

export default function NoteScreen() {
  const { clientId, caseId } = useClient()
  const contactId = useParam('contactId')
  const note = useRead<Note>(`/cases/${caseId}/contacts/${contactId}`, { enabled: caseId !== null })
  return (
    <>
      <p className="no-print" style={{ marginBottom: 12 }}><GoTo href={`/clients/${clientId}/story?case=${caseId}`}><Trans>Back to the story</Trans></GoTo></p>
      <Reading of={note}>{(said) => <WholeNote note={said} caseId={caseId ?? ''} />}</Reading>
    </>
  )
}

function WholeNote({ note, caseId }: { note: Note; caseId: string }) {
  const may = useMay()
  return (
    <TwoColumns aside={<><Facts note={note} /><LabelsCard kind="contact" entityId={note.id} /></>}>
      <Card title={contactWords(note.kind, note.mode)} aside={<MomentText at={note.occurredAt} />} padded>
        <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.narrative || <Trans>No words were written.</Trans>}</p>
        {note.nextStep && <p style={{ marginTop: 12 }}><b><Trans>Next:</Trans></b> {note.nextStep}</p>}
        <p className="soft small" style={{ marginTop: 14 }}>
          {note.signedAt ? <><Trans>Signed by {note.signedAs}</Trans>, <MomentText at={note.signedAt} /></> : <Trans>Not signed yet.</Trans>}
          {note.timeliness && note.timeliness !== 'on-time' && ` · ${timelinessWords(note.timeliness)}`}
          {note.lateReason && ` · ${note.lateReason}`}
        </p>
      </Card>
      {note.amendments.map((amendment) => (
        <Card key={amendment.id} title={<Trans>Amendment</Trans>} aside={<MomentText at={amendment.amendedAt} />} padded>
          <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{amendment.text}</p>
          <p className="soft small" style={{ marginTop: 8 }}><Trans>Why: {amendment.reason}</Trans></p>
        </Card>
      ))}
      {note.status === 'signed' && may('write-contacts') && <Amend caseId={caseId} contactId={note.id} />}
    </TwoColumns>
  )
}

function Facts({ note }: { note: Note }) {
  return (
    <Card title={<Trans>What belongs to it</Trans>} padded>
      <Fact name={<Trans>How</Trans>}>{modeWords(note.mode)}</Fact>
      <Fact name={<Trans>What for</Trans>}>{purposeWords(note.purpose)}</Fact>
      <Fact name={<Trans>Time</Trans>}>{minutesWords(note.durationMinutes)}</Fact>
      {(note.distanceTenthsMile > 0 || note.travelMinutes > 0) && <Fact name={<Trans>On the way</Trans>}>{`${milesWords(note.distanceTenthsMile)}, ${minutesWords(note.travelMinutes)}`}</Fact>}
      {note.interpreter && <Fact name={<Trans>Interpreter</Trans>}>{interpreterWords(note.interpreter, note.interpreterReference)}</Fact>}
      {note.participants.length > 0 && <Fact name={<Trans>Others present</Trans>}>{note.participants.map(({ name }) => name).join(', ')}</Fact>}
      {note.noGoalReason && <Fact name={<Trans>Goals</Trans>}>{note.noGoalReason}</Fact>}
    </Card>
  )
}

/** INV-43: the note stays as it is; what is added stands beside it with its own time and reason. */
function Amend({ caseId, contactId }: { caseId: string; contactId: string }) {
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const done = () => {
    setText('')
    setReason('')
    sayDone(<Trans>The amendment is added. The note itself stays as it was signed.</Trans>)
  }
  const { save, saving, problem } = useWrite('POST', `/cases/${caseId}/contacts/${contactId}/amendments`, { renews: [caseId, contactId], onSaved: done })
  return (
    <div className="no-print">
      <Card title={<Trans>Amend this note</Trans>} padded>
        <Form onSave={() => void save({ text, reason })} saving={saving} problem={problem} saveLabel={<Trans>Add amendment</Trans>}>
          <Textarea id={fieldId('text')} label={t`What is added or corrected`} autosize minRows={3} value={text} error={issueAt(problem, 'text')} onChange={(event) => setText(event.currentTarget.value)} />
          <TextInput id={fieldId('reason')} label={t`Why`} value={reason} error={issueAt(problem, 'reason')} onChange={(event) => setReason(event.currentTarget.value)} />
        </Form>
      </Card>
    </div>
  )
}
