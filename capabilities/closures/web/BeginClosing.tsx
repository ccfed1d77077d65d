// The decision to close, on the Closure page: the form of `cases`, with what it means.
import { Trans } from '@lingui/react/macro'
import { Card } from '../../../web/design/Card.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useClient } from '../../../web/client.tsx'
import { useRead } from '../../../web/reads.ts'
import type { StepProps } from '../../cases/web/CaseDialog.tsx'
import { ClosingForm } from '../../cases/web/ClosingForm.tsx'
import classes from './closure.module.css'

export function BeginClosing({ caseId }: { caseId: string }) {
  const { displayName } = useClient()
  const caseView = useRead<StepProps['view']>(`/cases/${caseId}`)
  return (
    <div style={{ maxWidth: 720 }}>
      <Card title={<Trans>Begin closing</Trans>} padded>
        <p className={classes.lead}><Trans>Closing starts with the decision, made with {displayName}. The case stays open until the summary is signed off.</Trans></p>
        <Reading of={caseView}>{(view) => <ClosingForm view={view} onClose={() => {}} />}</Reading>
      </Card>
    </div>
  )
}
