// The facts of a person: birth date, pronouns, languages, interpreter. Changed in place, with both versions when somebody saved first.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Autocomplete, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Fact } from '../../../web/design/Card.tsx'
import { ConflictDialog, isConflict } from '../../../web/design/ConflictDialog.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { Client } from '../client.ts'
import { birthWords, interpreterWords, modalityWords } from './clientWords.ts'
import { CardWithForm } from './InPlace.tsx'
import { LanguageFields } from './PersonFields.tsx'
import { emptyPerson } from './personForm.ts'

export function AboutCard({ client }: { client: Client }) {
  return (
    <CardWithForm title={<Trans>About</Trans>} add={t`Change`} form={(close) => <AboutForm client={client} onDone={close} />}>
      <div style={{ padding: '0 16px 12px' }}>
        <AboutFacts client={client} />
      </div>
    </CardWithForm>
  )
}

function AboutFacts({ client }: { client: Pick<Client, keyof Changed> }) {
  const { today } = useMe()
  return (
    <>
      <Fact name={<Trans>Born</Trans>}>{birthWords(client, today)}</Fact>
      <Fact name={<Trans>Pronouns</Trans>}>{client.pronouns ?? <Trans>Not asked; use the name</Trans>}</Fact>
      <Fact name={<Trans>Speaks</Trans>}>
        {interpreterWords(client)}
        {client.interpreterModality && ` · ${modalityWords(client.interpreterModality)}`}
      </Fact>
      <Fact name={<Trans>Reads</Trans>}>{languageWords(client.writtenLanguage ?? client.spokenLanguage)}</Fact>
    </>
  )
}

type Changed = Pick<
  Client,
  'birthDate' | 'birthDateEstimated' | 'pronouns' | 'spokenLanguage' | 'writtenLanguage' | 'interpreter' | 'interpreterModality'
>

function AboutForm({ client, onDone }: { client: Client; onDone: () => void }) {
  const { clientId } = useClient()
  const [fields, setFields] = useState<Changed>(client)
  const { save, saving, problem, reset } = useWrite<object>('PATCH', `/clients/${clientId}`, {
    renews: [clientId],
    onSaved: onDone,
  })
  const change = (more: Partial<Changed>) => setFields({ ...fields, ...more })
  const { birthDate, birthDateEstimated, pronouns, spokenLanguage, writtenLanguage, interpreter, interpreterModality } = fields
  const body = {
    birthDate,
    birthDateEstimated,
    pronouns: pronouns || null,
    spokenLanguage,
    writtenLanguage: writtenLanguage || null,
    interpreter,
    interpreterModality: interpreter === 'not-needed' ? null : interpreterModality,
  }
  const saveAt = (version: number) => void save(body, { ifMatch: version })
  const theirs = currentOf(problem?.current)
  return (
    <Form onSave={() => saveAt(client.version)} saving={saving} problem={isConflict(problem) ? null : problem}>
      <TextField
        path="birthDate"
        label={t`Birth date`}
        optional
        description={t`1984-05-17, 1984-05, or only 1984`}
        value={birthDate}
        onChange={(event) => change({ birthDate: event.currentTarget.value })}
        problem={problem}
        autoComplete="off"
      />
      <Checkbox
        label={t`The birth date is an estimate`}
        checked={birthDateEstimated}
        onChange={(event) => change({ birthDateEstimated: event.currentTarget.checked })}
      />
      <Autocomplete
        label={t`Pronouns (optional)`}
        description={t`As the person says them`}
        data={['she/her', 'he/him', 'they/them']}
        value={pronouns ?? ''}
        onChange={(value) => change({ pronouns: value })}
      />
      <LanguageFields
        person={{ ...emptyPerson(''), ...fields, pronouns: pronouns ?? '', writtenLanguage: writtenLanguage ?? '' }}
        change={change}
      />
      <ConflictDialog
        problem={problem}
        mine={<AboutFacts client={fields} />}
        theirs={theirs && <AboutFacts client={theirs} />}
        onKeepMine={() => theirs && saveAt(theirs.version)}
        onTakeTheirs={() => {
          reset()
          onDone()
        }}
      />
    </Form>
  )
}

function currentOf(current: unknown): Client | null {
  return isClient(current) ? current : null
}

const isClient = (value: unknown): value is Client =>
  typeof value === 'object' && value !== null && 'version' in value && 'birthDate' in value
