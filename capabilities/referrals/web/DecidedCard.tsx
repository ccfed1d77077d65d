// Referrals that were decided, the latest first, page by page.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Decided } from '../page.ts'
import { fromWords, statusWords } from './referralWords.ts'

export function DecidedCard() {
  const [places, setPlaces] = useState<string[]>([''])
  return (
    <Card title={<Trans>Decided</Trans>}>
      {places.map((after, at) => (
        <Page key={after} after={after} last={at === places.length - 1} onMore={(next) => setPlaces([...places, next])} />
      ))}
    </Card>
  )
}

function Page({ after, last, onMore }: { after: string; last: boolean; onMore: (next: string) => void }) {
  const page = useRead<Decided>('/referrals/decided', { query: { after } })
  return (
    <Reading of={page}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={<Trans>Nothing has been decided yet.</Trans>} />
        ) : (
          <>
            <Rows label={t`Decided referrals`}>
              {items.map((line) => (
                <Row
                  key={line.id}
                  plain
                  href={`/referrals/${line.id}`}
                  title={line.name}
                  why={fromWords({ kind: line.sourceKind, person: line.sourcePerson, organization: line.sourceOrganization })}
                  when={line.decidedOn && <DateText day={line.decidedOn} />}
                  action={<Chip tone={line.status === 'accepted' ? 'done' : 'plain'}>{statusWords()[line.status]}</Chip>}
                />
              ))}
            </Rows>
            {last && next && (
              <Button variant="subtle" m={8} onClick={() => onMore(next)}>
                <Trans>Show older ones</Trans>
              </Button>
            )}
          </>
        )
      }
    </Reading>
  )
}
