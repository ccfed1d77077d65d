// Closing a case, guided: the decision, what is still missing, the summary, the signatures, the last step.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { addressOf } from '../../../web/api.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ClosureView } from '../view.ts'
import { BeginClosing } from './BeginClosing.tsx'
import classes from './closure.module.css'
import { Paper } from './Paper.tsx'
import { Signing, StillMissing } from './Signing.tsx'
import { SummaryEditor } from './SummaryEditor.tsx'
import { useSummaryDraft } from './summaryDraft.ts'

export default function ClosureScreen() {
  const { caseId } = useClient()
  const closure = useRead<ClosureView>(`/cases/${caseId}/closure`, { enabled: caseId !== null })
  if (!caseId) return <Card><Empty title={<Trans>There is no case to close.</Trans>} /></Card>
  return <Reading of={closure} lines={8}>{(view) => <Stage key={`${caseId} ${view.summary?.id ?? ''}${view.may.write}`} view={view} caseId={caseId} />}</Reading>
}

function Stage({ view, caseId }: { view: ClosureView; caseId: string }) {
  const may = useMay()
  if (view.status === 'closing') return <Closing view={view} caseId={caseId} />
  if (view.status === 'closed') return <Read view={view} caseId={caseId} />
  if (view.status === 'active' || view.status === 'suspended') return may('write-case') ? <BeginClosing caseId={caseId} /> : <Card><Empty title={<Trans>This case is not closing.</Trans>} /></Card>
  return <Card><Empty title={<Trans>There is nothing to sum up.</Trans>}><Trans>The work on this case had not begun.</Trans></Empty></Card>
}

function Closing({ view, caseId }: { view: ClosureView; caseId: string }) {
  const draft = useSummaryDraft(caseId, view)
  const [shows, setShows] = useState(view.may.write ? 'write' : 'read')
  const guide = <><StillMissing view={view} /><Signing view={view} flush={draft.flush} /></>
  return (
    <TwoColumns aside={guide}>
      {view.may.write && (
        <div className={classes.buttons} style={{ padding: 0, alignItems: 'center' }}>
          <SegmentedControl aria-label={t`Write or read the summary`} value={shows} data={[{ value: 'write', label: t`Write` }, { value: 'read', label: t`As it will be read` }]} onChange={(value) => void (value === 'read' ? draft.flush().then(() => setShows(value)) : setShows(value))} />
          <span className={classes.state} role="status">{draft.saving ? <Trans>Saving…</Trans> : draft.saved ? <Trans>Everything is saved</Trans> : <Trans>Kept in this browser</Trans>}</span>
        </div>
      )}
      <ProblemNotice problem={draft.problem} />
      {view.may.write && shows === 'write' ? <SummaryEditor view={view} draft={draft} /> : <Document view={view} caseId={caseId} />}
    </TwoColumns>
  )
}

function Read({ view, caseId }: { view: ClosureView; caseId: string }) {
  return <div style={{ maxWidth: 880 }}><Document view={view} caseId={caseId} /></div>
}

function Document({ view, caseId }: { view: ClosureView; caseId: string }) {
  const pdf = (language: string) => addressOf(`/cases/${caseId}/closure/pdf`, { language })
  return (
    <Card label={t`Closing summary`}>
      <div className={`${classes.buttons} no-print`} style={{ paddingTop: 16 }}>
        <Button component="a" variant="default" href={pdf('en')} download><Trans>PDF in English</Trans></Button>
        <Button component="a" variant="default" href={pdf('es')} download><Trans>PDF in Spanish</Trans></Button>
        <Button variant="default" onClick={() => window.print()}><Trans>Print</Trans></Button>
      </div>
      <Paper view={view} />
    </Card>
  )
}
