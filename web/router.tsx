// The map of addresses to screens, built from screens.ts and clientTabs.ts; every screen is loaded when first opened.
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, type AnyRoute } from '@tanstack/react-router'
import { readAhead } from '../capabilities/stories/web/readAhead.ts'
import { clientTabs } from './clientTabs.ts'
import { screens } from './screens.ts'
import { BrokenScreen, NoSuchScreen } from './shell/BrokenScreen.tsx'
import { SignedIn } from './shell/SignedIn.tsx'
import './signIn/answer.ts'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, errorComponent: BrokenScreen })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: SignedIn, errorComponent: BrokenScreen })

const client = createRoute({
  getParentRoute: () => shell,
  path: '/clients/$clientId',
  staleTime: Infinity, preloadStaleTime: 0,
  // Read while the screen's code is fetched, and not when that is fetched only in case.
  loader: ({ preload, context: { queries }, params: { clientId }, location: { pathname, searchStr } }) => {
    if (!preload) readAhead(queries, clientId, new URLSearchParams(searchStr).get('case'), pathname)
  },
  component: lazyRouteComponent(() => import('../capabilities/stories/web/ClientFrame.tsx')),
})

const clientStart = createRoute({
  getParentRoute: () => client,
  path: '/',
  beforeLoad: ({ params, location }) => {
    throw redirect({ href: `/clients/${params.clientId}/story${location.searchStr}`, replace: true })
  },
})

const tabRoutes = clientTabs.map(({ path, load }) =>
  createRoute({ getParentRoute: () => client, path, component: lazyRouteComponent(load), errorComponent: BrokenScreen }))

const screenRoute = (parent: AnyRoute) => ({ path, load }: (typeof screens)[number]) =>
  createRoute({ getParentRoute: () => parent, path, component: lazyRouteComponent(load), errorComponent: BrokenScreen })

const signIn = createRoute({
  getParentRoute: () => shell,
  path: '/sign-in',
  beforeLoad: () => {
    throw redirect({ href: '/', replace: true })
  },
})

/** Anything else: signed-in people are told so inside the frame. */
const elsewhere = createRoute({ getParentRoute: () => shell, path: '$', component: NoSuchScreen })

const tree = root.addChildren([
  ...screens.filter(({ open }) => open).map(screenRoute(root)),
  shell.addChildren([
    signIn,
    elsewhere,
    client.addChildren([clientStart, ...tabRoutes]),
    ...screens.filter(({ open }) => !open).map(screenRoute(shell)),
  ]),
])

export const newRouter = (queries: QueryClient) => createRouter({ routeTree: tree, context: { queries }, defaultPreload: 'intent', scrollRestoration: true, defaultPendingMs: 300 })
