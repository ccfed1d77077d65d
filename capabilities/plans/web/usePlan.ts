// The plan of the case in view, the addresses of its pages, and saving a part of it.
import { useClient } from '../../../web/client.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { PlanView } from '../plan.actions.ts'

export type { PlanView }

export function usePlan(wanted = true) {
  const { caseId } = useClient()
  return useRead<PlanView>(`/cases/${caseId}/plan`, { enabled: wanted && caseId !== null })
}

export function usePlanPaths() {
  const { clientId, caseId } = useClient()
  const to = (page: string, more = '') => `/clients/${clientId}/plan${page}?case=${caseId}${more}`
  return {
    plan: to(''),
    edit: to('/edit'),
    agree: to('/agree'),
    review: to('/review'),
    versions: to('/versions'),
    version: (id: string) => to('/versions', `&version=${id}`),
    find: (what: 'need' | 'goal', id: string) => `/clients/${clientId}/services/find?case=${caseId}&${what}=${id}`,
    copy: (id: string) => to('/copy', `&version=${id}`),
  }
}

/** Saves under the case and reads its screens again. `path` begins with a slash. */
export function usePlanSave<Body, Result = unknown>(method: 'POST' | 'PATCH' | 'PUT', path: string, onSaved?: (result: Result) => void) {
  const { caseId } = useClient()
  const write = useWrite<Body, Result>(method, `/cases/${caseId}${path}`, { renews: caseId ? [caseId] : [], onSaved })
  return { ...write, pathOf: (more: string) => `/cases/${caseId}${more}` }
}

/** A case that has ended keeps its plan as it is. */
export function useMayPlan(): boolean {
  const may = useMay()
  const { caseId, cases } = useClient()
  const status = cases.find(({ id }) => id === caseId)?.status
  return may('write-plan') && !['closed', 'not_engaged', 'voided'].includes(status ?? '')
}
