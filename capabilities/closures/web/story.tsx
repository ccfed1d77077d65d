// How the story tells the closing summary.
import { Trans } from '@lingui/react/macro'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'

const text = (event: StoryEvent, name: string): string => (typeof event.details[name] === 'string' ? event.details[name] : '')

export const storyLines: StoryLines = {
  'closure.summary-signed': () => ({ tone: 'agreement', text: <Trans>Closing summary signed</Trans> }),
  'closure.summary-returned': (event) => ({ tone: 'caution', text: <Trans>Closing summary returned</Trans>, detail: text(event, 'note') }),
  'closure.summary-signed-off': (event) => ({ tone: 'agreement', text: <Trans>Closing summary signed off</Trans>, detail: text(event, 'note') }),
}
