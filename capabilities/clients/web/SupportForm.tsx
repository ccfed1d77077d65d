// A person around the client: who they are, what they do, what may be discussed, and what authority they hold.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, NumberInput, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { useClient } from '../../../web/client.tsx'
import { ChoiceField, DayField, Form, TextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import { authorityKinds, relationships, topics, type NewSupportMember, type SupportMember } from '../support.ts'
import { bound } from './bound.ts'
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
const two = { base: 1, xs: 2 }

interface PartProps {
  fields: NewSupportMember
  change: (more: Partial<NewSupportMember>) => void
  problem: Problem | null
}

export function SupportForm({ member, onDone }: { member?: SupportMember; onDone: () => void }) {
  const { clientId } = useClient()
  const [fields, setFields] = useState<NewSupportMember>(member ?? empty)
  const path = `/clients/${clientId}/support-members`
  const write = { renews: [clientId], onSaved: onDone }
  const { save, saving, problem } = useWrite<NewSupportMember>(
    member ? 'PATCH' : 'POST',
    member ? `${path}/${member.id}` : path,
    write,
  )
  const part = { fields, problem, change: (more: Partial<NewSupportMember>) => setFields({ ...fields, ...more }) }
  const cancel = member && (
    <Button variant="default" onClick={onDone}>
      <Trans>Cancel</Trans>
    </Button>
  )
  return (
    <Form onSave={() => void save(fields, { ifMatch: member?.version })} saving={saving} problem={problem} others={cancel}>
      <WhoPart {...part} />
      <PermissionPart {...part} />
      <AuthorityPart {...part} />
      <Tick {...part} name="allegedAbuser" label={t`Named as an alleged abuser: told nothing, any authority is suspended`} />
    </Form>
  )
}

function Tick({ fields, change, name, label }: PartProps & { name: 'emergencyContact' | 'allegedAbuser'; label: string }) {
  return <Checkbox label={label} checked={fields[name]} onChange={(event) => change({ [name]: event.currentTarget.checked })} />
}

function WhoPart(part: PartProps) {
  const { fields, change, problem } = part
  const { text } = bound(fields, (more) => change({ ...fields, ...more }), problem)
  const data = relationships.map((value) => ({ value, label: relationshipWords(value) }))
  const relate = (picked: string | null) => change({ relationship: relationships.find((each) => each === picked) ?? 'other' })
  const care = (hours: string | number) => change({ caregivingHoursWeekly: typeof hours === 'number' ? hours : null })
  const hours = t`Hours of care a week (optional)`
  return (
    <>
      <SimpleGrid cols={two}>
        <TextField {...text('name')} label={t`Name`} />
        <ChoiceField
          path="relationship"
          label={t`Who is this to the client?`}
          data={data}
          value={fields.relationship}
          onChange={relate}
        />
        <TextField {...text('phone')} label={t`Phone`} optional />
        <TextField {...text('email')} label={t`E-mail`} optional />
        <TextField {...text('caregivingTasks')} label={t`What do they help with?`} optional placeholder={t`cooks, drives`} />
        <NumberInput
          label={hours}
          min={0}
          max={168}
          allowDecimal={false}
          value={fields.caregivingHoursWeekly ?? ''}
          onChange={care}
        />
        <TextField {...text('caregiverNeeds')} label={t`What do they need themselves?`} optional />
      </SimpleGrid>
      <Tick {...part} name="emergencyContact" label={t`Emergency contact`} />
    </>
  )
}

function PermissionPart({ fields, change, problem }: PartProps) {
  const { text, day } = bound(fields, (more) => change({ ...fields, ...more }), problem)
  const pick = (picked: string[]) => change({ mayDiscuss: topics.filter((topic) => picked.includes(topic)) })
  const unless = t`Nothing, unless the client says so or an authority below is in force.`
  return (
    <>
      <Checkbox.Group label={t`What may be discussed with them?`} description={unless} value={fields.mayDiscuss} onChange={pick}>
        <Group gap="md" mt={6}>
          {topics.map((topic) => (
            <Checkbox key={topic} value={topic} label={topicWords(topic)} />
          ))}
        </Group>
      </Checkbox.Group>
      {fields.mayDiscuss.length > 0 && (
        <SimpleGrid cols={two}>
          <TextField
            {...text('permissionBasis')}
            label={t`How and when did the client say so?`}
            placeholder={t`By phone on 6 April`}
          />
          <DayField {...day('permissionUntilOn')} label={t`Until`} optional />
        </SimpleGrid>
      )}
    </>
  )
}

function AuthorityPart({ fields, change, problem }: PartProps) {
  const { text, day } = bound(fields, (more) => change({ ...fields, ...more }), problem)
  const data = authorityKinds.map((value) => ({ value, label: authorityWords(value) }))
  const pick = (picked: string | null) => change({ authority: authorityKinds.find((each) => each === picked) ?? 'none' })
  const example = t`Power of attorney of 4 January 2024, copy on file`
  return (
    <>
      <ChoiceField path="authority" label={t`Legal authority`} data={data} value={fields.authority} onChange={pick} />
      {fields.authority !== 'none' && (
        <SimpleGrid cols={two}>
          <TextField {...text('authorityDocument')} label={t`Which document shows it?`} placeholder={example} />
          <TextField {...text('authorityScope')} label={t`For what?`} optional />
          <DayField {...day('authorityFromOn')} label={t`In force from`} optional />
          <DayField {...day('authorityUntilOn')} label={t`Until`} optional />
        </SimpleGrid>
      )}
    </>
  )
}
