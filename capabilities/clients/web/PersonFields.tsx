// The fields of a new person: who it is, and in which language to speak with them.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Autocomplete, Checkbox, Select, SimpleGrid } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { TextField } from '../../../web/design/Form.tsx'
import { languageWords } from '../../../web/words.ts'
import { modalityWords } from './clientWords.ts'
import type { PersonForm } from './personForm.ts'

interface Fields {
  person: PersonForm
  change: (more: Partial<PersonForm>) => void
}

const has = (problem: Problem | null, path: string) => problem?.issues.find((issue) => issue.path.startsWith(path))?.message

export function WhoFields({ person, change, problem }: Fields & { problem: Problem | null }) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField
          path="names.0.given"
          label={t`First name`}
          aria-required={false}
          value={person.given}
          onChange={(event) => change({ given: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
        <TextField
          path="names.0.family"
          label={t`Last name`}
          aria-required={false}
          value={person.family}
          onChange={(event) => change({ family: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
        <TextField
          path="preferred"
          label={t`Goes by`}
          optional
          description={t`The name they want to be called`}
          value={person.preferred}
          onChange={(event) => change({ preferred: event.currentTarget.value })}
          autoComplete="off"
        />
        <Autocomplete
          label={t`Pronouns (optional)`}
          description={t`As the person says them`}
          data={['she/her', 'he/him', 'they/them']}
          value={person.pronouns}
          onChange={(pronouns) => change({ pronouns })}
        />
        <TextField
          path="birthDate"
          label={t`Birth date`}
          optional
          description={t`1984-05-17, 1984-05, or only 1984`}
          value={person.birthDate}
          onChange={(event) => change({ birthDate: event.currentTarget.value })}
          error={has(problem, 'birthDate')}
          autoComplete="off"
          inputMode="numeric"
        />
        <TextField
          path="phone"
          label={t`Phone`}
          optional
          description={t`With the area code`}
          value={person.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
          error={has(problem, 'contactPoints')}
          type="tel"
          autoComplete="off"
        />
      </SimpleGrid>
      <Checkbox
        label={t`The birth date is an estimate`}
        checked={person.birthDateEstimated}
        onChange={(event) => change({ birthDateEstimated: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField
          path="memberValue"
          label={t`Member or claim number`}
          optional
          value={person.memberValue}
          onChange={(event) => change({ memberValue: event.currentTarget.value })}
          error={has(problem, 'identifiers')}
          autoComplete="off"
        />
        <TextField
          path="memberSystem"
          label={t`Whose number is it?`}
          optional
          placeholder={t`Health plan, insurer, Medicaid`}
          value={person.memberSystem}
          onChange={(event) => change({ memberSystem: event.currentTarget.value })}
          autoComplete="off"
        />
      </SimpleGrid>
    </>
  )
}

export const languageTags = [
  'en',
  'es',
  'vi',
  'zh',
  'tl',
  'ar',
  'fr',
  'ht',
  'ko',
  'pt',
  'ru',
  'so',
  'sw',
  'uk',
  'fa',
  'ps',
  'my',
  'hmn',
  'ase',
  'de',
  'pl',
  'hi',
  'ur',
  'bn',
  'am',
  'ti',
]
export const languageOptions = () =>
  languageTags
    .map((value) => ({ value, label: value === 'ase' ? t`American Sign Language` : languageWords(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))

export function LanguageFields({ person, change }: Fields) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t`Speaks`}
        searchable
        data={languageOptions()}
        allowDeselect={false}
        value={person.spokenLanguage}
        onChange={(value) => value && change({ spokenLanguage: value })}
      />
      <Select
        label={t`Reads (optional)`}
        description={t`Where it differs`}
        searchable
        clearable
        data={languageOptions()}
        value={person.writtenLanguage || null}
        onChange={(value) => change({ writtenLanguage: value ?? '' })}
      />
      <Select
        label={<Trans>Interpreter</Trans>}
        allowDeselect={false}
        data={[
          { value: 'not-needed', label: t`Not needed` },
          { value: 'preferred', label: t`Preferred` },
          { value: 'needed', label: t`Needed` },
        ]}
        value={person.interpreter}
        onChange={(interpreter) => interpreter && change({ interpreter })}
      />
      {person.interpreter !== 'not-needed' && (
        <Select
          label={t`How does the interpreter take part? (optional)`}
          clearable
          data={(['in-person', 'video', 'phone', 'sign'] as const).map((value) => ({ value, label: modalityWords(value) }))}
          value={person.interpreterModality}
          onChange={(interpreterModality) => change({ interpreterModality })}
        />
      )}
    </SimpleGrid>
  )
}
