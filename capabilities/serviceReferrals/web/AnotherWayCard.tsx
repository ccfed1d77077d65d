// On Home, above everything else: what was refused, declined after a yes, or went silent, each with the next options.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import type { AnotherWay } from '../view.actions.ts'
import { directoryFor } from './AnotherWay.tsx'
import { reasonWords, typeWords } from './serviceWords.ts'

export type { AnotherWay }
type Item = AnotherWay['items'][number]
/** So many at once; the rest is on the clients' own pages. */
const shown = 4

export default function AnotherWayCard({ found: { items, count } }: { found: AnotherWay }) {
  return (
    <Card title={<Trans>Needs another way</Trans>} aside={count > shown && <Trans>{shown} of {count}, the longest waiting first</Trans>}>
      <Rows label={t`Needs another way`}>{items.slice(0, shown).map((item) => <Waiting key={item.id} item={item} />)}</Rows>
    </Card>
  )
}

function Waiting({ item }: { item: Item }) {
  const { _ } = useLingui()
  const { performerName, clientName, reasonCode, status, declinedAfterYes } = item
  const service = _(typeWords[item.serviceType])
  const said = status === 'requested' ? <Trans>{performerName} has not answered.</Trans> : declinedAfterYes ? <Trans>{performerName} declined after a yes.</Trans> : <Trans>{performerName} did not accept.</Trans>
  return (
    <Row title={<Trans>{clientName}: {service}</Trans>} href={`/clients/${item.clientId}/services/${item.id}?case=${item.caseId}`}
      why={<>{said} {reasonCode && `${_(reasonWords[reasonCode])}.`} {item.requestedOn && <Trans>Sent <DateText day={item.requestedOn} /></Trans>}</>}
      action={<Button component={GoTo} variant="default" size="compact-sm" href={directoryFor(item.clientId, item.caseId, item.serviceType)} aria-label={t`Other options for ${clientName}: ${service}`}><Trans>Other options</Trans></Button>} />
  )
}
