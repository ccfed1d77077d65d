// One thing that needs a person: what, why, when, its one action, and what else may become of it.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Group } from '@mantine/core'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Row } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { OtherWays } from './OtherWays.tsx'
import { sayTask, type SayableTask } from './taskWords.ts'

export interface ShownTask extends SayableTask {
  id: string
  dueOn: string
  priority: 'routine' | 'urgent' | 'safety'
  version: number
}

export function TaskRow({ task }: { task: ShownTask }) {
  const { today, staff } = useMe()
  const { title, why, action } = sayTask({ ...task, askedBy: task.askedBy === staff.name ? null : task.askedBy }, today)
  return (
    <Row
      title={title}
      why={task.priority === 'safety' ? <><strong><Trans>Safety.</Trans></strong> {why}</> : task.priority === 'urgent' ? <><strong><Trans>Urgent.</Trans></strong> {why}</> : why}
      due={task.dueOn}
      href={action?.href}
      action={
        <Group gap={6} wrap="nowrap">
          {task.rule === 'own' ? <Tick task={task} title={title} /> : action && <ActionLink href={action.href} label={action.label} about={title} />}
          <OtherWays task={task} title={title} />
        </Group>
      }
    />
  )
}

const ActionLink = ({ href, label, about }: { href: string; label: string; about: string }) => (
  <Button component={GoTo} href={href} variant="default" size="compact-sm" aria-label={`${label}: ${about}`}>{label}</Button>
)

/** Done, with ten seconds to take it back. */
function Tick({ task, title }: { task: ShownTask; title: string }) {
  const renews = [task.id, ...(task.caseId ? [task.caseId] : [])]
  const { save: reopen } = useWrite('POST', `/tasks/${task.id}/reopening`, { renews })
  const { save, saving } = useWrite('POST', `/tasks/${task.id}/completion`, { renews, onSaved: () => sayDone(t`Done: ${title}`, () => void reopen({})) })
  return <Button variant="default" size="compact-sm" loading={saving} onClick={() => void save({})} aria-label={t`Done: ${title}`}><Trans>Done</Trans></Button>
}
