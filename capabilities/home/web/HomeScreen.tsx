// Home: what needs me and why, my caseload, what waits on others, and what changed while I was away.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { titleDayWords } from '../../../web/words.ts'
import { CaseloadCard } from '../../cases/web/CaseloadCard.tsx'
import { CaseloadList, useCaseload } from '../../cases/web/CaseloadList.tsx'
import type { AnotherWay } from '../../serviceReferrals/web/AnotherWayCard.tsx'
import { NeedsMe, useWorklist } from '../../tasks/web/NeedsMe.tsx'
import { headline } from './headline.ts'
import { WaitingCard } from './WaitingCard.tsx'

const AnotherWayCard = lazy(() => import('../../serviceReferrals/web/AnotherWayCard.tsx'))
const SinceYouLeft = lazy(() => import('./SinceYouLeft.tsx'))
const NewTask = lazy(() => import('../../tasks/web/NewTask.tsx'))

export default function HomeScreen() {
  const may = useMay()
  return may('read-tasks') ? <Work /> : <Elsewhere />
}

function Work() {
  const { today, staff } = useMe()
  const may = useMay()
  const list = useWorklist()
  const [adding, add] = useState(false)
  const said = list.data ? headline(list.data.counts, today) : { title: titleDayWords(today), lead: undefined }
  const addButton = may('write-tasks') ? <Button variant="default" onClick={() => add(true)}><Trans>New to-do</Trans></Button> : undefined
  const ownCases = may('read-case') && staff.roles.some((role) => role === 'caseManager' || role === 'supervisor')
  return (
    <Screen title={said.title} lead={said.lead} actions={addButton} aside={<>{ownCases && <MyCaseload />}<WaitingCard />{may('read-case') && <Suspense fallback={null}><SinceYouLeft /></Suspense>}</>}>
      {may('write-plan') && <NeedsAnotherWay />}
      <NeedsMe list={list} add={addButton} />
      {ownCases && <CaseloadList path="/caseload" title={<Trans>My cases</Trans>} empty={<NoCases />} />}
      {adding && <Suspense fallback={null}><NewTask onClose={() => add(false)} /></Suspense>}
    </Screen>
  )
}

/** The card is fetched only when it has something to say. */
function NeedsAnotherWay() {
  const { data } = useRead<AnotherWay>('/service-referrals/another-way')
  return data && data.count > 0 ? <Suspense fallback={null}><AnotherWayCard found={data} /></Suspense> : null
}

function MyCaseload() {
  const { first: load } = useCaseload('/caseload')
  return load.data ? <CaseloadCard load={load.data} listAt="/" /> : <Card title={<Trans>My caseload</Trans>} padded><Reading of={load}>{() => null}</Reading></Card>
}

const NoCases = () => (
  <Empty title={<Trans>No cases yet.</Trans>}><Trans>A case comes to you when a referral is accepted in your name, or when you accept a transfer.</Trans></Empty>
)

/** Administrators and billing have no worklist of clients; their screens are named. */
function Elsewhere() {
  const { today } = useMe()
  const may = useMay()
  return (
    <Screen title={titleDayWords(today)}>
      <Card>
        <Empty title={<Trans>Your work is on other screens.</Trans>} action={may('manage-agency') ? <Button component={GoTo} href="/administration"><Trans>Open Administration</Trans></Button> : may('read-team') ? <Button component={GoTo} href="/team"><Trans>Open Team</Trans></Button> : undefined}>
          {t`Home lists what is due on cases; your role does not work cases.`}
        </Empty>
      </Card>
    </Screen>
  )
}
