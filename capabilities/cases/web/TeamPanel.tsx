// Who may know this case: who, in which part, why and until when. Nobody else sees it.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { ChoiceField, DayField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { dayOf } from '../../../web/words.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import type { TeamMember } from '../case.ts'
import type { CaseView } from '../view.ts'
import { roleWords } from './caseWords.ts'
import classes from './cases.module.css'

export function TeamPanel({ view }: { view: CaseView }) {
  const [adding, add] = useState(false)
  const [leaving, leave] = useState<TeamMember | null>(null)
  const may = useMay()('write-case') && view.status !== 'voided'
  const now = view.team.filter(({ untilAt }) => untilAt === null || Date.parse(untilAt) > Date.now())
  const earlier = view.team.filter((member) => !now.includes(member) && member.role !== 'opener')
  const hasPrimary = now.some(({ role }) => role === 'primary')
  return (
    <Card title={<Trans>Who works this case</Trans>} padded>
      {now.map((member) => <Person key={member.id} member={member} onLeave={may && member.role !== 'primary' && member.role !== 'opener' ? () => leave(member) : undefined} />)}
      {may && <div className={classes.steps}><Button variant="default" size="compact-sm" onClick={() => add(true)}>{hasPrimary ? <Trans>Add a colleague…</Trans> : <Trans>Name a case manager…</Trans>}</Button></div>}
      {earlier.length > 0 && <p className={classes.said} style={{ marginTop: 12 }}><Trans>Earlier: {earlier.map(({ name }) => name).join(', ')}</Trans></p>}
      {adding && (hasPrimary ? <AddMember view={view} onClose={() => add(false)} /> : <NamePrimary view={view} onClose={() => add(false)} />)}
      {leaving && <Leaving view={view} member={leaving} onClose={() => leave(null)} />}
    </Card>
  )
}

function Person({ member, onLeave }: { member: TeamMember; onLeave: (() => void) | undefined }) {
  const { agency } = useMe()
  return (
    <div className={classes.person}>
      <span><b>{member.name}</b>{member.credentialLine && `, ${member.credentialLine}`}</span>
      <small>
        {roleWords(member.role)} · {member.reason}
        {member.untilAt && <> · <Trans>until <DateText day={dayOf(new Date(Date.parse(member.untilAt) - 1).toISOString(), agency.timeZone)} /></Trans></>}
      </small>
      {onLeave ? <Button variant="subtle" color="gray" size="compact-sm" onClick={onLeave} aria-label={t`${member.name} leaves the team`}><Trans>Leaves…</Trans></Button> : <span />}
    </div>
  )
}

function AddMember({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [staffId, setStaffId] = useState<string | null>(null)
  const [role, setRole] = useState<string | null>('member')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/team`, { renews: [view.id, view.clientId], onSaved: onClose })
  return (
    <Modal opened onClose={onClose} title={<Trans>Add a colleague</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ staffId, role, reason, until: until || null })} saving={saving} problem={problem} saveLabel={<Trans>Add</Trans>}>
        <StaffField path="staffId" label={<Trans>Who?</Trans>} value={staffId} onChange={setStaffId} problem={problem} except={view.team.filter(({ untilAt, role: part }) => untilAt === null && part !== 'opener').map((member) => member.staffId)} />
        <ChoiceField path="role" label={<Trans>In which part?</Trans>} value={role} onChange={setRole} problem={problem} data={[{ value: 'member', label: roleWords('member') }, { value: 'covering', label: roleWords('covering') }, { value: 'supervisor', label: roleWords('supervisor') }]} />
        <LongTextField path="reason" label={<Trans>Why do they need to know?</Trans>} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} minRows={2} />
        <DayField path="until" label={<Trans>Until which day?</Trans>} optional={role !== 'covering'} value={until} onChange={(event) => setUntil(event.currentTarget.value)} problem={problem} />
      </Form>
    </Modal>
  )
}

function NamePrimary({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [staffId, setStaffId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/primary`, { renews: [view.id, view.clientId], onSaved: onClose })
  return (
    <Modal opened onClose={onClose} title={<Trans>Name a case manager</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ staffId, reason })} saving={saving} problem={problem}>
        <StaffField path="staffId" label={<Trans>Who answers for this case?</Trans>} value={staffId} onChange={setStaffId} problem={problem} roles={['caseManager', 'supervisor']} />
        <LongTextField path="reason" label={<Trans>Why this colleague?</Trans>} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} minRows={2} />
      </Form>
    </Modal>
  )
}

function Leaving({ view, member, onClose }: { view: CaseView; member: TeamMember; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/team/${member.id}/end`, { renews: [view.id, view.clientId], onSaved: onClose })
  return (
    <Modal opened onClose={onClose} title={<Trans>{member.name} leaves the team</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ reason })} saving={saving} problem={problem} saveLabel={<Trans>Leaves now</Trans>}>
        <LongTextField path="reason" label={<Trans>Why?</Trans>} description={<Trans>From now on {member.name} no longer sees this case. Open tasks go to the case manager.</Trans>} value={reason} onChange={(event) => setReason(event.currentTarget.value)} problem={problem} />
      </Form>
    </Modal>
  )
}
