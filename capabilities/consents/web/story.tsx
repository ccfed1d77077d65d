// How the story tells consents: given, lacking, replaced, revoked.
import { Trans } from '@lingui/react/macro'
import { DateText } from '../../../web/design/DateText.tsx'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { consentKinds } from '../kinds.ts'
import { kindWords } from './consentWords.ts'

const text = ({ details }: StoryEvent, name: string): string => (typeof details[name] === 'string' ? details[name] : '')
const kind = (event: StoryEvent) => kindWords(consentKinds.find((each) => each === event.details['kind']) ?? 'cm_engagement')

function details(event: StoryEvent) {
  const { recipients } = event.details
  const to = Array.isArray(recipients) ? recipients.filter((each) => typeof each === 'string').join(', ') : ''
  const until = text(event, 'expiresOn')
  return (
    <>
      {to && <Trans>to {to}</Trans>}
      {to && until && ' · '}
      {until && (
        <Trans>
          until <DateText day={until} />
        </Trans>
      )}
    </>
  )
}

export const storyLines: StoryLines = {
  'consent.drafted': (event) => ({ tone: 'plain', text: <Trans>Being prepared: {kind(event)}</Trans> }),
  'consent.recorded': (event) => ({ tone: 'agreement', text: <b>{kind(event)}</b>, detail: details(event) }),
  'consent.found-incomplete': (event) => ({
    tone: 'caution',
    text: <Trans>{kind(event)} is defective: something is missing</Trans>,
    detail: details(event),
  }),
  'consent.revoked': (event) => ({ tone: 'late', text: <Trans>Revoked: {kind(event)}</Trans>, detail: details(event) }),
  'consent.ended': (event) => ({ tone: 'caution', text: <Trans>Ended: {kind(event)}</Trans>, detail: details(event) }),
}
