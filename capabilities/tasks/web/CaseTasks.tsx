// Everything due on a case, and what became of what was due.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Rows } from '../../../web/design/Row.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Task } from '../task.ts'
import { TaskRow } from './TaskRow.tsx'

const NewTask = lazy(() => import('./NewTask.tsx'))

export function CaseTasks({ clientId, caseId, clientName }: { clientId: string; caseId: string; clientName: string }) {
  const open = useRead<Task[]>(`/cases/${caseId}/tasks`)
  const [adding, add] = useState(false)
  const button = useMay()('write-tasks') ? <Button variant="default" size="compact-sm" onClick={() => add(true)}><Trans>New to-do</Trans></Button> : undefined
  return (
    <Card title={<Trans>Due on this case</Trans>} aside={button}>
      <Reading of={open}>
        {(tasks) => tasks.length === 0
          ? <Empty title={<Trans>Nothing is due.</Trans>}><Trans>What a rule asks for, and your own to-dos about this person, appear here.</Trans></Empty>
          : <Rows label={t`Due on this case`}>{tasks.map((task) => <TaskRow key={task.id} task={{ ...task, clientName }} />)}</Rows>}
      </Reading>
      {adding && <Suspense fallback={null}><NewTask clientId={clientId} caseId={caseId} onClose={() => add(false)} /></Suspense>}
    </Card>
  )
}
