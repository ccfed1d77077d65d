// How the story tells a case's own events.
import { Trans } from '@lingui/react/macro'
import { DateText } from '../../../web/design/DateText.tsx'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { closureWords, levelWords, notEngagedWords, roleWords, suspensionWords } from './caseWords.ts'

const text = (event: StoryEvent, name: string): string => (typeof event.details[name] === 'string' ? event.details[name] : '')
const number = (event: StoryEvent, name: string): number | null => (typeof event.details[name] === 'number' ? event.details[name] : null)
const closure = (event: StoryEvent) => closureWords(text(event, 'reasonCode') || text(event, 'reason'))
const pause = (event: StoryEvent) => suspensionWords(text(event, 'reasonCode'))
const ended = (event: StoryEvent) => notEngagedWords(text(event, 'reasonCode'))

export const storyLines: StoryLines = {
  'case.opened': (event) => ({ tone: 'brand', text: <Trans>Case {text(event, 'number')} opened</Trans>, detail: text(event, 'eligibilityBasis') }),
  'case.activated': (event) => ({ tone: 'agreement', text: <Trans>The work began</Trans>, detail: text(event, 'capacityReason') }),
  'case.not-engaged': (event) => ({ tone: 'plain', text: <Trans>Ended before it began: {ended(event)}</Trans>, detail: text(event, 'reason') }),
  'case.suspended': (event) => ({ tone: 'caution', text: <Trans>Paused: {pause(event)}</Trans>, detail: <>{text(event, 'reason')} {text(event, 'reviewOn') && <Trans>Looked at again <DateText day={text(event, 'reviewOn')} /></Trans>}</> }),
  'case.resumed': (event) => ({ tone: 'brand', text: <Trans>The work goes on</Trans>, detail: text(event, 'reason') }),
  'case.closing-requested': (event) => ({ tone: 'caution', text: <Trans>A supervisor is asked to end the work: {closure(event)}</Trans>, detail: text(event, 'explanation') }),
  'case.closing-begun': (event) => ({ tone: 'brand', text: <Trans>Closing: {closure(event)}</Trans>, detail: text(event, 'reason') }),
  'case.closed': (event) => ({ tone: 'agreement', text: <Trans>Closed: {closure(event)}</Trans> }),
  'case.reopened': (event) => ({ tone: 'brand', text: <Trans>Reopened</Trans>, detail: text(event, 'reason') }),
  'case.voided': (event) => ({ tone: 'late', text: <Trans>Entered in error</Trans>, detail: text(event, 'reason') }),
  'case.death-recorded': (event) => ({ tone: 'plain', text: <Trans>Died on <DateText day={text(event, 'diedOn')} /></Trans>, detail: text(event, 'source') }),
  'case.acuity-set': (event) => ({ tone: 'brand', text: number(event, 'was') === null || number(event, 'was') === number(event, 'level') ? levelWords(number(event, 'level')) : <Trans>{levelWords(number(event, 'level'))}, before that {levelWords(number(event, 'was'))}</Trans>, detail: text(event, 'why') }),
  'case.team-joined': (event) => ({ tone: 'plain', text: <Trans>A colleague joined: {roleWords(text(event, 'role'))}</Trans>, detail: text(event, 'reason') }),
  'case.team-left': (event) => ({ tone: 'plain', text: <Trans>A colleague left: {roleWords(text(event, 'role'))}</Trans>, detail: text(event, 'reason') }),
  'case.primary-named': (event) => ({ tone: 'brand', text: <Trans>Case manager named</Trans>, detail: text(event, 'reason') }),
  'case.transfer-requested': (event) => ({ tone: 'plain', text: <Trans>A colleague is asked to take over</Trans>, detail: text(event, 'reason') }),
  'case.transferred': (event) => ({ tone: 'agreement', text: <Trans>Taken over</Trans>, detail: text(event, 'note') }),
  'case.transfer-declined': (event) => ({ tone: 'caution', text: <Trans>The colleague did not take over</Trans>, detail: text(event, 'note') }),
  'case.transfer-withdrawn': (event) => ({ tone: 'plain', text: <Trans>The transfer was withdrawn</Trans>, detail: text(event, 'note') }),
}
