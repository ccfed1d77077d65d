// Closing the loop: did the client get there, and was the need met. Without both, it stays open (INV-37).
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { ChoiceField, DayField, fieldId, Form, issueAt, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { reasonsFor } from '../codes.ts'
import type { ServiceReferralView } from '../view.actions.ts'
import classes from './services.module.css'
import { metWords, reachedWords, reasonWords } from './serviceWords.ts'
import { useServiceSave } from './useServices.ts'

export function LoopCard({ view }: { view: ServiceReferralView }) {
  const [closing, setClosing] = useState(false)
  const { referral, mayWrite } = view
  if (referral.intent === 'inquiry' || referral.status === 'entered-in-error') return null
  if (referral.loopClosedAt) return <Outcome view={view} />
  return (
    <Card title={<Trans>Close the loop</Trans>}>
      <div className={classes.padded}>
        <p className="soft">{referral.status === 'completed' ? <Trans>The service says it is done. What counts is whether the need was met: ask the client.</Trans> : <Trans>Whatever the service reports, the loop is closed when we know that the client got there and whether the need was met.</Trans>}</p>
        {mayWrite && (closing ? <CloseForm id={referral.id} /> : <div><Button onClick={() => setClosing(true)}><Trans>Record the outcome</Trans></Button></div>)}
      </div>
    </Card>
  )
}

function Outcome({ view: { referral } }: { view: ServiceReferralView }) {
  const { _ } = useLingui()
  const { needMet, clientReached, notMetReason } = referral
  return (
    <Card title={<Trans>The loop is closed</Trans>} aside={referral.loopClosedOn && <DateText day={referral.loopClosedOn} />} padded>
      {clientReached && <Fact name={<Trans>The client</Trans>}>{_(reachedWords[clientReached])}{referral.reachedOn && <>, <DateText day={referral.reachedOn} /></>}</Fact>}
      {needMet && <Fact name={<Trans>The need</Trans>}><Chip tone={needMet === 'met' ? 'done' : needMet === 'not-met' ? 'late' : 'today'}>{_(metWords[needMet])}</Chip></Fact>}
      {notMetReason && <Fact name={<Trans>What stood in the way</Trans>}>{_(reasonWords[notMetReason])}</Fact>}
      {referral.serviceReceived && <Fact name={<Trans>Received</Trans>}>{referral.serviceReceived}</Fact>}
      {referral.clientExperience && <Fact name={<Trans>In the client’s words</Trans>}><q>{referral.clientExperience}</q></Fact>}
    </Card>
  )
}

function CloseForm({ id }: { id: string }) {
  const { _ } = useLingui()
  const { today } = useMe()
  const { displayName } = useClient()
  const [outcome, setOutcome] = useState<{ clientReached: string; reachedOn: string; needMet: string; notMetReason: string | null; serviceReceived: string; clientExperience: string }>({ clientReached: '', reachedOn: '', needMet: '', notMetReason: null, serviceReceived: '', clientExperience: '' })
  const set = (more: Partial<typeof outcome>) => setOutcome({ ...outcome, ...more })
  const { save, saving, problem } = useServiceSave<object>('POST', `/${id}/outcome`, () => sayDone(t`The loop is closed.`))
  const short = outcome.needMet === 'not-met' || outcome.needMet === 'partly'
  const send = () => void save({ ...outcome, reachedOn: outcome.clientReached === 'yes' ? outcome.reachedOn || null : null, notMetReason: short ? outcome.notMetReason : null })
  return (
    <Form onSave={send} saving={saving} problem={problem} saveLabel={<Trans>Close the loop</Trans>}>
      <Radio.Group id={fieldId('clientReached')} label={t`Did ${displayName} get there?`} value={outcome.clientReached} error={issueAt(problem, 'clientReached')} onChange={(clientReached) => set({ clientReached, reachedOn: clientReached === 'yes' ? today : '' })}>
        <Stack gap={6} mt={6}>{Object.entries(reachedWords).map(([value, words]) => <Radio key={value} value={value} label={_(words)} />)}</Stack>
      </Radio.Group>
      {outcome.clientReached === 'yes' && <DayField path="reachedOn" label={t`On which day`} optional value={outcome.reachedOn} problem={problem} onChange={(event) => set({ reachedOn: event.currentTarget.value })} />}
      <Radio.Group id={fieldId('needMet')} label={t`Was the need met?`} value={outcome.needMet} error={issueAt(problem, 'needMet')} onChange={(needMet) => set({ needMet })}>
        <Stack gap={6} mt={6}>{Object.entries(metWords).map(([value, words]) => <Radio key={value} value={value} label={_(words)} />)}</Stack>
      </Radio.Group>
      {short && <ChoiceField path="notMetReason" label={t`What stood in the way`} value={outcome.notMetReason} problem={problem} data={reasonsFor('not-met').map((value) => ({ value, label: _(reasonWords[value]) }))} onChange={(notMetReason) => set({ notMetReason })} />}
      <TextField path="serviceReceived" label={t`What was received, and how much`} optional value={outcome.serviceReceived} problem={problem} onChange={(event) => set({ serviceReceived: event.currentTarget.value })} />
      <LongTextField path="clientExperience" label={t`How it was, in the client’s words`} optional minRows={2} value={outcome.clientExperience} problem={problem} onChange={(event) => set({ clientExperience: event.currentTarget.value })} />
    </Form>
  )
}
