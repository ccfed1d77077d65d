// The address bar as state: path parameters, and filters that live in the URL.
import { useLocation, useParams, useRouter } from '@tanstack/react-router'

const paramsNow = () => useParams({ strict: false })

/** `/clients/:clientId/story` → useParam('clientId'). */
export function useParam(name: string): string {
  const said: Record<string, string | undefined> = paramsNow()
  return said[name] ?? ''
}

/** `const [kind, setKind] = useSearchParam('kind')`; setting replaces the address, so Back leaves the page. */
export function useSearchParam(name: string): [string, (value: string | null) => void] {
  const router = useRouter()
  const { searchStr } = useLocation()
  const value = new URLSearchParams(searchStr).get(name) ?? ''
  const set = (next: string | null) => {
    const search = new URLSearchParams(router.history.location.search)
    if (next === null || next === '') search.delete(name)
    else search.set(name, next)
    const { pathname } = router.history.location
    router.history.replace(search.size > 0 ? `${pathname}?${search}` : pathname)
  }
  return [value, set]
}

/** `const go = useGo(); go('/clients/…/plan?case=…')`. */
export function useGo(): (href: string) => void {
  const router = useRouter({ warn: false })
  return (href) => (router ? router.history.push(href) : window.location.assign(href))
}
