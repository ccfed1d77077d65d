// The link an administrator sent: choose a password and come in. The secret is after the # and never leaves in an address.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { fieldId, Form, issueAt } from '../design/Form.tsx'
import { useWrite } from '../reads.ts'
import { Panel } from './Panel.tsx'
import classes from './signIn.module.css'

export default function InvitationScreen() {
  const [password, setPassword] = useState('')
  const token = window.location.hash.slice(1)
  const { save, saving, problem } = useWrite('POST', '/sign-in/invitation', { onSaved: () => window.location.assign('/') })
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.logo}><i className={classes.mark} aria-hidden />Continuum</div>
        <Panel title={<Trans>Welcome</Trans>} lead={<Trans>Choose the password you will sign in with.</Trans>}>
          <Form onSave={() => void save({ token, password })} saving={saving} problem={problem} saveLabel={<Trans>Come in</Trans>}>
            <PasswordInput id={fieldId('password')} label={t`Password`} description={t`At least 12 characters; a short sentence is best.`} autoComplete="new-password" error={issueAt(problem, 'password')} value={password} visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }} onChange={(event) => setPassword(event.currentTarget.value)} />
          </Form>
        </Panel>
      </div>
    </main>
  )
}
