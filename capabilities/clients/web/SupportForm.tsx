// A person around the client: who they are, what they do, what may be discussed, and what authority they hold.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, NumberInput, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { ChoiceField, DayField, Form, TextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import { authorityKinds, relationships, topics, type NewSupportMember, type SupportMember } from '../support.ts'
import { authorityWords, relationshipWords, topicWords } from './clientWords.ts'

const empty: NewSupportMember = {
  name: '',
  relationship: 'other-family',
  relationshipNote: '',
  phone: '',
  email: '',
  language: '',
  emergencyContact: false,
  caregivingHoursWeekly: null,
  caregivingTasks: '',
  caregiverNeeds: '',
  authority: 'none',
  authorityDocument: '',
  authorityScope: '',
  authorityFromOn: null,
  authorityUntilOn: null,
  mayDiscuss: [],
  permissionBasis: '',
  permissionUntilOn: null,
  allegedAbuser: false,
  fromOn: null,
  untilOn: null,
}

type TextKey =
  | 'name'
  | 'relationshipNote'
  | 'phone'
  | 'email'
  | 'caregivingTasks'
  | 'caregiverNeeds'
  | 'authorityDocument'
  | 'authorityScope'
  | 'permissionBasis'
type DayKey = 'authorityFromOn' | 'authorityUntilOn' | 'permissionUntilOn'

export function SupportForm({ member, onDone }: { member?: SupportMember; onDone: () => void }) {
  const { clientId } = useClient()
  const [fields, setFields] = useState<NewSupportMember>(member ?? empty)
  const path = `/clients/${clientId}/support-members`
  const { save, saving, problem } = useWrite<NewSupportMember>(
    member ? 'PATCH' : 'POST',
    member ? `${path}/${member.id}` : path,
    { renews: [clientId], onSaved: onDone },
  )
  const change = (more: Partial<NewSupportMember>) => setFields({ ...fields, ...more })
  const text = (key: TextKey) => ({
    path: key,
    problem,
    value: fields[key],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }),
  })
  const day = (key: DayKey) => ({
    path: key,
    problem,
    value: fields[key] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value || null }),
  })
  return (
    <Form
      onSave={() => void save(fields, { ifMatch: member?.version })}
      saving={saving}
      problem={problem}
      others={
        member && (
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        )
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField {...text('name')} label={t`Name`} />
        <ChoiceField
          path="relationship"
          label={t`Who is this to the client?`}
          data={relationships.map((value) => ({ value, label: relationshipWords(value) }))}
          value={fields.relationship}
          onChange={(picked) => change({ relationship: relationships.find((each) => each === picked) ?? 'other' })}
        />
        <TextField {...text('phone')} label={t`Phone`} optional />
        <TextField {...text('email')} label={t`E-mail`} optional />
        <TextField {...text('caregivingTasks')} label={t`What do they help with?`} optional placeholder={t`cooks, drives`} />
        <NumberInput
          label={t`Hours of care a week (optional)`}
          min={0}
          max={168}
          allowDecimal={false}
          value={fields.caregivingHoursWeekly ?? ''}
          onChange={(hours) => change({ caregivingHoursWeekly: typeof hours === 'number' ? hours : null })}
        />
        <TextField {...text('caregiverNeeds')} label={t`What do they need themselves?`} optional />
      </SimpleGrid>
      <Checkbox
        label={t`Emergency contact`}
        checked={fields.emergencyContact}
        onChange={(event) => change({ emergencyContact: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label={t`What may be discussed with them?`}
        description={t`Nothing, unless the client says so or an authority below is in force.`}
        value={fields.mayDiscuss}
        onChange={(picked) => change({ mayDiscuss: topics.filter((topic) => picked.includes(topic)) })}
      >
        <Group gap="md" mt={6}>
          {topics.map((topic) => (
            <Checkbox key={topic} value={topic} label={topicWords(topic)} />
          ))}
        </Group>
      </Checkbox.Group>
      {fields.mayDiscuss.length > 0 && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField
            {...text('permissionBasis')}
            label={t`How and when did the client say so?`}
            placeholder={t`By phone on 6 April`}
          />
          <DayField {...day('permissionUntilOn')} label={t`Until`} optional />
        </SimpleGrid>
      )}
      <ChoiceField
        path="authority"
        label={t`Legal authority`}
        data={authorityKinds.map((value) => ({ value, label: authorityWords(value) }))}
        value={fields.authority}
        onChange={(picked) => change({ authority: authorityKinds.find((each) => each === picked) ?? 'none' })}
      />
      {fields.authority !== 'none' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField
            {...text('authorityDocument')}
            label={t`Which document shows it?`}
            placeholder={t`Power of attorney of 4 January 2024, copy on file`}
          />
          <TextField {...text('authorityScope')} label={t`For what?`} optional />
          <DayField {...day('authorityFromOn')} label={t`In force from`} optional />
          <DayField {...day('authorityUntilOn')} label={t`Until`} optional />
        </SimpleGrid>
      )}
      <Checkbox
        label={t`Named as an alleged abuser: told nothing, any authority is suspended`}
        checked={fields.allegedAbuser}
        onChange={(event) => change({ allegedAbuser: event.currentTarget.checked })}
      />
    </Form>
  )
}
