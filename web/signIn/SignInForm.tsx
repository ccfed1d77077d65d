// E-mail, password and, where it is on, the six digits; and, in a demonstration, every account in one click.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Form } from '../design/Form.tsx'
import { useRead, useWrite } from '../reads.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import { ProviderButton, useLeaving } from './ProviderButton.tsx'
import { useProviderOf, type KnownProvider } from './provider.ts'
import classes from './signIn.module.css'
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx'

export interface SignInOptions {
  demonstration: DemonstrationAccount[] | null
  firstAdministrator: boolean
  agencyName: string | null
}
export interface DemonstrationAccount { staffId: string; name: string; credentialLine: string; roles: string[]; email: string }
interface Entry { email: string; password: string; code?: string }

interface SignInFormProps {
  onSignedIn: () => void
  /** of an agency's own page; elsewhere it is found by the address */
  provider?: KnownProvider | null
  /** something is open here: a provider is visited in a tab beside */
  beside?: boolean
}

export function SignInForm({ onSignedIn, provider: given = null, beside = false }: SignInFormProps) {
  const options = useRead<SignInOptions>('/sign-in/options')
  const [entry, setEntry] = useState<Entry>({ email: '', password: '' })
  const [insists, setInsists] = useState(false)
  const provider = useProviderOf(entry.email) ?? given
  const { save, saving, problem } = useWrite<Entry>('POST', '/sign-in', { onSaved: onSignedIn })
  const asked = problem?.code.startsWith('sign-in.passkey') ?? false
  const codeNeeded = problem?.code.startsWith('sign-in.code') || problem?.code === 'sign-in.passkey-or-code-needed' || entry.code !== undefined
  const shownProblem = problem?.code === 'sign-in.code-needed' && !entry.code ? null : problem
  const leaving = useLeaving(provider, beside, onSignedIn)
  const byPassword = !provider || provider.passwords === 'everybody' || insists
  const enter = () => (byPassword ? void save(entry) : leaving.leave())
  return (
    <>
      {provider && byPassword && <div className={classes.provider}><ProviderButton provider={provider} leaving={leaving} /></div>}
      <Form onSave={enter} saving={saving || (!byPassword && leaving.leaving)} problem={byPassword ? shownProblem : leaving.problem} saveLabel={byPassword ? <Trans>Sign in</Trans> : <Trans>Continue with {provider.label}</Trans>}>
        {(byPassword || !given) && <TextInput label={t`E-mail`} type="email" autoComplete="username" required withAsterisk={false} value={entry.email} onChange={(event) => setEntry({ ...entry, email: event.currentTarget.value })} />}
        {byPassword && <PasswordInput label={t`Password`} autoComplete="current-password" required withAsterisk={false} value={entry.password} visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }} onChange={(event) => setEntry({ ...entry, password: event.currentTarget.value })} />}
        {byPassword && codeNeeded && (
          <TextInput label={t`Code from your authenticator app`} description={t`Six digits; they change every 30 seconds.`} inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus value={entry.code ?? ''} onChange={(event) => setEntry({ ...entry, code: event.currentTarget.value.trim() })} />
        )}
      </Form>
      {byPassword ? <PasskeyButton besides={asked ? entry : null} onSignedIn={onSignedIn} /> : (
        <Button mt="sm" variant="subtle" size="compact-sm" onClick={() => setInsists(true)}><Trans>I am an administrator and use a password</Trans></Button>
      )}
      {options.data?.demonstration && <DemonstrationAccounts accounts={options.data.demonstration} onSignedIn={onSignedIn} />}
    </>
  )
}
