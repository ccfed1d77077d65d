// Who answers: said in a few words, and chosen in a form — one kind of party, and its name where it needs one (INV-28).
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Select, TextInput } from '@mantine/core'
import { fieldId, issueAt } from '../../../web/design/Form.tsx'
import { useClient } from '../../../web/client.tsx'
import { useMe } from '../../../web/me.tsx'
import type { Problem } from '../../../web/api.ts'
import { PartyKind, type Party } from '../party.ts'
import type { PlanView } from './usePlan.ts'
import { partyWords } from './words.ts'

/** “Linda Tran”, “Laura Finch”, “Dr. Pham”. */
export function partyName({ kind, staffId, name }: Party, view: Pick<PlanView, 'client' | 'staff'>): string {
  if (kind === 'client') return view.client.name
  return name ?? view.staff[staffId ?? ''] ?? t`Case manager`
}

export const client: Party = { kind: 'client', staffId: null, name: null }

export function PartyField({ path, label, value, onChange, problem, emptyLabel }: {
  path: string
  label: string
  value: Party | null
  onChange: (party: Party | null) => void
  problem?: Problem | null
  /** offered first, where nobody need be chosen yet */
  emptyLabel?: string
}) {
  const { _ } = useLingui()
  const { displayName } = useClient()
  const { staff } = useMe()
  const kinds = PartyKind.options.toSorted((a, b) => (a === 'client' ? -1 : b === 'client' ? 1 : 0))
  const said = (kind: PartyKind) => (kind === 'client' ? displayName : kind === 'case-manager' ? `${_(partyWords[kind])} (${staff.name})` : _(partyWords[kind]))
  const choose = (chosen: string | null) => {
    const kind = PartyKind.safeParse(chosen).data
    onChange(kind ? { kind, staffId: null, name: kind === value?.kind ? value.name : null } : null)
  }
  const isNamed = value !== null && value.kind !== 'client' && value.kind !== 'case-manager'
  return (
    <>
      <Select id={fieldId(path)} label={label} data={kinds.map((kind) => ({ value: kind, label: said(kind) }))} value={value?.kind ?? null} onChange={choose}
        placeholder={emptyLabel} allowDeselect={emptyLabel !== undefined} error={issueAt(problem, path)} />
      {isNamed && (
        <TextInput id={fieldId(`${path}.name`)} label={t`Name`} value={value.name ?? ''} aria-required
          onChange={(event) => onChange({ ...value, name: event.currentTarget.value || null })} error={issueAt(problem, `${path}.name`)} />
      )}
    </>
  )
}
