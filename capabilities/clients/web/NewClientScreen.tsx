// Registering a client: first look whether the person is already here, then write down who they are.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { newId } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Form } from '../../../web/design/Form.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Client } from '../client.ts'
import type { Duplicate } from '../duplicate.ts'
import { Alike } from './Alike.tsx'
import { LanguageFields, WhoFields } from './PersonFields.tsx'
import { emptyPerson, personBody, type PersonForm } from './personForm.ts'
import { typedBefore } from './typed.ts'

export default function NewClientScreen() {
  const go = useGo()
  const [id] = useState(newId)
  const [person, setPerson] = useState<PersonForm>(() => emptyPerson(typedBefore()))
  const [different, setDifferent] = useState<string[]>([])
  const look = useWrite<object, Duplicate[]>('POST', '/clients/likely-duplicates')
  const register = useWrite<object, Client>('POST', '/clients')
  const found = look.saved
  const waiting = (found ?? []).filter(({ verdict, client }) => verdict === 'likely' && !different.includes(client.id))
  const change = (more: Partial<PersonForm>) => {
    setPerson({ ...person, ...more })
    if (lookedAt(more)) look.reset()
  }
  const lookNow = () => void look.save(personBody(person))
  const save = async () => {
    const saved = await register.save({ id, ...personBody(person), differentFrom: different })
    if (saved) go(`/clients/${saved.id}/details`)
  }
  return (
    <Screen title={t`New client`} lead={<Trans>First see whether this person is already here. One person has one record.</Trans>}>
      <Card padded title={<Trans>Who is it?</Trans>}>
        <Form onSave={lookNow} saving={look.saving} problem={look.problem} saveLabel={<Trans>Look for this person</Trans>}>
          <WhoFields person={person} problem={look.problem ?? register.problem} change={change} />
        </Form>
      </Card>
      {found && <Alike found={found} different={different} onDifferent={(clientId) => setDifferent([...different, clientId])} />}
      {found && waiting.length === 0 && (
        <Card padded title={<Trans>How do they speak and read?</Trans>}>
          <Form
            onSave={() => void save()}
            saving={register.saving}
            problem={register.problem}
            saveLabel={<Trans>Register</Trans>}
          >
            <LanguageFields person={person} change={change} />
          </Form>
        </Card>
      )}
    </Screen>
  )
}

/** What the look was about: after a change of these, look again. */
function lookedAt(more: Partial<PersonForm>): boolean {
  return ['given', 'family', 'preferred', 'birthDate', 'phone', 'memberSystem', 'memberValue'].some((field) => field in more)
}
