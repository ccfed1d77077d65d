// How assessments tell themselves in the story of a case.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { DateText } from '../../../web/design/DateText.tsx'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { knownIn, listIn, numberIn, rowIn, rowsIn, textIn } from '../../../web/told.ts'
import { actionWords } from './words.ts'

interface Score { key: string; title: string; value: number | null; missing: number; band: string; previous: { value: number | null; on: string } | null }
const valueIn = (details: Record<string, unknown>) => (typeof details.value === 'number' ? details.value : null)

const told = ({ details }: StoryEvent) => ({
  title: textIn(details, 'title'), reason: textIn(details, 'reason'), areas: numberIn(details, 'areas'), findings: numberIn(details, 'findings'),
  concern: textIn(details, 'concern'), spokeWith: textIn(details, 'spokeWith'), interpreter: textIn(details, 'interpreter'),
  actions: listIn(details, 'actions').flatMap((action) => knownIn(actionWords, action) ?? []),
  scores: rowsIn(details, 'scores').map((score): Score => ({
    key: textIn(score, 'key'), title: textIn(score, 'title'), value: valueIn(score), missing: numberIn(score, 'missing'), band: textIn(score, 'band'),
    previous: score.previous ? { value: valueIn(rowIn(score, 'previous')), on: textIn(rowIn(score, 'previous'), 'on') } : null,
  })),
})

function ScoreText({ score: { value, band, previous, missing } }: { score: Score }) {
  return (
    <>
      {value === null ? <Trans>no score, {missing} answers missing</Trans> : value}{band && `, ${band.toLocaleLowerCase()}`}
      {previous && previous.value !== null && <> (<Trans>before: {previous.value} on <DateText day={previous.on} short /></Trans>)</>}
    </>
  )
}

/** “PHQ-9: 12, moderate (before: 9 on 26 Jan)”; several scores are named one by one. */
function Scored({ event }: { event: StoryEvent }) {
  const { title, scores } = told(event)
  const [only] = scores
  if (!only) return <strong>{title}</strong>
  if (scores.length === 1) return <><strong>{title}:</strong> <ScoreText score={only} /></>
  return <><strong>{title}</strong>: {scores.map((score, place) => <span key={score.key}>{place > 0 && '; '}{score.title} <ScoreText score={score} /></span>)}</>
}

function Done({ event }: { event: StoryEvent }) {
  const { _ } = useLingui()
  return <>{told(event).actions.map((action) => _(actionWords[action])).join(' · ')}</>
}

export const storyLines: StoryLines = {
  'assessment.begun': (event) => ({ tone: 'plain', text: <Trans><strong>{told(event).title}</strong> begun.</Trans> }),
  'assessment.completed': (event) => ({
    tone: 'brand',
    text: <Trans><strong>{told(event).title} complete.</strong> {told(event).areas} areas concluded, {told(event).findings} with something to note.</Trans>,
    detail: told(event).interpreter ? <Trans>Interpreter {told(event).interpreter}</Trans> : undefined,
  }),
  'screen.completed': (event) => ({ tone: 'brand', text: <Scored event={event} />, detail: told(event).interpreter ? <Trans>Interpreter {told(event).interpreter}</Trans> : undefined }),
  'score.recorded': (event) => ({ tone: 'brand', text: <Scored event={event} /> }),
  'assessment.amended': (event) => ({ tone: 'caution', text: <Trans><strong>{told(event).title} corrected:</strong> {told(event).reason}</Trans> }),
  'assessment.stopped': (event) => ({ tone: 'plain', text: <Trans><strong>{told(event).title} stopped:</strong> {told(event).reason}</Trans> }),
  'assessment.withdrawn': (event) => ({ tone: 'caution', text: <Trans><strong>{told(event).title} was entered in error:</strong> {told(event).reason}</Trans> }),
  'safety.raised': (event) => ({ tone: 'late', text: <Trans><strong>Safety answer:</strong> {told(event).concern}. Response due the same day.</Trans>, detail: told(event).title }),
  'safety.answered': (event) => ({ tone: 'moved', text: <Trans><strong>Safety answer responded to:</strong> {told(event).concern}. Spoke with: {told(event).spokeWith}.</Trans>, detail: <Done event={event} /> }),
}
