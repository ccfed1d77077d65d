// How the story of a case tells that a referral was accepted.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { longDayWords } from '../../../web/words.ts'
import { channelWords } from './referralWords.ts'

const said = (event: StoryEvent, name: string): string => (typeof event.details[name] === 'string' ? event.details[name] : '')

export const storyLines: StoryLines = {
  'referral.accepted': (event) => {
    const source = said(event, 'source')
    const channel = said(event, 'channel')
    const words = channelWords()
    const isChannel = (text: string): text is keyof typeof words => text in words
    const received = said(event, 'receivedOn')
    return {
      tone: 'brand',
      text: source ? <Trans>The referral from {source} was accepted</Trans> : <Trans>The referral was accepted</Trans>,
      detail: [received && t`Received ${longDayWords(received)}`, isChannel(channel) && words[channel]]
        .filter(Boolean)
        .join(' · '),
      href: `/referrals/${event.subjectId}`,
    }
  },
}
