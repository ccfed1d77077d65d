// Where staff sign in with an account of the agency's own directory: what is set, whether it works, who came in by it.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Checkbox, CopyButton, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { ChoiceField, fieldId, Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Agency } from '../agency.ts'
import { mayEndPasswords, type IdentityProvider, type IdentityProviderDetails, type Trial } from '../identityProvider.ts'
import classes from './administration.module.css'
import { refusalWords, trialWords } from './identityProviderWords.ts'

const returnAddress = `${window.location.origin}/sign-in/return`

export function IdentityProviderPanel() {
  const read = useRead<{ provider: IdentityProvider | null }>('/agency/identity-provider')
  return (
    <div className={classes.stack}>
      <Card title={<Trans>Sign-in through your own directory</Trans>} padded>
        <p><Trans>Where your agency keeps its accounts in a directory that speaks OpenID Connect, staff can sign in there. Nobody is added by it: a person needs a place under Staff first, with the same e-mail address.</Trans></p>
        <Addresses />
        <Reading of={read}>{({ provider }) => <ProviderForm key={provider?.version ?? 0} provider={provider} />}</Reading>
      </Card>
      {read.data?.provider && <StateCard provider={read.data.provider} />}
    </div>
  )
}

/** What the other side needs to know of us. */
function Addresses() {
  const agency = useRead<Agency>('/agency')
  const own = agency.data && `${window.location.origin}/sign-in/${agency.data.slug}`
  return (
    <div className={classes.stack} style={{ margin: '12px 0 16px' }}>
      <Address words={t`Return address, to be entered at the provider`} value={returnAddress} />
      {own && <Address words={t`Your agency’s own sign-in page`} value={own} />}
    </div>
  )
}

function Address({ words, value }: { words: string; value: string }) {
  return (
    <div>
      <p className={classes.soft}>{words}</p>
      <p className={classes.link}>{value}</p>
      <CopyButton value={value}>{({ copied, copy }) => <Button mt={6} variant="default" size="compact-sm" onClick={copy} aria-label={t`Copy: ${words}`}>{copied ? t`Copied` : t`Copy`}</Button>}</CopyButton>
    </div>
  )
}

interface Entered { issuer: string; connectionId: string; secret: string; domains: string; label: string; passwords: IdentityProvider['passwords']; standing: IdentityProvider['standing'] }
const none: Entered = { issuer: '', connectionId: '', secret: '', domains: '', label: '', passwords: 'everybody', standing: 'on' }

function ProviderForm({ provider }: { provider: IdentityProvider | null }) {
  const [entered, set] = useState<Entered>(provider ? { ...provider, secret: '', domains: provider.domains.join(', ') } : none)
  const change = (changes: Partial<Entered>) => set((now) => ({ ...now, ...changes }))
  const { save, saving, problem } = useWrite<IdentityProviderDetails, IdentityProvider>('PATCH', '/agency/identity-provider', { renews: ['/agency/identity-provider'], onSaved: () => sayDone(t`The directory is saved.`) })
  const details = (): IdentityProviderDetails => {
    const { secret, domains, issuer, connectionId, label, passwords, standing } = entered
    return { issuer: issuer.trim(), connectionId, label, passwords, standing, domains: domains.split(/[\s,;]+/).filter(Boolean), ...(secret && { secret }) }
  }
  const text = (path: 'issuer' | 'connectionId' | 'domains' | 'label') => ({ path, problem, value: entered[path], onChange: (event: { currentTarget: { value: string } }) => change({ [path]: event.currentTarget.value }) })
  return (
    <Form onSave={() => void save(details(), { ifMatch: provider?.version ?? 0 })} saving={saving} problem={problem}>
      <TextField {...text('label')} label={t`What people here call it`} description={t`The button says “Continue with …”.`} />
      <TextField {...text('issuer')} label={t`Issuer`} description={t`The address of the provider, as it names itself: https://…`} inputMode="url" autoComplete="off" />
      <TextField {...text('connectionId')} label={t`Client ID`} description={t`What the provider calls this connection.`} autoComplete="off" />
      <SecretField kept={provider !== null} value={entered.secret} problem={problem} onChange={(secret) => change({ secret })} />
      <TextField {...text('domains')} error={issueAt(problem, 'domains') ?? issueAt(problem, 'domains.0')} label={t`E-mail domains of your staff`} description={t`The part after the @; several with commas between.`} />
      <ChoiceField path="passwords" problem={problem} label={t`Who may use a password or passkey as well`} value={entered.passwords} data={[{ value: 'everybody', label: t`Everybody` }, { value: 'administrators', label: t`Only administrators, for the day the provider is down` }]}
        description={mayEndPasswords(provider) ? undefined : t`Passwords can end after somebody has come in through the provider.`} onChange={(value) => change({ passwords: value === 'administrators' ? 'administrators' : 'everybody' })} />
      <Checkbox label={t`Staff may sign in through it`} checked={entered.standing === 'on'} onChange={(event) => change({ standing: event.currentTarget.checked ? 'on' : 'off' })} />
    </Form>
  )
}

function SecretField({ kept, value, problem, onChange }: { kept: boolean; value: string; problem: Problem | null; onChange: (secret: string) => void }) {
  return (
    <PasswordInput id={fieldId('secret')} label={t`Client secret`} description={kept ? t`One is kept, sealed. Leave this empty to keep it.` : t`It is sealed when you save, and never shown again.`} autoComplete="off" value={value}
      error={issueAt(problem, 'secret')} visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the secret` }} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}

function StateCard({ provider }: { provider: IdentityProvider }) {
  const { save, saving, problem, saved } = useWrite<object, { trial: Trial }>('POST', '/agency/identity-provider/trials')
  return (
    <Card title={<Trans>Does it work?</Trans>} padded>
      <Fact name={<Trans>Standing</Trans>}>{provider.standing === 'on' ? <Trans>On</Trans> : <Trans>Off</Trans>}</Fact>
      <Fact name={<Trans>Somebody last came in</Trans>}>{provider.lastUsedAt ? <MomentText at={provider.lastUsedAt} /> : <Trans>nobody yet</Trans>}</Fact>
      <Fact name={<Trans>Colleagues with an account there</Trans>}>{provider.accounts}</Fact>
      {provider.lastRefusedAt && provider.lastRefusal && <Fact name={<Trans>Last refused</Trans>}><MomentText at={provider.lastRefusedAt} />: {refusalWords(provider.lastRefusal)}</Fact>}
      <ProblemNotice problem={problem} />
      <p role="status" style={{ minHeight: 22, margin: '10px 0' }}>{saved && trialWords(saved.trial)}</p>
      <Button variant="default" loading={saving} onClick={() => void save({ returnAddress })}><Trans>Try the connection</Trans></Button>
    </Card>
  )
}
