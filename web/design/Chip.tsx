// A small fact with a meaning: the colour repeats what the words already say, never alone.
import type { ReactNode } from 'react'
import classes from './Chip.module.css'

export type ChipTone = 'plain' | 'late' | 'today' | 'done' | 'language' | 'brand'

export function Chip({ tone = 'plain', title, children }: { tone?: ChipTone; title?: string; children: ReactNode }) {
  return <span className={`${classes.chip} ${classes[tone]}`} title={title}>{children}</span>
}

/** A chip that can be pressed: chosen or not, or opening something in place. */
export function ChipButton({ tone = 'plain', pressed, expanded, onClick, children }: {
  tone?: ChipTone; pressed?: boolean; expanded?: boolean; onClick: () => void; children: ReactNode
}) {
  return (
    <button type="button" className={`${classes.chip} ${classes.button} ${classes[pressed ? 'brand' : tone]}`} aria-pressed={pressed} aria-expanded={expanded} onClick={onClick}>
      {children}
    </button>
  )
}

export function Chips({ children, label }: { children: ReactNode; label?: string }) {
  return <div className={classes.chips} role={label ? 'group' : undefined} aria-label={label}>{children}</div>
}
