// How the story tells what became of tasks.
import { Trans } from '@lingui/react/macro'
import { DateText } from '../../../web/design/DateText.tsx'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'

const text = (event: StoryEvent, name: string): string => (typeof event.details[name] === 'string' ? event.details[name] : '')

export const storyLines: StoryLines = {
  'task.added': (event) => ({ tone: 'plain', text: <Trans>To do: {text(event, 'title')}</Trans>, detail: text(event, 'dueOn') ? <Trans>by <DateText day={text(event, 'dueOn')} /></Trans> : undefined }),
  'task.finished': (event) => ({ tone: 'moved', text: <Trans>Done: {text(event, 'title')}</Trans> }),
  'task.reopened': (event) => ({ tone: 'plain', text: <Trans>Not done after all: {text(event, 'title')}</Trans> }),
  'task.snoozed': (event) => ({ tone: 'plain', text: <Trans>{text(event, 'title') || ruleName(text(event, 'rule'))} waits until <DateText day={text(event, 'until')} /></Trans>, detail: text(event, 'reason') }),
  'task.excepted': (event) => ({ tone: 'caution', text: <Trans>Will not happen: {ruleName(text(event, 'rule'))}</Trans>, detail: text(event, 'reason') }),
  'task.passed-on': (event) => ({ tone: 'plain', text: <Trans>Passed on: {text(event, 'title') || ruleName(text(event, 'rule'))}</Trans> }),
}

function ruleName(rule: string) {
  switch (rule) {
    case 'reply-to-source': return <Trans>reply to the referral source</Trans>
    case 'first-attempt': return <Trans>first attempt to reach the person</Trans>
    case 'assessment-due': return <Trans>comprehensive assessment</Trans>
    case 'plan-due': return <Trans>plan</Trans>
    case 'plan-review': return <Trans>plan review</Trans>
    case 'plan-signature': return <Trans>signature on the plan</Trans>
    case 'note-unsigned': return <Trans>signature on a note</Trans>
    case 'consent-expiring': return <Trans>renewal of a consent</Trans>
    case 'closure-summary-due': return <Trans>closure summary</Trans>
    case 'transfer-request': return <Trans>answer to a transfer</Trans>
    case 'information-requested': return <Trans>missing information</Trans>
    case 'sign-off': return <Trans>supervisor’s decision</Trans>
    case 'credential-expiring': return <Trans>renewal of a credential</Trans>
    case 'emergency-review': return <Trans>review of an emergency</Trans>
    case 'service-answer': case 'service-appointment': case 'service-loop': case 'service-declined': case 'service-question': return <Trans>service referral</Trans>
    default: return <Trans>task</Trans>
  }
}
