// Goals with how they ended, and measures with first and last score: shown in the editor and on the paper.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { DateText } from '../../../web/design/DateText.tsx'
import { signedLevel } from '../../../web/design/Scale.tsx'
import type { GoalOutcome, MeasuredOutcome } from '../closure.ts'
import { attainmentWords } from './closureWords.ts'
import classes from './closure.module.css'

export function GoalTable({ goals }: { goals: GoalOutcome[] }) {
  if (goals.length === 0) return <p className={classes.lead} style={{ padding: '0 16px' }}><Trans>There were no goals.</Trans></p>
  return (
    <div className={`${classes.paper} ${classes.scroll}`} style={{ padding: '4px 16px 16px' }} tabIndex={0} role="group" aria-label={t`Goals`}>
      <table>
        <thead><tr><th scope="col"><Trans>Goal</Trans></th><th scope="col"><Trans>How it ended</Trans></th><th scope="col"><Trans>Scale</Trans></th><th scope="col"><Trans>What shows it</Trans></th></tr></thead>
        <tbody>
          {goals.map((goal) => (
            <tr key={goal.id}>
              <td><q>{goal.clientWords}</q></td>
              <td>{attainmentWords(goal.attainment)}</td>
              <td>{goal.baseline === null ? '–' : `${signedLevel(goal.baseline)} → ${goal.level === null ? '–' : signedLevel(goal.level)}`}</td>
              <td>{goal.because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function OutcomeTable({ outcomes }: { outcomes: MeasuredOutcome[] }) {
  if (outcomes.length === 0) return <p className={classes.state}><Trans>No instrument with a score was used.</Trans></p>
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {outcomes.map(({ instrument, first, last }) => (
        <li key={`${instrument} ${first.on}`}>
          {instrument}: <strong>{first.value}</strong> (<DateText day={first.on} />){last ? <> → <strong>{last.value}</strong> (<DateText day={last.on} />)</> : <>, <Trans>measured once</Trans></>}
        </li>
      ))}
    </ul>
  )
}
