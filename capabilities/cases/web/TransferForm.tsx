// Asks a colleague to take over: the case moves only when they accept.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import type { StepProps } from './CaseDialog.tsx'

export function TransferForm({ view, onClose }: StepProps) {
  const { today } = useMe()
  const [toStaffId, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [summary, setSummary] = useState('')
  const [clientToldOn, setToldOn] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/transfers`, { renews: [view.id, view.clientId], onSaved: () => { onClose(); sayDone(t`Asked. You answer for the case until your colleague accepts.`) } })
  const primary = view.team.filter(({ role, untilAt }) => role === 'primary' && untilAt === null).map(({ staffId }) => staffId)
  return (
    <Form onSave={() => void save({ toStaffId, reason, summary, clientToldOn: clientToldOn || null })} saving={saving} problem={problem} saveLabel={<Trans>Ask</Trans>}>
      <StaffField path="toStaffId" label={<Trans>Who is asked?</Trans>} value={toStaffId} onChange={setTo} problem={problem} except={primary} roles={['caseManager', 'supervisor']} />
      <TextField path="reason" label={<Trans>Why does the case move?</Trans>} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} />
      <LongTextField path="summary" label={<Trans>What does your colleague need to know?</Trans>} description={<Trans>What the person wants, what works, what is open, what to be careful about. What is due goes along by itself.</Trans>} minRows={6} value={summary} onChange={(event) => setSummary(event.currentTarget.value)} problem={problem} />
      <DayField path="clientToldOn" label={<Trans>The client was told on</Trans>} optional max={today} value={clientToldOn} onChange={(event) => setToldOn(event.currentTarget.value)} problem={problem} />
    </Form>
  )
}
