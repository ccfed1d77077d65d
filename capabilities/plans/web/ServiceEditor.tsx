// Services and unpaid help the plan counts on: what, how much, how often, how long, by whom and who pays.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { DayField, fieldId, Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import { finalAttainment } from '../goal.ts'
import { NewServiceLine } from '../service.ts'
import { Cancel } from './GoalProgress.tsx'
import classes from './plan.module.css'
import { Section, type Place } from './Section.tsx'
import { serviceAmount } from './serviceAmount.ts'
import { usePlanSave, type PlanView } from './usePlan.ts'
import { unitWords } from './words.ts'

type Service = PlanView['services'][number]
type Unit = keyof typeof unitWords

export function ServicesSection({ view, opened }: { view: PlanView; opened: Place }) {
  const { _ } = useLingui()
  return (
    <Section id="services" title={<Trans>Services and help</Trans>} items={view.services.filter(({ withdrawnOn }) => !withdrawnOn)} opened={opened} addLabel={<Trans>Add a service</Trans>}
      lead={<Trans>The unpaid help of family and friends is part of the plan, too.</Trans>} nameOf={({ scope }) => t`Edit the service: ${scope}`}
      show={(service) => (
        <>
          <p className={classes.itemTitle}>{service.scope}</p>
          <p className={classes.meta}><span>{service.provider}</span><span>{serviceAmount(service, _)}</span><span>{service.isPaid ? service.funding || t`paid` : t`unpaid`}</span></p>
        </>
      )}
      edit={(service, done) => <ServiceForm service={service} view={view} onDone={done} />} />
  )
}

function ServiceForm({ service, view, onDone }: { service: Service | null; view: PlanView; onDone: () => void }) {
  const { _ } = useLingui()
  const [wanted, setWanted] = useState<NewServiceLine>(service ?? { goalId: null, scope: '', isPaid: true, provider: '', amount: null, unit: null, frequency: '', duration: '', funding: '', startsOn: null, endsOn: null })
  const set = (change: Partial<NewServiceLine>) => setWanted((before) => ({ ...before, ...change }))
  const { save, saving, problem } = usePlanSave<NewServiceLine>(service ? 'PATCH' : 'POST', service ? `/plan-services/${service.id}` : '/plan-services', onDone)
  const units = Object.entries(unitWords).map(([value, words]) => ({ value, label: _(words) }))
  const goals = view.goals.filter((goal) => !finalAttainment(goal)).map(({ id, clientWords }) => ({ value: id, label: clientWords }))
  const isUnit = (value: string | null): value is Unit => value !== null && value in unitWords
  return (
    <Form onSave={() => void save(wanted, { ifMatch: service?.version })} saving={saving} problem={problem} saveLabel={service ? <Trans>Save the service</Trans> : <Trans>Add the service</Trans>} others={<Cancel onDone={onDone} />}>
      <SegmentedControl aria-label={t`Paid or unpaid`} value={wanted.isPaid ? 'paid' : 'unpaid'} data={[{ value: 'paid', label: t`Paid service` }, { value: 'unpaid', label: t`Unpaid help` }]} onChange={(value) => set({ isPaid: value === 'paid', ...(value === 'unpaid' && { funding: '' }) })} />
      <TextField path="scope" label={t`What is given?`} value={wanted.scope} problem={problem} onChange={(event) => set({ scope: event.currentTarget.value })} />
      <TextField path="provider" label={t`By whom?`} value={wanted.provider} problem={problem} onChange={(event) => set({ provider: event.currentTarget.value })} />
      <div className={classes.two}>
        <NumberInput id={fieldId('amount')} label={t`How much? (optional)`} min={1} value={wanted.amount ?? ''} onChange={(value) => set({ amount: typeof value === 'number' ? value : null })} error={issueAt(problem, 'amount')} />
        <Select id={fieldId('unit')} label={t`Unit`} clearable value={wanted.unit} data={units} onChange={(value) => set({ unit: isUnit(value) ? value : null })} error={issueAt(problem, 'unit')} />
        <TextField path="frequency" label={t`How often?`} optional placeholder={t`a week, each month…`} value={wanted.frequency} problem={problem} onChange={(event) => set({ frequency: event.currentTarget.value })} />
        <TextField path="duration" label={t`For how long?`} optional value={wanted.duration} problem={problem} onChange={(event) => set({ duration: event.currentTarget.value })} />
        <DayField path="startsOn" label={t`From`} optional value={wanted.startsOn ?? ''} problem={problem} onChange={(event) => set({ startsOn: event.currentTarget.value || null })} />
        <DayField path="endsOn" label={t`Until`} optional value={wanted.endsOn ?? ''} problem={problem} onChange={(event) => set({ endsOn: event.currentTarget.value || null })} />
      </div>
      {wanted.isPaid && <TextField path="funding" label={t`Who pays?`} optional value={wanted.funding} problem={problem} onChange={(event) => set({ funding: event.currentTarget.value })} />}
      {goals.length > 0 && <Select id={fieldId('goalId')} label={t`Toward which goal? (optional)`} clearable value={wanted.goalId} data={goals} onChange={(goalId) => set({ goalId })} />}
      {service && <Withdrawal service={service} onDone={onDone} />}
    </Form>
  )
}

function Withdrawal({ service, onDone }: { service: Service; onDone: () => void }) {
  const [reason, setReason] = useState<string | null>(null)
  const { save, saving, problem } = usePlanSave('POST', `/plan-services/${service.id}/withdrawal`, onDone)
  if (reason === null) return <div><Button type="button" size="compact-sm" variant="subtle" color="red" onClick={() => setReason('')}><Trans>Take it out of the plan</Trans></Button></div>
  return (
    <div>
      <TextField path="reason" label={t`Why does it leave the plan?`} value={reason} problem={problem} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button type="button" mt={8} variant="default" loading={saving} onClick={() => void save({ reason })}><Trans>Take it out</Trans></Button>
    </div>
  )
}
