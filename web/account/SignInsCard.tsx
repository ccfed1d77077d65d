// Where I am signed in, and signing out everywhere at once.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Card, Fact } from '../design/Card.tsx'
import { MomentText } from '../design/DateText.tsx'
import { Reading } from '../design/Reading.tsx'
import { useRead, useWrite } from '../reads.ts'

interface SignIn { id: string; method: string; device: string; startedAt: string; lastSeenAt: string; here: boolean }

export function SignInsCard() {
  const signIns = useRead<SignIn[]>('/me/sign-ins')
  const { save, saving } = useWrite('POST', '/sign-out', { onSaved: () => window.location.assign('/') })
  return (
    <Card title={<Trans>Where you are signed in</Trans>} padded>
      <Reading of={signIns}>
        {(rows) => rows.map((row) => (
          <Fact key={row.id} name={row.here ? <Trans>This browser</Trans> : <span title={row.device}>{browserWords(row.device)}</span>}><MomentText at={row.lastSeenAt} /></Fact>
        ))}
      </Reading>
      <Button mt="sm" variant="default" loading={saving} onClick={() => void save({ everywhere: true })}><Trans>Sign out everywhere</Trans></Button>
    </Card>
  )
}

/** "Firefox", "Chrome" … out of what the browser said about itself. */
const browserWords = (device: string) => ['Firefox', 'Edg', 'Chrome', 'Safari'].find((name) => device.includes(name))?.replace('Edg', 'Edge') ?? <Trans>Another browser</Trans>
