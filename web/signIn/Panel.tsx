// The white box of the pages before signing in.
import type { ReactNode } from 'react'
import classes from './signIn.module.css'

export function Panel({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.panel}>
      <h1>{title}</h1>
      {lead && <p>{lead}</p>}
      {children}
    </section>
  )
}
