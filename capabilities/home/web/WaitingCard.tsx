// What others owe me an answer to.
import { Trans } from '@lingui/react/macro'
import { Card } from '../../../web/design/Card.tsx'
import { DueText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { sayTask } from '../../tasks/web/taskWords.ts'
import type { WorklistItem } from '../../tasks/worklist.ts'
import classes from './home.module.css'

type Waiting = WorklistItem & { assigneeName: string | null }

export function WaitingCard() {
  const waiting = useRead<{ items: Waiting[] }>('/tasks/waiting')
  return (
    <Card title={<Trans>Waiting on others</Trans>} padded>
      <Reading of={waiting} lines={2}>
        {({ items }) => items.length === 0 ? <p className="soft"><Trans>Nobody owes you an answer.</Trans></p> : items.slice(0, 6).map((item) => <WaitingFor key={item.id} item={item} />)}
      </Reading>
    </Card>
  )
}

function WaitingFor({ item }: { item: Waiting }) {
  const { today } = useMe()
  const { title, action } = sayTask(item, today)
  return (
    <div className={classes.line}>
      <span>{action ? <GoTo href={action.href}>{title}</GoTo> : title}<small>{item.assigneeName ?? <Trans>a colleague on duty</Trans>}</small></span>
      <DueText day={item.dueOn} />
    </div>
  )
}
