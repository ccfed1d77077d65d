// Who may see what has special protection: each clearance with who granted it, why and until when; granting and ending, with the reason.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, Form, TextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import { labels, type ClearanceOfPerson, type Label } from '../label.ts'
import { labelWords } from './labelWords.ts'

export function ClearancesCard() {
  const grants = useMay()('manage-team')
  const [granting, grant] = useState(false)
  const [ending, end] = useState<ClearanceOfPerson | null>(null)
  const [past, showPast] = useState(false)
  const clearances = useRead<ClearanceOfPerson[]>('/clearances')
  const ended = clearances.data?.some(({ untilAt }) => untilAt) ?? false
  return (
    <Card id="clearances" title={<Trans>Clearances</Trans>} aside={grants && <Button variant="default" size="compact-sm" onClick={() => grant(true)}><Trans>Clear somebody</Trans></Button>}>
      <Reading of={clearances}>
        {(all) => all.every(({ untilAt }) => untilAt) && !past
          ? <Empty title={<Trans>Nobody is cleared.</Trans>}><Trans>What carries a label (substance use, HIV, legal privilege …) is there only for people who are cleared for it, whatever their role.</Trans></Empty>
          : <Rows label={t`Clearances`}>{all.filter(({ untilAt }) => past || !untilAt).map((each) => <Line key={each.id} clearance={each} onEnd={grants ? () => end(each) : null} />)}</Rows>}
      </Reading>
      {ended && <div style={{ padding: '8px 16px 12px' }}><Button variant="subtle" size="compact-sm" aria-pressed={past} onClick={() => showPast(!past)}>{past ? <Trans>Hide those that ended</Trans> : <Trans>Show those that ended</Trans>}</Button></div>}
      {granting && <Grant onClose={() => grant(false)} />}
      {ending && <End clearance={ending} onClose={() => end(null)} />}
    </Card>
  )
}

function Line({ clearance, onEnd }: { clearance: ClearanceOfPerson; onEnd: (() => void) | null }) {
  const { staffName, label, reason, fromAt, grantedByName, untilAt, endedByName, endReason } = clearance
  const words = labelWords(label)
  return (
    <Row plain title={t`${staffName}: ${words}`}
      why={<>{reason} · <Trans>granted by {grantedByName ?? t`Continuum`}, <MomentText at={fromAt} /></Trans>{untilAt && <> · <Trans>ended by {endedByName ?? t`Continuum`}, <MomentText at={untilAt} /></Trans>{endReason && <> · {endReason}</>}</>}</>}
      when={untilAt ? <Chip><Trans>Ended</Trans></Chip> : <Chip tone="done"><Trans>Until it is ended</Trans></Chip>}
      action={!untilAt && onEnd && <Button variant="subtle" size="compact-sm" onClick={onEnd} aria-label={t`End the clearance of ${staffName} for ${words}`}><Trans>End</Trans></Button>} />
  )
}

function Grant({ onClose }: { onClose: () => void }) {
  const me = useMe().staff.id
  const [staffId, choose] = useState<string | null>(null)
  const [nobody, sayNobody] = useState<Problem | null>(null)
  const [said, say] = useState<{ label: Label; reason: string }>({ label: 'substance-use', reason: '' })
  const done = () => {
    sayDone(<Trans>Cleared, from the next thing they open.</Trans>)
    onClose()
  }
  const { save, saving, problem } = useWrite<typeof said>('POST', '/staff', { onSaved: done })
  return (
    <Modal opened onClose={onClose} title={<Trans>Clear somebody for a label</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => { if (staffId) void save(said, { path: `/staff/${staffId}/clearances` }); else sayNobody(new Problem(422, { code: 'clearance.nobody', detail: t`Choose who is cleared.`, issues: [{ path: 'staffId', message: t`Choose somebody.` }] })) }} saving={saving} problem={problem ?? nobody} saveLabel={<Trans>Clear</Trans>}>
        <StaffField path="staffId" label={t`Who?`} value={staffId} except={[me]} problem={problem ?? nobody} onChange={(chosen) => { choose(chosen); sayNobody(null) }} description={t`Nobody clears themselves.`} />
        <ChoiceField path="label" label={t`For what?`} problem={problem} value={said.label} data={labels.map((value) => ({ value, label: labelWords(value) }))} onChange={(label) => say({ ...said, label: labels.find((each) => each === label) ?? said.label })} />
        <TextField path="reason" label={t`Why do they need it?`} problem={problem} value={said.reason} onChange={(event) => say({ ...said, reason: event.currentTarget.value })} autoComplete="off" />
      </Form>
    </Modal>
  )
}

function End({ clearance: { id, staffId, staffName, label }, onClose }: { clearance: ClearanceOfPerson; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const words = labelWords(label)
  const done = () => {
    sayDone(<Trans>Ended. It takes effect on their next request.</Trans>)
    onClose()
  }
  const { save, saving, problem } = useWrite<{ reason: string }>('POST', `/staff/${staffId}/clearances/${id}/ending`, { onSaved: done })
  return (
    <Modal opened onClose={onClose} title={<Trans>{staffName} is no longer cleared for: {words}</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ reason })} saving={saving} problem={problem} saveLabel={<Trans>End the clearance</Trans>}>
        <TextField path="reason" label={t`Why does it end?`} problem={problem} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autoComplete="off" data-autofocus />
      </Form>
    </Modal>
  )
}
