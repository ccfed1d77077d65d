// A new case that follows one that is over: new consent, new assessment, the old record one click away.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { newId } from '../../../web/api.ts'
import { DayField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import type { Case } from '../case.ts'
import type { StepProps } from './CaseDialog.tsx'

export function SuccessorForm({ view, onClose }: StepProps) {
  const { today, staff } = useMe()
  const go = useGo()
  const [id] = useState(newId)
  const [identifiedOn, setIdentified] = useState(today)
  const [eligibilityBasis, setBasis] = useState('')
  const [primaryStaffId, setPrimary] = useState<string | null>(staff.id)
  const { save, saving, problem } = useWrite<object, Case>('POST', `/cases/${view.id}/successor`, {
    renews: [view.id, view.clientId], onSaved: (next) => { onClose(); go(`/clients/${view.clientId}/case?case=${next.id}`) },
  })
  return (
    <Form onSave={() => void save({ id, programId: view.programId, identifiedOn, eligibilityBasis, primaryStaffId })} saving={saving} problem={problem} saveLabel={<Trans>Open the case</Trans>}>
      <DayField path="identifiedOn" label={<Trans>When did the person come back to us?</Trans>} max={today} value={identifiedOn} onChange={(event) => setIdentified(event.currentTarget.value)} problem={problem} />
      <LongTextField path="eligibilityBasis" label={<Trans>Why is the person eligible now?</Trans>} minRows={2} value={eligibilityBasis} onChange={(event) => setBasis(event.currentTarget.value)} problem={problem} />
      <StaffField path="primaryStaffId" label={<Trans>Who answers for it?</Trans>} value={primaryStaffId} onChange={setPrimary} problem={problem} roles={['caseManager', 'supervisor']} />
    </Form>
  )
}
