// On a client's page: the referral the case came from, for those who work the case.
import { Trans } from '@lingui/react/macro'
import { useRead } from '../../../web/reads.ts'
import type { Referral } from '../page.ts'
import { FactsCard } from './FactsCard.tsx'
import { Card } from '../../../web/design/Card.tsx'

export function CaseReferralCard({ caseId }: { caseId: string }) {
  const found = useRead<{ referral: Referral | null }>(`/cases/${caseId}/referral`)
  if (!found.data) return null
  if (!found.data.referral)
    return (
      <Card padded title={<Trans>Referral</Trans>}>
        <p className="soft">
          <Trans>This case began without a referral.</Trans>
        </p>
      </Card>
    )
  return <FactsCard page={{ referral: found.data.referral }} />
}
