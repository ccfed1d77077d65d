// Every version of the plan: when and how it was agreed, what changed from the one before, what it said, and the reviews held.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useSearchParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { PlanHistory, VersionView } from '../plan.actions.ts'
import { Changes } from './Changes.tsx'
import classes from './plan.module.css'
import { PlanDocument } from './PlanDocument.tsx'
import { usePlanPaths } from './usePlan.ts'

type Version = PlanHistory['versions'][number]

export default function PlanVersions() {
  const { caseId } = useClient()
  const [versionId] = useSearchParam('version')
  const paths = usePlanPaths()
  const history = useRead<PlanHistory>(`/cases/${caseId}/plan/versions`, { enabled: caseId !== null })
  return (
    <div className={classes.page}>
      <div className={classes.itemHead}>
        <h2 style={{ fontSize: 18 }}><Trans>Versions of the plan</Trans></h2>
        <GoTo href={paths.plan}><Trans>Back to the plan</Trans></GoTo>
      </div>
      <Reading of={history}>{(read) => <List history={read} />}</Reading>
      {versionId && <OneVersion key={versionId} versionId={versionId} />}
    </div>
  )
}

function List({ history: { versions, reviews } }: { history: PlanHistory }) {
  const paths = usePlanPaths()
  return (
    <>
      <Card title={<Trans>Versions</Trans>}>
        {versions.length === 0 ? <Empty title={<Trans>No version yet.</Trans>}><Trans>A version is kept when the plan is proposed to the client.</Trans></Empty> : (
          <Rows label={t`Versions of the plan`}>
            {versions.map((version) => <Row key={version.id} plain href={paths.version(version.id)} title={<Trans>Plan {version.number}</Trans>} why={<HowAgreed version={version} />} when={<State version={version} />} />)}
          </Rows>
        )}
      </Card>
      {reviews.length > 0 && (
        <Card title={<Trans>Reviews</Trans>}>
          <Rows label={t`Reviews of the plan`}>
            {reviews.map((review) => (
              <Row key={review.id} plain title={review.outcome === 'no-change' ? <Trans>No change</Trans> : review.outcome === 'new-version' ? <Trans>A new version</Trans> : <Trans>Under way</Trans>} why={review.summary}
                when={<DateText day={review.concludedOn ?? review.startedOn} />} href={review.outcome ? undefined : paths.review} />
            ))}
          </Rows>
        </Card>
      )}
    </>
  )
}

function HowAgreed({ version: { signature, agreedOn, proposedOn, endedBecause, status } }: { version: Version }) {
  if (status === 'withdrawn') return <>{endedBecause}</>
  if (!agreedOn || !signature) return <Trans>Proposed <DateText day={proposedOn} />, waits for agreement</Trans>
  if (signature.kind === 'signed') return <Trans>Agreed <DateText day={agreedOn} />, signed by {signature.name}</Trans>
  if (signature.kind === 'refused') return <Trans>Agreed <DateText day={agreedOn} />, not signed: {signature.reason}</Trans>
  return <Trans>Agreed by word of mouth <DateText day={agreedOn} /></Trans>
}

function State({ version: { status } }: { version: Version }) {
  if (status === 'active') return <Chip tone="done"><Trans>In force</Trans></Chip>
  if (status === 'proposed') return <Chip tone="today"><Trans>Proposed</Trans></Chip>
  return <Chip>{status === 'superseded' ? <Trans>Replaced</Trans> : <Trans>Withdrawn</Trans>}</Chip>
}

function OneVersion({ versionId }: { versionId: string }) {
  const { caseId } = useClient()
  const { agency } = useMe()
  const paths = usePlanPaths()
  const version = useRead<VersionView>(`/cases/${caseId}/plan/versions/${versionId}`)
  return (
    <Reading of={version} lines={10}>
      {(read) => (
        <>
          {read.before && <Card title={<Trans>What changed from plan {read.before.number} to plan {read.number}</Trans>} padded><Changes changes={read.changes} /></Card>}
          <PlanDocument version={read} agencyName={agency.name} />
          {read.agreedOn && <p className="no-print"><GoTo href={paths.copy(read.id)}><Trans>Copy for the client</Trans></GoTo></p>}
        </>
      )}
    </Reading>
  )
}
