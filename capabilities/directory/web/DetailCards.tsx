// What hangs on an entry: phones, hours, languages, … each in a line, added, changed and removed in place.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { ConflictDialog, isConflict } from '../../../web/design/ConflictDialog.tsx'
import { Form } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { EntryToEdit } from '../edit.actions.ts'
import { languageCode } from '../languages.ts'
import classes from './directory.module.css'
import { EntryFields } from './EntryFields.tsx'
import { Differing } from './EntryForm.tsx'
import { detailDefaults, detailFields, entryOf, hangsOn, kindWords, typedOf, valuesOf, type DetailKind, type Path, type Typed } from './fields.ts'
import { hoursWords } from './findWords.ts'

type Known = EntryToEdit['details'][number]
interface On { path: Path; id: string; renews: string[] }

export function DetailCards({ details, ...on }: On & { details: Known[] }) {
  return hangsOn[entryOf[on.path]].map((kind) => <DetailCard key={kind} kind={kind} details={details.filter((each) => each.kind === kind)} {...on} />)
}

function DetailCard({ kind, details, ...on }: On & { kind: DetailKind; details: Known[] }) {
  const [open, setOpen] = useState<string | null>(null)
  const words = kindWords(kind)
  const close = () => setOpen(null)
  return (
    <Card title={words} aside={<Button variant="default" size="compact-sm" onClick={() => setOpen('new')} aria-label={t`Add: ${words}`}><Trans>Add</Trans></Button>}>
      <ul className={classes.details} aria-label={words}>
        {details.map((each) => <li key={each.id}>{open === each.id ? <DetailForm kind={kind} known={each} onDone={close} {...on} /> : <DetailLine kind={kind} known={each} onChange={() => setOpen(each.id)} {...on} />}</li>)}
        {open === 'new' && <li><DetailForm kind={kind} known={null} onDone={close} {...on} /></li>}
      </ul>
      {details.length === 0 && open === null && <p className={classes.note}><Trans>Nothing yet.</Trans></p>}
    </Card>
  )
}

interface LineProps extends On { kind: DetailKind; known: Known }

function DetailLine({ kind, known, onChange, ...on }: LineProps & { onChange: () => void }) {
  const words = lineWords(kind, known.body)
  const at = `/directory/entries/${on.path}/${on.id}/details`
  const { save: putBack } = useWrite<object>('POST', at, { renews: on.renews })
  const { save, saving } = useWrite<object>('POST', `${at}/${known.id}/removal`, {
    renews: on.renews, onSaved: () => sayDone(t`Removed: ${words}`, () => void putBack({ id: known.id, kind, body: sayable(known.body) })),
  })
  return (
    <div className={classes.detail}>
      <span>{words}</span>
      <Group gap={6} wrap="nowrap">
        <Button variant="default" size="compact-sm" onClick={onChange} aria-label={t`Change: ${words}`}><Trans>Change</Trans></Button>
        <Button variant="default" size="compact-sm" loading={saving} onClick={() => void save({})} aria-label={t`Remove: ${words}`}><Trans>Remove</Trans></Button>
      </Group>
    </div>
  )
}

/** Fields that the form does not show stay as they are. */
function DetailForm({ kind, known, onDone, ...on }: On & { kind: DetailKind; known: Known | null; onDone: () => void }) {
  const fields = detailFields[kind]
  const [id] = useState(() => known?.id ?? newId())
  const [typed, setTyped] = useState<Typed>(() => typedOf(fields, known?.body ?? detailDefaults[kind] ?? {}))
  const { save, saving, problem, reset } = useWrite<object>('POST', `/directory/entries/${on.path}/${on.id}/details`, { renews: on.renews, onSaved: () => { sayDone(t`Saved.`); onDone() } })
  const kept = known ? sayable(known.body) : (detailDefaults[kind] ?? {})
  const body = { ...kept, ...Object.fromEntries(Object.entries(valuesOf(fields, typed)).map(([name, value]) => [name, value ?? ''])), ...(kind === 'language' && { code: languageCode(typed.name ?? '').code ?? '' }) }
  const saveAt = (version: number | undefined) => void save({ id, kind, body, ...(version !== undefined && { version }) })
  const theirs: { body?: Record<string, unknown>; version?: number } = Object(isConflict(problem) ? problem.current : {})
  const saved = typedOf(fields, theirs.body ?? {})
  return (
    <div className={classes.inPlace}>
      <Form onSave={() => saveAt(known?.version)} saving={saving} problem={isConflict(problem) ? null : problem} others={<Button variant="default" onClick={onDone}><Trans>Cancel</Trans></Button>}>
        <EntryFields fields={fields} typed={typed} change={(more) => setTyped((now) => ({ ...now, ...more }))} problem={problem} />
      </Form>
      <ConflictDialog problem={problem} mine={<Differing fields={fields} said={typed} other={saved} />} theirs={<Differing fields={fields} said={saved} other={typed} />}
        onKeepMine={() => saveAt(theirs.version)} onTakeTheirs={() => { reset(); onDone() }} />
    </div>
  )
}

const sayable = (body: Record<string, unknown>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]): [string, string | number][] => (typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [])))

function lineWords(kind: DetailKind, body: Record<string, unknown>): string {
  const said = typedOf(detailFields[kind], body)
  const text = (name: string) => said[name] || null
  if (kind === 'schedule') return hoursWords({ byday: text('byday'), opensAt: text('opens_at'), closesAt: text('closes_at'), notes: text('notes'), freq: typeof body.freq === 'string' ? body.freq : null })
  if (kind === 'address') return [text('address_1'), text('address_2'), text('city'), [text('state_province'), text('postal_code')].filter(Boolean).join(' '), text('region')].filter(Boolean).join(', ')
  return detailFields[kind].map(({ name, choices }) => choices?.().find(({ value }) => value === said[name])?.label ?? said[name]).filter(Boolean).join(', ') || t`Without words`
}
