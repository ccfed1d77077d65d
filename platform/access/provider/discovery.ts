// What a provider says of itself (its discovery document and keys): kept ten minutes, then asked again; the last answer serves a day while the provider is silent.
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  ClientError,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  genericGrantRequest,
  ResponseBodyError,
  type ClientAuth,
  type Configuration,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { refuse } from '../../refusal.ts'
import type { NamedProvider } from './named.ts'
import { isOnLoopback, isReachable, patienceSeconds, reach } from './reach.ts'

type Asked = Pick<NamedProvider, 'agencyId' | 'issuer' | 'connectionId' | 'secret' | 'label' | 'version'>
interface Known {
  version: number
  /** When it was asked, and when it last answered, in milliseconds */
  askedAt: number
  answeredAt: number
  answer: Promise<Configuration>
}
const [freshMs, retryMs, staleMs] = [10 * 60_000, 60_000, 24 * 60 * 60_000]
const known = new Map<string, Known>()

/** @throws sign-in.provider-away (503) in a plain sentence */
export async function configurationOf(provider: Asked, now = Date.now()): Promise<Configuration> {
  const kept = known.get(provider.agencyId)
  const before = kept?.version === provider.version ? kept : undefined
  if (before && now - before.askedAt < freshMs) return before.answer.catch(() => away(provider.label))
  const asked: Known = { version: provider.version, askedAt: now, answeredAt: now, answer: discover(provider) }
  asked.answer = asked.answer.catch((error: unknown) => {
    known.delete(provider.agencyId)
    if (!before || now - before.answeredAt > staleMs) throw error
    // Silent for now: what it said before goes on, and it is asked again in a minute.
    known.set(provider.agencyId, { ...before, askedAt: now - freshMs + retryMs })
    return before.answer
  })
  known.set(provider.agencyId, asked)
  return asked.answer.catch(() => away(provider.label))
}

export const away = (label: string): never =>
  refuse('sign-in.provider-away', `${label} does not answer just now. Try again in a few minutes.`, {
    status: 503,
    params: { label },
  })

/** By Basic where the provider takes it, which is the default of the standard; in the body elsewhere (OpenID Connect Core 9). */
function authenticatedBy(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

class NotAProvider extends Error {}

async function discover({ issuer, connectionId, secret }: Asked): Promise<Configuration> {
  const server = new URL(issuer)
  const configuration = await discovery(server, connectionId, { client_secret: secret }, authenticatedBy(secret), {
    timeout: patienceSeconds,
    [customFetch]: reach,
    execute: isOnLoopback(server) ? [allowInsecureRequests] : [],
  })
  // Without this the library trusts the TLS connection alone for an ID token; we check its signature too.
  enableNonRepudiationChecks(configuration)
  const { issuer: itself, authorization_endpoint: authorize, end_session_endpoint: leave } = configuration.serverMetadata()
  // A directory shared by many organizations answers with a pattern for an issuer: anybody's directory could then name our people.
  if (URL.parse(itself)?.href !== server.href) throw new NotAProvider('It calls itself something else.')
  for (const address of [authorize, leave])
    if (address && !isReachable(new URL(address))) throw new NotAProvider('It sends people to an address that is not https.')
  if (!authorize) throw new NotAProvider('It names no page to sign in at.')
  return configuration
}

export type Trial = 'works' | 'silent' | 'not-a-provider' | 'secret-refused'

/** Asks the provider for its description, then tries our secret with a code that cannot be right. */
export async function tryProvider(provider: Asked, redirectUri: string): Promise<Trial> {
  known.delete(provider.agencyId)
  try {
    await genericGrantRequest(await discover(provider), 'authorization_code', {
      code: 'only-to-try-the-secret',
      redirect_uri: redirectUri,
      code_verifier: 'only-to-try-the-secret-which-takes-at-least-43-characters',
    })
    return 'works'
  } catch (error) {
    if (error instanceof ResponseBodyError)
      return ['invalid_client', 'unauthorized_client'].includes(error.error) ? 'secret-refused' : 'works'
    if (error instanceof WWWAuthenticateChallengeError) return 'secret-refused'
    return isSilence(error) ? 'silent' : 'not-a-provider'
  }
}

/** Nothing was heard, or nothing to the point: not an answer that says no, and not one that is wrong. */
export const isSilence = (error: unknown): boolean =>
  !(error instanceof NotAProvider) &&
  !(error instanceof ResponseBodyError) &&
  !(error instanceof AuthorizationResponseError) &&
  !(error instanceof WWWAuthenticateChallengeError) &&
  !(error instanceof ClientError && /^OAUTH_(?!TIMEOUT|ABORT)/.test(error.code ?? ''))
