// What every way of signing in shares: the count of tries, and the new cookie.
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Database, Tx } from '../db.ts'
import { digestOf, tokenOf } from '../http/door.ts'
import { refuse } from '../refusal.ts'

const attempts = { perAccount: 10, perAddress: 50 }

export const inTheOpen = <T>(db: Database, act: (tx: Tx) => Promise<T>): Promise<T> => db.inTransaction({ kind: 'none' }, act)

type Enter = (
  request: FastifyRequest,
  reply: FastifyReply,
  who: { agencyId: string; staffId: string },
  method: string,
) => Promise<FastifyReply>

/** Starts a sign-in with a token of its own; one that came with the request ends, so that nobody can choose it beforehand. */
export function startSignIn(db: Database, secure: boolean) {
  return async (request: FastifyRequest, reply: FastifyReply, who: { agencyId: string; staffId: string }, method: string) => {
    const token = randomBytes(32).toString('base64url')
    const device = (request.headers['user-agent'] ?? '').slice(0, 200)
    const old = tokenOf(request)
    await inTheOpen(db, async (tx) => {
      if (old) await sql`select authz.end_sign_in(${digestOf(old)})`.execute(tx) // a new sign-in never continues an old token
      await sql`select authz.start_sign_in(${who.agencyId}, ${who.staffId}, ${digestOf(token)}, ${method}, ${device})`.execute(tx)
    })
    void reply.setCookie(secure ? '__Host-continuum' : 'continuum', token, {
      path: '/',
      httpOnly: true,
      secure,
      sameSite: 'strict',
    })
  }
}

export function entrance(db: Database, secure: boolean): Enter {
  const start = startSignIn(db, secure)
  return async (request, reply, who, method) => {
    await start(request, reply, who, method)
    return reply.send({ signedIn: true })
  }
}

/** Per account and per address, in the database, so that it holds across processes and restarts. */
export async function throttle(db: Database, email: string, address: string): Promise<void> {
  const counted = await db.inTransaction({ kind: 'none' }, (tx) =>
    sql<{ account: number; address: number }>`select
    authz.count_attempt(${`account ${email.toLowerCase()}`}, '15 minutes') as account, authz.count_attempt(${`address ${address}`}, '15 minutes') as address`.execute(
      tx,
    ),
  )
  const { account = 0, address: fromAddress = 0 } = counted.rows[0] ?? {}
  if (account > attempts.perAccount || fromAddress > attempts.perAddress) tooMany()
}

/** Where no account is named: per address only, so that nobody shuts the door for everybody. */
export async function throttleAddress(db: Database, address: string): Promise<void> {
  const { rows } = await inTheOpen(db, (tx) =>
    sql<{ seen: number }>`select authz.count_attempt(${`address ${address}`}, '15 minutes') as seen`.execute(tx),
  )
  if ((rows[0]?.seen ?? 0) > attempts.perAddress) tooMany()
}

const tooMany = (): never =>
  refuse('sign-in.throttled', 'Too many tries. Wait 15 minutes, or ask your administrator to send you a new link.', {
    status: 429,
    params: { seconds: 900 },
  })
