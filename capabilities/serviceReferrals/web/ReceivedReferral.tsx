// A referral as its receiver reads and answers it: the same behind a link and in the inbox of an account.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { longDayWords } from '../../../web/words.ts'
import type { ReceiversPage } from '../receiver.actions.ts'
import { PackageView } from './PackageView.tsx'
import { ReceiversAnswer, type Answering } from './ReceiversAnswer.tsx'
import { ReceiversQuestions } from './ReceiversQuestions.tsx'
import classes from './services.module.css'
import { statusWords } from './serviceWords.ts'

interface Props {
  view: ReceiversPage
  to: Answering
  onEnded: () => void
  onAnswered: () => void
}
export function ReceivedReferral({ view, to, onEnded, onAnswered }: Props) {
  const { _ } = useLingui()
  const { package: sent, appointment, status } = view
  return (
    <>
      <h1>{view.intent === 'inquiry' ? <Trans>{sent.agency.name} asks: do you have room?</Trans> : <Trans>{sent.agency.name} refers somebody to you</Trans>}</h1>
      <p className="soft"><Trans>For {view.performerName}, sent {longDayWords(view.sentOn)}.</Trans> {status !== 'requested' && <strong>{_(statusWords[status])}</strong>}</p>
      <PackageView sent={sent} />
      {appointment && <p role="note" className={classes.said}><Trans>Appointment: {longDayWords(appointment.day)}, {appointment.time}</Trans>{appointment.note && ` · ${appointment.note}`}</p>}
      <ReceiversAnswer view={view} to={to} onEnded={onEnded} onAnswered={onAnswered} />
      <ReceiversQuestions view={view} to={to} onAnswered={onAnswered} />
      <p className="soft small"><Trans>What you read here is confidential. Each opening of this page is recorded.</Trans></p>
    </>
  )
}
