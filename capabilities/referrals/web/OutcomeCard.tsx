// What was decided: the outcome with its reason, and the way on.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useGo } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { useMay } from '../../../web/me.tsx'
import type { ReferralPage } from '../page.ts'
import { choicesOf, declineWords, notToldWords, redirectWords, statusWords, withdrawWords } from './referralWords.ts'
import classes from './referrals.module.css'

const labelIn = (words: Record<string, string>, code: string | null): string | null =>
  choicesOf(words).find(({ value }) => value === code)?.label ?? null

export function OutcomeCard({ page: { referral } }: { page: ReferralPage }) {
  const { status, decidedOn, decisionReason, decisionNote } = referral
  const reasons = { ...declineWords(), ...redirectWords(), ...withdrawWords() }
  return (
    <Card padded title={statusWords()[status]} aside={decidedOn && <DateText day={decidedOn} />}>
      <div className={classes.stack}>
        {status !== 'accepted' && labelIn(reasons, decisionReason) && <strong>{labelIn(reasons, decisionReason)}</strong>}
        {decisionNote && <p className={classes.said}>{decisionNote}</p>}
        <Details referral={referral} />
        <WayOn referral={referral} />
      </div>
    </Card>
  )
}

function Details({ referral }: Pick<ReferralPage, 'referral'>) {
  const { status, alternatives, toldOn, notToldBecause, handoffPerson, handoffOrganization, handoffHow, withdrawnBy } = referral
  if (status === 'declined')
    return (
      <>
        <p>
          <Trans>Other help named:</Trans> <span className={classes.said}>{alternatives}</span>
        </p>
        <p className="soft">
          {toldOn ? (
            <Trans>
              The person was told on <DateText day={toldOn} />.
            </Trans>
          ) : (
            labelIn(notToldWords(), notToldBecause)
          )}
        </p>
      </>
    )
  if (status === 'redirected')
    return (
      <p>
        <Trans>
          {handoffPerson} at {handoffOrganization} took over.
        </Trans>{' '}
        {handoffHow}
      </p>
    )
  if (status === 'withdrawn')
    return <p className="soft">{withdrawnBy === 'source' ? t`Withdrawn by the source.` : t`Withdrawn by the person.`}</p>
  return null
}

function WayOn({ referral: { clientId, caseId, duplicateOfReferralId, duplicateOfClientId } }: Pick<ReferralPage, 'referral'>) {
  const go = useGo()
  const may = useMay()
  if (clientId && may('read-clients'))
    return (
      <div>
        <Button onClick={() => go(`/clients/${clientId}/story?case=${caseId ?? ''}`)}>
          <Trans>Open the client</Trans>
        </Button>
      </div>
    )
  if (duplicateOfReferralId)
    return (
      <div>
        <Button variant="default" onClick={() => go(`/referrals/${duplicateOfReferralId}`)}>
          <Trans>Open the other referral</Trans>
        </Button>
      </div>
    )
  if (duplicateOfClientId)
    return (
      <div>
        <Button variant="default" onClick={() => go(`/clients/${duplicateOfClientId}/story`)}>
          <Trans>Open that client</Trans>
        </Button>
      </div>
    )
  return null
}
