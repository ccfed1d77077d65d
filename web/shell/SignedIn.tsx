// The door: whoever is signed in sees the frame and the screen; anybody else the sign-in page, at the same address.
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useChanges } from '../changes.ts'
import { ProblemNotice } from '../design/ProblemNotice.tsx'
import { Loading } from '../design/Loading.tsx'
import { MeProvider, type Me } from '../me.tsx'
import { readKey, useRead } from '../reads.ts'
import { speakAs } from '../i18n.ts'
import { openGate } from '../signInGate.ts'
import { Shell } from './Shell.tsx'

const ReceiverShell = lazy(() => import('./ReceiverShell.tsx'))
const SignInScreen = lazy(() => import('../signIn/SignInScreen.tsx'))

export function SignedIn() {
  const me = useRead<Me>('/me')
  const queries = useQueryClient()
  const signedIn = me.data !== undefined
  useChanges(signedIn)
  useEffect(() => {
    openGate(signedIn)
    return () => openGate(false)
  }, [signedIn])
  useEffect(() => {
    void speakAs(me.data?.staff.locale)
  }, [me.data?.staff.locale])
  if (me.data?.staff.roles.includes('provider')) return <MeProvider me={me.data}><Suspense fallback={<Loading />}><ReceiverShell /></Suspense></MeProvider>
  if (me.data) return <MeProvider me={me.data}><Shell><Outlet /></Shell></MeProvider>
  if (me.problem?.status === 401) return <Suspense><SignInScreen onSignedIn={() => void queries.resetQueries({ queryKey: readKey('/me') })} /></Suspense>
  if (me.problem) return <main style={{ padding: 28, maxWidth: 560 }}><ProblemNotice problem={me.problem} onRetry={() => void me.refetch()} /></main>
  return <main><Loading /></main>
}
