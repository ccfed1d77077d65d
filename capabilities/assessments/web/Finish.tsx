// The end of an assessment: everything still open, each with the way to it, and the button that completes.
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { Card } from '../../../web/design/Card.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Missing } from '../comprehensive.ts'
import type { AssessmentView } from '../record.ts'
import classes from './assessments.module.css'

interface FinishProps {
  view: AssessmentView
  path: string
  missing: Missing[]
  /** what must be kept before it can be completed */
  before: () => Promise<void>
  /** the list can be unfolded; the questions themselves are on the page */
  folded?: boolean
}

export function Finish({ view, path, missing, before, folded = false }: FinishProps) {
  const { save, saving, problem } = useWrite('POST', `${path}/completion`, {
    renews: [view.id, view.caseId],
    onSaved: () => sayDone(t`${view.instrument.title} is complete.`),
  })
  const complete = async () => {
    await before()
    await save({})
  }
  return (
    <Card title={<Trans>Complete</Trans>} padded id="finish">
      <div className={classes.lines}>
        <ProblemNotice problem={problem} />
        {missing.length === 0 ? (
          <p><Trans>Nothing is missing. Once complete, it is kept as it is; corrections are added beside it.</Trans></p>
        ) : (
          <details open={!folded}>
            <summary>{plural(missing.length, { one: '# thing is still open.', other: '# things are still open.' })}</summary>
            <ul aria-label={t`Still open`} style={{ margin: '6px 0 0', paddingLeft: 20 }}>
              {missing.map(({ code, message, href }) => <li key={code}><GoTo href={href} replace style={{ textDecoration: 'underline' }}>{message}</GoTo></li>)}
            </ul>
          </details>
        )}
        <div><Button onClick={() => void complete()} loading={saving} variant={missing.length === 0 ? 'filled' : 'default'}><Trans>Complete {view.instrument.title}</Trans></Button></div>
      </div>
    </Card>
  )
}
