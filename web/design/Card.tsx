// A white card with a small heading, something said at its right, and facts or rows inside.
import type { ReactNode } from 'react'
import { useId } from 'react'
import classes from './surface.module.css'

export interface CardProps { title?: ReactNode; aside?: ReactNode; padded?: boolean; label?: string; id?: string; children: ReactNode }

/** `padded` for text and facts; leave it off for rows that reach the edges. */
export function Card({ title, aside, padded = false, label, id, children }: CardProps) {
  const headingId = useId()
  return (
    <section className={classes.card} id={id} aria-label={label} aria-labelledby={title && !label ? headingId : undefined}>
      {(title || aside) && (
        <div className={classes.cardHead}>
          <h2 className={classes.cardTitle} id={headingId}>{title}</h2>
          {aside && <div className={classes.cardAside}>{aside}</div>}
        </div>
      )}
      {padded ? <div className={classes.padded} style={title ? undefined : { paddingTop: 16 }}>{children}</div> : children}
    </section>
  )
}

/** A line in a card: what, and its value at the right. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <span>{name}</span>
      <span>{children}</span>
    </div>
  )
}
