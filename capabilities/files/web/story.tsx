// How the story tells files.
import { Trans } from '@lingui/react/macro'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'

const text = (event: StoryEvent, name: string): string => (typeof event.details[name] === 'string' ? event.details[name] : '')

export const storyLines: StoryLines = {
  'file.added': (event) => ({ tone: 'plain', text: <Trans>File added</Trans>, detail: text(event, 'name') }),
  'file.voided': (event) => ({ tone: 'late', text: <Trans>File entered in error</Trans>, detail: `${text(event, 'name')}: ${text(event, 'reason')}` }),
}
