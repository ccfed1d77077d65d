// What may be written down now: what they said, an appointment, a warm handoff, their program, taking it back. One form at a time.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { isOpen } from '../codes.ts'
import type { ServiceReferralView } from '../view.actions.ts'
import { AnswerForm, CapacityForm, WithdrawForm } from './AnswerForms.tsx'
import { AppointmentForm, EnrollmentForm, HandoffForm } from './MeetingForms.tsx'
import classes from './services.module.css'

type Act = 'answer' | 'appointment' | 'handoff' | 'enrollment' | 'withdraw'

export function Acts({ view }: { view: ServiceReferralView }) {
  const [act, setAct] = useState<Act | null>(null)
  const { referral, targetMay } = view
  const isInquiry = referral.intent === 'inquiry'
  const alive = isOpen(referral.status) && !isInquiry
  const done = () => setAct(null)
  const toggle = (next: Act) => ({ expanded: act === next, onClick: () => setAct(act === next ? null : next) })
  if (!isOpen(referral.status) || (isInquiry && referral.status !== 'requested')) return null
  return (
    <Card title={<Trans>What is new?</Trans>}>
      <div className={classes.padded}>
        <Chips>
          {targetMay.length > 0 && <ChipButton {...toggle('answer')}><Trans>They told us</Trans></ChipButton>}
          {alive && referral.status !== 'requested' && <ChipButton {...toggle('appointment')}><Trans>An appointment</Trans></ChipButton>}
          {alive && <ChipButton {...toggle('handoff')}><Trans>A warm handoff</Trans></ChipButton>}
          {alive && referral.status !== 'requested' && <ChipButton {...toggle('enrollment')}><Trans>Their program</Trans></ChipButton>}
          <ChipButton {...toggle('withdraw')}><Trans>Take it back</Trans></ChipButton>
        </Chips>
        {act === 'answer' && (isInquiry ? <CapacityForm id={referral.id} onDone={done} /> : <AnswerForm view={view} onDone={done} />)}
        {act === 'appointment' && <AppointmentForm view={view} onDone={done} />}
        {act === 'handoff' && <HandoffForm id={referral.id} onDone={done} />}
        {act === 'enrollment' && <EnrollmentForm id={referral.id} onDone={done} />}
        {act === 'withdraw' && <WithdrawForm id={referral.id} onDone={done} />}
      </div>
    </Card>
  )
}
