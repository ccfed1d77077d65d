// One service referral: as a draft, what will leave; once sent, where it stands, what comes next, and what happened.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import type { ServiceReferralView } from '../view.actions.ts'
import { Acts } from './Acts.tsx'
import { AnotherWay } from './AnotherWay.tsx'
import { DraftPanel } from './DraftPanel.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { LinkCard } from './LinkCard.tsx'
import { LoopCard } from './LoopCard.tsx'
import { PackageView } from './PackageView.tsx'
import { QuestionsCard } from './QuestionsCard.tsx'
import classes from './services.module.css'
import { enrollmentWords, reasonWords, statusTones, statusWords, typeWords } from './serviceWords.ts'
import { useServicePaths, useServiceReferral } from './useServices.ts'

export default function ServiceReferralScreen() {
  const { caseId } = useClient()
  const page = useServiceReferral(useParam('serviceReferralId'))
  const [code, setCode] = useState<string | null>(null)
  if (!caseId) return <Card><Empty title={<Trans>There is no case yet.</Trans>} /></Card>
  return <Reading of={page} lines={8}>{(view) => (view.referral.status === 'draft' ? <DraftPage view={view} onSent={setCode} /> : <SentPage view={view} code={code} onCode={setCode} />)}</Reading>
}

function DraftPage({ view, onSent }: { view: ServiceReferralView; onSent: (code: string | null) => void }) {
  return <div className={classes.stack} style={{ maxWidth: 760 }}><Back /><DraftPanel view={view} onSent={onSent} /></div>
}

function SentPage({ view, code, onCode }: { view: ServiceReferralView; code: string | null; onCode: (code: string | null) => void }) {
  const aside = (
    <>
      <Standing view={view} />
      {view.links.length > 0 && <LinkCard view={view} code={code} onCode={onCode} />}
      <Card title={<Trans>What they were told</Trans>} padded><PackageView sent={view.package} /></Card>
    </>
  )
  return (
    <TwoColumns aside={aside}>
      <Back />
      <AnotherWay view={view} />
      {view.mayWrite && <Acts view={view} />}
      <LoopCard key={view.referral.loopClosedAt ?? 'open'} view={view} />
      <QuestionsCard view={view} />
      <HistoryCard view={view} />
    </TwoColumns>
  )
}

function Back() {
  const paths = useServicePaths()
  return <p className="no-print"><GoTo href={paths.all}><Trans>All services of this case</Trans></GoTo></p>
}

function Standing({ view: { referral, need, goal, appointment, tasks } }: { view: ServiceReferralView }) {
  const { _ } = useLingui()
  const [next] = tasks
  return (
    <Card title={referral.performerName} padded>
      <Fact name={<Trans>Where it stands</Trans>}><Chip tone={referral.silent ? 'late' : statusTones[referral.status]}>{referral.silent ? <Trans>No answer in time</Trans> : _(statusWords[referral.status])}</Chip></Fact>
      {referral.reasonCode && <Fact name={<Trans>Why</Trans>}>{_(reasonWords[referral.reasonCode])}{referral.reason && `: ${referral.reason}`}</Fact>}
      <Fact name={<Trans>Kind of service</Trans>}>{_(typeWords[referral.serviceType])}</Fact>
      {need && <Fact name={<Trans>Need</Trans>}>{need.statement}</Fact>}
      {goal && <Fact name={<Trans>Goal</Trans>}><q>{goal.clientWords}</q></Fact>}
      {referral.requestedOn && <Fact name={<Trans>Sent</Trans>}><DateText day={referral.requestedOn} /></Fact>}
      {referral.answeredOn && <Fact name={<Trans>Answered</Trans>}><DateText day={referral.answeredOn} /></Fact>}
      {appointment && <Fact name={<Trans>Appointment</Trans>}><DateText day={appointment.day} /> {appointment.time}{referral.appointmentNote && ` · ${referral.appointmentNote}`}</Fact>}
      {referral.warmHandoffOn && <Fact name={<Trans>Warm handoff</Trans>}><DateText day={referral.warmHandoffOn} /></Fact>}
      {referral.enrollmentState && <Fact name={<Trans>In their program</Trans>}>{_(enrollmentWords[referral.enrollmentState])}{referral.enrollmentFrom && <>, <Trans>since <DateText day={referral.enrollmentFrom} /></Trans></>}</Fact>}
      {next && <Fact name={<Trans>We look after it by</Trans>}><DateText day={next.dueOn} /></Fact>}
    </Card>
  )
}
