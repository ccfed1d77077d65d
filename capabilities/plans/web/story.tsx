// How the story tells what happened to a plan: its needs, goals, steps, barriers, versions and reviews.
import { i18n } from '@lingui/core'
import { Trans } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { DateText } from '../../../web/design/DateText.tsx'
import { signedLevel } from '../../../web/design/Scale.tsx'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { knownIn } from '../../../web/told.ts'
import { achievementWords, attainmentWords, dispositionWords } from './words.ts'

const text = ({ details }: StoryEvent, name: string): string => (typeof details[name] === 'string' ? details[name] : '')
const number = ({ details }: StoryEvent, name: string): number | null => (typeof details[name] === 'number' ? details[name] : null)
const words = (event: StoryEvent) => (text(event, 'clientWords') ? <q>{text(event, 'clientWords')}</q> : text(event, 'statement'))

function moved(event: StoryEvent) {
  const [before, level] = [number(event, 'before'), number(event, 'level')]
  const achievement = knownIn(achievementWords, event.details.achievement)
  if (level !== null && before !== null && level !== before) return <Trans>Goal moved from {signedLevel(before)} to {signedLevel(level)}: {words(event)}</Trans>
  if (level !== null) return <Trans>Goal stays at {signedLevel(level)}: {words(event)}</Trans>
  return <>{achievement && i18n._(achievementWords[achievement])}: {words(event)}</>
}

const isBetter = (event: StoryEvent) => (number(event, 'level') ?? -9) > (number(event, 'before') ?? 9) || ['achieved', 'sustaining', 'improving'].includes(text(event, 'achievement'))

function ended(event: StoryEvent) {
  const attainment = knownIn(attainmentWords, event.details.attainment)
  return <><Trans>Goal ended</Trans>{attainment && `, ${i18n._(attainmentWords[attainment]).toLocaleLowerCase()}`}: {words(event)}</>
}

function settled(event: StoryEvent) {
  const disposition = knownIn(dispositionWords, event.details.disposition)
  return <>{disposition && i18n._(dispositionWords[disposition])}: {words(event)}</>
}

function agreed(event: StoryEvent) {
  const plan = number(event, 'number')
  if (text(event, 'kind') === 'signed') return <Trans>Plan {plan} agreed and signed</Trans>
  if (text(event, 'kind') === 'refused') return <Trans>Plan {plan} goes on without a signature</Trans>
  return <Trans>Plan {plan} agreed by word of mouth</Trans>
}

function counted(event: StoryEvent) {
  const [goals, steps, own] = [number(event, 'goals') ?? 0, number(event, 'steps') ?? 0, number(event, 'clientSteps') ?? 0]
  const expires = text(event, 'expiresOn')
  return (
    <>
      {plural(goals, { one: '# goal', other: '# goals' })}, {plural(steps, { one: '# step', other: '# steps' })}{own > 0 && <>, <Trans>{own} by the client</Trans></>}
      {text(event, 'name') && <> · {text(event, 'name')}</>}{expires && <> · <Trans>signature due <DateText day={expires} /></Trans></>}
    </>
  )
}

