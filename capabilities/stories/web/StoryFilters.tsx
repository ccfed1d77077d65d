// Everything ▾ · Everyone ▾ · All goals ▾ · Any time ▾: each choice lives in the address.
import { t } from '@lingui/core/macro'
import { Popover, TextInput } from '@mantine/core'
import { useSearchParam } from '../../../web/address.ts'
import { MenuOnPress } from '../../../web/design/MenuOnPress.tsx'
import type { StoryKind } from '../story.ts'
import type { CaseChart } from './chart.ts'
import classes from './client.module.css'

interface Choice { value: string; label: string }
type Goals = NonNullable<CaseChart['plan']>['goals']

export function StoryFilters({ authors, goals }: { authors: { id: string; name: string }[]; goals: Goals }) {
  return (
    <div className={`${classes.filters} no-print`}>
      <Filter name="kind" all={t`Everything`} label={t`Kind`} choices={kindChoices()} />
      <Filter name="by" all={t`Everyone`} label={t`Person`} choices={authors.map(({ id, name }) => ({ value: id, label: name }))} />
      {goals.length > 0 && <Filter name="goal" all={t`All goals`} label={t`Goal`} choices={goals.map(({ id, clientWords, statement }) => ({ value: id, label: clientWords || statement }))} />}
      <TimeFilter />
    </div>
  )
}

function kindChoices(): Choice[] {
  const words: Record<StoryKind, string> = {
    contacts: t`Contacts`, assessments: t`Assessments`, plan: t`Plan and goals`, status: t`The case itself`, people: t`Person and people`, consents: t`Consents`, tasks: t`Tasks`,
  }
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

function Filter({ name, all, label, choices }: { name: string; all: string; label: string; choices: Choice[] }) {
  const [value, setValue] = useSearchParam(name)
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <MenuOnPress entries={[{ label: all, onPress: () => setValue(null) }, ...choices.map((choice) => ({ label: choice.label, onPress: () => setValue(choice.value) }))]}
      button={<button type="button" className={classes.filter} data-set={value !== ''} aria-label={`${label}: ${chosen?.label ?? all}`}>{chosen?.label ?? all} ▾</button>} />
  )
}

function TimeFilter() {
  const [from, setFrom] = useSearchParam('from')
  const [until, setUntil] = useSearchParam('until')
  const said = from || until ? `${from || '…'} – ${until || '…'}` : t`Any time`
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target><button type="button" className={classes.filter} data-set={Boolean(from || until)} aria-label={t`Time: ${said}`}>{said} ▾</button></Popover.Target>
      <Popover.Dropdown style={{ display: 'grid', gap: 10 }} aria-label={t`Time`}>
        <TextInput type="date" label={t`From`} value={from} max={until || undefined} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput type="date" label={t`Until`} value={until} min={from || undefined} onChange={(event) => setUntil(event.currentTarget.value)} />
      </Popover.Dropdown>
    </Popover>
  )
}
