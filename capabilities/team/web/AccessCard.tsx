// A colleague's way in: the one-time link to hand over, leaving and coming back.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, CopyButton } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { useMe } from '../../../web/me.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { IdentityProvider } from '../identityProvider.ts'
import type { Leaving, Staff, StaffPage } from '../staff.ts'
import classes from './administration.module.css'

export function AccessCard({ person }: { person: StaffPage }) {
  const me = useMe()
  const [path, setPath] = useState<string | null>(null)
  const inviting = useWrite<object, { path: string }>('POST', `/staff/${person.id}/invitations`, { renews: [person.id], onSaved: (made) => setPath(made.path) })
  const standing = useWrite<Leaving, Staff>('PATCH', `/staff/${person.id}/standing`, { renews: [person.id] })
  const provider = useRead<{ provider: IdentityProvider | null }>('/agency/identity-provider').data?.provider
  const freeing = useWrite('POST', `/staff/${person.id}/provider-account/ending`, { onSaved: () => sayDone(t`The next verified sign-in there is linked anew.`) })
  const isHere = person.status === 'active'
  const link = path && `${window.location.origin}${path}`
  return (
    <Card title={<Trans>Way in</Trans>} padded>
      <div className={classes.stack}>
        <ProblemNotice problem={inviting.problem ?? standing.problem ?? freeing.problem} />
        <p>{!isHere ? <Trans>{person.name} no longer works here and cannot sign in.</Trans> : person.signsIn === 'yes' ? <Trans>Signs in with a password.</Trans> : person.signsIn === 'invited' ? <Trans>Has a link that was not used yet.</Trans> : <Trans>Cannot sign in yet.</Trans>}</p>
        {link && (
          <>
            <p className={classes.soft}><Trans>Hand this link over yourself. It works once, for seven days, and is shown only now.</Trans></p>
            <p className={classes.link} data-invitation>{link}</p>
            <CopyButton value={link}>{({ copied, copy }) => <Button variant="default" onClick={copy}>{copied ? t`Copied` : t`Copy the link`}</Button>}</CopyButton>
          </>
        )}
        <div className={classes.actions}>
          {isHere && <Button variant="default" size="compact-sm" loading={inviting.saving} onClick={() => void inviting.save({})}>{person.signsIn === 'yes' ? <Trans>Make a link for a new password</Trans> : <Trans>Make an invitation link</Trans>}</Button>}
          {isHere && (provider?.accounts ?? 0) > 0 && <Button variant="subtle" size="compact-sm" loading={freeing.saving} onClick={() => void freeing.save({})}><Trans>Unlink the account of {provider?.label}</Trans></Button>}
          {person.id !== me.staff.id && <Button variant="subtle" size="compact-sm" loading={standing.saving} onClick={() => void standing.save({ status: isHere ? 'inactive' : 'active' }, { ifMatch: person.version })}>{isHere ? <Trans>{person.name} leaves</Trans> : <Trans>{person.name} is back</Trans>}</Button>}
        </div>
      </div>
    </Card>
  )
}
