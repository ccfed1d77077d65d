// A page: its title (also the tab's), one sentence under it, its actions, and its content in one or two columns.
import { useEffect, type ReactNode } from 'react'
import classes from './surface.module.css'
import { TopActions } from './TopActions.tsx'

export interface ScreenProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  /** cards at the side; below the content on a narrow screen */
  aside?: ReactNode
  /** hide the visible heading where the page has its own (the client's header) */
  ownHeading?: boolean
  children: ReactNode
}

export function Screen({ title, lead, actions, aside, ownHeading = false, children }: ScreenProps) {
  useTitle(title)
  return (
    <div className={classes.screen}>
      {actions && <TopActions>{actions}</TopActions>}
      {!ownHeading && (
        <div className={classes.head}>
          <div>
            <h1 className={classes.title}>{title}</h1>
            {lead && <p className={classes.lead}>{lead}</p>}
          </div>
        </div>
      )}
      {aside ? <TwoColumns aside={aside}>{children}</TwoColumns> : <div className={classes.column}>{children}</div>}
    </div>
  )
}

export function TwoColumns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.grid}>
      <div className={classes.column}>{children}</div>
      <div className={classes.column}>{aside}</div>
    </div>
  )
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Continuum`
  }, [title])
}
