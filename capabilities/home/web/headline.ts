// The day in one sentence: how much needs me, how much of it is late, and when the next thing is due.
import { plural, t } from '@lingui/core/macro'
import { dayWords, daysBetween, titleDayWords } from '../../../web/words.ts'
import type { Counts } from '../../tasks/worklist.ts'

export interface Headline {
  title: string
  lead: string
}

/** One to twelve in words, as people say them; then figures. */
function howMany(count: number): string {
  return [t`No`, t`One`, t`Two`, t`Three`, t`Four`, t`Five`, t`Six`, t`Seven`, t`Eight`, t`Nine`, t`Ten`, t`Eleven`, t`Twelve`][count] ?? String(count)
}

export function headline(counts: Counts, today: string): Headline {
  const needs = counts.late + counts.today
  const many = howMany(needs)
  const said = needs === 0 ? t`Nothing needs you today.` : plural(needs, { one: 'One thing needs you today.', other: `${many} things need you today.` })
  return { title: `${titleDayWords(today)}. ${said}`, lead: [safety(counts), late(counts), afterToday(counts, today)].filter(Boolean).join(' ') }
}

function safety({ safety: count }: Counts): string {
  const many = howMany(count)
  return count === 0 ? '' : plural(count, { one: 'One is about safety.', other: `${many} are about safety.` })
}

function late({ late: count, today }: Counts): string {
  if (count === 0) return today > 0 ? t`Nothing is late.` : ''
  const many = howMany(count)
  return plural(count, { one: 'One is late.', other: `${many} are late.` })
}

function afterToday({ nextDueOn, late: lateCount, today: todayCount }: Counts, today: string): string {
  if (!nextDueOn) return t`Nothing else is due.`
  const day = daysBetween(today, nextDueOn) === 1 ? t`tomorrow` : dayWords(nextDueOn, today)
  return lateCount + todayCount === 0 ? t`The next thing is due ${day}.` : t`Nothing else is due before ${day}.`
}
