// The decision to close: why, what the client was told and says. Where the agency ends it, a supervisor is asked.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { ChoiceField, DayField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Closing } from '../../cases/case.ts'
import { ClosureReason, needsManagementReview } from '../../cases/closing.ts'
import { reasonChoices } from './closureWords.ts'
import classes from './closure.module.css'

const views: Closing['clientView'][] = ['agrees', 'disagrees', 'not_known']

export function BeginClosing() {
  const { caseId, clientId, displayName } = useClient()
  const { today } = useMe()
  const may = useMay()
  const [reason, setReason] = useState<Closing['reason'] | null>(null)
  const [explanation, setExplanation] = useState('')
  const [told, setTold] = useState({ on: '', because: '' })
  const [clientView, setView] = useState<Closing['clientView']>('agrees')
  const renews = { renews: [caseId ?? '', clientId] }
  const closing = useWrite('POST', `/cases/${caseId}/closing`, { ...renews, onSaved: () => sayDone(t`Closing has begun. The summary is next.`) })
  const asking = useWrite('POST', `/cases/${caseId}/closing-request`, { ...renews, onSaved: () => sayDone(t`Your supervisor is asked.`) })
  const asks = reason !== null && needsManagementReview(reason) && !may('sign-off')
  const { save, saving, problem } = asks ? asking : closing
  const wanted = { reason, explanation, clientToldOn: told.on || null, notToldBecause: told.because || null, clientView }
  const labels: Record<Closing['clientView'], string> = { agrees: t`Agrees`, disagrees: t`Does not agree`, not_known: t`Not known` }
  return (
    <Card title={<Trans>Begin closing</Trans>} padded>
      <p className={classes.lead}><Trans>Closing starts with the decision, made with {displayName}. The case stays open until the summary is signed off.</Trans></p>
      <Form onSave={() => void save(asks ? { reason, explanation } : wanted)} saving={saving} problem={problem} saveLabel={asks ? <Trans>Ask the supervisor</Trans> : <Trans>Begin closing</Trans>}>
        <ChoiceField path="reason" label={t`Why`} searchable value={reason} data={reasonChoices()} problem={problem} onChange={(value) => setReason(ClosureReason.options.find((each) => each === value) ?? null)} />
        <LongTextField path="explanation" label={t`Why now, in a few sentences`} value={explanation} problem={problem} onChange={(event) => setExplanation(event.currentTarget.value)} />
        {!asks && (
          <>
            <DayField path="clientToldOn" label={t`The client was told on`} optional max={today} value={told.on} problem={problem} onChange={(event) => setTold({ ...told, on: event.currentTarget.value })} />
            {told.on === '' && <LongTextField path="notToldBecause" label={t`Or why that was not possible`} optional minRows={2} value={told.because} problem={problem} onChange={(event) => setTold({ ...told, because: event.currentTarget.value })} />}
            <div>
              <p className={classes.label} id="client-view"><Trans>What the client says about it</Trans></p>
              <SegmentedControl aria-labelledby="client-view" value={clientView} data={views.map((value) => ({ value, label: labels[value] }))} onChange={(value) => setView(views.find((each) => each === value) ?? 'not_known')} />
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
