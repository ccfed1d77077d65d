// Which client and which case is in view; every tab of a client's page reads it from here.
import { createContext, useContext } from 'react'

export interface CaseInView { id: string; number: string; status: string; programId: string; programName: string; programKind: string; openedOn: string | null }
export interface ClientInView {
  clientId: string
  /** the case chosen by ?case=, else the open one, else the latest; null before the first case */
  caseId: string | null
  displayName: string
  pronouns: string | null
  cases: CaseInView[]
}

const ClientContext = createContext<ClientInView | null>(null)
export const ClientProvider = ClientContext.Provider

export function useClient(): ClientInView {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient needs the client’s page around it')
  return client
}
