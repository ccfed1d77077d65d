// Shows a component as the app would: language, look, a signed-in person, and a server made of given answers.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { ClientProvider, type ClientInView } from '../client.tsx'
import { MeProvider, type Me } from '../me.tsx'
import { newQueryClient } from '../reads.ts'
import { colours, theme } from '../theme.ts'

export const laura: Me = {
  staff: { id: '00000000-0000-7000-8000-00000000000a', name: 'Laura Finch', credentialLine: 'RN CCM', roles: ['caseManager'], locale: null },
  agency: { id: '00000000-0000-7000-8000-000000000001', name: 'Harborview Case Management', timeZone: 'America/New_York' },
  organization: null,
  permissions: ['read-clients', 'write-clients', 'read-case', 'write-case', 'read-plan', 'write-plan', 'read-assessments', 'write-assessments', 'read-contacts', 'write-contacts', 'read-tasks', 'write-tasks', 'read-consents', 'write-consents', 'read-referrals', 'write-referrals', 'read-closure', 'write-closure'],
  today: '2026-02-17', idleMinutes: 15, demonstration: false,
}
export const linda: ClientInView = { clientId: '00000000-0000-7000-8000-0000000000c1', caseId: '00000000-0000-7000-8000-0000000000ca', displayName: 'Linda Tran', pronouns: 'she/her', cases: [] }

/** An answer for 'GET /path' (or 'POST /path'): the body, or a function of what was sent; `problem(…)` refuses. */
export type Answer = string | number | boolean | null | object | ((body: unknown) => unknown)
export interface Sent { method: string; path: string; body: unknown; headers: Record<string, string> }
export class Refused {
  readonly status: number
  readonly body: object
  constructor(status: number, body: object) {
    this.status = status
    this.body = body
  }
}
export const problem = (status: number, code: string, detail: string, more: object = {}) => new Refused(status, { code, detail, ...more })

/** Renders; the outside world (fetch) answers from `server` by 'METHOD /path' without the query. Returns what was sent. */
export async function show(ui: ReactNode, { server = {}, me = laura, client = linda, at = '/' }: { server?: Record<string, Answer>; me?: Me; client?: ClientInView; at?: string } = {}) {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => answer(server, sent, address, init))
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <ClientProvider value={client}>{ui}</ClientProvider>, notFoundComponent: () => <ClientProvider value={client}>{ui}</ClientProvider> }),
    history: createMemoryHistory({ initialEntries: [at] }),
  })
  const queries = newQueryClient()
  queries.setDefaultOptions({ queries: { retry: false }, mutations: { retry: false } })
  await router.load()
  const view = render(
    <I18nProvider i18n={i18n}><MantineProvider theme={theme} cssVariablesResolver={colours} env="test"><QueryClientProvider client={queries}><MeProvider me={me}>
      <RouterProvider router={router} />
    </MeProvider></QueryClientProvider></MantineProvider></I18nProvider>,
  )
  return { ...view, sent, router }
}

async function answer(server: Record<string, Answer>, sent: Sent[], address: string, init: RequestInit): Promise<Response> {
  const path = address.replace(/^\/api/, '').split('?')[0] ?? ''
  const method = init.method ?? 'GET'
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body
  if (path === '/me/draft-key') return Response.json({ key: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' })
  sent.push({ method, path, body, headers: Object.fromEntries(new Headers(init.headers)) })
  const given = server[`${method} ${path}`]
  if (given === undefined) return Response.json({ code: 'test.no-answer', detail: `The test gives no answer for ${method} ${path}.` }, { status: 404 })
  const said: unknown = typeof given === 'function' ? given(body) : given
  return said instanceof Refused ? Response.json(said.body, { status: said.status }) : Response.json(said, { status: method === 'GET' ? 200 : 201 })
}
