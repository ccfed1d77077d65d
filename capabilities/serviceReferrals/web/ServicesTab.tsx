// The Services tab: whom we asked for what, where each stands, and what could not be met.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ServiceReferralList } from '../view.actions.ts'
import { metWords, reasonWords, statusTones, statusWords, typeWords } from './serviceWords.ts'
import { UnmetForm } from './UnmetForm.tsx'
import { useServicePaths } from './useServices.ts'

type Listed = ServiceReferralList['referrals'][number]

export default function ServicesTab() {
  const { caseId } = useClient()
  const list = useRead<ServiceReferralList>(`/cases/${caseId}/service-referrals`, { enabled: caseId !== null })
  if (!caseId) return <Card><Empty title={<Trans>There is no case yet.</Trans>}><Trans>A service referral belongs to a case. Open one from a referral first.</Trans></Empty></Card>
  return <Reading of={list} lines={6}>{(view) => <TwoColumns aside={<Unmet view={view} />}><Referrals view={view} /></TwoColumns>}</Reading>
}

function Referrals({ view: { referrals, mayWrite } }: { view: ServiceReferralList }) {
  const go = useGo()
  const paths = useServicePaths()
  const { displayName } = useClient()
  const add = mayWrite && <Button size="compact-sm" onClick={() => go(paths.add())}><Trans>New service referral</Trans></Button>
  const open = referrals.filter(({ loopClosedAt }) => !loopClosedAt)
  const closed = referrals.filter(({ loopClosedAt }) => loopClosedAt)
  return (
    <>
      <Card title={<Trans>Asked of others</Trans>} aside={add}>
        {open.length === 0 ? (
          <Empty title={<Trans>Nothing is asked of anybody now.</Trans>} action={referrals.length === 0 && mayWrite ? <Button onClick={() => go(paths.add())}><Trans>Ask for a service</Trans></Button> : undefined}>
            <Trans>Services, organizations, family and friends: whoever is asked to help {displayName} stands here until we know that the need was met.</Trans>
          </Empty>
        ) : <Rows label={t`Open service referrals`}>{open.map((each) => <ReferralRow key={each.id} referral={each} />)}</Rows>}
      </Card>
      {closed.length > 0 && <Card title={<Trans>Closed loops</Trans>}><Rows label={t`Closed loops`}>{closed.map((each) => <ReferralRow key={each.id} referral={each} />)}</Rows></Card>}
    </>
  )
}

function ReferralRow({ referral }: { referral: Listed }) {
  const { _ } = useLingui()
  const paths = useServicePaths()
  const { status, needMet, reasonCode, silent } = referral
  return (
    <Row plain href={paths.one(referral.id)} title={<>{_(typeWords[referral.serviceType])}: {referral.performerName}</>}
      why={<>{referral.intent === 'inquiry' && <><Trans>asks for room only</Trans> · </>}{reasonCode && <>{_(reasonWords[reasonCode])} · </>}{referral.requestedOn ? <Trans>sent <DateText day={referral.requestedOn} /></Trans> : <Trans>not sent yet</Trans>}</>}
      when={needMet ? <Chip tone={needMet === 'met' ? 'done' : needMet === 'not-met' ? 'late' : 'today'}>{_(metWords[needMet])}</Chip> : silent ? <Chip tone="late"><Trans>No answer in time</Trans></Chip> : <Chip tone={statusTones[status]}>{_(statusWords[status])}</Chip>} />
  )
}

/** INV-38: what could not be met, and writing down a need for which there is nobody to ask. */
function Unmet({ view }: { view: ServiceReferralList }) {
  const { _ } = useLingui()
  const [adding, setAdding] = useState(false)
  return (
    <Card title={<Trans>What could not be met</Trans>} aside={view.mayWrite && !adding && <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}><Trans>Write one down</Trans></Button>}>
      {adding && <UnmetForm needs={view.needs} onDone={() => setAdding(false)} />}
      {view.unmet.length === 0 ? <Empty title={<Trans>Nothing so far.</Trans>}><Trans>A no for want of room, and a need nobody could meet, are counted here and in the figures of the agency.</Trans></Empty> : (
        <Rows label={t`What could not be met`}>{view.unmet.map((each) => <Row key={each.id} plain title={_(typeWords[each.serviceType])} why={<>{_(reasonWords[each.reasonCode])}{each.note && ` · ${each.note}`}</>} when={<DateText day={each.onDate} />} />)}</Rows>
      )}
    </Card>
  )
}
