// One colleague's late work, each with why, and their open cases, each of which can be passed on.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { StepProps } from '../../cases/web/CaseDialog.tsx'
import { levelWords, statusWords } from '../../cases/web/caseWords.ts'
import { TransferForm } from '../../cases/web/TransferForm.tsx'
import type { CaseStatus } from '../../cases/case.ts'
import type { ShownTask } from '../../tasks/web/TaskRow.tsx'
import { sayTask } from '../../tasks/web/taskWords.ts'
import type { TeamLine } from '../supervision.ts'
import classes from './team.module.css'

interface CaseLine { id: string; number: string; status: CaseStatus; clientId: string; displayName: string; programName: string; acuityLevel: number | null; role: string; nextDueOn: string | null }

export function PersonWork({ person }: { person: TeamLine }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [])
  return <div ref={place} className={classes.work}><LateWork person={person} /><OpenCases person={person} /></div>
}

function LateWork({ person }: { person: TeamLine }) {
  const { today } = useMe()
  const late = useRead<ShownTask[]>(`/staff/${person.id}/overdue`)
  return (
    <Card title={<Trans>Late work of {person.name}, and why it exists</Trans>}>
      <Reading of={late}>
        {(tasks) => tasks.length === 0
          ? <Empty title={<Trans>Nothing is late.</Trans>} />
          : (
            <Rows label={t`Late work`}>
              {tasks.map((task) => {
                const { title, why, action } = sayTask(task, today)
                return <Row key={task.id} title={title} why={task.priority === 'safety' ? <><strong><Trans>Safety.</Trans></strong> {why}</> : why} due={task.dueOn} {...(action && { href: action.href })} />
              })}
            </Rows>
          )}
      </Reading>
    </Card>
  )
}

function OpenCases({ person }: { person: TeamLine }) {
  const cases = useRead<{ items: CaseLine[] }>(`/staff/${person.id}/caseload`)
  const [moving, move] = useState<string | null>(null)
  return (
    <Card title={<Trans>Open cases of {person.name}</Trans>}>
      <Reading of={cases}>
        {({ items }) => items.length === 0
          ? <Empty title={<Trans>No open case that you may know.</Trans>} />
          : (
            <Rows label={t`Open cases`}>
              {items.map((each) => (
                <Row key={each.id} title={each.displayName} why={[statusWords(each.status), each.programName, levelWords(each.acuityLevel), each.number].join(' · ')} due={each.nextDueOn} when={<Trans>nothing due</Trans>}
                  href={`/clients/${each.clientId}/story?case=${each.id}`}
                  action={each.role === 'primary' && <Button variant="default" size="compact-sm" onClick={() => move(each.id)} aria-label={t`Reassign ${each.displayName}`}><Trans>Reassign</Trans></Button>} />
              ))}
            </Rows>
          )}
      </Reading>
      {moving && <Reassign caseId={moving} onClose={() => move(null)} />}
    </Card>
  )
}

function Reassign({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const caseView = useRead<StepProps['view']>(`/cases/${caseId}`)
  return (
    <Modal opened onClose={onClose} title={<Trans>Pass the case on</Trans>} size="lg" closeButtonProps={{ 'aria-label': t`Close` }}>
      <Reading of={caseView}>{(view) => <TransferForm view={view} onClose={onClose} />}</Reading>
    </Modal>
  )
}
