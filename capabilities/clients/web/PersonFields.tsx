// The fields of a new person: who it is, and in which language to speak with them.
import { t } from '@lingui/core/macro'
import { Autocomplete, Checkbox, Select, SimpleGrid } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { TextField } from '../../../web/design/Form.tsx'
import { languageWords } from '../../../web/words.ts'
import { bound } from './bound.ts'
import { modalityWords } from './clientWords.ts'
import type { PersonForm } from './personForm.ts'

interface Fields {
  person: PersonForm
  change: (more: Partial<PersonForm>) => void
}
interface FieldsWithProblem extends Fields {
  problem: Problem | null
}

const two = { base: 1, xs: 2 }
const issueUnder = (problem: Problem | null, path: string) =>
  problem?.issues.find((issue) => issue.path.startsWith(path))?.message

export function WhoFields(fields: FieldsWithProblem) {
  return (
    <>
      <CalledFields {...fields} />
      <BirthFields {...fields} />
      <NumberFields {...fields} />
    </>
  )
}

function CalledFields({ person, change, problem }: FieldsWithProblem) {
  const { text } = bound(person, (more) => change({ ...person, ...more }), problem)
  const called = t`The name they want to be called`
  return (
    <SimpleGrid cols={two}>
      <TextField {...text('given')} label={t`First name`} aria-required={false} error={issueUnder(problem, 'names')} />
      <TextField {...text('family')} label={t`Last name`} aria-required={false} />
      <TextField {...text('preferred')} label={t`Goes by`} optional description={called} />
      <PronounsField value={person.pronouns} onChange={(pronouns) => change({ pronouns })} />
    </SimpleGrid>
  )
}

export function PronounsField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const offered = ['she/her', 'he/him', 'they/them']
  return (
    <Autocomplete
      label={t`Pronouns (optional)`}
      description={t`As the person says them`}
      data={offered}
      value={value}
      onChange={onChange}
    />
  )
}

function BirthFields({ person, change, problem }: FieldsWithProblem) {
  const { text } = bound(person, (more) => change({ ...person, ...more }), problem)
  const error = issueUnder(problem, 'contactPoints')
  return (
    <>
      <SimpleGrid cols={two}>
        <TextField {...text('birthDate')} label={t`Birth date`} optional description={t`1984-05-17, 1984-05, or only 1984`} />
        <TextField {...text('phone')} label={t`Phone`} optional description={t`With the area code`} error={error} type="tel" />
      </SimpleGrid>
      <EstimateField checked={person.birthDateEstimated} onChange={(birthDateEstimated) => change({ birthDateEstimated })} />
    </>
  )
}

export function EstimateField({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <Checkbox
      label={t`The birth date is an estimate`}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

function NumberFields({ person, change, problem }: FieldsWithProblem) {
  const { text } = bound(person, (more) => change({ ...person, ...more }), problem)
  return (
    <SimpleGrid cols={two}>
      <TextField {...text('memberValue')} label={t`Member or claim number`} optional error={issueUnder(problem, 'identifiers')} />
      <TextField
        {...text('memberSystem')}
        label={t`Whose number is it?`}
        optional
        placeholder={t`Health plan, insurer, Medicaid`}
      />
    </SimpleGrid>
  )
}

const languageTags = 'en es vi zh tl ar fr ht ko pt ru so sw uk fa ps my hmn ase de pl hi ur bn am ti'.split(' ')
const languageLabel = (tag: string) => (tag === 'ase' ? t`American Sign Language` : languageWords(tag))

/** The languages offered, by name; `kept` adds one that a record already holds. */
export function languageOptions(kept?: string | null) {
  const tags = kept && !languageTags.includes(kept) ? [...languageTags, kept] : languageTags
  return tags.map((value) => ({ value, label: languageLabel(value) })).sort((a, b) => a.label.localeCompare(b.label))
}

export function LanguageFields({ person, change }: Fields) {
  const { spokenLanguage: speaks, writtenLanguage: reads, interpreter } = person
  const speak = (value: string | null) => value && change({ spokenLanguage: value })
  const read = (value: string | null) => change({ writtenLanguage: value ?? '' })
  return (
    <SimpleGrid cols={two}>
      <Select label={t`Speaks`} searchable data={languageOptions(speaks)} allowDeselect={false} value={speaks} onChange={speak} />
      <Select
        label={t`Reads (optional)`}
        description={t`Where it differs`}
        searchable
        clearable
        data={languageOptions(reads)}
        value={reads || null}
        onChange={read}
      />
      <InterpreterField person={person} change={change} />
      {interpreter !== 'not-needed' && <ModalityField person={person} change={change} />}
    </SimpleGrid>
  )
}

function InterpreterField({ person, change }: Fields) {
  const data = [
    { value: 'not-needed' as const, label: t`Not needed` },
    { value: 'preferred' as const, label: t`Preferred` },
    { value: 'needed' as const, label: t`Needed` },
  ]
  return (
    <Select
      label={t`Interpreter`}
      allowDeselect={false}
      data={data}
      value={person.interpreter}
      onChange={(interpreter) => interpreter && change({ interpreter })}
    />
  )
}

function ModalityField({ person, change }: Fields) {
  const data = (['in-person', 'video', 'phone', 'sign'] as const).map((value) => ({ value, label: modalityWords(value) }))
  const label = t`How does the interpreter take part? (optional)`
  return (
    <Select
      label={label}
      clearable
      data={data}
      value={person.interpreterModality}
      onChange={(interpreterModality) => change({ interpreterModality })}
    />
  )
}
