// The row of facts under the words: each says its value and opens in place to be changed.
import { plural, t } from '@lingui/core/macro'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { useMe } from '../../../web/me.tsx'
import { dayWords, milesWords, minutesWords, momentWords } from '../../../web/words.ts'
import { usesContactPoint } from '../contact.ts'
import { modesOf, type ComposerFor, type Composing } from './composing.ts'
import { interpreterWords, modeWords, purposeWords, resultWords } from './words.ts'
import classes from './composer.module.css'

export type Panel = 'way' | 'result' | 'when' | 'time' | 'miles' | 'number' | 'interpreter' | 'people' | 'purpose' | 'goals' | 'barrier' | 'next' | 'late'

/** Where a refused save is put right. */
export function panelOfIssue(path: string): Panel | null {
  const places: [string, Panel][] = [
    ['contactPointId', 'number'], ['interpreter', 'interpreter'], ['participants', 'people'], ['goalIds', 'goals'], ['intended.goalsMoved', 'goals'], ['intended.barrier', 'barrier'],
    ['nextStep', 'next'], ['intended.nextTask', 'next'], ['lateReason', 'late'], ['attemptResult', 'result'], ['occurredAt', 'when'], ['duration', 'time'], ['distance', 'miles'],
  ]
  return places.find(([start]) => path.startsWith(start))?.[1] ?? null
}

interface ChipFact { panel: Panel; text: string; shown: boolean; asks?: boolean }

export function ComposerChips({ of, now, open, onOpen }: { of: ComposerFor; now: Composing; open: Panel | null; onOpen: (panel: Panel | null) => void }) {
  const { agency, today } = useMe()
  const when = now.occurredAt ? momentWords(now.occurredAt, agency.timeZone, today) : t`Now`
  return (
    <div className={classes.chips} role="group" aria-label={t`What belongs to it`}>
      {factsOf(of, now, when, today).filter(({ shown }) => shown).map(({ panel, text, asks }) => (
        <ChipButton key={panel} tone={asks ? 'today' : 'plain'} expanded={open === panel} onClick={() => onOpen(open === panel ? null : panel)}>{text}</ChipButton>
      ))}
    </div>
  )
}

function factsOf(of: ComposerFor, now: Composing, when: string, today: string): ChipFact[] {
  const attempt = now.form === 'no-answer'
  const point = of.points.find(({ id }) => id === now.contactPointId)
  const withClient = ['call', 'video', 'message', 'no-answer'].includes(now.form) && usesContactPoint({ mode: now.mode })
  const goals = new Set([...now.goalIds, ...now.goalsMoved.map(({ goalId }) => goalId)]).size
  const talks = ['call', 'visit', 'video'].includes(now.form)
  return [
    { panel: 'result', text: resultWords(now.attemptResult), shown: attempt },
    { panel: 'way', text: modeWords(now.mode), shown: modesOf[now.form].length > 1 },
    { panel: 'when', text: when, shown: true },
    { panel: 'time', text: minutesWords(now.durationMinutes), shown: true },
    { panel: 'miles', text: now.travelMinutes > 0 ? `${milesWords(now.distanceTenthsMile)}, ${minutesWords(now.travelMinutes)}` : milesWords(now.distanceTenthsMile), shown: now.form === 'visit' || now.distanceTenthsMile > 0 || now.travelMinutes > 0 || ['home', 'office', 'facility', 'community'].includes(now.mode) },
    { panel: 'number', text: point ? point.text : t`Which number?`, shown: withClient && of.points.length > 0, asks: of.safeContactRequired && !point },
    { panel: 'interpreter', text: now.interpreter ? interpreterWords(now.interpreter, now.interpreterReference) : t`Who interpreted?`, shown: of.interpreterNeeded && talks, asks: now.interpreter === null },
    { panel: 'people', text: peopleText(now), shown: true },
    { panel: 'purpose', text: purposeWords(now.purpose ?? of.purpose), shown: !attempt },
    { panel: 'goals', text: goals > 0 ? plural(goals, { one: '# goal', other: '# goals' }) : now.noGoalReason ? t`No goal in particular` : t`+ Goal moved`, shown: !attempt && of.goals.length > 0 },
    { panel: 'barrier', text: now.barrier?.statement ? t`Barrier: ${now.barrier.statement}` : t`+ Barrier`, shown: !attempt },
    { panel: 'next', text: nextText(now, today), shown: true },
    { panel: 'late', text: t`Why only now`, shown: now.lateReason !== '' },
  ]
}

const peopleText = ({ participants }: Composing): string => (participants.length > 0 ? t`With ${participants.map(({ name }) => name).join(', ')}` : t`+ Others present`)

function nextText({ nextTask, nextStep }: Composing, today: string): string {
  if (nextTask?.title) return nextTask.due ? t`Next: ${nextTask.title}, ${dayWords(nextTask.due, today)}` : t`Next: ${nextTask.title}`
  return nextStep ? t`Next: ${nextStep}` : t`+ Next task`
}
