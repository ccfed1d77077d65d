// Other records that may be of this person: a person compares, judges and may take the judgement back; nothing is merged.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ClientLink } from '../link.ts'
import { birthWords, evidenceWords } from './clientWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { useClientWrite } from './InPlace.tsx'
import type { Duplicate } from '../duplicate.ts'

export function SamePersonCard({ links }: { links: ClientLink[] }) {
  const { clientId } = useClient()
  const { data: found = [] } = useRead<Duplicate[]>(`/clients/${clientId}/likely-duplicates`)
  const open = found.filter(
    ({ client }) => !links.some((link) => link.clientId === client.id || link.otherClientId === client.id),
  )
  const same = links.filter(({ verdict }) => verdict === 'same')
  if (open.length + same.length === 0) return null
  return (
    <Card title={<Trans>Perhaps recorded twice</Trans>}>
      <Entries label={t`Records that may be of this person`}>
        {same.map((link) => (
          <Linked key={link.id} link={link} otherId={link.clientId === clientId ? link.otherClientId : link.clientId} />
        ))}
        {open.map((each) => (
          <Suggested key={each.client.id} duplicate={each} />
        ))}
      </Entries>
    </Card>
  )
}

function Linked({ link, otherId }: { link: ClientLink; otherId: string }) {
  const [reason, setReason] = useState<string | null>(null)
  const { save, saving, problem } = useClientWrite<{ reason: string }>(`/links/${link.id}/undoing`)
  return (
    <Entry
      kind={
        <Chip tone="done">
          <Trans>Same person</Trans>
        </Chip>
      }
      small={link.basis}
      acts={
        reason === null && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setReason('')}>
            <Trans>Take back</Trans>
          </Button>
        )
      }
    >
      <GoTo href={`/clients/${otherId}/details`}>
        <Trans>The other record</Trans>
      </GoTo>
      {reason !== null && (
        <Form onSave={() => void save({ reason })} saving={saving} problem={problem} saveLabel={<Trans>Take back</Trans>}>
          <TextField
            path="reason"
            label={t`Why are they not the same person?`}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            problem={problem}
          />
        </Form>
      )}
    </Entry>
  )
}

function Suggested({ duplicate: { client, evidence, verdict } }: { duplicate: Duplicate }) {
  const { today } = useMe()
  const [judging, setJudging] = useState<'same' | 'different' | null>(null)
  const [basis, setBasis] = useState('')
  const { save, saving, problem } = useClientWrite<object>('/links')
  const acts = judging === null && (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setJudging('same')}>
        <Trans>Same person</Trans>
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setJudging('different')}>
        <Trans>Somebody else</Trans>
      </Button>
    </>
  )
  return (
    <Entry
      kind={verdict === 'likely' ? <Trans>Probably the same</Trans> : <Trans>Perhaps the same</Trans>}
      small={evidence.map(evidenceWords).join(' · ')}
      acts={acts}
    >
      <GoTo href={`/clients/${client.id}/details`}>{client.displayName}</GoTo>, {birthWords(client, today)}
      {judging !== null && (
        <Form
          onSave={() => void save({ otherClientId: client.id, verdict: judging, basis })}
          saving={saving}
          problem={problem}
          others={
            <Button variant="default" onClick={() => setJudging(null)}>
              <Trans>Cancel</Trans>
            </Button>
          }
        >
          <TextField
            path="basis"
            label={
              judging === 'same' ? t`How do you know that it is the same person?` : t`How do you know that it is somebody else?`
            }
            value={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
            problem={problem}
          />
        </Form>
      )}
    </Entry>
  )
}
