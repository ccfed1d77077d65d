// Pausing the work, and the steps that need only a reason: going on, reopening, entered in error.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { ChoiceField, DayField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import type { SuspensionReason } from '../case.ts'
import type { StepProps } from './CaseDialog.tsx'
import { suspensionWords } from './caseWords.ts'

const reasons: SuspensionReason[] = ['hospital_or_facility', 'incarcerated', 'out_of_area', 'unable_to_reach', 'client_request', 'payer_hold']

export function PauseForm({ view, onClose }: StepProps) {
  const { today, staff } = useMe()
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [reviewOn, setReviewOn] = useState('')
  const [responsibleStaffId, setResponsible] = useState<string | null>(staff.id)
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/suspension`, { renews: [view.id, view.clientId], onSaved: () => { onClose(); sayDone(t`Paused.`) } })
  return (
    <Form onSave={() => void save({ reason, note, reviewOn, responsibleStaffId })} saving={saving} problem={problem} saveLabel={<Trans>Pause</Trans>}>
      <ChoiceField path="reason" label={<Trans>Why?</Trans>} value={reason} onChange={setReason} problem={problem} data={reasons.map((each) => ({ value: each, label: suspensionWords(each) }))} data-autofocus />
      <LongTextField path="note" label={<Trans>What happened?</Trans>} value={note} onChange={(event) => setNote(event.currentTarget.value)} problem={problem} />
      <DayField path="reviewOn" label={<Trans>When do we look again?</Trans>} description={<Trans>Within 30 days.</Trans>} min={today} value={reviewOn} onChange={(event) => setReviewOn(event.currentTarget.value)} problem={problem} />
      <StaffField path="responsibleStaffId" label={<Trans>Who answers meanwhile?</Trans>} value={responsibleStaffId} onChange={setResponsible} problem={problem} />
    </Form>
  )
}

export function BecauseForm({ view, onClose, to, label, hint, save: saveLabel }: StepProps & { to: 'resumption' | 'reopening' | 'void'; label: string; hint?: string; save: string }) {
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/${to}`, { renews: [view.id, view.clientId], onSaved: onClose })
  return (
    <Form onSave={() => void save({ reason })} saving={saving} problem={problem} saveLabel={saveLabel}>
      <LongTextField path="reason" label={label} description={hint} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} data-autofocus />
    </Form>
  )
}
