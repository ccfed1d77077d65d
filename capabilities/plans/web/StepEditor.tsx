// Steps of the plan: what, toward which goal, who answers for it, who helps, by when and how often (INV-28).
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Select, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { DueText } from '../../../web/design/DateText.tsx'
import { DayField, fieldId, Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import { finalAttainment } from '../goal.ts'
import { isUnderWay, type NewIntervention } from '../intervention.ts'
import type { Party } from '../party.ts'
import { Cancel } from './GoalProgress.tsx'
import { client, PartyField, partyName } from './Party.tsx'
import classes from './plan.module.css'
import { Section, type Place } from './Section.tsx'
import { usePlanSave, type PlanView } from './usePlan.ts'

type Step = PlanView['interventions'][number]

export function StepsSection({ view, opened }: { view: PlanView; opened: Place }) {
  const goalOf = (step: Step) => view.goals.find(({ id }) => id === step.goalId)
  return (
    <Section id="steps" title={<Trans>Who does what</Trans>} items={view.interventions.filter(isUnderWay)} opened={opened} addLabel={<Trans>Add a step</Trans>}
      nameOf={({ description }) => t`Edit the step: ${description}`}
      show={(step) => (
        <>
          <p className={classes.itemTitle}>{step.description}</p>
          <p className={classes.meta}>
            <span>{partyName(step.accountable, view)}</span>
            {step.frequency && <span>{step.frequency}</span>}
            {step.due && <span><DueText day={step.due} /></span>}
            <span>“{goalOf(step)?.clientWords}”</span>
          </p>
        </>
      )}
      edit={(step, done) => <StepForm step={step} view={view} onDone={done} />} />
  )
}

function StepForm({ step, view, onDone }: { step: Step | null; view: PlanView; onDone: () => void }) {
  const goals = view.goals.filter((goal) => !finalAttainment(goal))
  const [wanted, setWanted] = useState<Omit<NewIntervention, 'accountable'> & { accountable: Party | null }>(step ?? { goalId: goals[0]?.id ?? '', description: '', accountable: client, assisting: [], due: null, frequency: '' })
  const set = (change: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...change }))
  const { save, saving, problem } = usePlanSave<object>(step ? 'PATCH' : 'POST', step ? `/interventions/${step.id}` : '/interventions', onDone)
  const { goalId, description, accountable, assisting, due, frequency } = wanted
  const others = assisting.filter(({ kind }) => kind !== 'support')
  const helpers = assisting.flatMap(({ kind, name }) => (kind === 'support' && name ? [name] : []))
  if (goals.length === 0) return <p className="soft"><Trans>Steps lead to a goal. Write a goal first.</Trans></p>
  return (
    <Form onSave={() => void save({ goalId, description, accountable, assisting, due, frequency }, { ifMatch: step?.version })} saving={saving} problem={problem}
      saveLabel={step ? <Trans>Save the step</Trans> : <Trans>Add the step</Trans>} others={<Cancel onDone={onDone} />}>
      <TextField path="description" label={t`What will be done?`} value={description} problem={problem} onChange={(event) => set({ description: event.currentTarget.value })} />
      <PartyField path="accountable" label={t`Who answers for it?`} value={accountable} onChange={(party) => set({ accountable: party })} problem={problem} />
      <TagsInput id={fieldId('assisting')} label={t`Who helps? (optional)`} description={t`Names; press Enter after each`} value={helpers} onChange={(names) => set({ assisting: [...others, ...names.map((name) => ({ kind: 'support' as const, staffId: null, name }))] })} />
      <Select id={fieldId('goalId')} label={t`Toward which goal?`} value={goalId} allowDeselect={false} data={goals.map(({ id, clientWords }) => ({ value: id, label: clientWords }))} onChange={(value) => set({ goalId: value ?? goalId })} error={issueAt(problem, 'goalId')} />
      <div className={classes.two}>
        <DayField path="due" label={t`By when?`} optional value={due ?? ''} problem={problem} onChange={(event) => set({ due: event.currentTarget.value || null })} />
        <TextField path="frequency" label={t`How often?`} optional placeholder={t`daily, each Monday…`} value={frequency} problem={problem} onChange={(event) => set({ frequency: event.currentTarget.value })} />
      </div>
    </Form>
  )
}
