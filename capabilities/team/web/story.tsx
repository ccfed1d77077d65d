// How the story tells that somebody must not know a client.
import { Trans } from '@lingui/react/macro'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'

const name = (event: StoryEvent): string => (typeof event.details.name === 'string' ? event.details.name : '')

export const storyLines: StoryLines = {
  'exclusion.made': (event) => ({ tone: 'caution', text: <Trans>{name(event)} must not know this person and was shut out</Trans> }),
  'exclusion.ended': () => ({ tone: 'plain', text: <Trans>An exclusion of a colleague ended</Trans> }),
}
