// Colleagues who must not know this client: a relative, a neighbour. A supervisor decides; anybody may step back themselves.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import type { Exclusion } from '../staff.ts'

export function ExclusionsCard() {
  const { clientId } = useClient()
  const decides = useMay()('seal-clients')
  const [adding, setAdding] = useState(false)
  const exclusions = useRead<Exclusion[]>(`/clients/${clientId}/exclusions`)
  const ending = useWrite('POST', `/clients/${clientId}/exclusions`, { renews: [clientId] })
  const add = <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>{decides ? <Trans>Shut somebody out</Trans> : <Trans>I know this person: step back</Trans>}</Button>
  return (
    <Card title={<Trans>Who must not know</Trans>} aside={add}>
      <Reading of={exclusions} lines={2}>
        {(all) => all.every(({ untilAt }) => untilAt)
          ? <Empty title={<Trans>Nobody is shut out.</Trans>} />
          : (
            <Rows label={t`Colleagues who must not know`}>
              {all.filter(({ untilAt }) => !untilAt).map((each) => (
                <Row key={each.id} plain title={each.staffName} why={<>{each.reason} · <MomentText at={each.fromAt} /></>}
                  action={decides && <Button variant="subtle" size="compact-sm" onClick={() => void ending.save({}, { path: `/clients/${clientId}/exclusions/${each.id}/end` })} aria-label={t`Let ${each.staffName} know again`}><Trans>End</Trans></Button>} />
              ))}
            </Rows>
          )}
      </Reading>
      <Modal opened={adding} onClose={() => setAdding(false)} title={<Trans>Who must not know this person?</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
        <ExclusionForm clientId={clientId} decides={decides} onDone={() => setAdding(false)} />
      </Modal>
    </Card>
  )
}

function ExclusionForm({ clientId, decides, onDone }: { clientId: string; decides: boolean; onDone: () => void }) {
  const { staff } = useMe()
  const [staffId, choose] = useState<string | null>(decides ? null : staff.id)
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite('POST', `/clients/${clientId}/exclusions`, { renews: [clientId], onSaved: () => { sayDone(t`From now on this person is not shown to them.`); onDone() } })
  return (
    <Form onSave={() => void save({ staffId, reason })} saving={saving} problem={problem} saveLabel={decides ? <Trans>Shut out</Trans> : <Trans>Step back</Trans>}>
      {decides && <StaffField path="staffId" label={t`Colleague`} value={staffId} onChange={choose} problem={problem} />}
      <TextField path="reason" label={t`Why, in a few words`} value={reason} problem={problem} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
    </Form>
  )
}
