// E-mail, password and, where it is on, the six digits; and, in a demonstration, every account in one click.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Form } from '../design/Form.tsx'
import { useRead, useWrite } from '../reads.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx'

export interface SignInOptions {
  demonstration: DemonstrationAccount[] | null
  firstAdministrator: boolean
  agencyName: string | null
}
export interface DemonstrationAccount { staffId: string; name: string; credentialLine: string; roles: string[]; email: string }
interface Entry { email: string; password: string; code?: string }

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const options = useRead<SignInOptions>('/sign-in/options')
  const [entry, setEntry] = useState<Entry>({ email: '', password: '' })
  const { save, saving, problem } = useWrite<Entry>('POST', '/sign-in', { onSaved: onSignedIn })
  const asked = problem?.code.startsWith('sign-in.passkey') ?? false
  const codeNeeded = problem?.code.startsWith('sign-in.code') || problem?.code === 'sign-in.passkey-or-code-needed' || entry.code !== undefined
  const shownProblem = problem?.code === 'sign-in.code-needed' && !entry.code ? null : problem
  return (
    <>
      <Form onSave={() => void save(entry)} saving={saving} problem={shownProblem} saveLabel={<Trans>Sign in</Trans>}>
        <TextInput label={t`E-mail`} type="email" autoComplete="username" required withAsterisk={false} value={entry.email} onChange={(event) => setEntry({ ...entry, email: event.currentTarget.value })} />
        <PasswordInput label={t`Password`} autoComplete="current-password" required withAsterisk={false} value={entry.password} visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }} onChange={(event) => setEntry({ ...entry, password: event.currentTarget.value })} />
        {codeNeeded && (
          <TextInput label={t`Code from your authenticator app`} description={t`Six digits; they change every 30 seconds.`} inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus value={entry.code ?? ''} onChange={(event) => setEntry({ ...entry, code: event.currentTarget.value.trim() })} />
        )}
      </Form>
      <PasskeyButton besides={asked ? entry : null} onSignedIn={onSignedIn} />
      {options.data?.demonstration && <DemonstrationAccounts accounts={options.data.demonstration} onSignedIn={onSignedIn} />}
    </>
  )
}

