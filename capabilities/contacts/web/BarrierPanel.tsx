// What stands in the way, whose it is to move, and of which goals.
import { t } from '@lingui/core/macro'
import { Checkbox, Select, TextInput } from '@mantine/core'
import type { PanelProps } from './ComposerPanel.tsx'
import type { BarrierDraft } from './composing.ts'
import classes from './composer.module.css'

const empty: BarrierDraft = { statement: '', type: 'access', ownerKind: 'case-manager', ownerName: '', goalIds: [] }

export function BarrierPanel({ of, now, change }: PanelProps) {
  const barrier = now.barrier ?? empty
  const set = (more: Partial<BarrierDraft>) => change({ barrier: { ...barrier, ...more } })
  const named = !['case-manager', 'client'].includes(barrier.ownerKind)
  return (
    <>
      <TextInput label={t`What is in the way`} value={barrier.statement} onChange={(event) => set({ statement: event.currentTarget.value })} />
      <div className={classes.fields}>
        <Select label={t`Kind`} data={types()} value={barrier.type} allowDeselect={false} onChange={(type) => set({ type: type ?? 'other' })} />
        <Select label={t`Whose it is to move`} data={owners()} value={barrier.ownerKind} allowDeselect={false} onChange={(ownerKind) => set({ ownerKind: ownerKind ?? 'case-manager' })} />
        {named && <TextInput label={t`Name`} value={barrier.ownerName} onChange={(event) => set({ ownerName: event.currentTarget.value })} />}
      </div>
      {of.goals.length > 0 && (
        <Checkbox.Group label={t`It stands between the client and`} value={barrier.goalIds} onChange={(goalIds) => set({ goalIds })}>
          {of.goals.map((goal) => <Checkbox key={goal.id} value={goal.id} mt={6} label={<>“{goal.clientWords}”</>} />)}
        </Checkbox.Group>
      )}
    </>
  )
}

const types = () => [
  { value: 'access', label: t`Access to a service` }, { value: 'transport', label: t`Transport` }, { value: 'cost', label: t`Cost` }, { value: 'language', label: t`Language` },
  { value: 'client', label: t`The client’s own` }, { value: 'caregiver', label: t`A caregiver’s` }, { value: 'provider', label: t`A provider` }, { value: 'payer', label: t`The payer` },
  { value: 'employer', label: t`The employer` }, { value: 'system', label: t`The system` }, { value: 'other', label: t`Other` },
]

const owners = () => [
  { value: 'case-manager', label: t`Mine` }, { value: 'client', label: t`The client’s` }, { value: 'support', label: t`Family or friend` }, { value: 'provider', label: t`A provider` },
  { value: 'payer', label: t`The payer` }, { value: 'employer', label: t`The employer` },
]
