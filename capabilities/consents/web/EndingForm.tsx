// Noting that a consent ended otherwise than by revocation: the event named in it has happened, or it was never truly given.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { bound } from '../../clients/web/bound.ts'
import { useClient } from '../../../web/client.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { JudgedConsent } from '../judged.ts'

export function EndingForm({ consent, onDone }: { consent: JudgedConsent; onDone: () => void }) {
  const { clientId } = useClient()
  const { staff } = useMe()
  const [fields, setFields] = useState({ kind: consent.expiresEvent ? 'event-happened' : 'found-false', note: '' })
  const write = { renews: [clientId], onSaved: onDone }
  const { save, saving, problem } = useWrite<object>('POST', `/clients/${clientId}/consents/${consent.id}/ending`, write)
  const { text } = bound(fields, (more) => setFields({ ...fields, ...more }), problem)
  const cancel = (
    <Button variant="default" onClick={onDone}>
      <Trans>Cancel</Trans>
    </Button>
  )
  return (
    <Form
      onSave={() => void save({ ...fields, byWhom: staff.name })}
      saving={saving}
      problem={problem}
      saveLabel={<Trans>Note the end</Trans>}
      others={cancel}
    >
      <Radio.Group label={t`What happened?`} value={fields.kind} onChange={(kind) => setFields({ ...fields, kind })}>
        <Stack gap={6} mt={6}>
          {consent.expiresEvent && <Radio value="event-happened" label={t`It ended as it says: ${consent.expiresEvent}`} />}
          <Radio value="found-false" label={t`It turned out not to be true: wrong person, forged, or not understood`} />
        </Stack>
      </Radio.Group>
      <LongTextField {...text('note')} label={t`Say what happened`} />
    </Form>
  )
}
