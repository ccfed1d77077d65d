// Finding a client: those at hand first, then whoever is typed, by name, birth date or number.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chip, Chips } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ClientLine } from '../client.ts'
import { birthWords, interpreterWords } from './clientWords.ts'
import classes from './details.module.css'
import { rememberTyped, typedBefore } from './typed.ts'

interface Found {
  clients: ClientLine[]
  how: 'at-hand' | 'found' | 'near'
}

export default function ClientsScreen() {
  const go = useGo()
  const may = useMay()
  const [typed, setTyped] = useState(typedBefore)
  const [asked] = useDebouncedValue(typed.trim(), 150)
  useEffect(() => rememberTyped(asked), [asked])
  const found = useRead<Found>('/clients', { query: { search: asked, limit: 30 }, keepPrevious: true })
  return (
    <Screen
      title={t`Clients`}
      actions={
        may('register-clients') && (
          <Button onClick={() => go('/clients/new')}>
            <Trans>New client</Trans>
          </Button>
        )
      }
    >
      <TextInput
        data-page-search
        type="search"
        size="md"
        autoFocus
        aria-label={t`Find a client`}
        placeholder={t`Name, birth date (1984-05-17), phone or number`}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={200}
      />
      <Card
        title={<HeadingOf found={found.data} asked={asked} />}
        aside={found.data && asked !== '' ? found.data.clients.length : undefined}
      >
        <Reading of={found}>
          {({ clients, how }) =>
            clients.length === 0 ? (
              <Nobody asked={asked} />
            ) : (
              <ClientRows clients={clients} label={how === 'at-hand' ? t`Clients at hand` : t`Clients found`} />
            )
          }
        </Reading>
      </Card>
    </Screen>
  )
}

function HeadingOf({ found, asked }: { found: Found | undefined; asked: string }) {
  if (asked === '' || !found || found.how === 'at-hand') return <Trans>At hand</Trans>
  return found.how === 'near' ? <Trans>Nobody exactly; spelled alike</Trans> : <Trans>Found</Trans>
}

function Nobody({ asked }: { asked: string }) {
  const go = useGo()
  const may = useMay()
  if (asked === '')
    return (
      <Empty title={<Trans>No clients yet.</Trans>}>
        <Trans>They come by referral, and appear here once you work with them.</Trans>
      </Empty>
    )
  return (
    <Empty
      title={<Trans>Nobody on your list is called that.</Trans>}
      action={
        may('register-clients') && (
          <Button variant="default" onClick={() => go('/clients/new')}>
            <Trans>Register a new client</Trans>
          </Button>
        )
      }
    >
      <Trans>Try another spelling, the birth date, or the last four digits of a phone number.</Trans>{' '}
      {may('open-in-emergency') && (
        <GoTo href="/emergency-access/open">
          <Trans>Somebody is in danger: open a record in an emergency</Trans>
        </GoTo>
      )}
    </Empty>
  )
}

export function ClientRows({ clients, label }: { clients: ClientLine[]; label: string }) {
  const { today } = useMe()
  return (
    <Rows label={label}>
      {clients.map((client) => (
        <Row
          key={client.id}
          plain
          href={`/clients/${client.id}`}
          title={client.displayName}
          why={
            <span className={classes.known}>
              <span>{[client.pronouns, birthWords(client, today)].filter(Boolean).join(' · ')}</span>
              <Marks client={client} />
            </span>
          }
        />
      ))}
    </Rows>
  )
}

function Marks({ client }: { client: ClientLine }) {
  return (
    <Chips>
      {(client.spokenLanguage !== 'en' || client.interpreter !== 'not-needed') && (
        <Chip tone="language">{interpreterWords(client)}</Chip>
      )}
      {client.confidentiality === 'sealed' && (
        <Chip tone="late">
          <Trans>Sealed</Trans>
        </Chip>
      )}
      {client.confidentiality === 'restricted' && (
        <Chip tone="today">
          <Trans>Restricted</Trans>
        </Chip>
      )}
      {client.deceasedOn && (
        <Chip>
          <Trans>Died</Trans>
        </Chip>
      )}
    </Chips>
  )
}
