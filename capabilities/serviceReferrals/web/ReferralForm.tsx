// The form of a draft: whom we ask, for what, in which words, and what may be told. Used for a new one and for changing a draft.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Checkbox, Radio, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, fieldId, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { packageItems, type PackageItem, type ServiceType } from '../codes.ts'
import type { Choices } from '../view.actions.ts'
import { itemWords } from './serviceWords.ts'
import { TypeField } from './TypeField.tsx'

export interface Draft {
  intent: 'referral' | 'inquiry'
  kind: 'service' | 'organization' | 'support'
  service: { id: string; at: string | null; name: string } | null
  name: string
  email: string
  phone: string
  supportMemberId: string
  serviceType: ServiceType | ''
  needId: string | null
  goalId: string | null
  priority: 'routine' | 'urgent'
  request: string
  items: PackageItem[]
}

/** What the server takes. */
export function bodyOf({ intent, kind, service, name, email, phone, supportMemberId, ...rest }: Draft) {
  const performer = kind === 'service' && service ? { kind, serviceId: service.id, serviceAtLocationId: service.at } : kind === 'support' ? { kind, supportMemberId } : { kind: 'organization' as const, name, email, phone }
  return { intent, performer, ...rest }
}

interface Props {
  draft: Draft
  set: (more: Partial<Draft>) => void
  choices: Choices
  isNew: boolean
  problem: Problem | null
  saving: boolean
  onSave: () => void
  saveLabel: ReactNode
  others?: ReactNode
}

export function ReferralForm({ draft, set, choices, isNew, problem, saving, onSave, saveLabel, others }: Props) {
  const { _ } = useLingui()
  const isInquiry = draft.intent === 'inquiry'
  return (
    <Form onSave={onSave} saving={saving} problem={problem} saveLabel={saveLabel} others={others}>
      {isNew && (
        <Radio.Group label={t`What do you want to send?`} value={draft.intent} onChange={(value) => set({ intent: value === 'inquiry' ? 'inquiry' : 'referral' })}>
          <Stack gap={6} mt={6}>
            <Radio value="referral" label={t`A referral: they are asked to help this person`} />
            <Radio value="inquiry" label={t`A question about room: nothing about the person is told`} />
          </Stack>
        </Radio.Group>
      )}
      <PerformerFields draft={draft} set={set} choices={choices} problem={problem} />
      <TypeField value={draft.serviceType} problem={problem} onChange={(serviceType) => set({ serviceType })} />
      {!isInquiry && <ChoiceField path="needId" label={t`For which need`} optional value={draft.needId} data={choices.needs.map(({ id, statement }) => ({ value: id, label: statement }))} onChange={(needId) => set({ needId })} />}
      {!isInquiry && <ChoiceField path="goalId" label={t`For which goal`} optional value={draft.goalId} data={choices.goals.map(({ id, clientWords }) => ({ value: id, label: clientWords }))} onChange={(goalId) => set({ goalId })} />}
      <LongTextField path="request" label={isInquiry ? t`Your question` : t`What you ask for`} description={isInquiry ? t`Without anything that says who it is for.` : t`They read these words as you write them.`} value={draft.request} problem={problem} onChange={(event) => set({ request: event.currentTarget.value })} />
      <Checkbox label={t`It is urgent`} checked={draft.priority === 'urgent'} onChange={(event) => set({ priority: event.currentTarget.checked ? 'urgent' : 'routine' })} />
      {!isInquiry && (
        <Checkbox.Group id={fieldId('items')} label={t`What may be told`} description={t`As little as they need to help. The name, a safe way to reach the person and the language are chosen; the rest is yours to add.`} value={draft.items} onChange={(chosen) => set({ items: packageItems.filter((item) => chosen.includes(item)) })}>
          <Stack gap={6} mt={6}>{packageItems.map((item) => <Checkbox key={item} value={item} label={_(itemWords[item])} />)}</Stack>
        </Checkbox.Group>
      )}
    </Form>
  )
}

function PerformerFields({ draft, set, choices, problem }: Pick<Props, 'draft' | 'set' | 'choices' | 'problem'>) {
  const kindOf = (value: string): Draft['kind'] => (value === 'support' ? 'support' : value === 'service' && draft.service ? 'service' : 'organization')
  return (
    <>
      <Radio.Group label={t`Whom do you ask?`} value={draft.kind} onChange={(value) => set({ kind: kindOf(value) })}>
        <Stack gap={6} mt={6}>
          {draft.service && <Radio value="service" label={draft.service.name || t`The service chosen in the directory`} />}
          <Radio value="organization" label={t`An organization, by its name`} />
          {choices.support.length > 0 && <Radio value="support" label={t`Somebody around the person`} />}
        </Stack>
      </Radio.Group>
      {draft.kind === 'organization' && (
        <>
          <TextField path="performer.name" label={t`Name of the organization`} value={draft.name} problem={problem} onChange={(event) => set({ name: event.currentTarget.value })} />
          <TextField path="performer.email" label={t`Their e-mail`} optional type="email" value={draft.email} problem={problem} onChange={(event) => set({ email: event.currentTarget.value })} />
          <TextField path="performer.phone" label={t`Their phone`} optional value={draft.phone} problem={problem} onChange={(event) => set({ phone: event.currentTarget.value })} />
        </>
      )}
      {draft.kind === 'support' && <ChoiceField path="performer.supportMemberId" label={t`Who`} value={draft.supportMemberId || null} problem={problem} data={choices.support.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => set({ supportMemberId: id ?? '' })} />}
      {!draft.service && <p className="soft small"><Trans>A service of the directory is chosen there: open it and press “Refer”.</Trans></p>}
    </>
  )
}
