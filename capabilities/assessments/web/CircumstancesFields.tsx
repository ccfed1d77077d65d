// How, where, in which language and with whom an assessment is done.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, TextField } from '../../../web/design/Form.tsx'
import { languageWords } from '../../../web/words.ts'
import type { Circumstances, Person } from '../assessment.ts'
import type { AssessmentView } from '../record.ts'
import { codesOf, interpreterWords, modeWords, placeWords, reasonWords, relationWords, type Words } from './words.ts'
import classes from './assessments.module.css'

export const circumstancesOf = (view: AssessmentView): Circumstances => ({
  reason: view.reason ?? 'initial',
  mode: view.mode ?? 'face-to-face',
  place: view.place,
  language: view.language ?? 'en',
  interpreter: view.interpreter ?? 'not-needed',
  interpreterReference: view.interpreterReference,
  people: view.people,
})

const languages = ['en', 'es', 'vi', 'zh', 'fr', 'ht', 'ar', 'ko', 'ru', 'tl', 'pt', 'so', 'uk', 'ase']

interface FieldsProps {
  value: Circumstances
  onChange: (value: Circumstances) => void
  problem: Problem | null
}

export function CircumstancesFields({ value, onChange, problem }: FieldsProps) {
  const { _ } = useLingui()
  const set = (change: Partial<Circumstances>) => onChange({ ...value, ...change })
  const options = <Code extends string>(words: Words<Code>) => codesOf(words).map((code) => ({ value: code, label: _(words[code]) }))
  const pick = <Code extends string>(words: Words<Code>, code: string | null) => codesOf(words).find((each) => each === code)
  const known = languages.includes(value.language) ? languages : [value.language, ...languages]
  return (
    <>
      <ChoiceField path="reason" label={t`Why now`} problem={problem} data={options(reasonWords)} value={value.reason} onChange={(code) => set({ reason: pick(reasonWords, code) ?? value.reason })} />
      <ChoiceField path="mode" label={t`How`} problem={problem} data={options(modeWords)} value={value.mode} onChange={(code) => set({ mode: pick(modeWords, code) ?? value.mode })} />
      {value.mode === 'face-to-face' && <ChoiceField path="place" label={t`Where`} optional problem={problem} data={options(placeWords)} value={value.place} onChange={(code) => set({ place: pick(placeWords, code) ?? null })} />}
      <ChoiceField path="language" label={t`Language spoken`} problem={problem} searchable data={known.map((tag) => ({ value: tag, label: languageWords(tag) }))} value={value.language} onChange={(tag) => set({ language: tag ?? value.language })} />
      <ChoiceField path="interpreter" label={t`Interpreter`} problem={problem} data={options(interpreterWords)} value={value.interpreter} onChange={(code) => set({ interpreter: pick(interpreterWords, code) ?? value.interpreter })} />
      {value.interpreter === 'qualified' && <TextField path="interpreterReference" label={t`Interpreter’s name or number`} optional problem={problem} value={value.interpreterReference} onChange={(event) => set({ interpreterReference: event.currentTarget.value })} />}
      <People people={value.people} onChange={(people) => set({ people })} />
    </>
  )
}

function People({ people, onChange }: { people: Person[]; onChange: (people: Person[]) => void }) {
  const { _ } = useLingui()
  const set = (place: number, change: Partial<Person>) => onChange(people.map((each, at) => (at === place ? { ...each, ...change } : each)))
  return (
    <div className={classes.lines}>
      <strong><Trans>Who takes part</Trans></strong>
      {people.map((person, place) => (
        <div key={place} className={classes.lines}>
          <Group gap={8} wrap="nowrap" align="flex-end">
            <TextInput style={{ flex: 1 }} label={t`Name`} value={person.name} onChange={(event) => set(place, { name: event.currentTarget.value })} />
            <Select w={140} label={t`As`} allowDeselect={false} data={codesOf(relationWords).map((code) => ({ value: code, label: _(relationWords[code]) }))} value={person.relation} onChange={(code) => set(place, { relation: codesOf(relationWords).find((each) => each === code) ?? person.relation })} />
          </Group>
          <Group gap={8} justify="space-between">
            <Checkbox label={t`Told us something`} checked={person.informant} onChange={(event) => set(place, { informant: event.currentTarget.checked })} />
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(people.filter((_each, at) => at !== place))}><Trans>Remove</Trans></Button>
          </Group>
        </div>
      ))}
      <div><Button variant="default" size="compact-sm" onClick={() => onChange([...people, { name: '', relation: 'family', informant: false }])}><Trans>Add a person</Trans></Button></div>
    </div>
  )
}
