// Revoking a consent: effective from the instant it was said or received; what was shared before stays as it was.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Radio, Group } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import { bound } from '../../clients/web/bound.ts'
import type { JudgedConsent } from '../judged.ts'

interface Fields {
  byWhom: string
  method: string
  relianceNote: string
  at: string
}

export function RevokeForm({ consent, onDone }: { consent: JudgedConsent; onDone: () => void }) {
  const { clientId } = useClient()
  const [fields, setFields] = useState<Fields>({ byWhom: consent.grantorName, method: 'written', relianceNote: '', at: '' })
  const write = { renews: [clientId], onSaved: onDone }
  const { save, saving, problem } = useWrite<object>('POST', `/clients/${clientId}/consents/${consent.id}/revocation`, write)
  const { text } = bound(fields, (more) => setFields({ ...fields, ...more }), problem)
  const send = () => void save({ ...fields, at: fields.at ? new Date(fields.at).toISOString() : null })
  const cancel = (
    <Button variant="default" onClick={onDone}>
      <Trans>Cancel</Trans>
    </Button>
  )
  const when = t`When was it said or received?`
  return (
    <Form onSave={send} saving={saving} problem={problem} saveLabel={<Trans>Revoke</Trans>} others={cancel}>
      <p className="soft">
        <Trans>From that moment nothing more is shared under it. What was shared before stays as it was.</Trans>
      </p>
      <TextField {...text('byWhom')} label={t`Who revoked it?`} />
      <Ways method={fields.method} onChange={(method) => setFields({ ...fields, method })} />
      <TextField {...text('at')} type="datetime-local" label={when} optional description={t`Left empty: now`} />
      <LongTextField {...text('relianceNote')} label={t`What was already done in reliance on it?`} optional />
    </Form>
  )
}

function Ways({ method, onChange }: { method: string; onChange: (method: string) => void }) {
  return (
    <Radio.Group label={t`How?`} value={method} onChange={onChange}>
      <Group mt={6}>
        <Radio value="written" label={t`In writing`} />
        <Radio value="electronic" label={t`Electronically`} />
        <Radio value="verbal" label={t`By voice`} />
      </Group>
    </Radio.Group>
  )
}
