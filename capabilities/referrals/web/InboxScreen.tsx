// The front door: everybody who waits for us, by the harm of delay; who, from whom, why, since when, and what comes next.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useGo } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Rows } from '../../../web/design/Row.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useSearchParam } from '../../../web/address.ts'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Inbox } from '../page.ts'
import { DecidedCard } from './DecidedCard.tsx'
import { InboxLineRow } from './InboxLineRow.tsx'
import { groupWords } from './referralWords.ts'

export default function InboxScreen() {
  const go = useGo()
  const may = useMay()
  const [show, setShow] = useSearchParam('show')
  const inbox = useRead<Inbox>('/referrals', { enabled: show !== 'decided' })
  const actions = may('write-referrals') && (
    <Button onClick={() => go('/referrals/new')}>
      <Trans>New referral</Trans>
    </Button>
  )
  return (
    <Screen title={t`Referrals`} lead={inbox.data ? leadOf(inbox.data) : null} actions={actions}>
      <Chips label={t`Which referrals`}>
        <ChipButton pressed={show !== 'decided'} onClick={() => setShow(null)}>
          <Trans>Open</Trans>
        </ChipButton>
        <ChipButton pressed={show === 'decided'} onClick={() => setShow('decided')}>
          <Trans>Decided</Trans>
        </ChipButton>
      </Chips>
      {show === 'decided' ? (
        <DecidedCard />
      ) : (
        <Reading of={inbox} lines={8}>
          {(found) => <Groups inbox={found} />}
        </Reading>
      )}
    </Screen>
  )
}

function leadOf({ groups }: Inbox): string {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  const late = groups.flatMap(({ items }) => items).filter(({ next }) => next.lateDays > 0).length
  if (count === 0) return t`Nobody waits.`
  const waiting = plural(count, { one: '# person waits for us.', other: '# people wait for us.' })
  return late === 0 ? waiting : `${waiting} ${plural(late, { one: '# is late.', other: '# are late.' })}`
}

function Groups({ inbox: { groups, full } }: { inbox: Inbox }) {
  if (groups.length === 0)
    return (
      <Card>
        <Empty title={<Trans>Nobody waits at the front door.</Trans>}>
          <Trans>
            Referrals by phone, from our public page and from electronic records arrive here. Write down the first one with “New
            referral”.
          </Trans>
        </Empty>
      </Card>
    )
  return (
    <>
      {groups.map(({ group, items }) => (
        <Card key={group} title={groupWords()[group]} aside={items.length}>
          <Rows label={groupWords()[group]}>
            {items.map((line) => (
              <InboxLineRow key={line.id} line={line} />
            ))}
          </Rows>
        </Card>
      ))}
      {full && (
        <p className="soft">
          <Trans>There are more than this list shows. Decide the oldest first; the rest follows.</Trans>
        </p>
      )}
    </>
  )
}
