// Going to an agency's identity provider and coming back: in this tab, or in another beside it, so that what is open here stays.
import { useEffect, useState } from 'react'
import { writeApi } from '../api.ts'

/** What anybody may know of an agency's provider. */
export interface KnownProvider { agencyName: string; label: string; slug: string; passwords: 'everybody' | 'administrators' }

const [goToKey, besideKey, channelName] = ['continuum.go-to', 'continuum.beside', 'continuum.sign-in']
const complete = /@([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})$/i

/** The provider that an address leads to, asked a moment after typing; only the domain is told to the server. */
export function useProviderOf(email: string): KnownProvider | null {
  const domain = complete.exec(email.trim())?.[1]?.toLowerCase() ?? ''
  const [found, setFound] = useState<{ domain: string; provider: KnownProvider | null } | null>(null)
  useEffect(() => {
    if (!domain || found?.domain === domain) return undefined
    const waiting = setTimeout(() => {
      void writeApi<{ provider: KnownProvider | null }>('POST', '/sign-in/provider', { domain })
        .then(({ provider }) => setFound({ domain, provider }))
        .catch(() => undefined)
    }, 250)
    return () => clearTimeout(waiting)
  }, [domain, found?.domain])
  return found?.domain === domain ? found.provider : null
}

/** Leaves this tab for the provider; afterwards it is here again, where it was. */
export async function leaveFor(slug: string): Promise<void> {
  const { pathname, search } = window.location
  sessionStorage.setItem(goToKey, pathname.startsWith('/sign-in') ? '/' : pathname + search)
  sessionStorage.removeItem(besideKey)
  await depart({ slug })
}

/** In a tab that was opened beside: signs in, or is only asked again who it is. */
export async function leaveBeside(slug: string): Promise<void> {
  sessionStorage.setItem(besideKey, 'yes')
  await (slug ? depart({ slug }) : depart({}, '/sign-in/provider/step-up'))
}

async function depart(whose: object, path = '/sign-in/provider/departure'): Promise<void> {
  const { address } = await writeApi<{ address: string }>('POST', path, whose)
  window.location.replace(address)
}

/** Tells the server what the provider answered. Answers where to go on, or null in a tab beside, which has done its part. */
export async function comeBack(answer: string): Promise<string | null> {
  await writeApi('POST', '/sign-in/provider/return', { answer })
  if (sessionStorage.getItem(besideKey)) {
    sessionStorage.removeItem(besideKey)
    const channel = new BroadcastChannel(channelName)
    channel.postMessage('proved')
    channel.close()
    return null
  }
  const to = sessionStorage.getItem(goToKey) ?? '/'
  return /^\/(?!\/)/.test(to) ? to : '/'
}

/** Hears when a tab beside this one has proved who it is. */
export function useProvedBeside(heard: (() => void) | null): void {
  useEffect(() => {
    if (!heard || !('BroadcastChannel' in window)) return undefined
    const channel = new BroadcastChannel(channelName)
    channel.onmessage = () => heard()
    return () => channel.close()
  })
}

export const besideAddress = (slug: string | null): string => (slug ? `/sign-in/beside?agency=${slug}` : '/sign-in/beside')
