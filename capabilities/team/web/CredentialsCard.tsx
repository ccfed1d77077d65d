// A colleague's licences and certifications: what counts, until when, who saw it; recording, renewing, withdrawing.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { StaffPage } from '../staff.ts'
import classes from './administration.module.css'
import { standingName, standingTone, states } from './teamWords.ts'

type Held = StaffPage['credentials'][number]
type Open = { what: 'new' } | { what: 'renew' | 'withdraw'; credential: Held }

export function CredentialsCard({ person }: { person: StaffPage }) {
  const manages = useMay()('manage-team')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <Card title={<Trans>Licences and certifications</Trans>} aside={manages && <Button variant="default" size="compact-sm" onClick={() => setOpen({ what: 'new' })}><Trans>Record one</Trans></Button>}>
      {person.credentials.length === 0
        ? <Empty title={<Trans>None is recorded.</Trans>}><Trans>Only somebody with a valid licence or certification can answer for a case.</Trans></Empty>
        : <Rows label={t`Licences and certifications`}>{person.credentials.map((each) => <Line key={each.id} credential={each} manages={manages} onOpen={setOpen} />)}</Rows>}
      <Modal opened={open !== null} onClose={close} title={open?.what === 'renew' ? <Trans>Renew</Trans> : open?.what === 'withdraw' ? <Trans>Withdraw</Trans> : <Trans>A licence or certification</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
        {open?.what === 'new' && <NewCredentialForm staffId={person.id} onDone={close} />}
        {open?.what === 'renew' && <RenewForm credential={open.credential} onDone={close} />}
        {open?.what === 'withdraw' && <WithdrawForm credential={open.credential} onDone={close} />}
      </Modal>
    </Card>
  )
}

function Line({ credential, manages, onOpen }: { credential: Held; manages: boolean; onOpen: (open: Open) => void }) {
  const { title, jurisdiction, alsoValidIn, number, expiresOn, standing, verifiedByName, verifiedOn, withdrawalReason } = credential
  const where = jurisdiction ? [jurisdiction, ...alsoValidIn].join(', ') : t`everywhere`
  return (
    <Row plain title={title}
      why={<>{[where, number].join(' · ')}{expiresOn && <> · <Trans>until <DateText day={expiresOn} /></Trans></>}{verifiedByName && verifiedOn ? <> · <Trans>seen by {verifiedByName} on <DateText day={verifiedOn} /></Trans></> : <> · <Trans>not seen by anybody yet</Trans></>}{withdrawalReason && <> · {withdrawalReason}</>}</>}
      when={<Chip tone={standingTone(standing)}>{standingName(standing)}</Chip>}
      action={manages && standing !== 'withdrawn' && (
        <span className={classes.actions}>
          <Button variant="default" size="compact-sm" onClick={() => onOpen({ what: 'renew', credential })} aria-label={t`Renew ${title}`}><Trans>Renew</Trans></Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onOpen({ what: 'withdraw', credential })} aria-label={t`Withdraw ${title}`}><Trans>Withdraw</Trans></Button>
        </span>
      )} />
  )
}

function NewCredentialForm({ staffId, onDone }: { staffId: string; onDone: () => void }) {
  const [kind, setKind] = useState('licence')
  const [details, set] = useState({ title: '', number: '', jurisdiction: '', issuedOn: '', expiresOn: '' })
  const { save, saving, problem } = useWrite('POST', `/staff/${staffId}/credentials`, { renews: [staffId], onSaved: () => { sayDone(t`Recorded.`); onDone() } })
  const body = { kind, title: details.title, number: details.number, jurisdiction: details.jurisdiction || null, issuedOn: details.issuedOn || null, expiresOn: details.expiresOn || null }
  return (
    <Form onSave={() => void save(body)} saving={saving} problem={problem} saveLabel={<Trans>I have seen it: record</Trans>}>
      <SegmentedControl aria-label={t`Kind`} value={kind} onChange={setKind} data={[{ value: 'licence', label: t`Licence` }, { value: 'certification', label: t`Certification` }]} />
      <TextField path="title" label={t`What it is called`} placeholder={kind === 'licence' ? t`Registered Nurse` : 'CCM'} value={details.title} problem={problem} onChange={(event) => set({ ...details, title: event.currentTarget.value })} data-autofocus />
      <TextField path="number" label={t`Number`} value={details.number} problem={problem} onChange={(event) => set({ ...details, number: event.currentTarget.value })} />
      <ChoiceField path="jurisdiction" label={t`State`} optional={kind !== 'licence'} searchable data={states} value={details.jurisdiction || null} problem={problem} onChange={(state) => set({ ...details, jurisdiction: state ?? '' })} />
      <DayField path="issuedOn" label={t`Issued on`} optional value={details.issuedOn} problem={problem} onChange={(event) => set({ ...details, issuedOn: event.currentTarget.value })} />
      <DayField path="expiresOn" label={t`Valid until`} optional={kind !== 'licence'} value={details.expiresOn} problem={problem} onChange={(event) => set({ ...details, expiresOn: event.currentTarget.value })} />
    </Form>
  )
}

function RenewForm({ credential, onDone }: { credential: Held; onDone: () => void }) {
  const [expiresOn, setExpires] = useState('')
  const { save, saving, problem } = useWrite<{ expiresOn: string }>('PATCH', `/credentials/${credential.id}/renewal`, { renews: [credential.staffId], onSaved: () => { sayDone(t`Renewed.`); onDone() } })
  return (
    <Form onSave={() => void save({ expiresOn }, { ifMatch: credential.version })} saving={saving} problem={problem} saveLabel={<Trans>I have seen it: renew</Trans>}>
      <DayField path="expiresOn" label={t`Now valid until`} value={expiresOn} problem={problem} onChange={(event) => setExpires(event.currentTarget.value)} data-autofocus />
    </Form>
  )
}

function WithdrawForm({ credential, onDone }: { credential: Held; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite<{ reason: string }>('PATCH', `/credentials/${credential.id}/withdrawal`, { renews: [credential.staffId], onSaved: () => { sayDone(t`Withdrawn from today.`); onDone() } })
  return (
    <Form onSave={() => void save({ reason }, { ifMatch: credential.version })} saving={saving} problem={problem} saveLabel={<Trans>Withdraw</Trans>}>
      <LongTextField path="reason" label={t`Why it no longer holds`} value={reason} problem={problem} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
    </Form>
  )
}
