// Who guards privacy here: the one person who is told of emergencies and may ask who looked at sealed records.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Form } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import type { Agency, AgencyDetails } from '../agency.ts'
import classes from './administration.module.css'

export function PrivacyOfficerCard() {
  const agency = useRead<Agency>('/agency')
  return <Card id="privacy-officer" title={<Trans>Privacy officer</Trans>} padded><Reading of={agency}>{(read) => <Officer key={read.version} agency={read} />}</Reading></Card>
}

function Officer({ agency }: { agency: Agency }) {
  const names = useMay()('manage-agency')
  const { data: staff = [] } = useRead<{ id: string; name: string }[]>('/staff')
  const [chosen, choose] = useState(agency.privacyOfficerId ?? null)
  const { save, saving, problem } = useWrite<AgencyDetails, Agency>('PATCH', '/agency', { onSaved: () => sayDone(t`The agency is saved.`) })
  const { name, timeZone, locale, idleMinutes, selfReferralOpen, letterhead } = agency
  const officer = staff.find(({ id }) => id === agency.privacyOfficerId)?.name
  return (
    <div className={classes.stack}>
      <p>{agency.privacyOfficerId
        ? <Trans><b>{officer}</b> is told at once when somebody opens a record in an emergency, gets the signed checkpoint by mail each morning, and may ask who looked at a sealed record.</Trans>
        : <Trans>Nobody is named. Quality is told of emergencies; who looked at a sealed record, only its own team can ask.</Trans>}</p>
      {names && (
        <Form onSave={() => void save({ name, timeZone, locale, idleMinutes, selfReferralOpen, letterhead, privacyOfficerId: chosen }, { ifMatch: agency.version })} saving={saving} problem={problem}>
          <StaffField path="privacyOfficerId" label={t`Who guards privacy here?`} optional value={chosen} problem={problem} onChange={choose} />
        </Form>
      )}
    </div>
  )
}
