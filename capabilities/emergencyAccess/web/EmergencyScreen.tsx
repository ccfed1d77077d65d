// One emergency: who opened what, why and until when; the holder ends it, somebody who was told reviews it.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useParam } from '../../../web/address.ts'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { ChoiceField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { inForce, verdicts, type Emergency } from '../emergency.ts'
import { reasonWords, verdictWords } from './emergencyWords.ts'

export default function EmergencyScreen() {
  const id = useParam('accessId')
  const emergency = useRead<Emergency>(`/emergency-access/${id}`)
  return (
    <Screen title={t`A record opened in an emergency`}>
      <Reading of={emergency}>{(read) => <About emergency={read} />}</Reading>
    </Screen>
  )
}

function About({ emergency }: { emergency: Emergency }) {
  const { staff } = useMe()
  const { id, clientId, clientName } = emergency
  const end = useWrite('POST', `/emergency-access/${id}/ending`, { renews: [id, clientId] })
  const open = inForce(emergency, new Date().toISOString())
  return (
    <>
      <Card title={emergency.staffName} padded aside={open && <Button size="compact-sm" variant="default" loading={end.saving} onClick={() => void end.save({})}><Trans>End it now</Trans></Button>}>
        <Fact name={<Trans>Whose record</Trans>}>{clientName ? <GoTo href={`/clients/${clientId}`}>{clientName}</GoTo> : <Trans>Somebody you may not know</Trans>}</Fact>
        <Fact name={<Trans>Why</Trans>}>{reasonWords(emergency.reasonCode)}: {emergency.reason}</Fact>
        <Fact name={<Trans>From</Trans>}><MomentText at={emergency.fromAt} /></Fact>
        <Fact name={<Trans>Until</Trans>}><MomentText at={emergency.endedAt ?? emergency.untilAt} /></Fact>
        <Fact name={<Trans>Who was told</Trans>}>{emergency.told.join(', ')}</Fact>
        {emergency.verdict && <Fact name={<Trans>Reviewed by {emergency.reviewedByName}</Trans>}>{verdictWords(emergency.verdict)}. {emergency.words}</Fact>}
      </Card>
      {!emergency.verdict && emergency.told.includes(staff.name) && emergency.staffId !== staff.id && <Review id={id} clientId={clientId} />}
    </>
  )
}

function Review({ id, clientId }: { id: string; clientId: string }) {
  const [said, say] = useState<{ verdict: string | null; words: string }>({ verdict: null, words: '' })
  const { save, saving, problem } = useWrite('POST', `/emergency-access/${id}/review`, { renews: [id, clientId], onSaved: () => sayDone(t`Reviewed. The task is closed.`) })
  return (
    <Card title={<Trans>Your review</Trans>} padded>
      <Form onSave={() => void save(said)} saving={saving} problem={problem} saveLabel={<Trans>Keep the review</Trans>}>
        <ChoiceField path="verdict" label={t`What did you find?`} value={said.verdict} data={verdicts.map((value) => ({ value, label: verdictWords(value) }))} onChange={(verdict) => say({ ...said, verdict })} problem={problem} />
        <LongTextField path="words" label={t`In your words`} value={said.words} onChange={(event) => say({ ...said, words: event.currentTarget.value })} problem={problem} />
      </Form>
    </Card>
  )
}
