// The demonstration's people by role; one click signs in. Real agencies never see this.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ProblemNotice } from '../design/ProblemNotice.tsx'
import { useWrite } from '../reads.ts'
import type { DemonstrationAccount } from './SignInForm.tsx'
import classes from './signIn.module.css'

const roleWords = (role: string): string =>
  ({ intake: t`Intake`, caseManager: t`Case manager`, supervisor: t`Supervisor`, quality: t`Quality`, billing: t`Billing`, administrator: t`Administrator`, provider: t`Receiver of another organization` })[role] ?? role

export function DemonstrationAccounts({ accounts, onSignedIn }: { accounts: DemonstrationAccount[]; onSignedIn: () => void }) {
  const { save, saving, problem } = useWrite<{ staffId: string }>('POST', '/sign-in/demonstration', { onSaved: onSignedIn })
  return (
    <section className={classes.demonstration} aria-labelledby="demonstration-title">
      <h2 id="demonstration-title"><Trans>Demonstration: enter as</Trans></h2>
      <p className="soft small"><Trans>Everybody here is invented.</Trans></p>
      <ProblemNotice problem={problem} />
      <ul>
        {accounts.map(({ staffId, name, credentialLine, roles }) => (
          <li key={staffId}>
            <button type="button" disabled={saving} onClick={() => void save({ staffId })}>
              <b>{credentialLine ? `${name}, ${credentialLine}` : name}</b>
              <span>{roles.map(roleWords).join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
