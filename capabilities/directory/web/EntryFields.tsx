// The fields of a form of the directory, drawn from its data.
import { t } from '@lingui/core/macro'
import { Select } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { ChoiceField, DayField, fieldId, issueAt, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { useRead } from '../../../web/reads.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Named } from '../around.store.ts'
import type { Field, Typed } from './fields.ts'
import { weekdayNames } from './findWords.ts'

interface FieldsProps {
  fields: readonly Field[]
  typed: Typed
  change: (more: Typed) => void
  problem: Problem | null
  /** before the path of each, where the server names it so */
  under?: string
}

export function EntryFields({ fields, typed, change, problem, under = '' }: FieldsProps) {
  return fields.map((field) => <One key={field.name} field={field} path={`${under}${field.name}`} text={typed[field.name] ?? ''} set={(text) => change({ [field.name]: text })} problem={problem} />)
}

function One({ field: { as = 'line', label, required, hint, choices }, path, text, set, problem }: { field: Field; path: string; text: string; set: (text: string) => void; problem: Problem | null }) {
  const common = { path, label: label(), optional: !required, problem, ...(hint && { description: hint() }) }
  if (as === 'choice') return <ChoiceField {...common} data={choices?.() ?? []} value={text || null} onChange={(chosen) => set(chosen ?? '')} />
  if (as === 'days') return <Days label={label()} text={text} set={set} />
  const typing = { ...common, value: text, onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value) }
  if (as === 'long') return <LongTextField {...typing} minRows={2} />
  if (as === 'day') return <DayField {...typing} />
  return <TextField {...typing} type={as === 'time' ? 'time' : 'text'} {...(as === 'number' && { inputMode: 'decimal' as const })} />
}

/** "MO,WE": pressed are the days on which it is open. */
function Days({ label, text, set }: { label: string; text: string; set: (text: string) => void }) {
  const chosen = text.split(',').filter(Boolean)
  const names = weekdayNames()
  const toggle = (day: string) => Object.keys(names).filter((each) => (each === day ? !chosen.includes(day) : chosen.includes(each))).join(',')
  return <Chips label={label}>{Object.entries(names).map(([day, name]) => <ChipButton key={day} pressed={chosen.includes(day)} onClick={() => set(toggle(day))}>{name}</ChipButton>)}</Chips>
}

/** Whose service it is: found by the words of its name. */
export function OrganizationField({ value, known, onChange, problem }: { value: string | null; known: Named | null; onChange: (id: string | null) => void; problem: Problem | null }) {
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words, 200)
  const found = useRead<Named[]>('/directory/entries/organizations', { query: { words: known?.name === settled ? '' : settled }, keepPrevious: true })
  const offered = [...(known && !found.data?.some(({ id }) => id === known.id) ? [known] : []), ...(found.data ?? [])]
  return (
    <Select
      id={fieldId('organization_id')} name="organization_id" label={t`Organization`} searchable value={value} onChange={onChange} onSearchChange={setWords} error={issueAt(problem, 'organization_id')}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))} filter={({ options }) => options} nothingFoundMessage={t`Nothing is called so. Add the organization first.`} allowDeselect={false}
    />
  )
}
