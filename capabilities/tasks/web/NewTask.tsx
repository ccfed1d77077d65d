// Writes down a to-do of one's own, or asks a colleague.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { DayField, Form, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { StaffField } from './StaffField.tsx'

export default function NewTask({ clientId = null, caseId = null, onClose }: { clientId?: string | null; caseId?: string | null; onClose: () => void }) {
  const { today, staff } = useMe()
  const [title, setTitle] = useState('')
  const [due, setDue] = useState(today)
  const [priority, setPriority] = useState('routine')
  const [staffId, setStaffId] = useState<string | null>(staff.id)
  const { save, saving, problem } = useWrite('POST', '/tasks', { renews: caseId ? [caseId] : [], onSaved: () => { onClose(); sayDone(t`On the list.`) } })
  const body = { title, due, priority, ...(staffId && { assignTo: { staffId } }), ...(clientId && { clientId }), ...(caseId && { caseId }) }
  return (
    <Modal opened onClose={onClose} title={<Trans>New to-do</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save(body)} saving={saving} problem={problem} saveLabel={<Trans>Add</Trans>}>
        <TextField path="title" label={<Trans>What is to be done?</Trans>} value={title} onChange={(event) => setTitle(event.currentTarget.value)} problem={problem} data-autofocus />
        <DayField path="due" label={<Trans>By when?</Trans>} value={due} onChange={(event) => setDue(event.currentTarget.value)} problem={problem} />
        <StaffField path="assignTo" label={<Trans>Who does it?</Trans>} value={staffId} onChange={setStaffId} problem={problem} />
        <SegmentedControl aria-label={t`How urgent?`} value={priority} onChange={setPriority} data={[{ value: 'routine', label: t`Routine` }, { value: 'urgent', label: t`Urgent` }]} />
      </Form>
    </Modal>
  )
}
