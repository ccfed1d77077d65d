// How the story tells of emergencies.
import { Trans } from '@lingui/react/macro'
import type { StoryLines } from '../../../web/story.ts'

export const storyLines: StoryLines = {
  'emergency-access.opened': ({ subjectId }) => ({ tone: 'late', text: <Trans>Opened this record in an emergency</Trans>, href: `/emergency-access/${subjectId}` }),
  'emergency-access.ended': () => ({ tone: 'plain', text: <Trans>The emergency ended before its time</Trans> }),
  'emergency-access.reviewed': ({ subjectId }) => ({ tone: 'agreement', text: <Trans>The emergency was reviewed</Trans>, href: `/emergency-access/${subjectId}` }),
}
