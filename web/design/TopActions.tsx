// The page's own buttons, drawn in the bar at the top of the frame, beside the search field.
import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

export const topActionsId = 'top-actions'

export function TopActions({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById(topActionsId)), [])
  return place ? createPortal(children, place) : null
}
