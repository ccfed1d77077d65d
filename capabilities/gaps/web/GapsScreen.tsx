// Gaps: what became of the referrals we sent and what could not be met, as of a day, for those who can change it.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { addCivilDays } from '../../../platform/time/civil.ts'
import { useSearchParam } from '../../../web/address.ts'
import { addressOf } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, DayField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { dimensions, type Dimension, type GapReport } from '../gap.ts'
import { AnswersTable, RejectionsTable, UnmetTable } from './GapTables.tsx'
import classes from './gaps.module.css'

const isDimension = (said: string): said is Dimension => dimensions.some((each) => each === said)

export default function GapsScreen() {
  const { today } = useMe()
  const [from, setFrom] = useSearchParam('from')
  const [until, setUntil] = useSearchParam('until')
  const [asOf, setAsOf] = useSearchParam('asOf')
  const [said, setBy] = useSearchParam('by')
  const by: Dimension = isDimension(said) ? said : 'service-type'
  const question = { from: from || addCivilDays(today, -180), until: until || today, asOf: asOf || today, by }
  const report = useRead<GapReport>('/gaps', { query: question, keepPrevious: true })
  const choices: Record<Dimension, string> = { 'service-type': t`Kind of service`, need: t`Need`, area: t`Area (ZIP)`, county: t`County of the place asked`, language: t`Language`, month: t`Month` }
  const actions = (
    <>
      <Button variant="default" onClick={() => window.print()}><Trans>Print</Trans></Button>
      <Button component="a" variant="default" href={`/api${addressOf('/gaps/file', question)}`} download><Trans>Save as a table (CSV)</Trans></Button>
    </>
  )
  return (
    <Screen title={t`Gaps`} lead={report.data?.over === 'agency' ? <Trans>What became of the referrals we sent, and what could not be met. Sums of the whole agency; the cases stay closed to you.</Trans> : <Trans>What became of the referrals we sent, and what could not be met. Counted over the cases you may know.</Trans>} actions={actions}>
      <Card title={<Trans>What to count</Trans>} padded>
        <div className={classes.question}>
          <DayField path="from" label={t`From`} value={question.from} onChange={(event) => setFrom(event.currentTarget.value)} problem={report.problem} />
          <DayField path="until" label={t`Until`} value={question.until} onChange={(event) => setUntil(event.currentTarget.value)} problem={report.problem} />
          <DayField path="asOf" label={t`As known on`} value={question.asOf} onChange={(event) => setAsOf(event.currentTarget.value)} problem={report.problem} />
          <ChoiceField path="by" label={t`By`} value={by} onChange={setBy} data={dimensions.map((each) => ({ value: each, label: choices[each] }))} problem={report.problem} />
        </div>
      </Card>
      <Reading of={report} lines={8}>{(found) => <Report report={found} named={choices[found.question.by]} />}</Reading>
    </Screen>
  )
}

function Report({ report, named }: { report: GapReport; named: string }) {
  const { question: { from, asOf }, sentUntil, rows, unmet } = report
  const none = rows.at(-1)?.sent === 0
  return (
    <>
      <Card title={<Trans>Referrals to services</Trans>} aside={<Trans>sent <DateText day={from} short /> to <DateText day={sentUntil} short />, as known on <DateText day={asOf} short /></Trans>}>
        {none
          ? <Empty title={<Trans>No referral was sent in these days.</Trans>}><Trans>A referral is counted 30 days after it was sent, so that an answer could come.</Trans></Empty>
          : (
            <>
              <AnswersTable report={report} named={named} />
              <p className={classes.note}><Trans>Counted 30 days after sending, so that an answer could come. Withheld: fewer than 11, or a number that would give such a number away. Sealed clients and those labelled domestic violence are in no figure.</Trans></p>
            </>
          )}
      </Card>
      {report.reasons.length > 0 && <Card title={<Trans>Not accepted, by reason</Trans>}><RejectionsTable report={report} named={named} /></Card>}
      <Card title={<Trans>What could not be met</Trans>}>
        {unmet.rows.length === 0 ? <Empty title={<Trans>No unmet need was recorded in these days.</Trans>} /> : <UnmetTable report={report} named={named} />}
      </Card>
    </>
  )
}
