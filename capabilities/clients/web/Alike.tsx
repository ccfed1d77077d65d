// Records that may be of the same person, each with its reasons in words; a person decides, one by one.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useMe } from '../../../web/me.tsx'
import { birthWords, evidenceWords } from './clientWords.ts'
import type { Duplicate } from '../duplicate.ts'

export function Alike({
  found,
  different,
  onDifferent,
}: {
  found: Duplicate[]
  different: string[]
  onDifferent: (clientId: string) => void
}) {
  const { today } = useMe()
  if (found.length === 0)
    return (
      <Card title={<Trans>Already here?</Trans>}>
        <Empty title={<Trans>Nobody on your list looks like this person.</Trans>}>
          <Trans>Go on below.</Trans>
        </Empty>
      </Card>
    )
  return (
    <Card title={<Trans>Already here?</Trans>}>
      <Rows label={t`Records that may be of this person`}>
        {found.map(({ client, verdict, evidence }) => (
          <Row
            key={client.id}
            plain
            href={`/clients/${client.id}/details`}
            title={`${client.displayName}, ${birthWords(client, today)}`}
            why={evidence.map(evidenceWords).join(' · ')}
            when={
              verdict === 'likely' ? (
                <Chip tone="today">
                  <Trans>Probably the same</Trans>
                </Chip>
              ) : (
                <Chip>
                  <Trans>Perhaps the same</Trans>
                </Chip>
              )
            }
            action={
              different.includes(client.id) ? (
                <Chip tone="done">
                  <Trans>Somebody else</Trans>
                </Chip>
              ) : (
                <Button variant="default" size="compact-sm" onClick={() => onDifferent(client.id)}>
                  <Trans>Somebody else</Trans>
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </Card>
  )
}
