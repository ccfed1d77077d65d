// Which goals this was about and how far they came: a level on their own scale, and what shows it.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox, TextInput } from '@mantine/core'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { signedLevel, type GasLevel } from '../../../web/design/Scale.tsx'
import type { GoalMoved } from '../contact.ts'
import type { PanelProps } from './ComposerPanel.tsx'
import type { ComposerFor } from './composing.ts'
import classes from './composer.module.css'

const levels: GasLevel[] = [-2, -1, 0, 1, 2]

export function GoalsPanel({ of, now, change }: PanelProps) {
  const about = (goalId: string) => now.goalIds.includes(goalId) || now.goalsMoved.some((moved) => moved.goalId === goalId)
  const none = now.goalIds.length + now.goalsMoved.length === 0
  const toggle = (goalId: string) => about(goalId)
    ? change({ goalIds: now.goalIds.filter((each) => each !== goalId), goalsMoved: now.goalsMoved.filter((moved) => moved.goalId !== goalId) })
    : change({ goalIds: [...now.goalIds, goalId], noGoalReason: '' })
  const move = (moved: GoalMoved) => change({ goalsMoved: [...now.goalsMoved.filter(({ goalId }) => goalId !== moved.goalId), moved] })
  return (
    <>
      {of.goals.map((goal) => (
        <div key={goal.id} className={classes.goal}>
          <Checkbox checked={about(goal.id)} onChange={() => toggle(goal.id)} label={<>“{goal.clientWords}”</>} />
          {about(goal.id) && <HowFar goal={goal} moved={now.goalsMoved.find(({ goalId }) => goalId === goal.id)} onMove={move} />}
        </div>
      ))}
      {none && <TextInput label={t`Or say why it was about none of them`} value={now.noGoalReason} onChange={(event) => change({ noGoalReason: event.currentTarget.value })} />}
    </>
  )
}

function HowFar({ goal, moved, onMove }: { goal: ComposerFor['goals'][number]; moved: GoalMoved | undefined; onMove: (moved: GoalMoved) => void }) {
  if (goal.baseline === null) return <p className="soft small"><Trans>This goal has no baseline yet, so no level can be given.</Trans></p>
  const before = goal.level ?? goal.baseline
  const base: GoalMoved = moved ?? { goalId: goal.id, level: null, achievement: null, evidence: '', scoredBy: 'practitioner' }
  return (
    <>
      <div className={classes.quick} role="group" aria-label={t`How far it is now; it was ${signedLevel(before)}`}>
        {levels.map((level) => <ChipButton key={level} pressed={moved?.level === level} onClick={() => onMove({ ...base, level })}>{level === before ? t`${signedLevel(level)} (as before)` : signedLevel(level)}</ChipButton>)}
      </div>
      {moved?.level !== null && moved?.level !== undefined && goal.levels && <p className="soft small">{goal.levels[moved.level + 2]}</p>}
      {moved && <TextInput label={t`What shows it`} value={moved.evidence} onChange={(event) => onMove({ ...base, evidence: event.currentTarget.value })} />}
    </>
  )
}