export const storyLines: StoryLines = {
  'need.raised': (event) => ({ tone: 'plain', text: <Trans>A concern was written down: {words(event)}</Trans> }),
  'need.changed': (event) => ({ tone: 'plain', text: <Trans>A need was reworded: {words(event)}</Trans> }),
  'need.confirmed': (event) => ({ tone: 'agreement', text: <Trans>Need confirmed with the client: {words(event)}</Trans>, detail: text(event, 'clientWords') && text(event, 'statement') }),
  'need.settled': (event) => ({ tone: text(event, 'disposition') === 'met' ? 'moved' : 'plain', text: settled(event), detail: text(event, 'reason') }),
  'goal.set': (event) => ({ tone: 'brand', text: <Trans>A goal: {words(event)}</Trans> }),
  'goal.changed': (event) => ({ tone: 'plain', text: <Trans>A goal was reworded: {words(event)}</Trans> }),
  'goal.levels-described': (event) => ({ tone: 'plain', text: <Trans>Five levels were described for {words(event)}</Trans> }),
  'goal.baseline-set': (event) => ({ tone: 'plain', text: <Trans>Baseline {signedLevel(number(event, 'level') ?? 0)} for {words(event)}</Trans> }),
  'goal.progressed': (event) => ({ tone: isBetter(event) ? 'moved' : text(event, 'achievement') === 'worsening' ? 'caution' : 'plain', text: moved(event), detail: text(event, 'evidence') }),
  'goal.ended': (event) => ({ tone: text(event, 'attainment') === 'achieved' ? 'moved' : 'brand', text: ended(event), detail: text(event, 'evidence') }),
  'intervention.planned': (event) => ({ tone: 'plain', text: <Trans>A step was planned: {text(event, 'description')}</Trans> }),
  'intervention.changed': (event) => ({ tone: 'plain', text: <Trans>A step was changed: {text(event, 'description')}</Trans> }),
  'intervention.begun': (event) => ({ tone: 'plain', text: <Trans>Begun: {text(event, 'description')}</Trans>, detail: text(event, 'outcome') }),
  'intervention.ended': (event) => ({ tone: text(event, 'status') === 'completed' ? 'moved' : 'plain', text: text(event, 'status') === 'completed' ? <Trans>Done: {text(event, 'description')}</Trans> : <Trans>Set aside: {text(event, 'description')}</Trans>, detail: text(event, 'outcome') }),
  'service.planned': (event) => ({ tone: 'plain', text: <Trans>A service joined the plan: {text(event, 'scope')}</Trans>, detail: text(event, 'provider') }),
  'service.changed': (event) => ({ tone: 'plain', text: <Trans>A service was changed: {text(event, 'scope')}</Trans>, detail: text(event, 'provider') }),
  'service.withdrawn': (event) => ({ tone: 'plain', text: <Trans>A service left the plan: {text(event, 'scope')}</Trans>, detail: text(event, 'reason') }),
  'barrier.raised': (event) => ({ tone: 'caution', text: <Trans>In the way: {text(event, 'statement')}</Trans> }),
  'barrier.changed': (event) => ({ tone: 'plain', text: <Trans>A barrier was changed: {text(event, 'statement')}</Trans> }),
  'barrier.resolved': (event) => ({ tone: 'moved', text: <Trans>Out of the way: {text(event, 'statement')}</Trans>, detail: <>{text(event, 'resolution')} · {plural(number(event, 'days') ?? 0, { one: 'after # day', other: 'after # days' })}</> }),
  'plan.written': () => ({ tone: 'plain', text: <Trans>What matters was written into the plan</Trans> }),
  'plan.proposed': (event) => ({ tone: 'plain', text: <Trans>Plan {number(event, 'number')} was proposed to the client</Trans> }),
  'plan.agreed': (event) => ({ tone: 'agreement', text: agreed(event), detail: counted(event) }),
  'plan.signed': (event) => ({ tone: 'agreement', text: text(event, 'kind') === 'signed' ? <Trans>Plan {number(event, 'number')} signed by {text(event, 'name')}</Trans> : <Trans>Plan {number(event, 'number')}: the signature was refused</Trans> }),
  'plan.signed-off': (event) => ({ tone: text(event, 'decision') === 'approved' ? 'agreement' : 'caution', text: text(event, 'decision') === 'approved' ? <Trans>Plan {number(event, 'number')} signed off by the supervisor</Trans> : <Trans>Plan {number(event, 'number')} returned by the supervisor</Trans>, detail: text(event, 'comment') }),
  'plan.copy-given': (event) => ({ tone: 'agreement', text: <Trans>Copy of plan {number(event, 'number')} given to {text(event, 'to')}</Trans>, detail: text(event, 'givenOn') && <DateText day={text(event, 'givenOn')} /> }),
  'plan.review-started': () => ({ tone: 'plain', text: <Trans>A review of the plan began</Trans> }),
  'plan.reviewed': (event) => ({ tone: 'agreement', text: text(event, 'outcome') === 'no-change' ? <Trans>Plan reviewed: no change</Trans> : <Trans>Plan reviewed: a new version follows</Trans>, detail: text(event, 'summary') }),
}
