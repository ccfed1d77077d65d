// Who is signed in, for which agency, what they may do and what day it is there.
import { createContext, useContext, type ReactNode } from 'react'

export interface Me {
  staff: { id: string; name: string; credentialLine: string | null; roles: string[]; locale: string | null }
  agency: { id: string; name: string; timeZone: string }
  /** of a receiver with an account; null for whoever works here */
  organization: string | null
  permissions: string[]
  today: string
  idleMinutes: number
  demonstration: boolean
  /** the identity provider that let this person in; absent or null: a password, a passkey or the demonstration did */
  signedInWith?: { label: string | null; slug: string } | null
}

const MeContext = createContext<Me | null>(null)

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext.Provider value={me}>{children}</MeContext.Provider>
}

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe needs a signed-in person around it')
  return me
}

/** May the signed-in person do this? Buttons they may not press are not shown; the server decides again. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}
