// Purges of the audit: what would go, whose leave it has, refusing, carrying out, and what went. Two people; a legal hold wins.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText, MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { DayField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { approvalsNeeded, latestCutOff, type PurgeStatus, type Reach } from '../purge.ts'
import type { PurgeView } from '../purge.actions.ts'
import classes from './privacy.module.css'

export function PurgesCard() {
  const [asking, ask] = useState(false)
  const purges = useRead<PurgeView[]>('/audit-purges')
  return (
    <Card id="purges" title={<Trans>Purges of the audit</Trans>} aside={<Button variant="default" size="compact-sm" onClick={() => ask(true)}><Trans>Propose a purge</Trans></Button>}>
      <p className={classes.lead}><Trans>After six years the law no longer asks us to keep what each act was about in detail. Two different people approve before it goes; whatever is under a legal hold stays; that something was done, when and by whom, stays for good.</Trans></p>
      <Reading of={purges}>
        {(all) => all.length === 0 ? <Empty title={<Trans>Nothing was ever purged.</Trans>} /> : <Rows label={t`Purges of the audit`}>{all.map((each) => <Line key={each.id} purge={each} />)}</Rows>}
      </Reading>
      {asking && <Propose onClose={() => ask(false)} />}
    </Card>
  )
}

const statusChip = (status: PurgeStatus) =>
  ({
    requested: <Chip tone="today"><Trans>Waits for approval</Trans></Chip>,
    approved: <Chip tone="brand"><Trans>Approved, not carried out</Trans></Chip>,
    'carried-out': <Chip tone="done"><Trans>Carried out</Trans></Chip>,
    withdrawn: <Chip><Trans>Refused or taken back</Trans></Chip>,
  })[status]

function Line({ purge }: { purge: PurgeView }) {
  const { id, status, mine, recordedBefore, authority, requestedByName, requestedAt, approvals, withdrawnByName, withdrawReason, carriedOutByName, payloadsRemoved } = purge
  const [open, setOpen] = useState<'refuse' | 'carry-out' | null>(null)
  const approving = useWrite<object, { status: PurgeStatus }>('POST', `/audit-purges/${id}/approval`, { onSaved: ({ status: now }) => sayDone(now === 'approved' ? t`Approved by two people. It can be carried out.` : t`Approved. It takes somebody else as well.`) })
  const isOpen = status === 'requested' || status === 'approved'
  const given = approvals.map(({ name }) => name ?? t`somebody who left`).join(', ')
  const close = () => setOpen(null)
  return (
    <>
      <Row plain title={<Trans>What was recorded before <DateText day={recordedBefore} /></Trans>} when={statusChip(status)}
        why={
          <>
            {authority} · <Trans>proposed by {requestedByName}, <MomentText at={requestedAt} /></Trans>
            <br />{approvals.length === 0 ? t`No approval yet; it takes ${approvalsNeeded}.` : t`${approvals.length} of ${approvalsNeeded} approvals: ${given}`}
            {isOpen && <> · <ReachText day={recordedBefore} /></>}
            {status === 'carried-out' && payloadsRemoved !== null && <> · {plural(payloadsRemoved, { one: '# detail removed', other: '# details removed' })}{carriedOutByName && <> <Trans>by {carriedOutByName}</Trans></>}</>}
            {withdrawReason && <> · {withdrawnByName}: {withdrawReason}</>}
          </>
        }
        action={isOpen && (
          <span className={classes.actions}>
            {!mine && <Button size="compact-sm" loading={approving.saving} onClick={() => void approving.save({})}><Trans>Approve</Trans></Button>}
            {status === 'approved' && <Button size="compact-sm" onClick={() => setOpen('carry-out')}><Trans>Carry out…</Trans></Button>}
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen('refuse')}><Trans>Refuse…</Trans></Button>
          </span>
        )} />
      {approving.problem && <div style={{ padding: '0 16px 12px' }}><ProblemNotice problem={approving.problem} /></div>}
      {open === 'refuse' && <Refuse id={id} onClose={close} />}
      {open === 'carry-out' && <CarryOut id={id} day={recordedBefore} onClose={close} />}
    </>
  )
}

/** How much would go, and how much a legal hold keeps. */
function ReachText({ day }: { day: string }) {
  const { data } = useRead<Reach>('/audit-purges/reach', { query: { recordedBefore: day } })
  if (!data) return null
  const { removes, held } = data
  return <>{plural(removes, { one: '# detail would go', other: '# details would go' })}{held > 0 && <>, <b>{plural(held, { one: '# stays under a legal hold', other: '# stay under a legal hold' })}</b></>}</>
}

function Propose({ onClose }: { onClose: () => void }) {
  const { today } = useMe()
  const latest = latestCutOff(today)
  const [said, say] = useState({ recordedBefore: latest, authority: '' })
  const done = () => {
    sayDone(<Trans>Proposed. Nothing goes before two people approve.</Trans>)
    onClose()
  }
  const { save, saving, problem } = useWrite<typeof said>('POST', '/audit-purges', { onSaved: done })
  const countable = /^\d{4}-\d\d-\d\d$/.test(said.recordedBefore) && said.recordedBefore <= latest
  return (
    <Modal opened onClose={onClose} title={<Trans>Propose a purge</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save(said)} saving={saving} problem={problem} saveLabel={<Trans>Propose</Trans>}>
        <DayField path="recordedBefore" label={t`Details recorded before`} max={latest} value={said.recordedBefore} problem={problem} onChange={(event) => say({ ...said, recordedBefore: event.currentTarget.value })} />
        {countable && <p className="soft small" aria-live="polite"><ReachText day={said.recordedBefore} /></p>}
        <LongTextField path="authority" label={t`What allows it: the schedule, statute or order`} value={said.authority} problem={problem} onChange={(event) => say({ ...said, authority: event.currentTarget.value })} />
      </Form>
    </Modal>
  )
}

function Refuse({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const done = () => {
    sayDone(<Trans>Refused. Nothing was removed.</Trans>)
    onClose()
  }
  const { save, saving, problem } = useWrite<{ reason: string }>('POST', `/audit-purges/${id}/withdrawal`, { onSaved: done })
  return (
    <Modal opened onClose={onClose} title={<Trans>Refuse this purge, or take it back</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ reason })} saving={saving} problem={problem} saveLabel={<Trans>Refuse</Trans>}>
        <LongTextField path="reason" label={t`Why?`} value={reason} problem={problem} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
      </Form>
    </Modal>
  )
}

function CarryOut({ id, day, onClose }: { id: string; day: string; onClose: () => void }) {
  const done = ({ removed }: { removed: number }) => {
    sayDone(plural(removed, { one: '# detail is gone. The seal still verifies.', other: '# details are gone. The seal still verifies.' }))
    onClose()
  }
  const { save, saving, problem } = useWrite<object, { removed: number }>('POST', `/audit-purges/${id}/deed`, { onSaved: done })
  return (
    <Modal opened onClose={onClose} title={<Trans>Carry out the purge</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({})} saving={saving} problem={problem} saveLabel={<Trans>Remove them for good</Trans>}>
        <p><ReachText day={day} /></p>
        <p><Trans>This cannot be undone. Who did what and when stays; what it was about in detail goes.</Trans></p>
      </Form>
    </Modal>
  )
}
