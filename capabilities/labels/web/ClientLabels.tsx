// On the client's page: the labels of the client, and everything of theirs that carries one, with the way there.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chips } from '../../../web/design/Chip.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { LabelsOfClient } from '../label.actions.ts'
import type { LabelledRow } from '../label.ts'
import { LabelMarks } from './LabelMarks.tsx'
import { LabelsCard } from './LabelsCard.tsx'

export function ClientLabels() {
  const { clientId } = useClient()
  const may = useMay()('read-case')
  const known = useRead<LabelsOfClient>(`/clients/${clientId}/labels`, { enabled: may })
  if (!may) return null
  const others = known.data?.rows.filter(({ id }) => id !== clientId) ?? []
  return (
    <>
      <LabelsCard kind="client" entityId={clientId} />
      {others.length > 0 && (
        <Card title={<Trans>What has special protection</Trans>}>
          <Reading of={known}>
            {() => <Rows label={t`What has special protection`}>{others.map((row) => <Row key={row.id} plain title={kindWords(row)} {...linkOf(clientId, row)} when={<Chips><LabelMarks labels={row.labels} /></Chips>} />)}</Rows>}
          </Reading>
        </Card>
      )}
    </>
  )
}

const kindWords = ({ kind }: LabelledRow): string =>
  ({ case: t`The case`, contact: t`A note`, assessment: t`An assessment`, file: t`A file`, consent: t`A consent` })[kind] ?? t`The client`

function linkOf(clientId: string, { kind, id, caseId }: LabelledRow): { href?: string } {
  const path = { case: 'case', contact: `notes/${id}`, assessment: `assessments/${id}`, file: 'details', consent: 'consents' }[kind]
  return path ? { href: `/clients/${clientId}/${path}${caseId ? `?case=${caseId}` : ''}` } : {}
}
