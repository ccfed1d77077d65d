// The rows of a long list that are in sight, each at its place.
import { defaultRangeExtractor, useWindowVirtualizer, windowScroll, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { placeOf, type LongRowsProps } from './LongRows.tsx'
import classes from './surface.module.css'

const usualHeight = 62
/** Where so many rows are left, more are fetched. */
const aheadRows = 150

export interface RowsInSightProps extends Pick<LongRowsProps<unknown>, 'label' | 'total' | 'onMore'> {
  /** of each row, in order: what it is known by while it is measured */
  names: readonly string[]
  draw: (index: number) => ReactNode
}

export default function RowsInSight({ label, names, draw, total, onMore }: RowsInSightProps) {
  const list = useRef<HTMLUListElement>(null)
  const top = useTop(list)
  const [focused, setFocused] = useState<number | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- said to the React compiler, which we do not use
  const rows = useWindowVirtualizer({
    count: names.length, estimateSize: () => usualHeight, overscan: 6, scrollMargin: top, useFlushSync: false,
    getItemKey: (index) => names[index] ?? index,
    // Whoever scrolled while the list was being drawn is not taken back to where they were: the list learns where they are.
    scrollToFn: (offset, how, rowsOf) => {
      if (how.adjustments === undefined && offset !== window.scrollY) window.dispatchEvent(new Event('scroll'))
      else windowScroll(offset, how, rowsOf)
    },
    // The row that has the focus stays, or the keyboard would begin anew at the top of the page.
    rangeExtractor: (range: Range) => (focused === null ? defaultRangeExtractor(range) : [...new Set([...defaultRangeExtractor(range), Math.min(focused, names.length - 1)])].toSorted((a, b) => a - b)),
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= names.length - aheadRows) onMore?.()
  }, [last, names.length, onMore])
  return (
    <ul ref={list} className={`${classes.list} ${classes.long}`} style={{ height: rows.getTotalSize() }} aria-label={label} data-rows
      onFocus={(event) => setFocused(indexOf(event.target))} onBlur={() => setFocused(null)}>
      {shown.map(({ index, key, start }) => <li key={key} ref={rows.measureElement} data-index={index} style={{ top: start - top }} {...placeOf(index, total)}>{draw(index)}</li>)}
    </ul>
  )
}

const indexOf = (element: Element): number | null => {
  const index = element.closest('li')?.dataset['index']
  return index === undefined ? null : Number(index)
}

/** How far below the top of the page the list begins; what stands above it may grow. */
function useTop(list: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const look = () => setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(document.body)
    return () => watcher.disconnect()
  }, [list])
  return top
}
