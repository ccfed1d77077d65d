// The five levels of a goal, in words, their weight, and where the client starts. Fixed once the start is set; then only a new version (INV-27).
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Form } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { signedLevel } from '../../../web/design/Scale.tsx'
import type { Goal } from '../goal.ts'
import { levels, type Level } from '../scale.ts'
import { Cancel, LevelChoice } from './GoalProgress.tsx'
import classes from './plan.module.css'
import { usePlanSave } from './usePlan.ts'

interface ScaleFormProps { goal: Pick<Goal, 'id' | 'scale' | 'clientWords'>; onDone: () => void }

export function ScaleForm({ goal, onDone }: ScaleFormProps) {
  const [isRewriting, setRewriting] = useState(goal.scale === null)
  if (isRewriting || !goal.scale) return <LevelsForm goal={goal} onDone={() => setRewriting(false)} onCancel={goal.scale ? () => setRewriting(false) : onDone} />
  const { scale } = goal
  return (
    <>
      <dl className={classes.levels}>
        {levels.toReversed().map((level) => <div key={level}><dt className={classes.sign} style={{ paddingTop: 0 }}>{signedLevel(level)}</dt><dd style={{ margin: 0 }}>{scale.texts[level + 2]}{scale.baseline === level && <span className="soft"> · <Trans>starts here</Trans></span>}</dd></div>)}
      </dl>
      <p className="soft small"><Trans>Weight {scale.weight}, version {scale.revision} of this scale.</Trans></p>
      {scale.baseline === null && <BaselineForm goal={goal} onDone={onDone} />}
      <Button size="compact-sm" variant="default" onClick={() => setRewriting(true)}>{scale.baseline === null ? <Trans>Change the words</Trans> : <Trans>Write a new version</Trans>}</Button>
    </>
  )
}

function LevelsForm({ goal, onDone, onCancel }: ScaleFormProps & { onCancel: () => void }) {
  const [texts, setTexts] = useState<string[]>(goal.scale?.texts ?? ['', '', '', '', ''])
  const [weight, setWeight] = useState(goal.scale?.weight ?? 1)
  const { save, saving, problem } = usePlanSave('POST', `/goals/${goal.id}/scale`, onDone)
  const names: Record<Level, string> = { 2: t`much better than hoped`, 1: t`better than hoped`, 0: t`as hoped`, [-1]: t`less than hoped, often where it starts`, [-2]: t`much less than hoped` }
  return (
    <Form onSave={() => void save({ texts, weight })} saving={saving} problem={problem} saveLabel={<Trans>Save the levels</Trans>} others={<Cancel onDone={onCancel} />}>
      {goal.scale?.baseline != null && <p className="soft small"><Trans>Other words make a new version of this scale; it starts again from a new baseline, and earlier scores keep their own words.</Trans></p>}
      <div className={classes.levels}>
        {levels.toReversed().map((level) => (
          <div key={level}>
            <span className={classes.sign} aria-hidden>{signedLevel(level)}</span>
            <Textarea autosize minRows={1} aria-label={`${signedLevel(level)}, ${names[level]}`} placeholder={names[level]} value={texts[level + 2] ?? ''}
              onChange={(event) => { const words = event.currentTarget.value; setTexts((before) => before.with(level + 2, words)) }} />
          </div>
        ))}
      </div>
      <NumberInput label={t`Weight beside the other goals`} description={t`1 to 10, by what matters most to the client`} min={1} max={10} value={weight} onChange={(value) => setWeight(typeof value === 'number' ? value : 1)} />
    </Form>
  )
}

function BaselineForm({ goal, onDone }: ScaleFormProps) {
  const [level, setLevel] = useState<Level>(-1)
  const { save, saving, problem } = usePlanSave('POST', `/goals/${goal.id}/baseline`, onDone)
  if (!goal.scale) return null
  return (
    <>
      <ProblemNotice problem={problem} />
      <LevelChoice label={t`Where does it start today?`} scale={goal.scale} value={level} onChange={setLevel} />
      <Button mt={10} mb={10} mr={8} loading={saving} onClick={() => void save({ level, scoredBy: 'client' })}><Trans>Set the baseline</Trans></Button>
      <p className="soft small"><Trans>From then on the words of the levels stay as they are.</Trans></p>
    </>
  )
}
