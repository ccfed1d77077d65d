// A part of the plan editor: its items, one of them open for editing in place, and a way to add another.
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import classes from './plan.module.css'

/** Where a link led, and which visit of it this is: the same link opens the item again. */
export interface Place { id: string; visit: string }

export interface SectionProps<Item extends { id: string }> {
  id: string
  title: ReactNode
  lead?: ReactNode
  /** offered before the items */
  above?: ReactNode
  items: Item[]
  /** the id in the address: that item opens, or a new one where it names the section and nothing is there */
  opened: Place
  addLabel: ReactNode
  show: (item: Item) => ReactNode
  edit: (item: Item | null, done: () => void) => ReactNode
  nameOf: (item: Item) => string
}

export function Section<Item extends { id: string }>({ id, title, lead, above, items, opened, addLabel, show, edit, nameOf }: SectionProps<Item>) {
  const named = items.some((item) => item.id === opened.id) ? opened.id : opened.id === id && items.length === 0 ? 'new' : null
  const [open, setOpen] = useState(named)
  useEffect(() => {
    if (named) setOpen(named)
  }, [named, opened.visit])
  const close = () => setOpen(null)
  return (
    <Card title={title} id={id}>
      {lead && <p className={`${classes.group} soft small`}>{lead}</p>}
      {above}
      {items.map((item) => (
        <div key={item.id} id={item.id} className={classes.item}>
          {open === item.id ? edit(item, close) : (
            <div className={classes.itemHead}>
              <div>{show(item)}</div>
              <Button size="compact-sm" variant="default" onClick={() => setOpen(item.id)} aria-label={nameOf(item)}><Trans>Edit</Trans></Button>
            </div>
          )}
        </div>
      ))}
      <div className={classes.add}>
        {open === 'new' ? edit(null, close) : <Button size="compact-md" variant="light" onClick={() => setOpen('new')}>{addLabel}</Button>}
      </div>
    </Card>
  )
}
