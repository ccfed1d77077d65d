// The questions of the public page, one column, short words.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox, Radio } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { languageOptions } from '../../clients/web/PersonFields.tsx'
import type { SelfReferral } from '../selfReferral.ts'
import { orNull } from './factsDraft.ts'
import { choicesOf } from './referralWords.ts'
import classes from './referrals.module.css'
import { codeIn } from './WhyFields.tsx'

interface Asking {
  form: SelfReferral
  change: (next: SelfReferral) => void
  problem: Problem | null
}

export function SelfReferralForm({ saving, onSend, ...asking }: Asking & { saving: boolean; onSend: () => void }) {
  return (
    <Form onSave={onSend} saving={saving} problem={asking.problem} saveLabel={<Trans>Send</Trans>}>
      <Who {...asking} />
      <Help {...asking} />
      <Reach {...asking} />
      <div className={classes.trap} aria-hidden="true">
        <label>Website<input tabIndex={-1} autoComplete="off" value={asking.form.website} onChange={(event) => asking.change({ ...asking.form, website: event.currentTarget.value })} /></label>
      </div>
    </Form>
  )
}

function Who({ form, change, problem }: Asking) {
  const me = form.forWhom === 'me'
  return (
    <fieldset>
      <legend><Trans>Who needs help?</Trans></legend>
      <Radio.Group aria-label={t`Who needs help?`} value={form.forWhom} onChange={(value) => change({ ...form, forWhom: value === 'me' ? 'me' : 'somebody-else' })}>
        <div className={classes.stack}>
          <Radio value="me" label={t`I do`} />
          <Radio value="somebody-else" label={t`Somebody I know`} />
        </div>
      </Radio.Group>
      <TextField path="name" size="md" label={me ? t`Your name` : t`Their name`} problem={problem} autoComplete="off" value={form.name} onChange={(event) => change({ ...form, name: event.currentTarget.value })} />
      {!me && <TextField path="yourName" size="md" label={t`Your name`} problem={problem} autoComplete="off" value={form.yourName ?? ''} onChange={(event) => change({ ...form, yourName: orNull(event.currentTarget.value) })} />}
      {!me && <TextField path="relation" size="md" optional label={t`How do you know them?`} problem={problem} autoComplete="off" value={form.relation ?? ''} onChange={(event) => change({ ...form, relation: orNull(event.currentTarget.value) })} />}
      <DayField path="birthDate" size="md" optional label={me ? t`Your birth date` : t`Their birth date`} problem={problem} value={form.birthDate ?? ''} onChange={(event) => change({ ...form, birthDate: orNull(event.currentTarget.value) })} />
      <ChoiceField path="language" size="md" optional searchable label={me ? t`Which language do you speak best?` : t`Which language do they speak best?`} problem={problem} data={languageOptions()} value={form.language} onChange={(language) => change({ ...form, language })} />
      <Checkbox label={t`Please bring an interpreter`} checked={form.interpreter} onChange={(event) => change({ ...form, interpreter: event.currentTarget.checked })} />
    </fieldset>
  )
}

function Help({ form, change, problem }: Asking) {
  const dangers = { 'suicide-risk': t`Thinking of suicide or self-harm`, abuse: t`Somebody hurts or threatens us`, 'no-shelter-tonight': t`No safe place to sleep tonight`, 'medical-danger': t`A medical danger`, 'other-danger': t`Another danger` }
  return (
    <fieldset>
      <legend><Trans>What help is needed?</Trans></legend>
      <LongTextField path="help" size="md" label={t`In your own words`} description={t`What is hard right now, and what would help`} problem={problem} value={form.help} onChange={(event) => change({ ...form, help: event.currentTarget.value })} />
      <ChoiceField path="danger" size="md" optional label={t`Is anybody in danger?`} placeholder={t`No`} problem={problem} data={choicesOf(dangers)} value={form.danger} onChange={(value) => change({ ...form, danger: codeIn(dangers, value) })} />
    </fieldset>
  )
}

function Reach({ form, change, problem }: Asking) {
  const me = form.forWhom === 'me'
  const isSafe = (value: string): value is SelfReferral['safe'] => value === 'any-way' || value === 'careful'
  return (
    <fieldset>
      <legend><Trans>How can we reach you?</Trans></legend>
      <TextField path="phone" size="md" optional type="tel" label={t`Phone`} problem={problem} autoComplete="off" value={form.phone ?? ''} onChange={(event) => change({ ...form, phone: orNull(event.currentTarget.value) })} />
      <TextField path="email" size="md" optional type="email" label={t`E-mail`} problem={problem} autoComplete="off" value={form.email ?? ''} onChange={(event) => change({ ...form, email: orNull(event.currentTarget.value) })} />
      <Radio.Group label={me ? t`Is it safe for us to call or write to you?` : t`Is it safe for us to call or write?`} value={form.safe} onChange={(value) => isSafe(value) && change({ ...form, safe: value })}>
        <div className={classes.stack} style={{ paddingTop: 8 }}>
          <Radio value="any-way" label={t`Yes`} />
          <Radio value="careful" label={t`Be careful: somebody must not know`} />
        </div>
      </Radio.Group>
      <LongTextField path="safeHow" size="md" optional={form.safe === 'any-way' && Boolean(form.phone ?? form.email)} label={t`How and when is best?`} description={t`“Text only”, “after 5”, “find me at the library”`} minRows={2} problem={problem} value={form.safeHow ?? ''} onChange={(event) => change({ ...form, safeHow: orNull(event.currentTarget.value) })} />
      {form.phone !== null && <Checkbox label={t`You may leave a message`} checked={form.mayLeaveMessage} onChange={(event) => change({ ...form, mayLeaveMessage: event.currentTarget.checked })} />}
    </fieldset>
  )
}
