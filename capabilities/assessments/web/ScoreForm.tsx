// The result of an instrument whose questions may not be shown: the number, the day, the person (INV-23).
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { DayField, fieldId, Form } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { ScoreOnlyResult } from '../assessment.ts'
import type { InstrumentLine } from '../record.ts'

export function ScoreForm({ instrument, caseId }: { instrument: InstrumentLine; caseId: string }) {
  const { clientId } = useClient()
  const { today, staff } = useMe()
  const go = useGo()
  const [id] = useState(newId)
  const [assessedOn, setDay] = useState(today)
  const [values, setValues] = useState<Record<string, number>>({})
  const { save, saving, problem } = useWrite<ScoreOnlyResult>('POST', `/cases/${caseId}/scores`, { renews: [caseId], onSaved: () => go(`/clients/${clientId}/assessments?case=${caseId}`) })
  return (
    <Form onSave={() => void save({ id, instrumentId: instrument.id, assessedOn, values })} saving={saving} problem={problem}>
      <p><Trans>Ask on the publisher’s form. Only the score, the day and your name ({staff.name}) are kept.</Trans></p>
      <DayField path="assessedOn" label={t`Asked on`} problem={problem} max={today} value={assessedOn} onChange={(event) => setDay(event.currentTarget.value)} />
      {instrument.scoreKeys.map(({ key, title, low, high }) => (
        <NumberInput key={key} id={fieldId(`values.${key}`)} label={t`${title}, from ${low} to ${high}`} value={values[key] ?? ''} onChange={(value) => setValues(({ [key]: _before, ...rest }) => (typeof value === 'number' ? { ...rest, [key]: value } : rest))} />
      ))}
    </Form>
  )
}
