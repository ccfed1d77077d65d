// One assessment: being asked while it is in progress, to be read (and printed) afterwards.
import { Trans } from '@lingui/react/macro'
import { useParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { LabelsCard } from '../../labels/web/LabelsCard.tsx'
import type { AssessmentView } from '../record.ts'
import { AreaRunner } from './AreaRunner.tsx'
import { Result } from './Result.tsx'
import { Runner } from './Runner.tsx'
import { SafetyCard } from './SafetyCard.tsx'
import classes from './assessments.module.css'

export default function AssessmentScreen() {
  const { clientId, caseId } = useClient()
  const id = useParam('assessmentId')
  const path = `/cases/${caseId}/assessments/${id}`
  const view = useRead<AssessmentView>(path, { enabled: caseId !== null })
  return (
    <div className={classes.lines}>
      <p className="small no-print"><GoTo href={`/clients/${clientId}/assessments?case=${caseId}`}><Trans>← All assessments</Trans></GoTo></p>
      <Reading of={view}>{(found) => <Shown key={found.id} view={found} path={path} here={`/clients/${clientId}/assessments/${id}?case=${caseId}`} />}</Reading>
    </div>
  )
}

function Shown({ view, path, here }: { view: AssessmentView; path: string; here: string }) {
  const may = useMay()
  const { questionnaire } = view.instrument
  const waiting = view.concerns.filter(({ response }) => response === null)
  const running = view.status === 'in-progress' && questionnaire !== null && may('write-assessments')
  return (
    <>
      {waiting.map((concern) => <SafetyCard key={concern.id} concern={concern} path={path} renews={[view.id, view.caseId]} />)}
      {running && view.instrument.kind === 'comprehensive' && <AreaRunner view={view} path={path} questionnaire={questionnaire} here={here} />}
      {running && view.instrument.kind !== 'comprehensive' && <Runner view={view} path={path} questionnaire={questionnaire} here={here} />}
      {!running && <Result view={view} path={path} />}
      {!running && <div className="no-print"><LabelsCard kind="assessment" entityId={view.id} /></div>}
    </>
  )
}
