// A questionnaire being asked: one column, each answer kept as it is given, progress and the way on at the bottom.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { ProgressBar } from '../../../web/design/Scale.tsx'
import { progressOf, unsettledItems } from '../answer.ts'
import { missingForCompletion } from '../assessment.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { AssessmentView } from '../record.ts'
import { Finish } from './Finish.tsx'
import { focusQuestion, QuestionList } from './QuestionList.tsx'
import { RunnerHead } from './RunnerHead.tsx'
import { SafetyWaits } from './SafetyWaits.tsx'
import { SaveMark } from './SaveMark.tsx'
import { useAnswering } from './useAnswering.ts'
import classes from './assessments.module.css'

export function Runner({ view, path, questionnaire, here }: { view: AssessmentView; path: string; questionnaire: Questionnaire; here: string }) {
  const answering = useAnswering(view, path)
  const [item, setItem] = useSearchParam('item')
  const { answers, unsaved, flush } = answering
  useEffect(() => {
    if (item) focusQuestion(item)
  }, [item])
  const { asked, settled } = progressOf(questionnaire.item, answers)
  const [next] = unsettledItems(questionnaire.item, answers)
  const missing = missingForCompletion(questionnaire, answers, [], (place) => `${here}&${place}`)
  return (
    <div className={classes.column}>
      <RunnerHead view={view} path={path} />
      <QuestionList items={questionnaire.item} view={view} answering={answering} />
      <Finish view={view} path={path} missing={missing} before={flush} folded />
      <p className="small soft">{view.instrument.attribution}</p>
      <div className={classes.bar}>
        <div>
          <span><Trans>{settled} of {asked} answered</Trans><span className={classes.kept}> · <SaveMark state={unsaved > 0 ? 'saving' : 'saved'} /></span></span>
          <ProgressBar done={settled} of={asked} label={t`Questions answered`} />
        </div>
        <SafetyWaits view={view} />
        {next && <Button variant="default" onClick={() => { setItem(null); focusQuestion(next.linkId) }}><Trans>Next question</Trans></Button>}
      </div>
    </div>
  )
}
