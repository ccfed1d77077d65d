// Revoking a consent: effective from the instant it was said or received; what was shared before stays as it was.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Radio, Group } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { JudgedConsent } from '../judged.ts'

export function RevokeForm({ consent, onDone }: { consent: JudgedConsent; onDone: () => void }) {
  const { clientId } = useClient()
  const [fields, setFields] = useState({ byWhom: consent.grantorName, method: 'written', relianceNote: '', at: '' })
  const { save, saving, problem } = useWrite<object>('POST', `/clients/${clientId}/consents/${consent.id}/revocation`, {
    renews: [clientId],
    onSaved: onDone,
  })
  const send = () => void save({ ...fields, at: fields.at ? new Date(fields.at).toISOString() : null })
  return (
    <Form
      onSave={send}
      saving={saving}
      problem={problem}
      saveLabel={<Trans>Revoke</Trans>}
      others={
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <p className="soft">
        <Trans>From that moment nothing more is shared under it. What was shared before stays as it was.</Trans>
      </p>
      <TextField
        path="byWhom"
        label={t`Who revoked it?`}
        value={fields.byWhom}
        onChange={(event) => setFields({ ...fields, byWhom: event.currentTarget.value })}
        problem={problem}
        autoComplete="off"
      />
      <Radio.Group label={t`How?`} value={fields.method} onChange={(method) => setFields({ ...fields, method })}>
        <Group mt={6}>
          <Radio value="written" label={t`In writing`} />
          <Radio value="electronic" label={t`Electronically`} />
          <Radio value="verbal" label={t`By voice`} />
        </Group>
      </Radio.Group>
      <TextField
        path="at"
        type="datetime-local"
        label={t`When was it said or received?`}
        optional
        description={t`Left empty: now`}
        value={fields.at}
        onChange={(event) => setFields({ ...fields, at: event.currentTarget.value })}
        problem={problem}
      />
      <LongTextField
        path="relianceNote"
        label={t`What was already done in reliance on it?`}
        optional
        value={fields.relianceNote}
        onChange={(event) => setFields({ ...fields, relianceNote: event.currentTarget.value })}
        problem={problem}
      />
    </Form>
  )
}
