// Who opened or changed this record, per person and day. A card for the Details tab.
import { plural } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useRead } from '../../../web/reads.ts'
import { t } from '@lingui/core/macro'
import type { Look } from '../story.ts'

export function WhoLooked({ clientId }: { clientId: string }) {
  const looks = useRead<Look[]>(`/clients/${clientId}/looks`)
  return (
    <Card title={<Trans>Who looked</Trans>} aside={<Trans>the last 200 visits</Trans>}>
      <Reading of={looks}>
        {(rows) => (
          <Rows label={t`Who looked`}>
            {rows.map((look) => (
              <Row key={`${look.staffId}${look.on}`} plain title={(look.staffName ?? t`Continuum, by itself`) + (look.acts.includes('emergency-access.opened') ? ` · ${t`in an emergency`}` : '')} when={<MomentText at={look.lastAt} />}
                why={look.changed ? <Trans>read and wrote, {plural(look.times, { one: '# time', other: '# times' })} that day</Trans> : <Trans>read, {plural(look.times, { one: '# time', other: '# times' })} that day</Trans>} />
            ))}
          </Rows>
        )}
      </Reading>
    </Card>
  )
}
