// The questions of the public page, one column, short words.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox, Radio } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, Form } from '../../../web/design/Form.tsx'
import { languageOptions } from '../../clients/web/PersonFields.tsx'
import type { SelfReferral } from '../selfReferral.ts'
import { Choice, Day, Long, Text } from './fields.tsx'
import classes from './referrals.module.css'

interface Asking {
  form: SelfReferral
  set: (more: Partial<SelfReferral>) => void
  problem: Problem | null
}
interface SelfReferralFormProps extends Asking {
  saving: boolean
  onSend: () => void
}

export function SelfReferralForm({ saving, onSend, ...asking }: SelfReferralFormProps) {
  const { form, set, problem } = asking
  return (
    <Form onSave={onSend} saving={saving} problem={problem} saveLabel={<Trans>Send</Trans>}>
      <fieldset>
        <legend>
          <Trans>Who needs help?</Trans>
        </legend>
        <Who {...asking} />
        <Language {...asking} />
      </fieldset>
      <Help {...asking} />
      <Reach {...asking} />
      <div className={classes.trap} aria-hidden="true">
        <label>
          Website
          <input
            tabIndex={-1}
            autoComplete="off"
            value={form.website}
            onChange={(event) => set({ website: event.currentTarget.value })}
          />
        </label>
      </div>
    </Form>
  )
}

function Who({ form, set, problem }: Asking) {
  const me = form.forWhom === 'me'
  const text = (part: 'name' | 'yourName', label: string) => (
    <Text
      path={part}
      size="md"
      label={label}
      problem={problem}
      value={form[part]}
      onText={(words) => set({ [part]: words ?? '' })}
    />
  )
  return (
    <>
      <Radio.Group
        aria-label={t`Who needs help?`}
        value={form.forWhom}
        onChange={(value) => set({ forWhom: value === 'me' ? 'me' : 'somebody-else' })}
      >
        <div className={classes.stack}>
          <Radio value="me" label={t`I do`} />
          <Radio value="somebody-else" label={t`Somebody I know`} />
        </div>
      </Radio.Group>
      {text('name', me ? t`Your name` : t`Their name`)}
      {!me && text('yourName', t`Your name`)}
      {!me && (
        <Text
          path="relation"
          size="md"
          optional
          label={t`How do you know them?`}
          problem={problem}
          value={form.relation}
          onText={(relation) => set({ relation })}
        />
      )}
    </>
  )
}

function Language({ form, set, problem }: Asking) {
  const me = form.forWhom === 'me'
  return (
    <>
      <Day
        path="birthDate"
        size="md"
        optional
        label={me ? t`Your birth date` : t`Their birth date`}
        problem={problem}
        value={form.birthDate}
        onText={(birthDate) => set({ birthDate })}
      />
      <ChoiceField
        path="language"
        size="md"
        optional
        searchable
        label={me ? t`Which language do you speak best?` : t`Which language do they speak best?`}
        problem={problem}
        data={languageOptions()}
        value={form.language}
        onChange={(language) => set({ language })}
      />
      <Checkbox
        label={t`Please bring an interpreter`}
        checked={form.interpreter}
        onChange={(event) => set({ interpreter: event.currentTarget.checked })}
      />
    </>
  )
}

function Help({ form, set, problem }: Asking) {
  const dangers = {
    'suicide-risk': t`Thinking of suicide or self-harm`,
    abuse: t`Somebody hurts or threatens us`,
    'no-shelter-tonight': t`No safe place to sleep tonight`,
    'medical-danger': t`A medical danger`,
    'other-danger': t`Another danger`,
  }
  return (
    <fieldset>
      <legend>
        <Trans>What help is needed?</Trans>
      </legend>
      <Long
        path="help"
        size="md"
        label={t`In your own words`}
        description={t`What is hard right now, and what would help`}
        problem={problem}
        value={form.help}
        onText={(words) => set({ help: words ?? '' })}
      />
      <Choice
        path="danger"
        size="md"
        optional
        label={t`Is anybody in danger?`}
        placeholder={t`No`}
        problem={problem}
        words={dangers}
        value={form.danger}
        onCode={(danger) => set({ danger })}
      />
    </fieldset>
  )
}

function Reach({ form, set, problem }: Asking) {
  const text = (part: 'phone' | 'email', label: string, type: 'tel' | 'email') => (
    <Text
      path={part}
      size="md"
      optional
      type={type}
      label={label}
      problem={problem}
      value={form[part]}
      onText={(words) => set({ [part]: words })}
    />
  )
  return (
    <fieldset>
      <legend>
        <Trans>How can we reach you?</Trans>
      </legend>
      {text('phone', t`Phone`, 'tel')}
      {text('email', t`E-mail`, 'email')}
      <Safe form={form} set={set} problem={problem} />
      {form.phone !== null && (
        <Checkbox
          label={t`You may leave a message`}
          checked={form.mayLeaveMessage}
          onChange={(event) => set({ mayLeaveMessage: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  )
}

function Safe({ form, set, problem }: Asking) {
  return (
    <>
      <Radio.Group
        label={form.forWhom === 'me' ? t`Is it safe for us to call or write to you?` : t`Is it safe for us to call or write?`}
        value={form.safe}
        onChange={(value) => set({ safe: value === 'careful' ? 'careful' : 'any-way' })}
      >
        <div className={classes.choices}>
          <Radio value="any-way" label={t`Yes`} />
          <Radio value="careful" label={t`Be careful: somebody must not know`} />
        </div>
      </Radio.Group>
      <Long
        path="safeHow"
        size="md"
        short
        optional={form.safe === 'any-way' && Boolean(form.phone ?? form.email)}
        label={t`How and when is best?`}
        description={t`“Text only”, “after 5”, “find me at the library”`}
        problem={problem}
        value={form.safeHow}
        onText={(safeHow) => set({ safeHow })}
      />
    </>
  )
}
