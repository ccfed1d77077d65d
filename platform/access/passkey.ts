// Passkeys (WebAuthn): made for an account, checked when somebody comes in. A challenge is used once and lasts five minutes.
import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, Tx } from '../db.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../work.ts'
import { inTheOpen } from './entrance.ts'

/** Three hundred modules, read when the first passkey is used. */
const library = () => import('@simplewebauthn/server')

/** What the browser's authenticator answered, as the WebAuthn JSON form has it; the library checks what is inside. */
export const PasskeyAnswer = z.looseObject({
  id: z.string().min(16).max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

/** The site that a passkey belongs to. The browser's Origin was compared with the Host before any route is asked. */
function siteOf({ headers: { origin } }: FastifyRequest): { origin: string; rpId: string } {
  const url = URL.parse(origin ?? '')
  return url && origin
    ? { origin, rpId: url.hostname }
    : refuse('passkey.needs-a-browser', 'Passkeys are used from the page in a browser.', { status: 400 })
}
const begin = (tx: Tx, challenge: string, purpose: 'register' | 'sign-in') =>
  sql`select authz.begin_challenge(${challenge}, ${purpose})`.execute(tx)
async function use(tx: Tx, challenge: string, purpose: 'register' | 'sign-in'): Promise<boolean> {
  return (await sql`select from authz.use_challenge(${challenge}, ${purpose})`.execute(tx)).rows.length === 1
}
const wrong = (): never =>
  refuse('passkey.wrong', 'That passkey could not be used here. Try again, or sign in with your password.', { status: 401 })

export interface MyPasskey {
  id: string
  credentialId: string
  name: string
  createdAt: string
  lastUsedAt: string | null
}
export async function myPasskeys({ tx }: Work): Promise<MyPasskey[]> {
  const { rows } =
    await sql<MyPasskey>`select id, credential_id as "credentialId", name, created_at as "createdAt", last_used_at as "lastUsedAt" from authz.my_passkeys()`.execute(
      tx,
    )
  return rows
}

/** What the browser needs to make a passkey that names the person by itself and asks for finger, face or PIN. */
export async function beginPasskey(work: Work, request: FastifyRequest): Promise<object> {
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpName: 'Continuum',
    rpID: siteOf(request).rpId,
    userName: work.staff.name,
    userID: new Uint8Array(Buffer.from(work.staff.id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    excludeCredentials: (await myPasskeys(work)).map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await begin(work.tx, options.challenge, 'register')
  return options
}

/** @throws passkey.wrong (another challenge, another site, no user verification) */
export async function keepPasskey(work: Work, request: FastifyRequest, answer: PasskeyAnswer, name: string): Promise<void> {
  const { origin, rpId } = siteOf(request)
  const { verifyRegistrationResponse } = await library()
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge: (challenge) => use(work.tx, challenge, 'register'),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch(() => wrong())
  if (!verified || !registrationInfo) return wrong()
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  await sql`select authz.add_my_passkey(${id}, ${Buffer.from(publicKey)}, ${counter}, ${transports}::text[], ${rpId}, ${name})`.execute(
    work.tx,
  )
}

export async function beginPasskeySignIn(db: Database, request: FastifyRequest): Promise<object> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({ rpID: siteOf(request).rpId, userVerification: 'required' })
  await inTheOpen(db, (tx) => begin(tx, options.challenge, 'sign-in'))
  return options
}

interface Kept {
  agencyId: string
  staffId: string
  publicKey: Buffer
  counter: number
  transports: AuthenticatorTransport[]
  rpId: string
}

/** Whose passkey this is, if it is one: right site, right signature, person verified, challenge fresh, counter not behind. @throws passkey.wrong */
export async function checkPasskey(
  db: Database,
  request: FastifyRequest,
  answer: PasskeyAnswer,
): Promise<Pick<Kept, 'agencyId' | 'staffId'>> {
  const { origin, rpId } = siteOf(request)
  const { rows } = await inTheOpen(db, (tx) =>
    sql<Kept>`select agency_id as "agencyId", staff_id as "staffId", public_key as "publicKey", counter, transports, rp_id as "rpId" from authz.passkey_of(${answer.id})`.execute(
      tx,
    ),
  )
  const kept = rows[0]
  if (!kept || kept.rpId !== rpId) return wrong()
  const { verifyAuthenticationResponse } = await library()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => inTheOpen(db, (tx) => use(tx, challenge, 'sign-in')),
    expectedOrigin: origin,
    expectedRPID: kept.rpId,
    credential: { id: answer.id, publicKey: new Uint8Array(kept.publicKey), counter: kept.counter, transports: kept.transports },
    requireUserVerification: true,
  }).catch(() => wrong())
  if (!verified) return wrong()
  await inTheOpen(db, (tx) => sql`select authz.used_passkey(${answer.id}, ${authenticationInfo.newCounter})`.execute(tx))
  return { agencyId: kept.agencyId, staffId: kept.staffId }
}

export async function hasPasskey(db: Database, { agencyId, staffId }: Pick<Kept, 'agencyId' | 'staffId'>): Promise<boolean> {
  const { rows } = await inTheOpen(db, (tx) =>
    sql<{ has: boolean }>`select authz.has_passkey(${agencyId}, ${staffId}) as has`.execute(tx),
  )
  return rows[0]?.has ?? false
}
