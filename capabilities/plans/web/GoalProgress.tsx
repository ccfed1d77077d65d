// How a goal is going: one report in place, how it ended, and what was reported before, with who said so.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Radio, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../../../web/reads.ts'
import { useClient } from '../../../web/client.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { fieldId, Form, LongTextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { signedLevel } from '../../../web/design/Scale.tsx'
import { Achievement, FinalAttainment, type Goal } from '../goal.ts'
import { Level, levels, Scorer, textOf, type Scale } from '../scale.ts'
import classes from './plan.module.css'
import { usePlanSave } from './usePlan.ts'
import { achievementWords, attainmentWords, scorerWords } from './words.ts'

type GoalInPlan = Omit<Goal, 'caseId'>
interface InPlace { goal: GoalInPlan; onDone: () => void }

export function ProgressForm({ goal, onDone }: InPlace) {
  const { _ } = useLingui()
  const scale = goal.scale?.baseline == null ? null : goal.scale
  const [level, setLevel] = useState<Level | null>(goal.level ?? scale?.baseline ?? null)
  const [achievement, setAchievement] = useState<Achievement | null>(goal.achievementStatus)
  const [scoredBy, setScoredBy] = useState<Scorer>('client')
  const [evidence, setEvidence] = useState('')
  const { save, saving, problem } = usePlanSave('POST', `/goals/${goal.id}/progress`, onDone)
  const report = scale ? { level, evidence, scoredBy } : { achievement, evidence, scoredBy }
  const possible = Achievement.options.filter((each) => each !== 'not-achieved')
  return (
    <div className={classes.inPlace}>
      <Form onSave={() => void save(report)} saving={saving} problem={problem} saveLabel={<Trans>Save how it is going</Trans>} others={<Cancel onDone={onDone} />}>
        {scale ? (
          <LevelChoice label={t`Where is it now?`} scale={scale} value={level} onChange={setLevel} />
        ) : (
          <Select id={fieldId('achievement')} label={t`How is it going?`} data={possible.map((value) => ({ value, label: _(achievementWords[value]) }))} value={achievement}
            onChange={(value) => setAchievement(Achievement.safeParse(value).data ?? null)} />
        )}
        <Select id={fieldId('scoredBy')} label={t`Who says so?`} data={Scorer.options.map((value) => ({ value, label: _(scorerWords[value]) }))} value={scoredBy} allowDeselect={false}
          onChange={(value) => setScoredBy(Scorer.safeParse(value).data ?? 'practitioner')} />
        <LongTextField path="evidence" label={t`What shows it?`} description={t`What was done, said or measured. Needed when the goal is reached.`} value={evidence} optional problem={problem}
          onChange={(event) => setEvidence(event.currentTarget.value)} minRows={2} />
      </Form>
    </div>
  )
}

export function LevelChoice({ label, scale, value, onChange }: { label: string; scale: Pick<Scale, 'texts'>; value: Level | null; onChange: (level: Level) => void }) {
  const choose = (chosen: string) => {
    const level = Level.safeParse(Number(chosen)).data
    if (level !== undefined) onChange(level)
  }
  return (
    <Radio.Group label={label} value={value === null ? '' : String(value)} onChange={choose}>
      <Stack gap={6} mt={6}>
        {levels.toReversed().map((level) => <Radio key={level} value={String(level)} label={`${signedLevel(level)}  ${textOf(scale.texts, level)}`} />)}
      </Stack>
    </Radio.Group>
  )
}

export function EndingForm({ goal, onDone }: InPlace) {
  const { _ } = useLingui()
  const isProposed = goal.lifecycleStatus === 'proposed'
  const [attainment, setAttainment] = useState<FinalAttainment>(isProposed ? 'cancelled' : 'achieved')
  const [evidence, setEvidence] = useState('')
  const { save, saving, problem } = usePlanSave('POST', `/goals/${goal.id}/ending`, onDone)
  const possible = FinalAttainment.options.filter((each) => !isProposed || each === 'cancelled')
  return (
    <div className={classes.inPlace}>
      <Form onSave={() => void save({ attainment, evidence })} saving={saving} problem={problem} saveLabel={<Trans>End this goal</Trans>} others={<Cancel onDone={onDone} />}>
        <Select id={fieldId('attainment')} label={t`How did it end?`} data={possible.map((value) => ({ value, label: _(attainmentWords[value]) }))} value={attainment} allowDeselect={false}
          onChange={(value) => setAttainment(FinalAttainment.safeParse(value).data ?? 'not-achieved')} />
        <LongTextField path="evidence" label={attainment === 'cancelled' ? t`Why is it set aside?` : t`What shows it?`} value={evidence} problem={problem} minRows={2}
          onChange={(event) => setEvidence(event.currentTarget.value)} />
      </Form>
    </div>
  )
}

export const Cancel = ({ onDone }: { onDone: () => void }) => (
  <Button variant="default" type="button" onClick={onDone}><Trans>Cancel</Trans></Button>
)

interface ScoreLine {
  id: string
  level: Level | null
  achievement: Achievement
  scoredBy: Scorer
  scoredOn: string
  evidence: string
  texts: string[] | null
  recordedByName: string | null
}

export function ScoreHistory({ goalId }: { goalId: string }) {
  const { _ } = useLingui()
  const { caseId } = useClient()
  const scores = useRead<ScoreLine[]>(`/cases/${caseId}/goals/${goalId}/progress`)
  return (
    <div className={classes.inPlace}>
      <Reading of={scores} lines={2}>
        {(lines) => lines.length === 0 ? <p className="soft small"><Trans>Nothing has been reported on this goal yet.</Trans></p> : (
          <ul className={classes.steps} aria-label={t`What was reported`}>
            {lines.map((line) => (
              <li key={line.id}>
                <span>
                  {line.level === null ? _(achievementWords[line.achievement]) : `${signedLevel(line.level)} ${textOf(line.texts ?? [], line.level)}`}
                  {line.evidence && <span className="soft">: {line.evidence}</span>}
                </span>
                <span className="soft small"><DateText day={line.scoredOn} /> · <Trans>said by {_(scorerWords[line.scoredBy])}, written by {line.recordedByName ?? 'Continuum'}</Trans></span>
              </li>
            ))}
          </ul>
        )}
      </Reading>
    </div>
  )
}
