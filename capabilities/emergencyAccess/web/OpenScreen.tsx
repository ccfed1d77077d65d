// Somebody is in danger whom I do not work with: find them by whole name and birth date, say what is happening, and have the record for a while.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useGo, useSearchParam } from '../../../web/address.ts'
import { newId } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, DayField, fieldId, Form, issueAt, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { PasswordAgain } from '../../../web/signIn/PasswordAgain.tsx'
import { dayWords } from '../../../web/words.ts'
import { longestMinutes, reasonCodes, type Emergency, type FoundInEmergency, type ReasonCode } from '../emergency.ts'
import { reasonWords } from './emergencyWords.ts'

export default function OpenScreen() {
  const [named] = useSearchParam('client')
  const [chosen, choose] = useState<Pick<FoundInEmergency, 'id' | 'displayName'> | null>(named ? { id: named, displayName: '' } : null)
  return (
    <Screen title={t`Open a record in an emergency`} lead={<Trans>For somebody in danger whom you do not work with. Whoever guards privacy here is told at once, and looks at it afterwards.</Trans>}>
      {chosen ? <Opening client={chosen} onBack={named ? null : () => choose(null)} /> : <Finding onFound={choose} />}
    </Screen>
  )
}

function Finding({ onFound }: { onFound: (client: FoundInEmergency) => void }) {
  const { today } = useMe()
  const [asked, ask] = useState({ name: '', birthDate: '' })
  const { save, saving, problem, saved } = useWrite<typeof asked, { found: FoundInEmergency[] }>('POST', '/emergency-access/search')
  return (
    <>
      <Card title={<Trans>Who is it?</Trans>} padded>
        <Form onSave={() => void save(asked)} saving={saving} problem={problem} saveLabel={<Trans>Find</Trans>}>
          <TextField path="name" label={t`Whole name`} value={asked.name} onChange={(event) => ask({ ...asked, name: event.currentTarget.value })} problem={problem} autoComplete="off" />
          <DayField path="birthDate" label={t`Birth date`} value={asked.birthDate} onChange={(event) => ask({ ...asked, birthDate: event.currentTarget.value })} problem={problem} />
        </Form>
      </Card>
      {saved && (
        <Card title={<Trans>Found</Trans>}>
          {saved.found.length === 0
            ? <Empty title={<Trans>Nobody here has this name and birth date.</Trans>}><Trans>Both must be exact. Call your supervisor if you are sure.</Trans></Empty>
            : (
              <Rows label={t`Found`}>
                {saved.found.map((each) => (
                  <Row key={each.id} plain title={each.displayName} why={each.birthDate ? t`Born ${dayWords(each.birthDate, today)}` : ''}
                    action={<Button size="compact-sm" onClick={() => onFound(each)} aria-label={t`Choose ${each.displayName}`}><Trans>Choose</Trans></Button>} />
                ))}
              </Rows>
            )}
        </Card>
      )}
    </>
  )
}

function Opening({ client, onBack }: { client: Pick<FoundInEmergency, 'id' | 'displayName'>; onBack: (() => void) | null }) {
  const go = useGo()
  const [id] = useState(newId)
  const [said, say] = useState<{ reasonCode: ReasonCode; reason: string; minutes: number; password: string }>({ reasonCode: 'client-in-danger', reason: '', minutes: 60, password: '' })
  const { save, saving, problem } = useWrite<object, Emergency>('POST', '/emergency-access', { renews: [client.id], onSaved: () => go(`/clients/${client.id}`) })
  const chosen = (code: string | null) => reasonCodes.find((each) => each === code) ?? said.reasonCode
  return (
    <Card title={client.displayName ? <Trans>The record of {client.displayName}</Trans> : <Trans>This record</Trans>} padded>
      <Form onSave={() => void save({ id, clientId: client.id, ...said })} saving={saving} problem={problem} saveLabel={<Trans>Open the record</Trans>}
        others={onBack && <Button variant="default" onClick={onBack}><Trans>Somebody else</Trans></Button>}>
        <ChoiceField path="reasonCode" label={t`What is so?`} value={said.reasonCode} data={reasonCodes.map((value) => ({ value, label: reasonWords(value) }))} onChange={(code) => say({ ...said, reasonCode: chosen(code) })} problem={problem} />
        <LongTextField path="reason" label={t`What is happening, in a sentence`} value={said.reason} onChange={(event) => say({ ...said, reason: event.currentTarget.value })} problem={problem} />
        <NumberInput id={fieldId('minutes')} label={t`For how many minutes`} description={t`Four hours at most.`} min={15} max={longestMinutes} step={15} value={said.minutes} error={issueAt(problem, 'minutes')} onChange={(minutes) => say({ ...said, minutes: Number(minutes) })} />
        <PasswordAgain id={fieldId('password')} label={t`Your password, once more`} value={said.password} problem={problem} onChange={(password) => say({ ...said, password })} />
      </Form>
    </Card>
  )
}
