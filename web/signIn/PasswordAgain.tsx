// Showing once more who one is: the password, or, where the agency's provider let one in, a question there in a tab beside.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { Problem } from '../api.ts'
import { issueAt } from '../design/Form.tsx'
import { useMe } from '../me.tsx'
import { besideAddress, useProvedBeside } from './provider.ts'

export interface PasswordAgainProps { label: string; value: string; onChange: (password: string) => void; problem?: Problem | null; /** where a page asks once, so that a problem links to it */ id?: string }

export function PasswordAgain({ label, value, onChange, problem, id }: PasswordAgainProps) {
  const { demonstration, signedInWith } = useMe()
  const [proved, setProved] = useState(false)
  useProvedBeside(signedInWith ? () => setProved(true) : null)
  if (demonstration) return null
  if (!signedInWith)
    return (
      <PasswordInput {...(id && { id })} label={label} value={value} error={issueAt(problem, 'password')} autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }} onChange={(event) => onChange(event.currentTarget.value)} />
    )
  const name = signedInWith.label ?? t`your provider`
  return (
    <div role="status">
      {proved ? <p><Trans>{name} has confirmed that it is you. This holds for five minutes.</Trans></p> : (
        <Button variant="default" component="a" href={besideAddress(null)} target="_blank" rel="noopener"><Trans>Confirm with {name} that it is you</Trans></Button>
      )}
    </div>
  )
}
