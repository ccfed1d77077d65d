// The names of a client with the time each was used.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, DayField, Form, TextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { nameText, nameUses, type NameUse, type PersonName } from '../name.ts'
import { nameUseWords, periodWords } from './clientWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { CardWithForm, EndMenu, useClientWrite } from './InPlace.tsx'

export function NamesCard({ names }: { names: PersonName[] }) {
  const { today } = useMe()
  return (
    <CardWithForm title={<Trans>Names</Trans>} add={t`Add a name`} form={(close) => <NameForm onDone={close} />}>
      <Entries label={t`Names`}>
        {names.map((name) => (
          <Entry
            key={name.id}
            kind={nameUseWords(name.use)}
            over={name.untilOn !== null}
            small={periodWords(name, today)}
            acts={name.untilOn === null && <EndMenu path={`/names/${name.id}`} what={nameText(name)} />}
          >
            {nameText(name)}
          </Entry>
        ))}
      </Entries>
    </CardWithForm>
  )
}

function NameForm({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState<{ use: NameUse; given: string; family: string; fromOn: string }>({
    use: 'usual',
    given: '',
    family: '',
    fromOn: '',
  })
  const { save, saving, problem } = useClientWrite<object>('/names', onDone)
  return (
    <Form
      onSave={() => void save({ ...name, fromOn: name.fromOn || null })}
      saving={saving}
      problem={problem}
      saveLabel={<Trans>Add the name</Trans>}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ChoiceField
          path="use"
          label={t`Which name is it?`}
          data={nameUses.map((value) => ({ value, label: nameUseWords(value) }))}
          value={name.use}
          onChange={(use) => setName({ ...name, use: nameUses.find((each) => each === use) ?? 'usual' })}
        />
        <DayField
          path="fromOn"
          label={t`Used since`}
          optional
          value={name.fromOn}
          onChange={(event) => setName({ ...name, fromOn: event.currentTarget.value })}
          problem={problem}
        />
        <TextField
          path="given"
          label={t`First name`}
          aria-required={false}
          value={name.given}
          onChange={(event) => setName({ ...name, given: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
        <TextField
          path="family"
          label={t`Last name`}
          aria-required={false}
          value={name.family}
          onChange={(event) => setName({ ...name, family: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
      </SimpleGrid>
    </Form>
  )
}
