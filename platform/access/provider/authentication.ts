// One trip to the provider and back: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 7636, RFC 9207). The browser keeps one
// random secret, from which verifier and nonce are made; the database keeps digests only, so a copy of it finishes nobody's sign-in.
import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  type Configuration,
  type IDToken,
  type UserInfoResponse,
} from 'openid-client'
import type { Database, Tx } from '../../db.ts'
import { digestOf } from '../digest.ts'
import { refuse } from '../../refusal.ts'
import { inTheOpen } from '../entrance.ts'
import { away, configurationOf, isSilence } from './discovery.ts'
import { providerOf, type NamedProvider } from './named.ts'

export type Purpose = 'sign-in' | 'step-up'
const derived = (browser: string, what: 'verifier' | 'nonce', state: string): string =>
  createHmac('sha256', browser).update(`${what}|${state}`).digest('base64url')

export interface Departure {
  /** The provider's page */
  address: string
  /** For the browser's cookie */
  browser: string
}

/** @throws sign-in.provider-away */
export async function departure(tx: Tx, provider: NamedProvider, redirectUri: string, purpose: Purpose): Promise<Departure> {
  const configuration = await configurationOf(provider)
  const [state, browser] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  await sql`select authz.begin_authentication(${digestOf(state)}, ${digestOf(browser)}, ${provider.agencyId}, ${provider.issuer}, ${redirectUri}, ${purpose})`.execute(
    tx,
  )
  const address = buildAuthorizationUrl(configuration, {
    scope: 'openid email',
    redirect_uri: redirectUri,
    state,
    nonce: derived(browser, 'nonce', state),
    code_challenge: await calculatePKCECodeChallenge(derived(browser, 'verifier', state)),
    code_challenge_method: 'S256',
    ...(purpose === 'step-up' && { prompt: 'login', max_age: '0' }),
  })
  return { address: address.href, browser }
}

interface Begun {
  agencyId: string
  issuer: string
  redirectUri: string
  purpose: Purpose
  staffId: string | null
  signInId: string | null
  begunAt: string
}
export interface Returned {
  agencyId: string
  staffId: string
  purpose: Purpose
  signInId: string | null
  outcome: 'known' | 'linked'
  issuer: string
  /** When the provider last asked the person who they are; null where it does not say */
  authenticatedAt: Date | null
}

/**
 * What the provider sent back, checked whole: begun by this browser, in time, once; this issuer; code, signature, nonce; then who that is here.
 * @throws sign-in.start-again, sign-in.provider-refused, sign-in.provider-away, and one of `refusals` for who may not come in
 */
export async function returned(db: Database, answer: string, browser: string | undefined): Promise<Returned> {
  const said = new URLSearchParams(answer)
  const state = said.get('state') ?? ''
  const begun = await inTheOpen(db, (tx) => use(tx, state, browser ?? ''))
  const provider = begun && (await providerOf(db, { agencyId: begun.agencyId }))
  if (!begun || !provider || !browser || provider.issuer !== begun.issuer) return startAgain()
  const configuration = await configurationOf(provider)
  const claims = await claimsOf(configuration, new URL(`${begun.redirectUri}?${said}`), state, browser).catch((error: unknown) =>
    isSilence(error) ? away(provider.label) : noted(db, provider, 'provider-refused', error),
  )
  const authenticatedAt = typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null
  const who = await inTheOpen(db, (tx) => staffOf(tx, provider, claims))
  if (!who.staffId || isRefused(who.outcome)) return noted(db, provider, isRefused(who.outcome) ? who.outcome : 'nobody')
  if (begun.purpose === 'step-up') requireAskedAgain(begun, who.staffId, authenticatedAt)
  else await inTheOpen(db, (tx) => note(tx, provider, null))
  const { agencyId, purpose, signInId, issuer } = begun
  return { agencyId, staffId: who.staffId, purpose, signInId, issuer, outcome: who.outcome, authenticatedAt }
}

const startAgain = (): never =>
  refuse(
    'sign-in.start-again',
    'This sign-in was begun in another window, was used already, or took longer than ten minutes. Start again.',
    {
      status: 401,
    },
  )

