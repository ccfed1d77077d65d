// One thing in a list: what, why, when, and the one thing to do about it.
import type { ReactNode } from 'react'
import type { DueTone } from '../words.ts'
import { dueWords } from '../words.ts'
import { useMe } from '../me.tsx'
import { DueText } from './DateText.tsx'
import { GoTo } from './GoTo.tsx'
import classes from './surface.module.css'

export interface RowProps {
  title: ReactNode
  why?: ReactNode
  /** civil day: said in words, coloured by lateness, and marked at the left edge */
  due?: string | null
  /** what stands in the place of the due date where there is none */
  when?: ReactNode
  /** where the title leads */
  href?: string
  action?: ReactNode
  /** leave out the coloured edge (lists that are not work to do) */
  plain?: boolean
}

export function Row({ title, why, due, when, href, action, plain = false }: RowProps) {
  const { today } = useMe()
  const tone: DueTone = due ? dueWords(due, today).tone : 'later'
  return (
    <div className={`${plain ? classes.plainRow : classes.row} ${plain ? '' : classes[tone]}`}>
      {!plain && <span className={classes.bar} aria-hidden />}
      <div>
        <div className={classes.rowTitle}>{href ? <GoTo href={href} data-row-link>{title}</GoTo> : title}</div>
        {why && <div className={classes.why}>{why}</div>}
      </div>
      <div className={classes.due}>{due ? <DueText day={due} /> : when}</div>
      {action && <div className={`${classes.act} no-print`}>{action}</div>}
    </div>
  )
}

/** A list of rows; j and k walk it, Enter opens. */
export function Rows({ label, children }: { label: string; children: ReactNode[] }) {
  return (
    <ul className={classes.list} aria-label={label} data-rows>
      {children.map((child, index) => <li key={rowKey(child) ?? index}>{child}</li>)}
    </ul>
  )
}

const rowKey = (child: ReactNode) => (typeof child === 'object' && child !== null && 'key' in child ? child.key : null)
