// Two bars: how far a goal has come on its five levels, and how much of something is done.
import { t } from '@lingui/core/macro'
import classes from './Scale.module.css'

export type GasLevel = -2 | -1 | 0 | 1 | 2
const levels: GasLevel[] = [-2, -1, 0, 1, 2]
const signed = (level: number) => (level < 0 ? `−${-level}` : level > 0 ? `+${level}` : '0')

/** Goal Attainment Scaling: filled from the baseline to the current level (INV-26). */
export function GasScale({ level, baseline = -1 }: { level: number | null; baseline?: number }) {
  const now = level ?? baseline
  const [from, to] = now < baseline ? [now, baseline] : [baseline, now]
  return (
    <div className={classes.gas} role="img" aria-label={t`Level ${signed(now)} on a scale from −2 to +2; baseline ${signed(baseline)}`}>
      {levels.map((each) => <i key={each} className={each >= from && each <= to ? (now < baseline && each < baseline ? classes.worse : classes.on) : undefined} />)}
    </div>
  )
}

export { signed as signedLevel }

/** `done` of `of`; the words say both, so that the bar may stay silent. */
export function ProgressBar({ done, of, label }: { done: number; of: number; label: string }) {
  const percent = of === 0 ? 0 : Math.min(100, Math.round((done / of) * 100))
  return (
    <div className={classes.track} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={of} aria-valuenow={done}>
      <i style={{ width: `${percent}%` }} />
    </div>
  )
}

export interface Share { label: string; amount: number; tone: 'red' | 'amber' | 'brand' | 'soft' }

/** Shares of a whole beside each other, such as a caseload by acuity level. */
export function ShareBar({ shares, of, label }: { shares: Share[]; of: number; label: string }) {
  return (
    <div className={classes.shares} role="img" aria-label={`${label}: ${shares.map((share) => `${share.label} ${share.amount}`).join(', ')}`}>
      {shares.map((share) => <i key={share.label} className={classes[share.tone]} style={{ width: `${of === 0 ? 0 : (share.amount / of) * 100}%` }} />)}
    </div>
  )
}
