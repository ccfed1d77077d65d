// What happened with a referral, step by step: what, why, who, when.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import type { Step } from '../page.ts'
import {
  basisWords,
  channelWords,
  dangerWords,
  declineWords,
  redirectWords,
  statusWords,
  urgencyWords,
  waitlistWords,
  withdrawWords,
} from './referralWords.ts'
import classes from './referrals.module.css'

export function HistoryCard({ steps }: { steps: Step[] }) {
  return (
    <Card padded title={<Trans>What happened</Trans>}>
      <ol className={classes.steps}>
        {steps.toReversed().map((step) => (
          <li key={step.id}>
            <strong>{whatWords(step)}</strong>
            {saidIn(step).map((words) => (
              <div key={words} className={classes.said}>
                {words}
              </div>
            ))}
            <div className="soft small">
              <MomentText at={step.at} />
              {step.by ? ` · ${step.by}` : ''}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function whatWords({ toStatus, fromStatus, reason }: Step): string {
  const said: Record<string, string> = {
    corrected: t`Corrected`,
    'record-confirmed': t`Electronic record confirmed`,
    answered: t`The answer came`,
    'no-answer': t`No answer came`,
    'off-waitlist': t`Off the waitlist`,
  }
  const reasons: Record<string, string> = {
    ...said,
    ...urgencyWords(),
    ...dangerWords(),
    ...waitlistWords(),
    ...declineWords(),
    ...redirectWords(),
    ...withdrawWords(),
    ...basisWords(),
    source: t`the source is asked`,
    client: t`the person is asked`,
    'somebody-else': t`somebody else is asked`,
    referral: t`of another referral`,
    case: t`of a case`,
  }
  if (reason !== null && reason in said) return said[reason] ?? ''
  const what = fromStatus === null ? t`Received` : toStatus === 'triaged' ? t`Triaged` : statusWords()[toStatus]
  return reason ? `${what}: ${reasons[reason] ?? reason}` : what
}

/** The words somebody wrote with the step. */
function saidIn({ details }: Step): string[] {
  const channel = typeof details.channel === 'string' && isChannel(details.channel) ? [channelWords()[details.channel]] : []
  return [
    ...channel,
    ...['safetyDone', 'question', 'answer', 'note', 'alternatives', 'organization'].flatMap((key) =>
      typeof details[key] === 'string' && details[key] !== '' ? [details[key]] : [],
    ),
  ]
}

const isChannel = (text: string): text is keyof ReturnType<typeof channelWords> => text in channelWords()
