// Recording that a client has died: the day and how we know. From then on nothing is sent to the client.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { DayField, Form, TextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Client } from '../client.ts'
import { bound } from './bound.ts'
import { CardWithForm } from './InPlace.tsx'

export function DeathCard({ client }: { client: Client }) {
  const words = client.deceasedOn ? (
    <Trans>
      Died on <DateText day={client.deceasedOn} />. Nothing is sent to the client.
    </Trans>
  ) : (
    <Trans>Not recorded.</Trans>
  )
  return (
    <CardWithForm
      title={<Trans>Death</Trans>}
      add={client.deceasedOn ? t`Correct` : t`Record a death`}
      form={(close) => <DeathForm version={client.version} onDone={close} />}
    >
      <p className="soft" style={{ padding: '0 16px 14px', margin: 0 }}>
        {words}
      </p>
    </CardWithForm>
  )
}

function DeathForm({ version, onDone }: { version: number; onDone: () => void }) {
  const { clientId } = useClient()
  const [fields, setFields] = useState({ on: '', source: '' })
  const write = { renews: [clientId], onSaved: onDone }
  const { save, saving, problem } = useWrite<object>('PATCH', `/clients/${clientId}/death`, write)
  const { text } = bound(fields, (more) => setFields({ ...fields, ...more }), problem)
  return (
    <Form onSave={() => void save(fields, { ifMatch: version })} saving={saving} problem={problem}>
      <DayField {...text('on')} label={t`Day of death`} />
      <TextField {...text('source')} label={t`How do we know?`} placeholder={t`Daughter, by phone`} />
    </Form>
  )
}
