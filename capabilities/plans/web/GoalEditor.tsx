// Goals in the client's words, with how both will see them reached, and their five levels.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Checkbox, Select, Slider, Stack } from '@mantine/core'
import { useState } from 'react'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { DayField, fieldId, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { GasScale } from '../../../web/design/Scale.tsx'
import { useDraft } from '../../../web/draft.ts'
import { useClient } from '../../../web/client.tsx'
import { finalAttainment, NewGoal } from '../goal.ts'
import { Cancel } from './GoalProgress.tsx'
import { client, PartyField, partyName } from './Party.tsx'
import classes from './plan.module.css'
import { ScaleForm } from './ScaleEditor.tsx'
import { Section, type Place } from './Section.tsx'
import { usePlanSave, type PlanView } from './usePlan.ts'

type GoalInPlan = PlanView['goals'][number]

export function GoalsSection({ view, opened }: { view: PlanView; opened: Place }) {
  const goals = view.goals.filter((goal) => !finalAttainment(goal))
  return (
    <Section id="goals" title={<Trans>What {view.client.name} wants</Trans>} items={goals} opened={opened} addLabel={<Trans>Add a goal</Trans>}
      nameOf={({ clientWords }) => t`Edit the goal: ${clientWords}`} show={(goal) => <GoalLine goal={goal} view={view} />}
      edit={(goal, done) => <GoalForm key={goal?.version ?? 0} goal={goal} view={view} onDone={done} />} />
  )
}

function GoalLine({ goal, view }: { goal: GoalInPlan; view: PlanView }) {
  const [isScaling, setScaling] = useState(false)
  const isSet = goal.scale?.baseline != null
  return (
    <>
      <p className={classes.words}><q>{goal.clientWords}</q></p>
      <p className={classes.meta}>
        {goal.statement && <span>{goal.statement}</span>}
        {goal.measure && <span>{goal.measure}</span>}
        {goal.targetDate && <span><Trans>by <DateText day={goal.targetDate} /></Trans></span>}
        {goal.owner && <span><Trans>carried by {partyName(goal.owner, view)}</Trans></span>}
      </p>
      {isSet && <GasScale level={goal.level} baseline={goal.scale?.baseline ?? -1} />}
      <Chips>
        <ChipButton expanded={isScaling} pressed={isScaling} onClick={() => setScaling(!isScaling)}>{goal.scale ? isSet ? <Trans>Its five levels</Trans> : <Trans>Set where it starts</Trans> : <Trans>Describe five levels</Trans>}</ChipButton>
      </Chips>
      {isScaling && <div className={classes.inPlace}><ScaleForm key={goal.scale?.id ?? 'new'} goal={goal} onDone={() => setScaling(false)} /></div>}
    </>
  )
}

const emptyGoal: NewGoal = { ...NewGoal.parse({ clientWords: '-' }), clientWords: '', owner: client }

function GoalForm({ goal, view, onDone }: { goal: GoalInPlan | null; view: PlanView; onDone: () => void }) {
  const { caseId } = useClient()
  const draft = useDraft<NewGoal>(`goal:${goal ? `${goal.id}:${goal.version}` : `new:${caseId}`}`, goal ? { ...emptyGoal, ...chosen(goal) } : emptyGoal)
  const set = (change: Partial<NewGoal>) => draft.change((before) => ({ ...before, ...change }))
  const done = () => void draft.drop().then(onDone)
  const { save, saving, problem } = usePlanSave<NewGoal>(goal ? 'PATCH' : 'POST', goal ? `/goals/${goal.id}` : '/goals', done)
  const wanted = draft.value
  const needs = view.needs.filter(({ disposition, id }) => disposition === 'open' || wanted.needIds.includes(id)).map(({ id, statement }) => ({ value: id, label: statement }))
  const declines = wanted.measureDeclinedReason !== ''
  return (
    <Form onSave={() => void save(wanted, { ifMatch: goal?.version })} saving={saving} problem={problem} saveLabel={goal ? <Trans>Save the goal</Trans> : <Trans>Add the goal</Trans>} others={<Cancel onDone={done} />}>
      <LongTextField path="clientWords" label={t`What does ${view.client.name} want?`} description={t`Exactly as it was said.`} minRows={2} value={wanted.clientWords} problem={problem} onChange={(event) => set({ clientWords: event.currentTarget.value })} styles={{ input: { fontSize: 17 } }} />
      <TextField path="statement" label={t`What does that mean, precisely?`} optional value={wanted.statement} problem={problem} onChange={(event) => set({ statement: event.currentTarget.value })} />
      {needs.length > 0 && (
        <Checkbox.Group label={t`Which needs does it answer?`} value={wanted.needIds} onChange={(needIds) => set({ needIds })}>
          <Stack gap={6} mt={6}>{needs.map(({ value, label }) => <Checkbox key={value} value={value} label={label} />)}</Stack>
        </Checkbox.Group>
      )}
      <Checkbox label={t`It is the client’s own wish, whatever the needs`} checked={wanted.isClientWish} onChange={(event) => set({ isClientWish: event.currentTarget.checked })} />
      <TextField path="measure" label={t`How will you both see that it is reached?`} optional={declines} value={wanted.measure} problem={problem} onChange={(event) => set({ measure: event.currentTarget.value })} />
      <TextField path="measureDeclinedReason" label={t`Or why the client does not want it measured`} optional value={wanted.measureDeclinedReason} problem={problem} onChange={(event) => set({ measureDeclinedReason: event.currentTarget.value })} />
      <div className={classes.two}>
        <TextField path="baselineText" label={t`Where does it start?`} optional value={wanted.baselineText} problem={problem} onChange={(event) => set({ baselineText: event.currentTarget.value })} />
        <TextField path="targetText" label={t`What is aimed for?`} optional value={wanted.targetText} problem={problem} onChange={(event) => set({ targetText: event.currentTarget.value })} />
        <DayField path="targetDate" label={t`By when?`} value={wanted.targetDate ?? ''} problem={problem} onChange={(event) => set({ targetDate: event.currentTarget.value || null })} />
        <Select id={fieldId('horizon')} label={t`Short or long term`} value={wanted.horizon} allowDeselect={false} data={[{ value: 'short', label: t`Short term` }, { value: 'long', label: t`Long term` }]} onChange={(value) => set({ horizon: value === 'long' ? 'long' : 'short' })} />
      </div>
      <PartyField path="owner" label={t`Who carries this goal?`} value={wanted.owner} onChange={(owner) => set({ owner })} problem={problem} />
      <Ruler label={t`How important is it to ${view.client.name}?`} value={wanted.importance} onChange={(importance) => set({ importance })} />
      <Ruler label={t`How confident is ${view.client.name} of reaching it?`} value={wanted.confidence} onChange={(confidence) => set({ confidence })} />
    </Form>
  )
}

const chosen = ({ clientWords, statement, domain, measure, measureDeclinedReason, baselineText, targetText, targetDate, horizon, importance, confidence, owner, needIds, isClientWish }: GoalInPlan): NewGoal => ({
  clientWords, statement, domain, measure, measureDeclinedReason, baselineText, targetText, targetDate, horizon, importance, confidence, owner, needIds, isClientWish,
})

/** 0 to 10, not asked until it is touched. */
function Ruler({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  return (
    <div>
      <p className={classes.itemHead}><span>{label} <span className="soft">{value === null ? t`(not asked)` : t`${value} of 10`}</span></span></p>
      <Slider thumbLabel={label} min={0} max={10} step={1} value={value ?? 0} onChange={onChange} label={value === null ? null : String(value)} marks={[{ value: 0 }, { value: 5 }, { value: 10 }]} mt={6} mb={10} />
    </div>
  )
}
