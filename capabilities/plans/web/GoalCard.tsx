// One goal: the client's words, how far it is, what is in its way, and what can be recorded in place.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { GasScale, signedLevel } from '../../../web/design/Scale.tsx'
import { finalAttainment } from '../goal.ts'
import { textOf } from '../scale.ts'
import { EndingForm, ProgressForm, ScoreHistory } from './GoalProgress.tsx'
import { partyName } from './Party.tsx'
import classes from './plan.module.css'
import { useMayPlan, usePlanPaths, type PlanView } from './usePlan.ts'
import { achievementWords, attainmentWords } from './words.ts'

type GoalInPlan = PlanView['goals'][number]
type Open = 'progress' | 'ending' | 'history' | null

export function GoalCard({ goal, view }: { goal: GoalInPlan; view: PlanView }) {
  const mayPlan = useMayPlan()
  const paths = usePlanPaths()
  const [open, setOpen] = useState<Open>(null)
  const toggle = (what: Open) => () => setOpen(open === what ? null : what)
  const close = () => setOpen(null)
  const ended = finalAttainment(goal)
  const isActive = goal.lifecycleStatus === 'active' || goal.lifecycleStatus === 'on-hold'
  return (
    <article className={classes.goal} id={goal.id} aria-label={goal.clientWords}>
      <p className={classes.words}><q>{goal.clientWords}</q></p>
      {goal.scale?.baseline != null && <GasScale level={goal.level} baseline={goal.scale.baseline} />}
      <Standing goal={goal} />
      <p className={classes.meta}>
        {goal.statement && <span>{goal.statement}</span>}
        {goal.targetDate && !ended && <span><Trans>by <DateText day={goal.targetDate} /></Trans></span>}
        {goal.owner && <span><Trans>carried by {partyName(goal.owner, view)}</Trans></span>}
        {goal.importance !== null && <span><Trans>importance {goal.importance} of 10</Trans></span>}
        {goal.confidence !== null && <span><Trans>confidence {goal.confidence} of 10</Trans></span>}
      </p>
      <InTheWay goal={goal} view={view} />
      <Chips>
        {mayPlan && isActive && <ChipButton expanded={open === 'progress'} pressed={open === 'progress'} onClick={toggle('progress')}><Trans>How is it going?</Trans></ChipButton>}
        {mayPlan && !ended && <ChipButton expanded={open === 'ending'} pressed={open === 'ending'} onClick={toggle('ending')}>{isActive ? <Trans>End it</Trans> : <Trans>Set it aside</Trans>}</ChipButton>}
        {goal.startedOn && <ChipButton expanded={open === 'history'} pressed={open === 'history'} onClick={toggle('history')}><Trans>What was reported</Trans></ChipButton>}
        {mayPlan && !ended && <Button component={GoTo} href={paths.find('goal', goal.id)} variant="default" size="compact-sm" aria-label={t`Find a service: ${goal.clientWords}`}><Trans>Find a service</Trans></Button>}
      </Chips>
      {open === 'progress' && <ProgressForm goal={goal} onDone={close} />}
      {open === 'ending' && <EndingForm goal={goal} onDone={close} />}
      {open === 'history' && <ScoreHistory goalId={goal.id} />}
    </article>
  )
}

/** Where the goal stands, in words: its level's own description, or its attainment. */
function Standing({ goal }: { goal: GoalInPlan }) {
  const { _ } = useLingui()
  const ended = finalAttainment(goal)
  if (ended) return <p className={classes.level}><span className={ended === 'achieved' ? classes.done : undefined}>{_(attainmentWords[ended])}</span>{goal.endedOn && <> · <DateText day={goal.endedOn} /></>} · {goal.endedBecause}</p>
  if (goal.lifecycleStatus === 'proposed') return <p className={classes.level}><Trans>Not yet agreed</Trans>{goal.scale?.baseline != null && <> · <Trans>baseline {signedLevel(goal.scale.baseline)}</Trans></>}</p>
  if (goal.scale?.baseline == null)
    return <p className={classes.level}>{goal.achievementStatus && _(achievementWords[goal.achievementStatus])}{goal.measure && <> · {goal.measure}</>}</p>
  if (goal.level === null) return <p className={classes.level}><Trans>Baseline {signedLevel(goal.scale.baseline)}</Trans>: {textOf(goal.scale.texts, goal.scale.baseline)}</p>
  return (
    <p className={classes.level}>
      <Trans>Now {signedLevel(goal.level)}</Trans>{goal.level >= 0 && <>, {goal.level === 0 ? <Trans>as hoped</Trans> : <Trans>better than hoped</Trans>}</>}: {textOf(goal.scale.texts, goal.level)}
      {goal.scoredOn && <span className="soft"> · <DateText day={goal.scoredOn} /></span>}
    </p>
  )
}

function InTheWay({ goal, view }: { goal: GoalInPlan; view: PlanView }) {
  return view.barriers.filter(({ resolvedOn, goalIds }) => !resolvedOn && goalIds.includes(goal.id)).map((barrier) => (
    <p key={barrier.id} className={classes.meta}>
      <span className={classes.caution}><Trans>In the way: {barrier.statement}</Trans></span>
      <span>{plural(barrier.ageDays, { one: '# day', other: '# days' })}, {partyName(barrier.owner, view)}</span>
    </p>
  ))
}
