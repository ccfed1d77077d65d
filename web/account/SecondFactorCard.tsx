// Turning on the second factor: scan the picture (or type the secret), then prove it with one code.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Code, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Card } from '../design/Card.tsx'
import { Form } from '../design/Form.tsx'
import { sayDone } from '../design/undo.tsx'
import { useWrite } from '../reads.ts'
import { PasswordAgain } from '../signIn/PasswordAgain.tsx'

interface Enrolment { secret: string; uri: string }

export function SecondFactorCard() {
  const [password, setPassword] = useState('')
  const begin = useWrite<{ password: string }, Enrolment>('POST', '/me/totp')
  const close = () => {
    setPassword('')
    begin.reset()
  }
  return (
    <Card title={<Trans>Second factor</Trans>} padded>
      {begin.saved ? <Confirm enrolment={begin.saved} onDone={close} /> : (
        <Form onSave={() => void begin.save({ password })} saving={begin.saving} problem={begin.problem} saveLabel={<Trans>Set up an authenticator app</Trans>}>
          <p><Trans>An authenticator app on your phone shows six digits that you type after your password, so a stolen password alone opens nothing.</Trans></p>
          <PasswordAgain label={t`Your password, to be sure it is you`} value={password} onChange={setPassword} />
        </Form>
      )}
    </Card>
  )
}

function Confirm({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) {
  const [code, setCode] = useState('')
  const picture = useQrCode(enrolment.uri)
  const done = () => {
    sayDone(<Trans>The second factor is on. You will be asked for a code at the next sign-in.</Trans>)
    onDone()
  }
  const { save, saving, problem } = useWrite('POST', '/me/totp/confirmation', { onSaved: done })
  return (
    <Form onSave={() => void save({ code })} saving={saving} problem={problem} saveLabel={<Trans>Turn it on</Trans>}>
      <p><Trans>Scan this with your authenticator app, then type the six digits it shows.</Trans></p>
      {picture && <img src={picture} width={200} height={200} alt={t`QR code that holds the secret below`} style={{ background: '#fff', borderRadius: 8, padding: 8 }} />}
      <p className="soft small"><Trans>No camera? Type this secret:</Trans> <Code>{enrolment.secret}</Code></p>
      <TextInput label={t`Code`} inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(event) => setCode(event.currentTarget.value.trim())} />
    </Form>
  )
}

function useQrCode(text: string): string | null {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    void import('qrcode').then(({ default: qrcode }) => qrcode.toDataURL(text, { margin: 1, width: 400 })).then(setPicture)
  }, [text])
  return picture
}
