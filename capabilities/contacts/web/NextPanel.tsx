// What comes next: a task with a day, or words where nothing new is to be done.
import { t } from '@lingui/core/macro'
import { TextInput } from '@mantine/core'
import { addCivilDays } from '../../../platform/time/civil.ts'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { useMe } from '../../../web/me.tsx'
import type { PanelProps } from './ComposerPanel.tsx'
import classes from './composer.module.css'

export function NextPanel({ now, change }: Omit<PanelProps, 'of'>) {
  const { today } = useMe()
  const task = now.nextTask ?? { title: '', due: '' }
  const set = (title: string, due: string) => change({ nextTask: title.trim() === '' ? null : { title, due: due || addCivilDays(today, 7) } })
  const days: [string, number][] = [[t`tomorrow`, 1], [t`in 3 days`, 3], [t`in a week`, 7], [t`in 2 weeks`, 14], [t`in a month`, 30]]
  return (
    <>
      <div className={classes.fields}>
        <TextInput label={t`What to do next`} value={task.title} style={{ flex: '1 1 220px' }} onChange={(event) => set(event.currentTarget.value, task.due)} />
        <TextInput type="date" label={t`By when`} min={today} value={task.due} disabled={task.title === ''} onChange={(event) => set(task.title, event.currentTarget.value)} />
      </div>
      <div className={classes.quick} role="group" aria-label={t`By when`}>
        {days.map(([words, ahead]) => <ChipButton key={ahead} pressed={task.due === addCivilDays(today, ahead)} onClick={() => task.title && set(task.title, addCivilDays(today, ahead))}>{words}</ChipButton>)}
      </div>
      {task.title === '' && <TextInput label={t`Or, if there is no new task: what happens next`} placeholder={t`We speak again on Friday as planned`} value={now.nextStep} onChange={(event) => change({ nextStep: event.currentTarget.value })} />}
    </>
  )
}
