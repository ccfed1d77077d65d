// A list as long as it may be: only the rows in sight, and some around them, are in the page; each keeps its number, its place and its focus.
import { lazy, memo, Suspense, useEffect, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'
import classes from './surface.module.css'

export interface LongRowsProps<T> {
  label: string
  items: readonly T[]
  /** draws one; the same component each time, so that a row is drawn again only when its item changes */
  row: ComponentType<{ item: T }>
  /** how many there are with those not fetched yet; absent where nobody knows */
  total?: number | undefined
  /** the last rows come near, or the whole is wanted: fetch more, where there is more */
  onMore?: (() => void) | undefined
}

/** What a screen shows at once, twice over: shorter lists are simply there. */
const shortList = 24
/** Fetched with the first list that needs it. */
const RowsInSight = lazy(() => import('./RowsInSight.tsx'))

/** Printing and the browser's own search (Ctrl F) see what is in the page: for them every row is. */
export function LongRows<T extends { id: string }>(props: LongRowsProps<T>) {
  const whole = useWhole()
  const { label, items, row, total, onMore } = props
  const draw = (item: T | undefined) => item && <Drawn row={row} item={item} />
  useEffect(() => {
    if (whole) onMore?.()
  }, [whole, onMore, items])
  if (items.length <= shortList || whole) return <EveryRow {...props} whole={whole} />
  return <Suspense fallback={<EveryRow {...props} items={items.slice(0, shortList)} whole={false} />}><RowsInSight label={label} total={total} onMore={onMore} names={items.map(({ id }) => id)} draw={(index) => draw(items[index])} /></Suspense>
}

export const placeOf = (index: number, total: number | undefined) => ({ 'aria-posinset': index + 1, 'aria-setsize': total ?? -1 })

function EveryRow<T extends { id: string }>({ label, items, row, total, whole }: LongRowsProps<T> & { whole: boolean }) {
  return (
    <ul className={classes.list} aria-label={label} data-rows>
      {items.map((item, index) => <li key={item.id} className={whole ? classes.unseen : undefined} {...(whole && placeOf(index, total))}><Drawn row={row} item={item} /></li>)}
    </ul>
  )
}

const Drawn: <T>(props: { row: ComponentType<{ item: T }>; item: T }) => React.ReactNode = memo(({ row: Row, item }) => <Row item={item} />)

/** True while the page is printed, and from the moment the browser's search is opened. */
function useWhole(): boolean {
  const [whole, setWhole] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setWhole(true))
    const after = () => setWhole(false)
    const press = ({ ctrlKey, metaKey, key }: KeyboardEvent) => { if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') setWhole(true) }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      window.removeEventListener('keydown', press)
    }
  }, [])
  return whole
}
