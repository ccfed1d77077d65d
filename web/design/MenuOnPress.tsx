// A button that opens a menu. A menu is dear to fetch and to draw and most are never opened: it comes with the first press, and the button keeps the focus.
import { cloneElement, lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react'

const OpenMenu = lazy(() => import('./OpenMenu.tsx'))

export interface MenuEntry { label: ReactNode; onPress: () => void; lang?: string; current?: boolean }
export interface ButtonLike { onClick?: () => void; autoFocus?: boolean; 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean }
export interface MenuOnPressProps {
  button: ReactElement<ButtonLike>
  /** a 'line' divides */
  entries: (MenuEntry | 'line')[]
  position?: 'top-start' | 'bottom-end'
}

export function MenuOnPress({ button, ...menu }: MenuOnPressProps) {
  const [used, use] = useState(false)
  const closed = cloneElement(button, { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => use(true) })
  return used ? <Suspense fallback={closed}><OpenMenu button={button} {...menu} /></Suspense> : closed
}
