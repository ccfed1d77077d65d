// Every change of status: what, why, who and when. It cannot be changed.
import { Trans } from '@lingui/react/macro'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import type { CaseView } from '../view.ts'
import { closureWords, notEngagedWords, statusWords, suspensionWords } from './caseWords.ts'
import classes from './cases.module.css'

type Change = CaseView['changes'][number]

export function StatusHistory({ view }: { view: CaseView }) {
  return (
    <Card title={<Trans>How it came here</Trans>} padded>
      <ol className={classes.history} style={{ marginTop: 0 }}>
        {view.changes.toReversed().map((change) => (
          <li key={change.id}>
            <b>{statusWords(change.toStatus)}</b>{reasonOf(change) && <>: {reasonOf(change)}</>}
            <small>{change.reason}</small>
            <small><MomentText at={change.at} /> · {change.staffName ?? 'Continuum'}</small>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function reasonOf({ reasonCode, transition }: Change): string {
  if (!reasonCode) return ''
  if (transition === 'suspended') return suspensionWords(reasonCode)
  if (transition === 'ended-without-engagement') return notEngagedWords(reasonCode)
  return transition === 'closing-begun' || transition === 'closed' ? closureWords(reasonCode) : ''
}
