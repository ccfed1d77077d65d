// The answers as they stand, corrections marked, with last time's beside.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { Button } from '@mantine/core'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { isSettled, visibleItems, wordsOf, type Answers, type Response } from '../answer.ts'
import { answersAsAmended } from '../assessment.ts'
import { asks, type Item, type Questionnaire } from '../questionnaire.ts'
import type { AssessmentView } from '../record.ts'
import type { Amended } from './AmendDialog.tsx'
import { notAskedWords } from './words.ts'
import classes from './assessments.module.css'

interface AnswersCardProps {
  view: AssessmentView
  questionnaire: Questionnaire
  onAmend: ((amended: Amended) => void) | null
}

export function AnswersCard({ view, questionnaire, onAmend }: AnswersCardProps) {
  const first: Answers = Object.fromEntries(view.responses.map((each) => [each.linkId, each]))
  const corrections = view.amendments.map(({ linkId, after }) => ({ linkId, after: { answer: after.answer ?? null, notAskedReason: after.notAskedReason ?? null } }))
  const answers = answersAsAmended(first, corrections)
  const asked = visibleItems(questionnaire.item, answers).filter((item) => asks(item) && (item.required || isSettled(answers[item.linkId])))
  if (asked.length === 0) return null
  return (
    <Card title={<Trans>Answers</Trans>} padded>
      <table className={classes.answers}>
        <thead>
          <tr><th scope="col"><Trans>Question</Trans></th><th scope="col"><Trans>Answer</Trans></th>{view.previous && <th scope="col"><Trans>Last time</Trans>, <DateText day={view.previous.assessedOn} short /></th>}{onAmend && <th scope="col" className="no-print"><span className="visually-hidden"><Trans>Correct</Trans></span></th>}</tr>
        </thead>
        <tbody>
          {asked.map((item) => (
            <tr key={item.linkId}>
              <td>{item.prefix} {item.text}</td>
              <td><strong><Said item={item} response={answers[item.linkId]} /></strong>{corrections.some(({ linkId }) => linkId === item.linkId) && <span className={classes.amended}> <Trans>(corrected; first: <Said item={item} response={first[item.linkId]} />)</Trans></span>}</td>
              {view.previous && <td className="soft"><Said item={item} response={view.previous.responses.find(({ linkId }) => linkId === item.linkId)} /></td>}
              {onAmend && <td className="no-print"><Button variant="subtle" size="compact-sm" onClick={() => onAmend({ about: 'answer', item, response: answers[item.linkId] })}><Trans>Correct</Trans><span className="visually-hidden"> {item.text}</span></Button></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Said({ item, response }: { item: Item; response: Response | undefined }) {
  const { _ } = useLingui()
  if (response?.notAskedReason) return <>{_(notAskedWords[response.notAskedReason])}</>
  if (!response?.answer?.length) return <Trans>no answer</Trans>
  return <>{response.answer.map((value) => wordsOf(item, value)).join(', ')}</>
}
