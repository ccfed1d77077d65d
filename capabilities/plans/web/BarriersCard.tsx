// What is in the way: how old, whose to move, of which goals; added and resolved in place.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Checkbox, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { fieldId, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { finalAttainment } from '../goal.ts'
import { BarrierType } from '../barrier.ts'
import type { Party } from '../party.ts'
import { Cancel } from './GoalProgress.tsx'
import { PartyField, partyName } from './Party.tsx'
import classes from './plan.module.css'
import { useMayPlan, usePlanSave, type PlanView } from './usePlan.ts'
import { barrierWords } from './words.ts'

type BarrierInPlan = PlanView['barriers'][number]

export function BarriersCard({ view }: { view: PlanView }) {
  const mayPlan = useMayPlan()
  const [isAdding, setAdding] = useState(false)
  const standing = view.barriers.filter(({ resolvedOn }) => !resolvedOn)
  const resolved = view.barriers.filter(({ resolvedOn }) => resolvedOn)
  return (
    <Card title={<Trans>In the way</Trans>} aside={mayPlan && <ChipButton expanded={isAdding} onClick={() => setAdding(!isAdding)}><Trans>Add a barrier</Trans></ChipButton>}>
      {isAdding && <div className={classes.group}><BarrierForm view={view} onDone={() => setAdding(false)} /></div>}
      {standing.length === 0 && !isAdding && <Empty title={<Trans>Nothing is in the way right now.</Trans>} />}
      {standing.length > 0 && <ul className={`${classes.steps} ${classes.group}`}>{standing.map((barrier) => <BarrierLine key={barrier.id} barrier={barrier} view={view} />)}</ul>}
      {resolved.length > 0 && (
        <details className={classes.group}>
          <summary className="soft">{plural(resolved.length, { one: '# resolved', other: '# resolved' })}</summary>
          <ul className={classes.steps}>
            {resolved.map((barrier) => (
              <li key={barrier.id}><span>{barrier.statement}: <span className="soft">{barrier.resolution}</span></span><span className="soft small">{plural(barrier.ageDays, { one: '# day', other: '# days' })}</span></li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function BarrierLine({ barrier, view }: { barrier: BarrierInPlan; view: PlanView }) {
  const { _ } = useLingui()
  const mayPlan = useMayPlan()
  const [isOpen, setOpen] = useState(false)
  const goals = view.goals.filter(({ id }) => barrier.goalIds.includes(id)).map(({ clientWords }) => `“${clientWords}”`).join(', ')
  return (
    <li id={barrier.id}>
      <span>
        <span className={classes.caution}>{barrier.statement}</span>
        <span className="soft small"> · {_(barrierWords[barrier.type])}{goals && <> · {goals}</>}</span>
      </span>
      <span className="small">{plural(barrier.ageDays, { one: '# day', other: '# days' })}, {partyName(barrier.owner, view)}</span>
      {mayPlan && <ChipButton expanded={isOpen} onClick={() => setOpen(!isOpen)}><Trans>Resolved</Trans></ChipButton>}
      {isOpen && <ResolutionForm barrier={barrier} onDone={() => setOpen(false)} />}
    </li>
  )
}

function ResolutionForm({ barrier, onDone }: { barrier: BarrierInPlan; onDone: () => void }) {
  const [resolution, setResolution] = useState('')
  const { save, saving, problem } = usePlanSave('POST', `/barriers/${barrier.id}/resolution`, onDone)
  return (
    <div className={classes.inPlace} style={{ flexBasis: '100%' }}>
      <Form onSave={() => void save({ resolution })} saving={saving} problem={problem} saveLabel={<Trans>It is resolved</Trans>} others={<Cancel onDone={onDone} />}>
        <LongTextField path="resolution" label={t`How was it resolved?`} value={resolution} problem={problem} minRows={2} onChange={(event) => setResolution(event.currentTarget.value)} />
      </Form>
    </div>
  )
}

export function BarrierForm({ view, onDone }: { view: PlanView; onDone: () => void }) {
  const { _ } = useLingui()
  const [statement, setStatement] = useState('')
  const [type, setType] = useState<BarrierType | null>(null)
  const [owner, setOwner] = useState<Party | null>({ kind: 'case-manager', staffId: null, name: null })
  const [goalIds, setGoalIds] = useState<string[]>([])
  const { save, saving, problem } = usePlanSave('POST', '/barriers', onDone)
  const goals = view.goals.filter((goal) => !finalAttainment(goal)).map(({ id, clientWords }) => ({ value: id, label: clientWords }))
  return (
    <Form onSave={() => void save({ statement, type, owner, goalIds })} saving={saving} problem={problem} saveLabel={<Trans>Add the barrier</Trans>} others={<Cancel onDone={onDone} />}>
      <TextField path="statement" label={t`What is in the way?`} value={statement} problem={problem} onChange={(event) => setStatement(event.currentTarget.value)} />
      <Select id={fieldId('type')} label={t`What kind?`} value={type} data={BarrierType.options.map((value) => ({ value, label: _(barrierWords[value]) }))} onChange={(value) => setType(BarrierType.safeParse(value).data ?? null)} />
      <PartyField path="owner" label={t`Who can move it?`} value={owner} onChange={setOwner} problem={problem} />
      {goals.length > 0 && (
        <Checkbox.Group label={t`Of which goals? (optional)`} value={goalIds} onChange={setGoalIds}>
          <Stack gap={6} mt={6}>{goals.map(({ value, label }) => <Checkbox key={value} value={value} label={`“${label}”`} />)}</Stack>
        </Checkbox.Group>
      )}
    </Form>
  )
}
