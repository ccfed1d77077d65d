// Who this may be already: clients and referrals with their reasons in words. Nothing is linked by itself.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useMe } from '../../../web/me.tsx'
import { dayWords } from '../../../web/words.ts'
import { birthWords, evidenceWords } from '../../clients/web/clientWords.ts'
import type { ClientMatch, Similar, SimilarReferral } from '../page.ts'
import { statusWords } from './referralWords.ts'

export interface SimilarCardProps {
  similar: Similar
  /** What can be done with a client that looks alike. */
  clientAction?: (match: ClientMatch) => ReactNode
  referralAction?: (match: SimilarReferral) => ReactNode
}

export function SimilarCard({ similar: { clients, referrals }, clientAction, referralAction }: SimilarCardProps) {
  const { today } = useMe()
  if (clients.length + referrals.length === 0)
    return (
      <Card title={<Trans>Do we know them already?</Trans>}>
        <Empty title={<Trans>Nobody you may know looks like this person.</Trans>} />
      </Card>
    )
  return (
    <Card title={<Trans>Do we know them already?</Trans>} aside={<Trans>Same person? You decide; nothing is merged.</Trans>}>
      {clients.length > 0 && (
        <Rows label={t`Clients who may be this person`}>
          {clients.map((match) => (
            <Row
              key={match.client.id}
              plain
              href={`/clients/${match.client.id}/details`}
              title={`${match.client.displayName}, ${birthWords({ ...match.client, birthDateEstimated: false }, today)}`}
              why={match.evidence.map(evidenceWords).join(' · ')}
              when={<Verdict verdict={match.verdict} />}
              action={clientAction?.(match)}
            />
          ))}
        </Rows>
      )}
      {referrals.length > 0 && (
        <Rows label={t`Referrals that may be of this person`}>
          {referrals.map((match) => (
            <Row
              key={match.id}
              plain
              href={`/referrals/${match.id}`}
              title={t`Referral of ${match.name}, ${dayWords(match.receivedOn, today)}`}
              why={`${statusWords()[match.status]} · ${match.evidence.map(evidenceWords).join(' · ')}`}
              when={<Verdict verdict={match.verdict} />}
              action={referralAction?.(match)}
            />
          ))}
        </Rows>
      )}
    </Card>
  )
}

const Verdict = ({ verdict }: { verdict: 'likely' | 'possible' }) =>
  verdict === 'likely' ? (
    <Chip tone="today">
      <Trans>Probably the same</Trans>
    </Chip>
  ) : (
    <Chip>
      <Trans>Perhaps the same</Trans>
    </Chip>
  )
