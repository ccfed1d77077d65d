// Every step of a referral, who took it and why.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import type { ServiceReferralView } from '../view.actions.ts'
import classes from './services.module.css'
import { groundWords, reasonWords, statusWords, wayWords, type Ground } from './serviceWords.ts'

const isGround = (ground: string): ground is Ground => ground in groundWords

export function HistoryCard({ view: { steps, sendings, referral } }: { view: ServiceReferralView }) {
  const { _ } = useLingui()
  const [sending] = sendings
  return (
    <Card title={<Trans>What happened</Trans>}>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <strong>{step.toStatus === 'requested' ? <Trans>Sent</Trans> : _(statusWords[step.toStatus])}</strong>
            {step.reasonCode && `: ${_(reasonWords[step.reasonCode])}`}{step.reason && ` (${step.reason})`}
            {step.toStatus === 'requested' && sending && <div className="small">{_(wayWords[sending.way])}: {sending.sentTo}{sending.basis && isGround(sending.basis.ground) && ` · ${_(groundWords[sending.basis.ground])}`}</div>}
            <div className="soft small">{step.told === 'by-link' && step.createdByName ? <Trans>{step.createdByName} of {referral.performerName}, by their account</Trans> : step.told === 'by-link' ? <Trans>{referral.performerName}, behind the link</Trans> : step.told === 'to-us' ? <Trans>{referral.performerName}, told to {step.createdByName ?? ''}</Trans> : step.createdByName} · <MomentText at={step.at} /></div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
