// The keys that work everywhere: Ctrl-K and / to search, ? for help, j and k through rows, Enter opens.
import { useEffect } from 'react'

export interface Keys { search: () => void; help: () => void }

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

export function useKeyboard({ search, help }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return act(event, search)
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '/') return act(event, () => focusPageSearch() || search())
      if (event.key === '?') return act(event, help)
      if (event.key === 'j' || event.key === 'k') return act(event, () => walkRows(event.key === 'j' ? 1 : -1))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

function act(event: KeyboardEvent, does: () => void): void {
  event.preventDefault()
  does()
}

function focusPageSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-page-search]')
  field?.focus()
  return field !== null
}

/** Rows are links marked data-row-link, or anything marked data-row. */
function walkRows(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row-link], main [data-row]')]
  const now = rows.findIndex((row) => row === document.activeElement)
  const next = rows[Math.max(0, Math.min(rows.length - 1, now + step))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
