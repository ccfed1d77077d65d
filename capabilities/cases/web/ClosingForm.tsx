// Begins to close a case: why, whether the client was told and agrees; where the agency ends it, a supervisor is asked.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { closureReasons } from '../closing.ts'
import type { StepProps } from './CaseDialog.tsx'
import { closureWords } from './caseWords.ts'

export function ClosingForm({ view, onClose }: StepProps) {
  const { today } = useMe()
  const isSupervisor = useMay()('sign-off')
  const [reason, setReason] = useState<string | null>(null)
  const [explanation, setExplanation] = useState('')
  const [clientToldOn, setToldOn] = useState('')
  const [notToldBecause, setNotTold] = useState('')
  const [clientView, setClientView] = useState<string | null>('not_known')
  const renews = [view.id, view.clientId]
  const begin = useWrite('POST', `/cases/${view.id}/closing`, { renews, onSaved: () => { onClose(); sayDone(t`Closing. The summary is due within 10 business days.`) } })
  const ask = useWrite('POST', `/cases/${view.id}/closing-request`, { renews, onSaved: () => { onClose(); sayDone(t`Your supervisor is asked.`) } })
  const decidedAbove = !isSupervisor && closureReasons.agencyDirected.some((each) => each === reason)
  if (decidedAbove)
    return (
      <Form onSave={() => void ask.save({ reason, explanation })} saving={ask.saving} problem={ask.problem} saveLabel={<Trans>Ask the supervisor</Trans>} others={<Button variant="subtle" color="gray" onClick={() => setReason(null)}><Trans>Another reason</Trans></Button>}>
        <p><Trans>{closureWords(reason ?? '')}: when the agency ends the work, a supervisor decides.</Trans></p>
        <LongTextField path="explanation" label={<Trans>What does the supervisor need to know?</Trans>} value={explanation} onChange={(event) => setExplanation(event.currentTarget.value)} problem={ask.problem} />
      </Form>
    )
  const body = { reason, explanation, clientToldOn: clientToldOn || null, notToldBecause: notToldBecause || null, clientView }
  return (
    <Form onSave={() => void begin.save(body)} saving={begin.saving} problem={begin.problem} saveLabel={<Trans>Begin closing</Trans>}>
      <ChoiceField path="reason" label={<Trans>Why does it close?</Trans>} value={reason} onChange={setReason} problem={begin.problem} searchable data={reasonGroups()} data-autofocus />
      <LongTextField path="explanation" label={<Trans>Why is now the right time?</Trans>} value={explanation} onChange={(event) => setExplanation(event.currentTarget.value)} problem={begin.problem} />
      <DayField path="clientToldOn" label={<Trans>The client was told on</Trans>} optional max={today} value={clientToldOn} onChange={(event) => setToldOn(event.currentTarget.value)} problem={begin.problem} />
      {clientToldOn === '' && <TextField path="notToldBecause" label={<Trans>Or why the client could not be told</Trans>} optional value={notToldBecause} onChange={(event) => setNotTold(event.currentTarget.value)} problem={begin.problem} />}
      <ChoiceField path="clientView" label={<Trans>What does the client say?</Trans>} value={clientView} onChange={setClientView} problem={begin.problem} data={[{ value: 'agrees', label: t`Agrees` }, { value: 'disagrees', label: t`Does not agree` }, { value: 'not_known', label: t`Not known` }]} />
    </Form>
  )
}

function reasonGroups() {
  const groups = [
    [t`What was hoped for`, closureReasons.positive], [t`The client decided`, closureReasons.clientDirected], [t`Coverage`, closureReasons.coverage],
    [t`The agency decides (supervisor)`, closureReasons.agencyDirected], [t`Other`, closureReasons.other],
  ] as const
  return groups.map(([group, reasons]) => ({ group, items: reasons.map((each) => ({ value: each, label: closureWords(each) })) }))
}
