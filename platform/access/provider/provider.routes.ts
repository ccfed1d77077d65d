// Coming in through an agency's identity provider, and leaving there too. Needs the browser's origin and cookies, so it stands outside the capability routes.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../db.ts'
import { writeAudit } from '../../events.ts'
import { tokenOf, workOf } from '../../http/door.ts'
import { digestOf } from '../digest.ts'
import { takeTurn } from '../../http/throttle.ts'
import { refuse } from '../../refusal.ts'
import { entrance, giveToken, newToken, throttleAddress } from '../entrance.ts'
import { departure, leavingAddress, returned, type Returned } from './authentication.ts'
import { configurationOf } from './discovery.ts'
import { providerOf, type NamedProvider } from './named.ts'

const Whose = z.union([
  z.object({ domain: z.string().trim().toLowerCase().min(3).max(253) }),
  z.object({ slug: z.string().trim().toLowerCase().min(2).max(60) }),
])
const Answer = z.object({ answer: z.string().min(1).max(8_000) })
const tenMinutes = 600

/** What somebody who is not signed in may know of an agency's provider: what it is called and whether passwords remain. */
const tellOf = ({ agencyName, label, slug, passwords }: NamedProvider) => ({ agencyName, label, slug, passwords })

export function providerRoutes(app: FastifyInstance, db: Database, { secure }: { secure: boolean }): void {
  const enter = entrance(db, secure)
  const cookie = secure ? '__Host-continuum-provider' : 'continuum-provider'
  const leave = (reply: FastifyReply, { address, browser }: { address: string; browser: string }) =>
    reply
      .setCookie(cookie, browser, { path: '/', httpOnly: true, secure, sameSite: 'strict', maxAge: tenMinutes })
      .send({ address })

  app.post('/api/sign-in/provider', async (request) => {
    takeTurn(request.ip, { method: 'POST', path: '/sign-in/provider', perMinute: 60 })
    const provider = await providerOf(db, Whose.parse(request.body))
    return { provider: provider && tellOf(provider) }
  })

  app.post('/api/sign-in/provider/departure', async (request, reply) => {
    takeTurn(request.ip, { method: 'POST', path: '/sign-in/provider/departure', perMinute: 60 })
    const provider = await providerOf(db, Whose.parse(request.body))
    if (!provider)
      return refuse('sign-in.no-provider', 'This address leads to no provider any more. Use your password.', { status: 404 })
    await configurationOf(provider) // asked before a transaction waits for it
    const away = await db.inTransaction({ kind: 'none' }, (tx) => departure(tx, provider, returnAddress(request), 'sign-in'))
    return leave(reply, away)
  })

  app.post('/api/sign-in/provider/step-up', async (request, reply) => {
    const away = await asMe(db, request, async (tx, { agencyId }) => {
      const provider = await providerOf(db, { agencyId })
      if (!provider) return refuse('sign-in.no-provider', 'Your agency has no provider any more.', { status: 404 })
      return departure(tx, provider, returnAddress(request), 'step-up')
    })
    return leave(reply, away)
  })

  app.post('/api/sign-in/provider/return', async (request, reply) => {
    await throttleAddress(db, request.ip)
    const { answer } = Answer.parse(request.body)
    const browser = request.cookies[cookie]
    void reply.clearCookie(cookie, { path: '/', secure })
    const back = await returned(db, answer, browser)
    if (back.purpose === 'step-up') return reply.send(await stepUp(request, reply, back))
    const proof = { authenticatedAt: back.authenticatedAt, audit: { issuer: back.issuer, account: back.outcome } }
    return enter(request, reply, back, 'oidc', proof)
  })

  app.post('/api/sign-in/provider/leaving', async (request) => {
    takeTurn(request.ip, { method: 'POST', path: '/sign-in/provider/leaving', perMinute: 30 })
    const provider = await providerOf(db, Whose.parse(request.body))
    return { provider: provider && { ...tellOf(provider), address: await leavingAddress(provider, `${originOf(request)}/`) } }
  })

  /** The sign-in that asked goes on under a new token; another one, or one that ended meanwhile, does not. */
  async function stepUp(request: FastifyRequest, reply: FastifyReply, { signInId, authenticatedAt }: Returned) {
    const { token, digest } = newToken()
    const stepped = await asMe(db, request, async (tx, work) => {
      if (work.signInId !== signInId) return false
      await writeAudit(work, 'stepped-up', { entity: 'staff', id: work.staff.id }, null, { method: 'oidc' })
      const { rows } = await sql<{
        stepped: boolean
      }>`select authz.step_up_sign_in(${digest}, ${authenticatedAt}) as stepped`.execute(tx)
      return rows[0]?.stepped ?? false
    })
    if (!stepped) refuse('sign-in.start-again', 'You were signed out meanwhile. Sign in again.', { status: 401 })
    giveToken(reply, token, secure)
    return { signedIn: true, steppedUp: true }
  }
}

function asMe<T>(
  db: Database,
  request: FastifyRequest,
  act: (tx: Parameters<typeof workOf>[0], work: ReturnType<typeof workOf>) => Promise<T>,
): Promise<T> {
  const token = tokenOf(request)
  const stranger = () => refuse('sign-in.needed', 'Please sign in. Nothing you wrote is lost.', { status: 401 })
  if (!token) return stranger()
  return db.inTransaction({ kind: 'staff', tokenDigest: digestOf(token), extends: true, writes: true }, (tx, entered) =>
    entered ? act(tx, workOf(tx, entered, request.id)) : stranger(),
  )
}

/** The browser's own word for where we are; it was compared with the Host before any route is asked. */
function originOf({ headers: { origin } }: FastifyRequest): string {
  return origin && URL.canParse(origin)
    ? origin
    : refuse('sign-in.needs-a-browser', 'Signing in this way is done from the page in a browser.', { status: 400 })
}
const returnAddress = (request: FastifyRequest): string => `${originOf(request)}/sign-in/return`
