// Adding a name: which one it is, its parts, and since when it is used.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, DayField, Form, TextField } from '../../../web/design/Form.tsx'
import { nameUses } from '../name.ts'
import { bound } from './bound.ts'
import { nameUseWords } from './clientWords.ts'
import { useClientWrite } from './InPlace.tsx'

interface Fields {
  use: string
  given: string
  family: string
  fromOn: string | null
}

export function NameForm({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState<Fields>({ use: 'usual', given: '', family: '', fromOn: null })
  const { save, saving, problem } = useClientWrite<Fields>('/names', onDone)
  const { text, day } = bound(name, (more) => setName({ ...name, ...more }), problem)
  const uses = nameUses.map((value) => ({ value, label: nameUseWords(value) }))
  return (
    <Form onSave={() => void save(name)} saving={saving} problem={problem} saveLabel={<Trans>Add the name</Trans>}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ChoiceField
          path="use"
          label={t`Which name is it?`}
          data={uses}
          value={name.use}
          onChange={(use) => setName({ ...name, use: use ?? 'usual' })}
        />
        <DayField {...day('fromOn')} label={t`Used since`} optional />
        <TextField {...text('given')} label={t`First name`} aria-required={false} />
        <TextField {...text('family')} label={t`Last name`} aria-required={false} />
      </SimpleGrid>
    </Form>
  )
}
