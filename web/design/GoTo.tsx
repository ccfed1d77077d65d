// A link inside the app: `href` is a web path, query included; works with the keyboard, a new tab and in tests.
import { useRouter, type AnyRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'

/** The code of a screen is fetched when a hand comes near its link. Its data is not: a record that nobody opened must not be told as looked at. */
function fetchCode(router: AnyRouter, href: string): void {
  const [path = ''] = href.split(/[?#]/)
  const screen = path.replaceAll(/[0-9a-f-]{36}/g, 'id')
  if (!path.startsWith('/') || fetched.has(screen)) return
  fetched.add(screen)
  void router.preloadRoute({ to: path }).catch(() => fetched.delete(screen))
}
const fetched = new Set<string>()

export type GoToProps = ComponentProps<'a'> & { href: string; replace?: boolean }

export function GoTo({ href, replace = false, onClick, ...rest }: GoToProps) {
  const router = useRouter({ warn: false })
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const elsewhere = event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (elsewhere || !router || rest.target || !href.startsWith('/')) return
    event.preventDefault()
    if (replace) router.history.replace(href)
    else router.history.push(href)
  }
  const near = () => router && !rest.target && fetchCode(router, href)
  return <a href={href} onPointerEnter={near} onFocus={near} onClick={go} {...rest} />
}
