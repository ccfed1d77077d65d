// The Consents tab: on what footing we work, what is in force and until when, what ended, and recording the next one.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { JudgedConsent } from '../judged.ts'
import type { ConsentKind } from '../consent.ts'
import type { ConsentPage } from '../judged.ts'
import { ConsentEditor, type Editing } from './ConsentEditor.tsx'
import { ConsentLine } from './ConsentLine.tsx'
import { EngagementCard } from './EngagementCard.tsx'
import { kindWords } from './consentWords.ts'

const recordable: ConsentKind[] = [
  'cm_engagement',
  'hipaa_authorization',
  'role_disclosure',
  'rights_notice',
  'representative_consent',
  'statutory_assignment',
  'court_order',
  'program_optout_notice',
  'communication_preference',
]

export default function ConsentsTab() {
  const { clientId } = useClient()
  const [editing, setEditing] = useState<Editing | null>(null)
  const page = useRead<ConsentPage>(`/clients/${clientId}/consents`)
  const { data: client } = useRead<{ spokenLanguage: string }>(`/clients/${clientId}`)
  return (
    <Reading of={page} lines={6}>
      {({ consents, engagement }) => (
        <TwoColumns aside={<EngagementCard engagement={engagement} onRecord={(kind) => setEditing({ kind })} />}>
          {editing && (
            <ConsentEditor
              key={`${editing.kind}${editing.draft?.id ?? editing.renews?.id ?? ''}`}
              editing={editing}
              language={client?.spokenLanguage ?? 'en'}
              onDone={() => setEditing(null)}
            />
          )}
          <Lists consents={consents} onEdit={setEditing} editing={editing !== null} />
        </TwoColumns>
      )}
    </Reading>
  )
}

function Lists({
  consents,
  onEdit,
  editing,
}: {
  consents: JudgedConsent[]
  onEdit: (editing: Editing) => void
  editing: boolean
}) {
  const standing = consents.filter((each) => each.standing === 'active' || each.standing === 'not-yet')
  const waiting = consents.filter((each) => each.standing === 'draft' || each.standing === 'defective')
  const over = consents.filter(
    (each) => each.standing === 'revoked' || each.standing === 'expired' || each.standing === 'superseded',
  )
  return (
    <>
      <Card title={<Trans>In force</Trans>} aside={!editing && <RecordMenu onPick={(kind) => onEdit({ kind })} />}>
        {standing.length === 0 && (
          <Empty title={<Trans>Nothing is in force.</Trans>}>
            <Trans>Start with the client’s consent, the role disclosure and the rights notice.</Trans>
          </Empty>
        )}
        <List label={t`Consents in force`} consents={standing} onEdit={onEdit} />
      </Card>
      {waiting.length > 0 && (
        <Card title={<Trans>Not complete</Trans>}>
          <List label={t`Drafts and defective authorizations`} consents={waiting} onEdit={onEdit} />
        </Card>
      )}
      {over.length > 0 && (
        <Card title={<Trans>No longer in force</Trans>}>
          <List label={t`Consents that ended`} consents={over} onEdit={onEdit} />
        </Card>
      )}
    </>
  )
}

function List({ label, consents, onEdit }: { label: string; consents: JudgedConsent[]; onEdit: (editing: Editing) => void }) {
  return (
    <ul aria-label={label} style={{ listStyle: 'none', margin: 0, padding: '0 16px 8px' }}>
      {consents.map((consent) => (
        <ConsentLine key={consent.id} consent={consent} onEdit={onEdit} />
      ))}
    </ul>
  )
}

function RecordMenu({ onPick }: { onPick: (kind: ConsentKind) => void }) {
  const may = useMay()
  if (!may('write-consents')) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm">
          <Trans>Record…</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {recordable.map((kind) => (
          <Menu.Item key={kind} onClick={() => onPick(kind)}>
            {kindWords(kind)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
