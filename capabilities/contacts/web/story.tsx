// How contacts are told in the story: what kind, how long, with whom, and the words of the note.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { milesWords, minutesWords } from '../../../web/words.ts'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { AttemptResult, Interpreter, Kind, Mode, Participant } from '../contact.ts'
import { contactWords, interpreterWords, modeWords, resultWords } from './words.ts'
import { z } from 'zod'

const Told = z.object({
  kind: Kind, mode: Mode, attemptResult: AttemptResult.nullable().catch(null), durationMinutes: z.number().catch(0), distanceTenthsMile: z.number().catch(0),
  interpreter: Interpreter.nullable().catch(null), interpreterReference: z.string().catch(''), participants: z.array(Participant).catch([]),
  nextStep: z.string().catch(''), timeliness: z.string().nullable().catch(null), said: z.string().catch(''), isExcerpt: z.boolean().catch(false),
})

const noteAt = ({ subjectId }: StoryEvent) => `notes/${subjectId}`

/** "25 min · 48 miles · Interpreter V-2213 · with Minh Tran · signed late": only what was so. */
function facts(told: z.infer<typeof Told>): string {
  return [
    told.durationMinutes > 0 ? minutesWords(told.durationMinutes) : '',
    told.distanceTenthsMile > 0 ? milesWords(told.distanceTenthsMile) : '',
    told.interpreter && told.interpreter !== 'not-needed' ? interpreterWords(told.interpreter, told.interpreterReference) : '',
    told.participants.length > 0 ? t`with ${told.participants.map(({ name }) => name).join(', ')}` : '',
    told.timeliness === 'late' ? t`signed late` : told.timeliness === 'late-entry' ? t`late entry` : '',
  ].filter((each) => each !== '').join(' · ')
}

export const storyLines: StoryLines = {
  'contact.signed': (event) => {
    const told = Told.safeParse(event.details)
    if (!told.success) return { tone: 'plain', text: <b><Trans>Contact</Trans></b>, href: noteAt(event) }
    const { kind, mode, said, isExcerpt, nextStep } = told.data
    const head = kind === 'collateral' || kind === 'conference' ? `${contactWords(kind, mode)}, ${modeWords(mode)}` : contactWords(kind, mode)
    return {
      tone: 'brand', href: noteAt(event), text: <><b>{head}.</b> {said}{isExcerpt && '…'}{nextStep && <> <span className="soft"><Trans>Next: {nextStep}</Trans></span></>}</>, detail: facts(told.data),
    }
  },
  'contact.attempted': (event) => {
    const told = Told.safeParse(event.details)
    if (!told.success) return { tone: 'plain', text: <b><Trans>Attempt</Trans></b>, href: noteAt(event) }
    const { attemptResult, mode, said } = told.data
    return { tone: 'plain', href: noteAt(event), text: <><b>{attemptResult ? resultWords(attemptResult) : t`No answer`}.</b> {said}</>, detail: [modeWords(mode), facts(told.data)].filter(Boolean).join(' · ') }
  },
  'contact.amended': (event) => ({
    tone: 'caution', href: noteAt(event), text: <><b><Trans>Note amended.</Trans></b> {String(event.details.text ?? '')}</>, detail: <Trans>Why: {String(event.details.reason ?? '')}</Trans>,
  }),
}
