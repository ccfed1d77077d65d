// How assessments tell themselves in the story of a case.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { z } from 'zod'
import { DateText } from '../../../web/design/DateText.tsx'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { SafetyAction } from '../safety.ts'
import { actionWords } from './words.ts'

const Told = z.object({
  title: z.string().catch(''),
  reason: z.string().catch(''),
  areas: z.number().catch(0),
  findings: z.number().catch(0),
  concern: z.string().catch(''),
  actions: z.array(SafetyAction).catch([]),
  spokeWith: z.string().catch(''),
  interpreter: z.string().catch(''),
  assessmentId: z.string().catch(''),
  scores: z.array(z.object({
    key: z.string(), title: z.string(), value: z.number().nullable(), missing: z.number().nullable(), band: z.string().nullable(),
    previous: z.object({ value: z.number().nullable(), on: z.string() }).nullable(),
  })).catch([]),
})
type Told = z.infer<typeof Told>
const told = ({ details }: StoryEvent): Told => Told.parse(details)

function Score({ score: { value, band, previous, missing } }: { score: Told['scores'][number] }) {
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
  if (scores.length === 1) return <><strong>{title}:</strong> <Score score={only} /></>
  return <><strong>{title}</strong>: {scores.map((score, place) => <span key={score.key}>{place > 0 && '; '}{score.title} <Score score={score} /></span>)}</>
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
