// The dialog that lets a task wait, excepts it, or passes it on.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, DayField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { dayWords } from '../../../web/words.ts'
import type { Way } from './OtherWays.tsx'
import { StaffField } from './StaffField.tsx'
import type { ShownTask } from './TaskRow.tsx'

export default function TaskDialog({ task, title, way, onClose }: { task: ShownTask; title: string; way: Way; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      {way === 'wait' && <Wait task={task} onClose={onClose} />}
      {way === 'except' && <Except task={task} onClose={onClose} />}
      {way === 'pass' && <Pass task={task} onClose={onClose} />}
    </Modal>
  )
}

const renewedBy = (task: ShownTask) => [task.id, ...(task.caseId ? [task.caseId] : [])]
interface Asked { task: ShownTask; onClose: () => void }

function Wait({ task, onClose }: Asked) {
  const { today } = useMe()
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite('POST', `/tasks/${task.id}/snooze`, {
    renews: renewedBy(task), onSaved: () => { onClose(); sayDone(t`Back on your list ${dayWords(until, today)}. The day it was due stays.`) },
  })
  return (
    <Form onSave={() => void save({ until, reason })} saving={saving} problem={problem} saveLabel={<Trans>Let it wait</Trans>}>
      <DayField path="until" label={<Trans>Show it again on</Trans>} value={until} onChange={(event) => setUntil(event.currentTarget.value)} problem={problem} min={today} data-autofocus />
      <LongTextField path="reason" label={<Trans>Why can it wait?</Trans>} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} />
    </Form>
  )
}

function Except({ task, onClose }: Asked) {
  const [code, setCode] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite('POST', `/tasks/${task.id}/exception`, {
    renews: renewedBy(task), onSaved: () => { onClose(); sayDone(t`Kept as an exception, with your reason.`) },
  })
  const ofEntry = task.rule === 'entry-verification' || task.rule === 'entry-report'
  const choices = [
    { value: 'client-declined', label: t`The client does not want it` }, { value: 'unable-to-reach', label: t`The client could not be reached` },
    { value: 'done-elsewhere', label: t`Somebody else did it` }, { value: 'not-applicable', label: t`It does not apply here` },
    { value: 'case-ended', label: t`The work has ended` }, { value: 'entered-in-error', label: t`Asked by mistake` },
  ].filter(({ value }) => !ofEntry || ['done-elsewhere', 'not-applicable', 'entered-in-error'].includes(value))
  return (
    <Form onSave={() => void save({ code, reason })} saving={saving} problem={problem} saveLabel={<Trans>End it with this reason</Trans>}>
      <ChoiceField path="code" label={<Trans>What is so?</Trans>} data={choices} value={code} onChange={setCode} problem={problem} data-autofocus />
      <LongTextField path="reason" label={<Trans>What happened instead?</Trans>} description={<Trans>It is reported as an exception, with your name.</Trans>} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} />
    </Form>
  )
}

function Pass({ task, onClose }: Asked) {
  const [staffId, setStaffId] = useState<string | null>(null)
  const { save, saving, problem } = useWrite('POST', `/tasks/${task.id}/assignee`, { renews: renewedBy(task), onSaved: () => { onClose(); sayDone(t`Passed on.`) } })
  return (
    <Form onSave={() => void save({ staffId })} saving={saving} problem={problem} saveLabel={<Trans>Pass it on</Trans>}>
      <StaffField path="staffId" label={<Trans>Who does it?</Trans>} value={staffId} onChange={setStaffId} problem={problem} />
    </Form>
  )
}
