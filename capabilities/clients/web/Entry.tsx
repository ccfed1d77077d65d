// One entry of a client's record in a card: what kind, what it says, and what can be done with it.
import type { ReactNode } from 'react'
import classes from './details.module.css'

export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.entries} aria-label={label}>
      {children}
    </ul>
  )
}

export function Entry({
  kind,
  over = false,
  small,
  acts,
  children,
}: {
  kind: ReactNode
  over?: boolean
  small?: ReactNode
  acts?: ReactNode
  children: ReactNode
}) {
  return (
    <li className={classes.entry}>
      <span className={classes.kind}>{kind}</span>
      <span className={`${classes.what} ${over ? classes.over : ''}`}>
        {children}
        {small && <small>{small}</small>}
      </span>
      {acts && <span className={`${classes.acts} no-print`}>{acts}</span>}
    </li>
  )
}
