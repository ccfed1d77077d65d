// How contacts are told in the story: what kind, how long, with whom, and the words of the note.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { milesWords, minutesWords } from '../../../web/words.ts'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { numberIn, rowsIn, textIn } from '../../../web/told.ts'
import { contactWords, interpreterWords, kinds, modes, modeWords, results, resultWords } from './words.ts'

const noteAt = ({ subjectId }: StoryEvent) => `notes/${subjectId}`

/** "25 min · 48 miles · Interpreter V-2213 · with Minh Tran · signed late": only what was so. */
function facts({ details }: StoryEvent): string {
  const [minutes, miles, timeliness] = [numberIn(details, 'durationMinutes'), numberIn(details, 'distanceTenthsMile'), textIn(details, 'timeliness')]
  const interpreter = interpreters.find((each) => each === details.interpreter)
  const names = rowsIn(details, 'participants').map((person) => textIn(person, 'name'))
  return [
    minutes > 0 ? minutesWords(minutes) : '',
    miles > 0 ? milesWords(miles) : '',
    interpreter ? interpreterWords(interpreter, textIn(details, 'interpreterReference')) : '',
    names.length > 0 ? t`with ${names.join(', ')}` : '',
    timeliness === 'late' ? t`signed late` : timeliness === 'late-entry' ? t`late entry` : '',
  ].filter((each) => each !== '').join(' · ')
}
/** Told only where somebody interpreted, or was offered to. */
const interpreters = ['qualified', 'bilingual-staff', 'declined-by-client'] as const

function heading({ details }: StoryEvent): string | null {
  const [kind, mode] = [kinds.find((each) => each === details.kind), modes.find((each) => each === details.mode)]
  if (!kind || !mode) return null
  return kind === 'collateral' || kind === 'conference' ? `${contactWords(kind, mode)}, ${modeWords(mode)}` : contactWords(kind, mode)
}

export const storyLines: StoryLines = {
  'contact.signed': (event) => {
    const [said, nextStep, head] = [textIn(event.details, 'said'), textIn(event.details, 'nextStep'), heading(event)]
    if (head === null) return { tone: 'plain', text: <b><Trans>Contact</Trans></b>, href: noteAt(event) }
    return {
      tone: 'brand', href: noteAt(event), detail: facts(event),
      text: <><b>{head}.</b> {said}{event.details.isExcerpt === true && '…'}{nextStep && <> <span className="soft"><Trans>Next: {nextStep}</Trans></span></>}</>,
    }
  },
  'contact.attempted': (event) => {
    const result = results.find((each) => each === event.details.attemptResult)
    const mode = modes.find((each) => each === event.details.mode)
    return { tone: 'plain', href: noteAt(event), text: <><b>{result ? resultWords(result) : t`No answer`}.</b> {textIn(event.details, 'said')}</>, detail: [mode ? modeWords(mode) : '', facts(event)].filter(Boolean).join(' · ') }
  },
  'contact.amended': (event) => ({
    tone: 'caution', href: noteAt(event), text: <><b><Trans>Note amended.</Trans></b> {textIn(event.details, 'text')}</>, detail: <Trans>Why: {textIn(event.details, 'reason')}</Trans>,
  }),
}
