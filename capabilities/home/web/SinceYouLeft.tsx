// What others did on my cases since I left, in the story's own words.
import { Trans } from '@lingui/react/macro'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { dayOf, daysBetween, dayWords } from '../../../web/words.ts'
import type { Happened, SinceYouLeft as Since } from '../home.ts'
import { tell } from '../../stories/web/storyLines.tsx'
import classes from './home.module.css'

export default function SinceYouLeft() {
  const since = useRead<Since>('/home/since')
  const { today, agency } = useMe()
  const leftOn = since.data ? dayOf(since.data.since, agency.timeZone) : today
  return (
    <Card title={daysBetween(leftOn, today) <= 1 ? <Trans>Since you left</Trans> : <Trans>Since you left on {dayWords(leftOn, today)}</Trans>} padded>
      <Reading of={since} lines={2}>
        {({ items }) => items.length === 0 ? <p className="soft"><Trans>Nobody else touched your cases.</Trans></p> : items.map((item) => <Line key={item.id} item={item} />)}
      </Reading>
    </Card>
  )
}

function Line({ item }: { item: Happened }) {
  return (
    <div className={classes.line}>
      <span>
        <GoTo href={`/clients/${item.clientId}/story?case=${item.caseId}`}><b>{item.clientName}</b></GoTo> {tell(item).text}
        <small>{item.staffName ?? 'Continuum'}</small>
      </span>
      <MomentText at={item.recordedAt} />
    </div>
  )
}
