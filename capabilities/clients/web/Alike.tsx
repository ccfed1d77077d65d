// Records that may be of the same person, each with its reasons in words; a person decides, one by one.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useMe } from '../../../web/me.tsx'
import type { Duplicate } from '../duplicate.ts'
import { birthWords, evidenceWords } from './clientWords.ts'

interface AlikeProps {
  found: Duplicate[]
  different: string[]
  onDifferent: (clientId: string) => void
}

export function Alike({ found, different, onDifferent }: AlikeProps) {
  const nobody = (
    <Empty title={<Trans>Nobody on your list looks like this person.</Trans>}>
      <Trans>Go on below.</Trans>
    </Empty>
  )
  return (
    <Card title={<Trans>Already here?</Trans>}>
      {found.length === 0 ? (
        nobody
      ) : (
        <Rows label={t`Records that may be of this person`}>
          {found.map((each) => (
            <AlikeRow
              key={each.client.id}
              duplicate={each}
              isDifferent={different.includes(each.client.id)}
              onDifferent={onDifferent}
            />
          ))}
        </Rows>
      )}
    </Card>
  )
}

function AlikeRow({
  duplicate,
  isDifferent,
  onDifferent,
}: {
  duplicate: Duplicate
  isDifferent: boolean
  onDifferent: (clientId: string) => void
}) {
  const { today } = useMe()
  const { client, verdict, evidence } = duplicate
  const said =
    verdict === 'likely' ? (
      <Chip tone="today">
        <Trans>Probably the same</Trans>
      </Chip>
    ) : (
      <Chip>
        <Trans>Perhaps the same</Trans>
      </Chip>
    )
  const decide = (
    <Button variant="default" size="compact-sm" onClick={() => onDifferent(client.id)}>
      <Trans>Somebody else</Trans>
    </Button>
  )
  return (
    <Row
      plain
      href={`/clients/${client.id}/details`}
      title={`${client.displayName}, ${birthWords(client, today)}`}
      why={evidence.map(evidenceWords).join(' · ')}
      when={said}
      action={
        isDifferent ? (
          <Chip tone="done">
            <Trans>Somebody else</Trans>
          </Chip>
        ) : (
          decide
        )
      }
    />
  )
}
