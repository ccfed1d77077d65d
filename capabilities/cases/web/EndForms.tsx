// Ends that are not closings: the person did not engage, or has died.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { NotEngagedReason } from '../closing.ts'
import type { StepProps } from './CaseDialog.tsx'
import { notEngagedWords } from './caseWords.ts'

const reasons: NotEngagedReason[] = ['declined', 'unable_to_reach', 'ineligible', 'no_capacity', 'deceased', 'duplicate', 'moved', 'served_elsewhere']

export function EndForm({ view, onClose }: StepProps) {
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [letterSentOn, setLetter] = useState('')
  const [noLetterBecause, setNoLetter] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/no-engagement`, { renews: [view.id, view.clientId], onSaved: () => { onClose(); sayDone(t`Ended. The reason is kept.`) } })
  const unreached = reason === 'unable_to_reach'
  const body = { reason, note, ...(unreached && { letterSentOn: letterSentOn || null, noLetterBecause: noLetterBecause || null }) }
  return (
    <Form onSave={() => void save(body)} saving={saving} problem={problem} saveLabel={<Trans>End it</Trans>}>
      <ChoiceField path="reason" label={<Trans>Why does it not begin?</Trans>} value={reason} onChange={setReason} problem={problem} data={reasons.map((each) => ({ value: each, label: notEngagedWords(each) }))} data-autofocus />
      <LongTextField path="note" label={<Trans>What happened?</Trans>} description={<Trans>A decline is respected and kept in the person’s own words.</Trans>} value={note} onChange={(event) => setNote(event.currentTarget.value)} problem={problem} />
      {unreached && <DayField path="letterSentOn" label={<Trans>Letter sent on</Trans>} optional value={letterSentOn} onChange={(event) => setLetter(event.currentTarget.value)} problem={problem} />}
      {unreached && <TextField path="noLetterBecause" label={<Trans>Or why no letter was safe or possible</Trans>} optional value={noLetterBecause} onChange={(event) => setNoLetter(event.currentTarget.value)} problem={problem} />}
    </Form>
  )
}

export function DeathForm({ view, onClose }: StepProps) {
  const { today } = useMe()
  const [diedOn, setDiedOn] = useState('')
  const [source, setSource] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/death`, { renews: [view.id, view.clientId], onSaved: () => { onClose(); sayDone(t`Outreach and reminders have stopped.`) } })
  return (
    <Form onSave={() => void save({ diedOn, source })} saving={saving} problem={problem} saveLabel={<Trans>Record the death</Trans>}>
      <DayField path="diedOn" label={<Trans>Day of death</Trans>} max={today} value={diedOn} onChange={(event) => setDiedOn(event.currentTarget.value)} problem={problem} data-autofocus />
      <TextField path="source" label={<Trans>Who told us?</Trans>} value={source} onChange={(event) => setSource(event.currentTarget.value)} problem={problem} />
    </Form>
  )
}
