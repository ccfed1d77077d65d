// Who does what: the steps under way, grouped by the one party who answers for each (INV-28).
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { DueText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { isUnderWay } from '../intervention.ts'
import { Cancel } from './GoalProgress.tsx'
import { partyName } from './Party.tsx'
import classes from './plan.module.css'
import { useMayPlan, usePlanPaths, usePlanSave, type PlanView } from './usePlan.ts'

type Step = PlanView['interventions'][number]

export function StepsCard({ view }: { view: PlanView }) {
  const paths = usePlanPaths()
  const mayPlan = useMayPlan()
  const steps = view.interventions.filter(isUnderWay)
  const ended = view.interventions.filter((step) => !isUnderWay(step))
  const byWho = Map.groupBy(steps, ({ accountable }) => partyName(accountable, view))
  const names = [...byWho.keys()].toSorted((a, b) => (a === view.client.name ? -1 : b === view.client.name ? 1 : a.localeCompare(b)))
  return (
    <Card title={<Trans>Who does what</Trans>} aside={mayPlan && <GoTo href={`${paths.edit}#steps`}><Trans>Add a step</Trans></GoTo>}>
      {steps.length === 0 && <Empty title={<Trans>No steps yet.</Trans>}><Trans>Write down who does what next, the client’s own steps included.</Trans></Empty>}
      {names.map((name) => (
        <div key={name} className={classes.group}>
          <h3>{name}</h3>
          <ul className={classes.steps}>{byWho.get(name)?.map((step) => <StepLine key={step.id} step={step} view={view} />)}</ul>
        </div>
      ))}
      {ended.length > 0 && (
        <details className={classes.group}>
          <summary className="soft"><Trans>{ended.length} done or set aside</Trans></summary>
          <ul className={classes.steps}>{ended.map((step) => <li key={step.id}><span>{step.description}: <span className="soft">{step.outcome}</span></span></li>)}</ul>
        </details>
      )}
    </Card>
  )
}

function StepLine({ step, view }: { step: Step; view: PlanView }) {
  const mayPlan = useMayPlan()
  const [isOpen, setOpen] = useState(false)
  const helpers = step.assisting.map((party) => partyName(party, view)).join(', ')
  return (
    <li id={step.id}>
      <span>
        {step.description}
        <span className="soft small">
          {step.frequency && <> · {step.frequency}</>}
          {helpers && <> · <Trans>with {helpers}</Trans></>}
          {step.status === 'in-progress' && <> · <Trans>begun</Trans></>}
        </span>
      </span>
      {step.due && <DueText day={step.due} />}
      {mayPlan && <ChipButton expanded={isOpen} onClick={() => setOpen(!isOpen)}><Trans>What came of it?</Trans></ChipButton>}
      {isOpen && <OutcomeForm step={step} onDone={() => setOpen(false)} />}
    </li>
  )
}

function OutcomeForm({ step, onDone }: { step: Step; onDone: () => void }) {
  const [outcome, setOutcome] = useState(step.outcome ?? '')
  const { save, saving, problem } = usePlanSave('POST', `/interventions/${step.id}/outcome`, onDone)
  const end = (status: 'in-progress' | 'completed' | 'cancelled') => void save({ status, outcome })
  return (
    <div className={classes.inPlace} style={{ flexBasis: '100%' }}>
      <Form onSave={() => end('completed')} saving={saving} problem={problem} saveLabel={<Trans>Done</Trans>}
        others={<><Cancel onDone={onDone} /><ChipButton onClick={() => end('in-progress')}><Trans>Under way</Trans></ChipButton><ChipButton onClick={() => end('cancelled')}><Trans>Set aside</Trans></ChipButton></>}>
        <LongTextField path="outcome" label={t`What came of it?`} value={outcome} problem={problem} minRows={2} onChange={(event) => setOutcome(event.currentTarget.value)} />
      </Form>
    </div>
  )
}
