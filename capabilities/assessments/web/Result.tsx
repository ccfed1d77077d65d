// A finished assessment to read, print or correct: scores with their meaning and limits, areas with conclusions, answers, corrections (practice model 6.4).
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText, MomentText } from '../../../web/design/DateText.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { scoreRules } from '../score.ts'
import type { AssessmentView } from '../record.ts'
import { AmendDialog, type Amended } from './AmendDialog.tsx'
import { AnswersCard } from './AnswersCard.tsx'
import { AreasCard } from './AreasCard.tsx'
import { Asked } from './RunnerHead.tsx'
import { SafetyCard } from './SafetyCard.tsx'
import { statusWords } from './words.ts'
import classes from './assessments.module.css'

export function Result({ view, path }: { view: AssessmentView; path: string }) {
  const { _ } = useLingui()
  const { displayName } = useClient()
  const may = useMay()
  const [amending, amend] = useState<Amended | null>(null)
  const finished = view.status === 'completed' || view.status === 'amended'
  const onAmend = finished && view.renders && may('write-assessments') ? amend : null
  const by = view.staff.find(({ id }) => id === view.completedBy)
  const answered = view.concerns.filter(({ response }) => response !== null)
  return (
    <div className={classes.column} style={{ maxWidth: 860 }}>
      <Letterhead />
      <div className={classes.head}>
        <div>
          <h2>{view.instrument.title} · {displayName}</h2>
          <p className="soft">
            {_(statusWords[view.status])}{view.completedOn && <> <DateText day={view.completedOn} /></>}{by && `, ${by.name}${by.credentialLine && `, ${by.credentialLine}`}`}{view.endReason && `. ${view.endReason}`}
          </p>
          <Asked view={view} />
        </div>
      </div>
      {view.scores.length > 0 && <ScoresCard view={view} />}
      {view.instrument.kind === 'comprehensive' && <AreasCard view={view} onAmend={onAmend} />}
      {view.instrument.questionnaire && <AnswersCard view={view} questionnaire={view.instrument.questionnaire} onAmend={onAmend} />}
      {answered.length > 0 && <Card title={<Trans>Safety answers and what was done</Trans>} padded>{answered.map((concern) => <SafetyCard key={concern.id} concern={concern} path={path} renews={[]} />)}</Card>}
      {view.amendments.length > 0 && <Corrections view={view} />}
      <p className="small soft">{view.instrument.title} {view.instrument.instrumentVersion}. {view.instrument.attribution}</p>
      <AmendDialog view={view} path={path} amended={amending} onClose={() => amend(null)} />
    </div>
  )
}

/** On paper only: whose record it is, from whom, and that it is confidential. */
function Letterhead() {
  const { cases, caseId, displayName } = useClient()
  const { agency, today } = useMe()
  const number = cases.find(({ id }) => id === caseId)?.number
  return (
    <div className={classes.letterhead}>
      <strong>{agency.name}</strong>
      <span>{displayName}{number && ` · ${number}`} · <Trans>printed</Trans> <DateText day={today} /></span>
      <span><Trans>Confidential: for the people named in the plan of care. Do not pass on without permission.</Trans></span>
    </div>
  )
}

function ScoresCard({ view }: { view: AssessmentView }) {
  const rules = view.instrument.questionnaire ? scoreRules(view.instrument.questionnaire) : []
  return (
    <Card title={<Trans>Scores</Trans>} padded>
      <div className={classes.scores}>
        {view.scores.filter(({ standing }) => standing).map((score) => {
          const rule = rules.find(({ key }) => key === score.key)
          const title = rule?.title ?? view.instrument.scoreKeys.find(({ key }) => key === score.key)?.title ?? score.key
          return (
            <div key={score.id} className={classes.score}>
              <div>{title}</div>
              <div>
                <span className={classes.number}>{score.value ?? '–'}</span>{' '}
                {rule && <span className="soft"><Trans>of {rule.low} to {rule.high}</Trans></span>} {score.band && <Chip>{score.band.label}</Chip>}{' '}
                {score.previous && score.previous.value !== null && <span className="soft"><Trans>before: {score.previous.value}</Trans> (<DateText day={score.previous.assessedOn} short />)</span>}
              </div>
              {!score.scorable && <p><Trans>No score: {score.missing} answers are missing, more than this instrument allows. The answers themselves still count.</Trans></p>}
              {score.prorated && <p><Trans>{score.missing} missing answers were replaced by the average of the others. {rule?.missingCitation}</Trans></p>}
              {score.agrees === false && <p className={classes.refused} role="alert"><Trans>This number cannot be recomputed from the kept answers. Tell your administrator.</Trans></p>}
              {rule?.citation && <p className={classes.cite}>{rule.citation} {score.agrees && <Trans>Recomputed from the kept answers just now: it agrees.</Trans>}</p>}
            </div>
          )
        })}
      </div>
    </Card>
  )
}

function Corrections({ view }: { view: AssessmentView }) {
  return (
    <Card title={<Trans>Corrections</Trans>} padded>
      {view.amendments.map((each) => (
        <div key={each.id} className={classes.domain}>
          <h3>{each.number}. {each.reason}</h3>
          <p className="soft">{view.staff.find(({ id }) => id === each.recordedBy)?.name ?? t`Staff`}, <MomentText at={each.recordedAt} /></p>
        </div>
      ))}
    </Card>
  )
}
