// The assessments of a person: what is begun, what was found before, scores over time, and the start of the next one.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { AssessmentList, InstrumentLine } from '../record.ts'
import { Trend } from './Trend.tsx'
import { trendsOf } from './trends.ts'
import { modeWords, statusWords } from './words.ts'
import classes from './assessments.module.css'

type Line = AssessmentList['assessments'][number]

export default function AssessmentsTab() {
  const { caseId } = useClient()
  if (!caseId) return <Empty title={<Trans>Assessments begin with a case.</Trans>}><Trans>Open a case for this person first.</Trans></Empty>
  return <Assessments caseId={caseId} />
}

function Assessments({ caseId }: { caseId: string }) {
  const list = useRead<AssessmentList>(`/cases/${caseId}/assessments`)
  const instruments = useRead<InstrumentLine[]>('/instruments')
  return (
    <Reading of={list}>
      {(found) => (
        <TwoColumns aside={<Scores list={found} instruments={instruments.data ?? []} />}>
          <Lines list={found} caseId={caseId} />
        </TwoColumns>
      )}
    </Reading>
  )
}

function Lines({ list: { assessments }, caseId }: { list: AssessmentList; caseId: string }) {
  const { clientId, displayName } = useClient()
  const may = useMay()
  const go = useGo()
  const start = `/clients/${clientId}/assessments/new?case=${caseId}`
  const begin = may('write-assessments') && <Button size="compact-sm" onClick={() => go(start)}><Trans>Start an assessment</Trans></Button>
  const open = assessments.filter(({ status }) => status === 'in-progress')
  const done = assessments.filter(({ status }) => status !== 'in-progress')
  const hrefOf = (line: Line) => `/clients/${clientId}/assessments/${line.id}?case=${line.caseId}`
  if (assessments.length === 0)
    return (
      <Card>
        <Empty title={<Trans>Nothing has been asked yet.</Trans>} action={begin}>
          <Trans>Start with the comprehensive assessment of {displayName}, or with a short questionnaire.</Trans>
        </Empty>
      </Card>
    )
  return (
    <>
      {open.length > 0 && (
        <Card title={<Trans>Begun</Trans>}>
          <Rows label={t`Begun assessments`}>
            {open.map((line) => <Row key={line.id} plain title={line.title} href={hrefOf(line)} why={<Begun line={line} />} when={<DateText day={line.assessedOn} short />} action={<Button size="compact-sm" onClick={() => go(hrefOf(line))}><Trans>Resume</Trans></Button>} />)}
          </Rows>
        </Card>
      )}
      <Card title={<Trans>Done</Trans>} aside={begin}>
        {done.length === 0 ? <Empty title={<Trans>None is complete yet.</Trans>} /> : (
          <Rows label={t`Completed assessments`}>
            {done.map((line) => <Row key={line.id} plain title={<DoneTitle line={line} />} href={hrefOf(line)} why={<DoneWhy line={line} />} when={<DateText day={line.assessedOn} short />} />)}
          </Rows>
        )}
      </Card>
    </>
  )
}

function Begun({ line: { kind, concluded, areas, answered, openConcerns } }: { line: Line }) {
  return (
    <>
      {kind === 'comprehensive' ? <Trans>{concluded} of {areas} areas concluded</Trans> : <Trans>{answered} answered</Trans>}
      {openConcerns > 0 && <> <Chip tone="late"><Trans>Safety answer open</Trans></Chip></>}
    </>
  )
}

function DoneTitle({ line: { title, scores } }: { line: Line }) {
  const [score] = scores
  if (scores.length !== 1 || !score) return <>{title}</>
  return <>{title}: {score.value === null ? <Trans>no score</Trans> : score.value}{score.band && `, ${score.band.label.toLocaleLowerCase()}`}</>
}

function DoneWhy({ line }: { line: Line }) {
  const { _ } = useLingui()
  const { status, scores, mode, completedByName, kind, areas, openConcerns, endReason } = line
  const [score] = scores
  const said = [
    status === 'completed' ? null : _(statusWords[status]),
    endReason,
    kind === 'comprehensive' && status === 'completed' ? t`${areas} areas` : null,
    score?.previous && scores.length === 1 && score.previous.value !== null ? t`before that ${score.previous.value}` : null,
    score && score.value === null ? t`${score.missing ?? 0} answers missing` : null,
    mode && _(modeWords[mode]),
    completedByName,
  ].filter((each) => each)
  return <>{said.join(' · ')}{openConcerns > 0 && <> <Chip tone="late"><Trans>Safety answer open</Trans></Chip></>}</>
}

function Scores({ list, instruments }: { list: AssessmentList; instruments: InstrumentLine[] }) {
  const trends = trendsOf(list, instruments)
  return (
    <Card title={<Trans>Scores over time</Trans>}>
      {trends.length === 0 ? <Empty title={<Trans>No scores yet.</Trans>}><Trans>They appear with the first completed questionnaire.</Trans></Empty> : trends.map((trend) => {
        const last = trend.points.at(-1)
        return (
          <div key={trend.id} className={classes.trendRow}>
            <div>
              <div>{trend.title}</div>
              <div className="small soft">{last && <><strong>{last.value}</strong>{trend.band && ` ${trend.band.toLocaleLowerCase()}`} · <DateText day={last.on} short /></>}</div>
            </div>
            <Trend title={trend.title} points={trend.points} low={trend.low} high={trend.high} />
          </div>
        )
      })}
    </Card>
  )
}
