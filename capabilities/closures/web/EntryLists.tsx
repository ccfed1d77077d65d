// The two lists of a summary: services that go on, and needs that are not met. Entries begin with the plan's and can be added to.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { newId } from '../../../web/api.ts'
import { fieldId } from '../../../web/design/Form.tsx'
import type { ContinuingService, UnmetNeed } from '../closure.ts'
import classes from './closure.module.css'

interface ListProps<Entry> { entries: Entry[]; onChange: (entries: Entry[]) => void }
const replaced = <Entry extends { id: string }>(entries: Entry[], id: string, changes: Partial<Entry>): Entry[] => entries.map((each) => (each.id === id ? { ...each, ...changes } : each))

export function ServiceList({ entries, onChange }: ListProps<ContinuingService>) {
  return (
    <section id={fieldId('services')} aria-label={t`Services that continue`} className={classes.entries} tabIndex={-1}>
      <p className={classes.label}><Trans>Services that continue, and whom to call</Trans></p>
      {entries.map((each) => {
        const set = (changes: Partial<ContinuingService>) => onChange(replaced(entries, each.id, changes))
        return (
          <div key={each.id} className={classes.entry}>
            <TextInput label={t`Service`} value={each.service} onChange={(event) => set({ service: event.currentTarget.value })} />
            <div className={classes.pair}>
              <TextInput label={t`Who gives it`} value={each.provider} onChange={(event) => set({ provider: event.currentTarget.value })} />
              <TextInput label={t`How to reach them`} value={each.contact} onChange={(event) => set({ contact: event.currentTarget.value })} />
            </div>
            <TextInput label={t`Note`} value={each.note} onChange={(event) => set({ note: event.currentTarget.value })} />
            <div><Button variant="subtle" size="compact-sm" onClick={() => onChange(entries.filter(({ id }) => id !== each.id))}><Trans>Take {each.service || t`this service`} off the list</Trans></Button></div>
          </div>
        )
      })}
      <div><Button variant="default" size="compact-sm" onClick={() => onChange([...entries, { id: newId(), service: t`New service`, provider: '', contact: '', note: '' }])}><Trans>Add a service</Trans></Button></div>
    </section>
  )
}

export function UnmetNeedList({ entries, onChange }: ListProps<UnmetNeed>) {
  return (
    <section id={fieldId('unmetNeeds')} aria-label={t`Needs that are not met`} className={classes.entries} tabIndex={-1}>
      <p className={classes.label}><Trans>What is still needed</Trans></p>
      {entries.length === 0 && <p className={classes.state}><Trans>Every confirmed need of the plan is met.</Trans></p>}
      {entries.map((each) => {
        const set = (changes: Partial<UnmetNeed>) => onChange(replaced(entries, each.id, changes))
        return (
          <div key={each.id} className={classes.entry}>
            <TextInput label={t`Need`} value={each.statement} onChange={(event) => set({ statement: event.currentTarget.value })} />
            <Textarea label={t`Why it is not met`} autosize minRows={1} value={each.why} onChange={(event) => set({ why: event.currentTarget.value })} />
            <Textarea label={t`What the person can do now`} autosize minRows={1} value={each.whatNow} onChange={(event) => set({ whatNow: event.currentTarget.value })} />
            <div><Button variant="subtle" size="compact-sm" onClick={() => onChange(entries.filter(({ id }) => id !== each.id))}><Trans>Take {each.statement || t`this need`} off the list</Trans></Button></div>
          </div>
        )
      })}
      <div><Button variant="default" size="compact-sm" onClick={() => onChange([...entries, { id: newId(), statement: t`New need`, why: '', whatNow: '' }])}><Trans>Add a need</Trans></Button></div>
    </section>
  )
}
