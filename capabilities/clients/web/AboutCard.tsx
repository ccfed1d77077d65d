// The facts of a person: birth date, pronouns, languages, interpreter. Changed in place, with both versions when somebody saved first.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { useClient } from '../../../web/client.tsx'
import { Fact } from '../../../web/design/Card.tsx'
import { ConflictDialog, isConflict } from '../../../web/design/ConflictDialog.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { Client } from '../client.ts'
import { bound } from './bound.ts'
import { birthWords, interpreterWords, modalityWords } from './clientWords.ts'
import { CardWithForm } from './InPlace.tsx'
import { EstimateField, LanguageFields, PronounsField } from './PersonFields.tsx'
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
  const write = { renews: [clientId], onSaved: onDone }
  const { save, saving, problem, reset } = useWrite<object>('PATCH', `/clients/${clientId}`, write)
  const saveAt = (version: number) => void save(bodyOf(fields), { ifMatch: version })
  const theirs = currentOf(problem?.current)
  const takeTheirs = () => {
    reset()
    onDone()
  }
  return (
    <Form onSave={() => saveAt(client.version)} saving={saving} problem={isConflict(problem) ? null : problem}>
      <AboutFields fields={fields} problem={problem} change={(more) => setFields({ ...fields, ...more })} />
      <ConflictDialog
        problem={problem}
        mine={<AboutFacts client={fields} />}
        theirs={theirs && <AboutFacts client={theirs} />}
        onKeepMine={() => theirs && saveAt(theirs.version)}
        onTakeTheirs={takeTheirs}
      />
    </Form>
  )
}

interface AboutFieldsProps {
  fields: Changed
  problem: Problem | null
  change: (more: Partial<Changed>) => void
}

function AboutFields({ fields, problem, change }: AboutFieldsProps) {
  const { text } = bound(fields, (more) => change({ ...fields, ...more }), problem)
  const { pronouns, writtenLanguage } = fields
  const person = { ...emptyPerson(''), ...fields, pronouns: pronouns ?? '', writtenLanguage: writtenLanguage ?? '' }
  return (
    <>
      <TextField {...text('birthDate')} label={t`Birth date`} optional description={t`1984-05-17, 1984-05, or only 1984`} />
      <EstimateField checked={fields.birthDateEstimated} onChange={(birthDateEstimated) => change({ birthDateEstimated })} />
      <PronounsField value={pronouns ?? ''} onChange={(value) => change({ pronouns: value })} />
      <LanguageFields person={person} change={change} />
    </>
  )
}

function bodyOf({
  birthDate,
  birthDateEstimated,
  pronouns,
  spokenLanguage,
  writtenLanguage,
  interpreter,
  interpreterModality,
}: Changed) {
  const modality = interpreter === 'not-needed' ? null : interpreterModality
  const spoken = { spokenLanguage, writtenLanguage: writtenLanguage || null, interpreter, interpreterModality: modality }
  return { birthDate, birthDateEstimated, pronouns: pronouns || null, ...spoken }
}

function currentOf(current: unknown): Client | null {
  return isClient(current) ? current : null
}

const isClient = (value: unknown): value is Client =>
  typeof value === 'object' && value !== null && 'version' in value && 'birthDate' in value
