// The footing of the work: what activation asks for, each with where it stands and the way to record it.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { useMay } from '../../../web/me.tsx'
import type { ConsentKind } from '../consent.ts'
import type { Engagement } from '../engagement.ts'
import { basisWords } from './consentWords.ts'

export function EngagementCard({
  engagement: { basis, consentUntil, roleDisclosure, rightsNotice },
  onRecord,
}: {
  engagement: Engagement
  onRecord: (kind: ConsentKind) => void
}) {
  return (
    <Card padded title={<Trans>On what footing we work</Trans>}>
      <Fact name={<Trans>Engagement</Trans>}>
        {basis ? (
          <>
            <Chip tone="done">{basisWords(basis)}</Chip>
            {consentUntil && (
              <>
                {' '}
                <Trans>until</Trans> <DateText day={consentUntil} />
              </>
            )}
          </>
        ) : (
          <Missing onRecord={() => onRecord('cm_engagement')} />
        )}
      </Fact>
      <Fact name={<Trans>Role disclosure</Trans>}>
        {roleDisclosure ? (
          <Chip tone="done">
            <Trans>Given</Trans>
          </Chip>
        ) : (
          <Missing onRecord={() => onRecord('role_disclosure')} />
        )}
      </Fact>
      <Fact name={<Trans>Rights and privacy</Trans>}>
        {rightsNotice ? (
          <Chip tone="done">
            <Trans>Given</Trans>
          </Chip>
        ) : (
          <Missing onRecord={() => onRecord('rights_notice')} />
        )}
      </Fact>
    </Card>
  )
}

function Missing({ onRecord }: { onRecord: () => void }) {
  const may = useMay()
  return (
    <>
      <Chip tone="today">
        <Trans>Missing</Trans>
      </Chip>{' '}
      {may('write-consents') && (
        <Button variant="subtle" size="compact-sm" onClick={onRecord}>
          <Trans>Record</Trans>
        </Button>
      )}
    </>
  )
}
