// What belongs here when nothing is here yet, and the first step.
import type { ReactNode } from 'react'
import classes from './surface.module.css'

export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
