// A date or an instant in words, with the exact time on hover and in print.
import { useMe } from '../me.tsx'
import { dayWords, dueWords, exactWords, longDayWords, momentWords, shortDayWords } from '../words.ts'
import classes from './text.module.css'

/** A civil day ('2026-02-17'): "Tue 17 Feb". */
export function DateText({ day, short = false }: { day: string; short?: boolean }) {
  const { today } = useMe()
  return <time dateTime={day} title={longDayWords(day)}>{short ? shortDayWords(day, today) : dayWords(day, today)}</time>
}

/** An instant: "Today 09:12", exact with its zone on hover. */
export function MomentText({ at }: { at: string }) {
  const { today, agency } = useMe()
  return <time dateTime={at} title={exactWords(at, agency.timeZone)}>{momentWords(at, agency.timeZone, today)}</time>
}

/** When something is due: "2 days late" in red, "today" in amber, "Thu 19 Feb". */
export function DueText({ day }: { day: string }) {
  const { today } = useMe()
  const { text, tone } = dueWords(day, today)
  return <time dateTime={day} title={longDayWords(day)} className={classes[tone]}>{text}</time>
}
