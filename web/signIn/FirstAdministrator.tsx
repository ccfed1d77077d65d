// An empty product: the agency's name, its time zone, and the person who will administer it.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, fieldId, Form, issueAt, TextField } from '../design/Form.tsx'
import { useWrite } from '../reads.ts'
import { Panel } from './Panel.tsx'

const zones = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico']

export function FirstAdministrator({ onSignedIn }: { onSignedIn: () => void }) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [entry, setEntry] = useState({ agencyName: '', timeZone: here, name: '', email: '', password: '' })
  const { save, saving, problem } = useWrite('POST', '/first-administrator', { onSaved: onSignedIn })
  const field = (path: keyof typeof entry) => ({
    path, problem, value: entry[path], onChange: (event: { currentTarget: { value: string } }) => setEntry({ ...entry, [path]: event.currentTarget.value }),
  })
  return (
    <Panel title={<Trans>Set up your agency</Trans>} lead={<Trans>Nothing is here yet. You will be its first administrator.</Trans>}>
      <Form onSave={() => void save(entry)} saving={saving} problem={problem} saveLabel={<Trans>Begin</Trans>}>
        <TextField {...field('agencyName')} label={t`Agency’s name`} />
        <ChoiceField path="timeZone" problem={problem} label={t`Time zone`} description={t`Due dates are days in this zone.`} data={[...new Set([here, ...zones])]} value={entry.timeZone} onChange={(timeZone) => setEntry({ ...entry, timeZone: timeZone ?? here })} searchable />
        <TextField {...field('name')} label={t`Your name`} autoComplete="name" />
        <TextField {...field('email')} label={t`Your e-mail`} type="email" autoComplete="username" />
        <PasswordInput id={fieldId('password')} label={t`Password`} description={t`At least 12 characters; a short sentence is best.`} autoComplete="new-password" error={issueAt(problem, 'password')} value={entry.password} visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }} onChange={(event) => setEntry({ ...entry, password: event.currentTarget.value })} />
      </Form>
    </Panel>
  )
}
