// Legal holds: on whom, why, since when and by whom; lifting one. Placing one is done on the client's own page.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Hold } from '../hold.ts'
import classes from './privacy.module.css'

/** Every hold the reader may know of. */
export function HoldsCard() {
  const holds = useRead<Hold[]>('/legal-holds')
  return (
    <Card id="holds" title={<Trans>Legal holds</Trans>}>
      <p className={classes.lead}><Trans>While a claim, a case at court or an investigation is open, nothing kept about the person may go. A hold wins over every purge, also one that two people approved. Place one on the client’s page, under Details.</Trans></p>
      <Reading of={holds}>{(all) => (all.length === 0 ? <Empty title={<Trans>Nobody you know here is under a legal hold.</Trans>} /> : <HoldRows holds={all} named />)}</Reading>
    </Card>
  )
}

/** The holds on the client in view; nothing where there are none and the reader places none. */
export function ClientHoldsCard() {
  const { clientId } = useClient()
  const places = useMay()('hold-record')
  const [placing, place] = useState(false)
  const holds = useRead<Hold[]>(`/clients/${clientId}/legal-holds`)
  if (!places && !holds.data?.length) return null
  return (
    <Card title={<Trans>Legal hold</Trans>} aside={places && <Button variant="subtle" size="compact-sm" onClick={() => place(true)}><Trans>Place a hold</Trans></Button>}>
      <Reading of={holds} lines={2}>
        {(all) => all.length === 0 ? <Empty title={<Trans>No legal hold.</Trans>}><Trans>While a claim or a case at court is open, a hold keeps everything about this person from being removed.</Trans></Empty> : <HoldRows holds={all} />}
      </Reading>
      {placing && <PlaceOrLift title={t`Place a legal hold`} label={t`Why must everything be kept?`} path={`/clients/${clientId}/legal-holds`} clientId={clientId} said={t`Placed. Nothing about this person is removed until it is lifted.`} onClose={() => place(false)} />}
    </Card>
  )
}

function HoldRows({ holds, named = false }: { holds: Hold[]; named?: boolean }) {
  const lifts = useMay()('hold-record')
  const [lifting, lift] = useState<Hold | null>(null)
  return (
    <>
      <Rows label={t`Legal holds`}>
        {holds.map((hold) => {
          const { id, clientId, clientName, reason, placedAt, placedByName, liftedAt, liftedByName, liftReason } = hold
          return (
            <Row key={id} plain title={named ? clientName : reason} {...(named && { href: `/clients/${clientId}/details` })}
              why={<>{named && <>{reason} · </>}<Trans>placed by {placedByName ?? t`Continuum`}, <MomentText at={placedAt} /></Trans>{liftedAt && <> · <Trans>lifted by {liftedByName ?? t`Continuum`}, <MomentText at={liftedAt} />: {liftReason}</Trans></>}</>}
              when={liftedAt ? <Chip><Trans>Lifted</Trans></Chip> : <Chip tone="today"><Trans>In force</Trans></Chip>}
              action={!liftedAt && lifts && <Button variant="subtle" size="compact-sm" onClick={() => lift(hold)} aria-label={t`Lift the hold on ${clientName}`}><Trans>Lift</Trans></Button>} />
          )
        })}
      </Rows>
      {lifting && <PlaceOrLift title={t`Lift the hold on ${lifting.clientName}`} label={t`Why is it no longer needed?`} path={`/clients/${lifting.clientId}/legal-holds/${lifting.id}/lifting`} clientId={lifting.clientId} said={t`Lifted. A purge may take what is older than six years.`} onClose={() => lift(null)} />}
    </>
  )
}

function PlaceOrLift({ title, label, path, clientId, said, onClose }: { title: string; label: string; path: string; clientId: string; said: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const done = () => {
    sayDone(said)
    onClose()
  }
  const { save, saving, problem } = useWrite<{ reason: string }>('POST', path, { renews: [clientId], onSaved: done })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ reason })} saving={saving} problem={problem}>
        <LongTextField path="reason" label={label} value={reason} problem={problem} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
      </Form>
    </Modal>
  )
}
