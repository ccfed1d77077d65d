// How the story tells a service referral: what was asked of whom, what they said, whether the need was met.
import { i18n } from '@lingui/core'
import { Trans } from '@lingui/react/macro'
import type { StoryEvent, StoryLine, StoryLines, StoryTone } from '../../../web/story.ts'
import { knownIn, textIn } from '../../../web/told.ts'
import { metWords, reachedWords, reasonWords, typeWords } from './serviceWords.ts'

const who = ({ details }: StoryEvent) => textIn(details, 'performer')
const what = ({ details }: StoryEvent) => {
  const type = knownIn(typeWords, details.serviceType)
  return type ? i18n._(typeWords[type]) : ''
}
const why = ({ details }: StoryEvent): string => {
  const reason = knownIn(reasonWords, details.reasonCode ?? details.notMetReason)
  return [reason && i18n._(reasonWords[reason]), textIn(details, 'reason') || textIn(details, 'note')].filter(Boolean).join(': ')
}
const line = (tone: StoryTone, text: (event: StoryEvent) => StoryLine['text']) => (event: StoryEvent): StoryLine => ({ tone, text: text(event), ...(why(event) && { detail: why(event) }) })

function loop(event: StoryEvent): StoryLine {
  const met = knownIn(metWords, event.details.needMet)
  const reached = knownIn(reachedWords, event.details.clientReached)
  const words = textIn(event.details, 'clientExperience')
  return {
    tone: met === 'met' ? 'moved' : met === 'not-met' ? 'late' : 'caution',
    text: <Trans>Loop closed with {who(event)}: {reached && i18n._(reachedWords[reached])}; need: {met && i18n._(metWords[met])}</Trans>,
    detail: words ? <q>{words}</q> : why(event),
  }
}

const sent = (event: StoryEvent) => event.details.intent === 'inquiry' ? <Trans>Asked {who(event)} about room: {what(event)}</Trans> : <Trans>Referred to {who(event)}: {what(event)}</Trans>

export const storyLines: StoryLines = {
  'service-referral.drafted': line('plain', (event) => <Trans>Service referral drafted for {who(event)}: {what(event)}</Trans>),
  'service-referral.sent': line('brand', sent),
  'service-referral.accepted': line('moved', (event) => <Trans>{who(event)} accepted</Trans>),
  'service-referral.rejected': line('late', (event) => <Trans>{who(event)} did not accept</Trans>),
  'service-referral.in-progress': line('moved', (event) => <Trans>{who(event)} has begun</Trans>),
  'service-referral.on-hold': line('caution', (event) => <Trans>{who(event)} put it on hold</Trans>),
  'service-referral.completed': line('plain', (event) => <Trans>{who(event)} says it is done; the loop is still open</Trans>),
  'service-referral.failed': line('late', (event) => <Trans>It did not work out with {who(event)}</Trans>),
  'service-referral.cancelled': line('late', (event) => <Trans>{who(event)} called it off</Trans>),
  'service-referral.withdrawn': line('caution', (event) => <Trans>Service referral to {who(event)} taken back</Trans>),
  'service-referral.entered-in-error': line('caution', (event) => <Trans>Service referral to {who(event)} marked as entered in error</Trans>),
  'service-referral.appointment-set': (event) => ({ tone: 'plain', text: <Trans>Appointment at {who(event)}: {textIn(event.details, 'day')}, {textIn(event.details, 'time')}</Trans>, detail: textIn(event.details, 'note') }),
  'service-referral.handed-over-warmly': line('moved', (event) => <Trans>Introduced to {who(event)} in person</Trans>),
  'service-referral.enrollment-recorded': line('plain', (event) => <Trans>Standing in the program of {who(event)} recorded</Trans>),
  'service-referral.question-asked': (event) => ({ tone: 'caution', text: <Trans>{who(event)} asks</Trans>, detail: textIn(event.details, 'words') }),
  'service-referral.replied': line('plain', (event) => <Trans>Answered a question of {who(event)}</Trans>),
  'service-referral.link-renewed': line('plain', (event) => <Trans>Another link for {who(event)}</Trans>),
  'service-referral.link-revoked': line('caution', (event) => <Trans>Link of {who(event)} taken back</Trans>),
  'service-referral.loop-closed': loop,
  'need.unmet': line('late', (event) => <Trans>Could not be met: {what(event)}</Trans>),
}
