// The form of one entry of the directory: new or changed; who saved a moment before is shown beside what was typed.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { ConflictDialog, isConflict } from '../../../web/design/ConflictDialog.tsx'
import { Form } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Named } from '../around.store.ts'
import type { EntryToEdit } from '../edit.actions.ts'
import classes from './directory.module.css'
import { EntryFields, OrganizationField } from './EntryFields.tsx'
import { entryFields, entryOf, typedOf, valuesOf, type Field, type Path, type Typed } from './fields.ts'

interface FormProps {
  path: Path
  /** nothing yet, where it is new */
  opened: EntryToEdit | null
  organization: Named | null
  /** ids whose screens show this too */
  renews: string[]
  onAdded?: (id: string) => void
}

export function EntryForm({ path, opened, organization, renews, onAdded }: FormProps) {
  const fields = entryFields[entryOf[path]]
  const belongs = path === 'services' || path === 'locations'
  const [typed, setTyped] = useState<Typed>(() => startOf(fields, opened?.entry ?? firstWords))
  const [owner, setOwner] = useState(organization?.id ?? null)
  const [version, setVersion] = useState(opened?.version ?? 0)
  const take = (row: Record<string, unknown>) => { setTyped(startOf(fields, row)); setVersion(Number(row.version)); if (belongs) setOwner(typeof row.organization_id === 'string' ? row.organization_id : null) }
  const add = useWrite<object, { id: string }>('POST', `/directory/entries/${path}`, { renews, onSaved: ({ id }) => onAdded?.(id) })
  const change = useWrite<object, EntryToEdit>('PATCH', `/directory/entries/${path}/${opened?.entry.id}`, { renews, onSaved: (saved) => { take(saved.entry); sayDone(t`Saved.`) } })
  const { problem, saving } = opened ? change : add
  const body = { ...valuesOf(fields, typed), ...(belongs && { organization_id: owner }) }
  const saveAt = (ifMatch: number) => void (opened ? change.save(body, { ifMatch }) : add.save(body))
  const theirs: Record<string, unknown> = Object(isConflict(problem) ? problem.current : {})
  return (
    <Form onSave={() => saveAt(version)} saving={saving} problem={isConflict(problem) ? null : problem} saveLabel={opened ? <Trans>Save</Trans> : <Trans>Add it</Trans>}>
      {belongs && <OrganizationField value={owner} known={organization} onChange={setOwner} problem={problem} />}
      <EntryFields fields={fields} typed={typed} change={(more) => setTyped((now) => ({ ...now, ...more }))} problem={problem} />
      <ConflictDialog
        problem={problem} mine={<Differing fields={fields} said={typed} other={typedOf(fields, theirs)} />} theirs={<Differing fields={fields} said={typedOf(fields, theirs)} other={typed} />}
        onKeepMine={() => saveAt(Number(theirs.version))} onTakeTheirs={() => { take(theirs); change.reset() }}
      />
    </Form>
  )
}

const firstWords = { status: 'active', location_type: 'physical' }
const startOf = (fields: readonly Field[], row: Record<string, unknown>) => typedOf(fields, row)

/** Only what is not the same in both. */
export function Differing({ fields, said, other }: { fields: readonly Field[]; said: Typed; other: Typed }) {
  const differing = fields.filter(({ name }) => (said[name] ?? '') !== (other[name] ?? ''))
  if (differing.length === 0) return <p><Trans>The same in both.</Trans></p>
  return (
    <dl className={classes.facts}>
      {differing.map(({ name, label, choices }) => [
        <dt key={`${name} name`}>{label()}</dt>,
        <dd key={name}>{choices?.().find(({ value }) => value === said[name])?.label ?? (said[name] || t`nothing`)}</dd>,
      ])}
    </dl>
  )
}
