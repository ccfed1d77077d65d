// Changing one's own password: the present one, and a long new one.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../design/Card.tsx'
import { fieldId, Form, issueAt } from '../design/Form.tsx'
import { sayDone } from '../design/undo.tsx'
import { useWrite } from '../reads.ts'

const empty = { password: '', newPassword: '' }

export function PasswordCard() {
  const [entry, setEntry] = useState(empty)
  const done = () => {
    setEntry(empty)
    sayDone(<Trans>Your password is changed.</Trans>)
  }
  const { save, saving, problem } = useWrite('PUT', '/me/password', { onSaved: done })
  const field = (path: keyof typeof entry) => ({
    id: fieldId(path), value: entry[path], error: issueAt(problem, path), visibilityToggleButtonProps: { 'aria-label': t`Show or hide the password` },
    onChange: (event: { currentTarget: { value: string } }) => setEntry({ ...entry, [path]: event.currentTarget.value }),
  })
  return (
    <Card title={<Trans>Password</Trans>} padded>
      <Form onSave={() => void save(entry)} saving={saving} problem={problem} saveLabel={<Trans>Change password</Trans>}>
        <PasswordInput label={t`Present password`} autoComplete="current-password" {...field('password')} />
        <PasswordInput label={t`New password`} description={t`At least 12 characters; a short sentence is best.`} autoComplete="new-password" {...field('newPassword')} />
      </Form>
    </Card>
  )
}
