// The inbox of a receiver with an account: what was sent to their organization, what waits for an answer first.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useRead } from '../../../web/reads.ts'
import { longDayWords } from '../../../web/words.ts'
import type { Status } from '../codes.ts'
import type { Inbox } from '../inbox.actions.ts'
import { statusWords, typeWords } from './serviceWords.ts'

const parts: readonly Status[] = ['requested', 'accepted', 'in-progress', 'on-hold']

export default function InboxScreen() {
  const inbox = useRead<Inbox>('/received-referrals')
  return (
    <Screen title={t`Inbox`} lead={<Trans>Referrals sent to your organization that you can still answer.</Trans>}>
      <Reading of={inbox} lines={6}>{({ referrals }) => referrals.length === 0 ? <Nothing /> : parts.map((status) => <Part key={status} status={status} referrals={referrals.filter((each) => each.status === status)} />)}</Reading>
    </Screen>
  )
}

const Nothing = () => <Card><Empty title={<Trans>Nothing waits for you.</Trans>}><Trans>When somebody is referred to your organization, it stands here.</Trans></Empty></Card>

function Part({ status, referrals }: { status: Status; referrals: Inbox['referrals'] }) {
  const { _ } = useLingui()
  if (referrals.length === 0) return null
  const name = status === 'requested' ? t`Waiting for your answer` : _(statusWords[status])
  return <Card title={name}><Rows label={name}>{referrals.map((each) => <Line key={each.id} referral={each} />)}</Rows></Card>
}

function Line({ referral: { id, name, intent, serviceType, performerName, requestedOn, appointment, priority } }: { referral: Inbox['referrals'][number] }): ReactNode {
  const { _ } = useLingui()
  return (
    <Row plain href={`/received/${id}`} title={name ?? (intent === 'inquiry' ? <Trans>Do you have room?</Trans> : <Trans>Somebody, not named</Trans>)}
      why={<>{_(typeWords[serviceType])} · {performerName}{appointment && <> · <Trans>Appointment: {longDayWords(appointment.day)}, {appointment.time}</Trans></>}</>}
      when={priority === 'urgent' ? <Chip tone="late"><Trans>urgent</Trans></Chip> : requestedOn ? <span className="soft">{longDayWords(requestedOn)}</span> : undefined} />
  )
}
