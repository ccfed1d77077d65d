// The page around every panel before signing in: the name of the product and one white box.
import type { ReactNode } from 'react'
import { Panel } from './Panel.tsx'
import classes from './signIn.module.css'

export function SignInPage({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.logo}><i className={classes.mark} aria-hidden />Continuum</div>
        <Panel title={title} lead={lead}>{children}</Panel>
      </div>
    </main>
  )
}
