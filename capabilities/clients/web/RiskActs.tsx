// What can be done with a warning: look at it again and let it stand until another day, or end it with a reason.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { useMay } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { JudgedRisk } from '../risk.ts'
import { bound } from './bound.ts'

export function RiskActs({ risk }: { risk: JudgedRisk }) {
  const may = useMay()
  const [open, setOpen] = useState<'review' | 'end' | null>(null)
  if (!may('write-clients')) return null
  if (open === 'review') return <ReviewForm risk={risk} onDone={() => setOpen(null)} />
  if (open === 'end') return <EndForm risk={risk} onDone={() => setOpen(null)} />
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen('review')}>
        <Trans>Look again</Trans>
      </Button>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpen('end')}>
        <Trans>End</Trans>
      </Button>
    </>
  )
}

interface RiskFormProps {
  risk: JudgedRisk
  onDone: () => void
}

function useRiskWrite({ risk, onDone }: RiskFormProps, what: 'review' | 'ending') {
  const { clientId } = useClient()
  return useWrite<object>('PATCH', `/clients/${clientId}/risk-flags/${risk.id}/${what}`, { renews: [clientId], onSaved: onDone })
}

function ReviewForm(props: RiskFormProps) {
  const [fields, setFields] = useState({ basis: props.risk.basis, reviewOn: '' })
  const { save, saving, problem } = useRiskWrite(props, 'review')
  const { text } = bound(fields, (more) => setFields({ ...fields, ...more }), problem)
  return (
    <Form
      onSave={() => void save(fields, { ifMatch: props.risk.version })}
      saving={saving}
      problem={problem}
      saveLabel={<Trans>It still holds</Trans>}
    >
      <LongTextField {...text('basis')} label={t`What is known now?`} />
      <DayField {...text('reviewOn')} label={t`Looked at again on`} />
    </Form>
  )
}

function EndForm(props: RiskFormProps) {
  const [fields, setFields] = useState({ reason: '' })
  const { save, saving, problem } = useRiskWrite(props, 'ending')
  const { text } = bound(fields, (more) => setFields({ ...fields, ...more }), problem)
  return (
    <Form
      onSave={() => void save(fields, { ifMatch: props.risk.version })}
      saving={saving}
      problem={problem}
      saveLabel={<Trans>End the warning</Trans>}
    >
      <TextField {...text('reason')} label={t`Why does it no longer hold?`} />
    </Form>
  )
}
