// My passkeys: what they are, those I have, making one with this device, and taking one away.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Problem, writeApi } from '../api.ts'
import { Card, Fact } from '../design/Card.tsx'
import { MomentText } from '../design/DateText.tsx'
import { Form, TextField } from '../design/Form.tsx'
import { Reading } from '../design/Reading.tsx'
import { sayDone } from '../design/undo.tsx'
import { useRead, useWrite } from '../reads.ts'
import { PasswordAgain } from '../signIn/PasswordAgain.tsx'

interface Passkey { id: string; name: string; createdAt: string; lastUsedAt: string | null }

export function PasskeysCard() {
  const passkeys = useRead<Passkey[]>('/me/passkeys')
  return (
    <Card title={<Trans>Passkeys</Trans>} padded>
      <p><Trans>A passkey signs you in with the finger, face or PIN of this device. It cannot be guessed, and no false page can ask for it.</Trans></p>
      <Reading of={passkeys}>
        {(all) => all.length === 0 ? <p className="soft"><Trans>You have none yet.</Trans></p> : all.map((each) => <One key={each.id} passkey={each} />)}
      </Reading>
      <NewPasskey onMade={() => void passkeys.refetch()} />
    </Card>
  )
}

function One({ passkey }: { passkey: Passkey }) {
  const { save, saving } = useWrite('POST', `/me/passkeys/${passkey.id}/ending`, { renews: ['/me/passkeys'], onSaved: () => sayDone(<Trans>The passkey signs nobody in any more.</Trans>) })
  return (
    <Fact name={<>{passkey.name} <span className="soft small">{passkey.lastUsedAt ? <Trans>last used <MomentText at={passkey.lastUsedAt} /></Trans> : <Trans>not used yet</Trans>}</span></>}>
      <Button variant="subtle" color="gray" size="compact-sm" loading={saving} aria-label={t`Remove ${passkey.name}`} onClick={() => void save({})}><Trans>Remove</Trans></Button>
    </Fact>
  )
}

function NewPasskey({ onMade }: { onMade: () => void }) {
  const [entry, setEntry] = useState({ password: '', name: '' })
  const [state, setState] = useState<{ saving: boolean; problem: Problem | null }>({ saving: false, problem: null })
  const make = async () => {
    setState({ saving: true, problem: null })
    try {
      await makePasskey(entry)
      setEntry({ password: '', name: '' })
      setState({ saving: false, problem: null })
      sayDone(<Trans>The passkey is ready. You can sign in with it.</Trans>)
      onMade()
    } catch (error) {
      setState({ saving: false, problem: problemOf(error) })
    }
  }
  return (
    <Form onSave={() => void make()} saving={state.saving} problem={state.problem} saveLabel={<Trans>Make a passkey</Trans>}>
      <TextField path="name" label={t`What to call it`} description={t`For example: my work laptop.`} problem={state.problem} value={entry.name} maxLength={80} onChange={(event) => setEntry({ ...entry, name: event.currentTarget.value })} />
      <PasswordAgain label={t`Your password, for the passkey`} value={entry.password} onChange={(password) => setEntry({ ...entry, password })} />
    </Form>
  )
}

async function makePasskey({ password, name }: { password: string; name: string }): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = await writeApi<Parameters<typeof startRegistration>[0]['optionsJSON']>('POST', '/me/passkeys/options', { password })
  const answer = await startRegistration({ optionsJSON })
  await writeApi('POST', '/me/passkeys', { answer, name })
}

/** The browser's own refusals (closed the window, no authenticator) in our words. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, { code: 'passkey.not-given', detail: t`The device gave no passkey. Try again, or use another way.` })