async function use(tx: Tx, state: string, browser: string): Promise<Begun | undefined> {
  const { rows } =
    await sql<Begun>`select agency_id as "agencyId", issuer, redirect_uri as "redirectUri", purpose, staff_id as "staffId", sign_in_id as "signInId", begun_at as "begunAt"
    from authz.use_authentication(${digestOf(state)}, ${digestOf(browser)})`.execute(tx)
  return rows[0]
}

/** The clocks of two machines may differ by this much. */
const skewMs = 60_000

/** `prompt=login` and `max_age=0` are wishes: that the provider did ask is told by auth_time alone (OpenID Connect Core 3.1.2.1). */
function requireAskedAgain({ begunAt, staffId }: Begun, who: string, authenticatedAt: Date | null): void {
  if (who !== staffId)
    refuse('step-up.somebody-else', 'That account is somebody else’s. Choose the one you are signed in with here.', {
      status: 401,
    })
  if (!authenticatedAt || authenticatedAt.getTime() < Date.parse(begunAt) - skewMs)
    refuse('step-up.not-asked', 'Your provider did not ask again who you are. Try again, or sign out there first.', {
      status: 401,
    })
}

type Claims = IDToken & Partial<UserInfoResponse>

async function claimsOf(configuration: Configuration, answer: URL, state: string, browser: string): Promise<Claims> {
  const tokens = await authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: derived(browser, 'verifier', state),
    expectedState: state,
    expectedNonce: derived(browser, 'nonce', state),
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('There is no ID token.')
  if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims
  const { email, email_verified, xms_edov } = await fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return { ...claims, email, email_verified, xms_edov } as Claims
}

/** Entra sends no email_verified; its xms_edov says that the domain's owner is verified, and counts where the other is absent. */
const isVerified = ({ email_verified: verified, xms_edov: domainOwner }: Claims): boolean =>
  verified === undefined ? domainOwner === true || domainOwner === 1 || domainOwner === '1' : verified === true

const refusals = {
  unverified: 'Your provider does not say that your e-mail address is verified. Ask whoever runs it.',
  'other-domain': 'Your provider named an address of another organization. Ask your administrator.',
  nobody: 'Nobody works here under the address your provider named. Ask your administrator to add you.',
  'another-account': 'You have signed in with another account of your provider before. Ask your administrator to free it.',
  'provider-refused': 'Your provider did not sign you in. Start again.',
} as const
type RefusedAs = keyof typeof refusals
type Outcome = Returned['outcome'] | Exclude<RefusedAs, 'provider-refused'>
const isRefused = (outcome: Outcome): outcome is Exclude<Outcome, Returned['outcome']> => outcome in refusals

async function staffOf(
  tx: Tx,
  { agencyId, issuer }: NamedProvider,
  claims: Claims,
): Promise<{ staffId: string | null; outcome: Outcome }> {
  const email = typeof claims.email === 'string' ? claims.email.trim() : null
  const { rows } = await sql<{
    staffId: string | null
    outcome: Outcome
  }>`select staff_id as "staffId", outcome from authz.staff_of_provider(${agencyId}, ${issuer}, ${claims.sub}, ${email}, ${isVerified(claims)})`.execute(
    tx,
  )
  return rows[0] ?? { staffId: null, outcome: 'nobody' }
}

const note = (tx: Tx, { agencyId, issuer }: NamedProvider, refusal: string | null) =>
  sql`select authz.note_authentication(${agencyId}, ${issuer}, ${refusal})`.execute(tx)

/** Written where the administrator sees it, then said to the person. What exactly was wrong with an answer is nobody's business who sent it. */
async function noted(db: Database, provider: NamedProvider, refusal: RefusedAs, cause?: unknown): Promise<never> {
  await inTheOpen(db, (tx) => note(tx, provider, reasonOf(refusal, cause)))
  return refuse(`sign-in.${refusal}`, refusals[refusal], { status: 401, params: { label: provider.label } })
}
const reasonOf = (refusal: RefusedAs, cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? `${refusal} ${String(cause.code)}` : refusal

/** The provider's own page for signing out, where it has one (OpenID Connect RP-Initiated Logout 1.0). */
export async function leavingAddress(provider: NamedProvider, backTo: string): Promise<string | null> {
  const configuration = await configurationOf(provider).catch(() => null)
  if (!configuration?.serverMetadata().end_session_endpoint) return null
  return buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo }).href
}
