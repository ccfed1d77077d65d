// A phone number or e-mail address with the rules for using it: safe, messages, texts, hours, who answers.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { ChoiceField, Form, TextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { ContactPoint, NewContactPoint } from '../contactPoint.ts'

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
  const { save, saving, problem } = useWrite<object>(point ? 'PATCH' : 'POST', point ? `${path}/${point.id}` : path, {
    renews: [clientId],
    onSaved: onDone,
  })
  const change = (more: Partial<Fields>) => setFields({ ...fields, ...more })
  const choose = <Key extends 'system' | 'use' | 'safety' | 'leaveMessage' | 'texting'>(
    key: Key,
    values: readonly [Fields[Key], string][],
  ) => ({
    path: key,
    data: values.map(([value, label]) => ({ value, label })),
    value: fields[key],
    onChange: (picked: string | null) => change({ [key]: values.find(([value]) => value === picked)?.[0] ?? fields[key] }),
  })
  return (
    <Form
      onSave={() => void save({ fromOn: null, untilOn: null, ...fields }, { ifMatch: point?.version })}
      saving={saving}
      problem={problem}
      others={
        point && (
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        )
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ChoiceField
          {...choose('system', [
            ['phone', t`Phone`],
            ['email', t`E-mail`],
            ['other', t`Other way`],
          ])}
          label={t`Kind`}
        />
        <TextField
          path="value"
          label={fields.system === 'email' ? t`E-mail address` : t`Number`}
          value={fields.value}
          onChange={(event) => change({ value: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
        {fields.system === 'phone' && (
          <ChoiceField
            {...choose('use', [
              ['mobile', t`Mobile`],
              ['home', t`Home`],
              ['work', t`Work`],
              ['someone-else', t`Somebody else’s`],
            ])}
            label={t`Whose phone?`}
          />
        )}
        <ChoiceField
          {...choose('safety', [
            ['not-asked', t`Not asked yet`],
            ['safe', t`Safe`],
            ['unsafe', t`Not safe`],
          ])}
          label={t`Is it safe to use?`}
        />
        <ChoiceField
          {...choose('leaveMessage', [
            ['not-asked', t`Not asked yet`],
            ['yes', t`Yes`],
            ['name-only', t`Only a name`],
            ['no', t`No`],
          ])}
          label={t`May we leave a message?`}
        />
        {fields.system === 'phone' && (
          <ChoiceField
            {...choose('texting', [
              ['not-asked', t`Not asked yet`],
              ['yes', t`Yes`],
              ['no', t`No`],
            ])}
            label={t`May we text?`}
          />
        )}
        <TextField
          path="whoAnswers"
          label={t`Who may answer?`}
          optional
          value={fields.whoAnswers}
          onChange={(event) => change({ whoAnswers: event.currentTarget.value })}
        />
        <TextField
          path="note"
          label={t`Anything else`}
          optional
          value={fields.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </SimpleGrid>
      <HoursField hours={fields.hours} onChange={(hours) => change({ hours })} />
    </Form>
  )
}

/** One span of hours for chosen days; more spans are rare and may be added one by one. */
function HoursField({ hours, onChange }: { hours: Fields['hours']; onChange: (hours: Fields['hours']) => void }) {
  const days = [t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`, t`Sun`]
  const change = (index: number, more: Partial<Fields['hours'][number]>) =>
    onChange(hours.map((each, at) => (at === index ? { ...each, ...more } : each)))
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>
        <Trans>Only at certain hours?</Trans>
      </legend>
      {hours.map((span, index) => (
        <Group key={index} gap="sm" my={8} align="end">
          {days.map((name, at) => (
            <Checkbox
              key={name}
              label={name}
              checked={span.days.includes(at + 1)}
              onChange={(event) =>
                change(index, {
                  days: event.currentTarget.checked ? [...span.days, at + 1].sort() : span.days.filter((day) => day !== at + 1),
                })
              }
            />
          ))}
          <TextField
            path={`hours.${index}.from`}
            type="time"
            label={t`From`}
            value={span.from}
            onChange={(event) => change(index, { from: event.currentTarget.value })}
          />
          <TextField
            path={`hours.${index}.until`}
            type="time"
            label={t`Until`}
            value={span.until}
            onChange={(event) => change(index, { until: event.currentTarget.value })}
          />
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange(hours.filter((_, at) => at !== index))}>
            <Trans>Remove</Trans>
          </Button>
        </Group>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        mt={4}
        onClick={() => onChange([...hours, { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }])}
      >
        <Trans>Add hours</Trans>
      </Button>
    </fieldset>
  )
}
