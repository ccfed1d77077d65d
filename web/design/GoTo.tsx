// A link inside the app: `href` is a web path, query included; works with the keyboard, a new tab and in tests.
import { useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'

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
  return <a href={href} onClick={go} {...rest} />
}
