// Addresses of the pages of a client's service referrals, reading them, and saving under the case.
import { useClient } from '../../../web/client.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { ServiceReferralView } from '../view.actions.ts'

export function useServicePaths() {
  const { clientId, caseId } = useClient()
  const to = (page: string, more = '') => `/clients/${clientId}/services${page}?case=${caseId}${more}`
  return { all: to(''), add: (more = '') => to('/new', more), one: (id: string) => to(`/${id}`), print: (id: string, code: string) => `${to(`/${id}/print`)}#${code}` }
}

export function useServiceReferral(id: string) {
  const { caseId } = useClient()
  return useRead<ServiceReferralView>(`/cases/${caseId}/service-referrals/${id}`, { enabled: caseId !== null && id !== '' })
}

/** Saves under the case and reads its screens again. `path` begins with a slash. */
export function useServiceSave<Body, Result = unknown>(method: 'POST' | 'PATCH', path: string, onSaved?: (result: Result) => void) {
  const { caseId, clientId } = useClient()
  return useWrite<Body, Result>(method, `/cases/${caseId}/service-referrals${path}`, { renews: [caseId ?? '', clientId], onSaved })
}
