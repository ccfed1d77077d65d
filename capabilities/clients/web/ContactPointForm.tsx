// A phone number or e-mail address with the rules for using it: safe, messages, texts, hours, who answers.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { useClient } from '../../../web/client.tsx'
import { ChoiceField, Form, TextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { ContactPoint, NewContactPoint } from '../contactPoint.ts'
import { bound } from './bound.ts'
import { HoursField } from './HoursField.tsx'

type Fields = Omit<NewContactPoint, 'fromOn' | 'untilOn'>
const empty: Fields = {
  system: 'phone',
  value: '',
  use: 'mobile',
  safety: 'not-asked',
  leaveMessage: 'not-asked',
  texting: 'not-asked',
  whoAnswers: '',
  hours: [],
  note: '',
}

export function ContactPointForm({ point, onDone }: { point?: ContactPoint; onDone: () => void }) {
  const { clientId } = useClient()
  const [fields, setFields] = useState<Fields>(point ?? empty)
  const path = `/clients/${clientId}/contact-points`
  const write = { renews: [clientId], onSaved: onDone }
  const { save, saving, problem } = useWrite<object>(point ? 'PATCH' : 'POST', point ? `${path}/${point.id}` : path, write)
  const change = (more: Partial<Fields>) => setFields({ ...fields, ...more })
  const cancel = point && (
    <Button variant="default" onClick={onDone}>
      <Trans>Cancel</Trans>
    </Button>
  )
  const send = () => void save({ fromOn: null, untilOn: null, ...fields }, { ifMatch: point?.version })
  return (
    <Form onSave={send} saving={saving} problem={problem} others={cancel}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <WhereFields fields={fields} change={change} problem={problem} />
        <RuleFields fields={fields} change={change} problem={problem} />
      </SimpleGrid>
      <HoursField hours={fields.hours} onChange={(hours) => change({ hours })} />
    </Form>
  )
}

interface PartProps {
  fields: Fields
  change: (more: Partial<Fields>) => void
  problem: Problem | null
}
type Choosable = 'system' | 'use' | 'safety' | 'leaveMessage' | 'texting'

/** A choice among the words given for each value of a field. */
function choiceOf<Key extends Choosable>(
  { fields, change }: PartProps,
  key: Key,
  words: readonly (readonly [Fields[Key], string])[],
) {
  const pick = (picked: string | null) => change({ [key]: words.find(([value]) => value === picked)?.[0] ?? fields[key] })
  return { path: key, data: words.map(([value, label]) => ({ value, label })), value: fields[key], onChange: pick }
}

function WhereFields(part: PartProps) {
  const { fields, change, problem } = part
  const { text } = bound(fields, (more) => change({ ...fields, ...more }), problem)
  const kinds = [
    ['phone', t`Phone`],
    ['email', t`E-mail`],
    ['other', t`Other way`],
  ] as const
  const phones = [
    ['mobile', t`Mobile`],
    ['home', t`Home`],
    ['work', t`Work`],
    ['someone-else', t`Somebody else’s`],
  ] as const
  return (
    <>
      <ChoiceField {...choiceOf(part, 'system', kinds)} label={t`Kind`} />
      <TextField {...text('value')} label={fields.system === 'email' ? t`E-mail address` : t`Number`} />
      {fields.system === 'phone' && <ChoiceField {...choiceOf(part, 'use', phones)} label={t`Whose phone?`} />}
    </>
  )
}

function RuleFields(part: PartProps) {
  const { fields, change, problem } = part
  const { text } = bound(fields, (more) => change({ ...fields, ...more }), problem)
  const safeties = [
    ['not-asked', t`Not asked yet`],
    ['safe', t`Safe`],
    ['unsafe', t`Not safe`],
  ] as const
  const messages = [
    ['not-asked', t`Not asked yet`],
    ['yes', t`Yes`],
    ['name-only', t`Only a name`],
    ['no', t`No`],
  ] as const
  const texts = [
    ['not-asked', t`Not asked yet`],
    ['yes', t`Yes`],
    ['no', t`No`],
  ] as const
  return (
    <>
      <ChoiceField {...choiceOf(part, 'safety', safeties)} label={t`Is it safe to use?`} />
      <ChoiceField {...choiceOf(part, 'leaveMessage', messages)} label={t`May we leave a message?`} />
      {fields.system === 'phone' && <ChoiceField {...choiceOf(part, 'texting', texts)} label={t`May we text?`} />}
      <TextField {...text('whoAnswers')} label={t`Who may answer?`} optional />
      <TextField {...text('note')} label={t`Anything else`} optional />
    </>
  )
}
