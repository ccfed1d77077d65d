// What every way of signing in shares: the count of tries, and the new cookie.
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Database, Entered, Tx } from '../db.ts'
import { writeAudit } from '../events.ts'
import { tokenOf, workOf } from '../http/door.ts'
import { refuse } from '../refusal.ts'
import { digestOf } from './digest.ts'

const attempts = { perAccount: 10, perAddress: 50 }

export const inTheOpen = <T>(db: Database, act: (tx: Tx) => Promise<T>): Promise<T> => db.inTransaction({ kind: 'none' }, act)

interface Who {
  agencyId: string
  staffId: string
}
/** What a provider's sign-in adds: when it asked who the person is, and what the audit is told besides the method. */
interface Proof {
  authenticatedAt: Date | null
  audit: object
}
type Enter = (request: FastifyRequest, reply: FastifyReply, who: Who, method: string, proof?: Proof) => Promise<FastifyReply>

/** Starts a sign-in with a token of its own; one that came with the request ends, so that nobody can choose it beforehand. */
function startSignIn(db: Database, secure: boolean) {
  return async (request: FastifyRequest, reply: FastifyReply, who: Who, method: string, proof?: Proof) => {
    const device = (request.headers['user-agent'] ?? '').slice(0, 200)
    const old = tokenOf(request)
    const { token, digest } = newToken()
    await inTheOpen(db, async (tx) => {
      await requireThisWay(tx, who, method)
      if (old) await sql`select authz.end_sign_in(${digestOf(old)})`.execute(tx) // a new sign-in never continues an old token
      await sql`select authz.start_sign_in(${who.agencyId}, ${who.staffId}, ${digest}, ${method}, ${device}, ${proof?.authenticatedAt ?? null})`.execute(
        tx,
      )
      await writeDown(tx, request, digest, { method, ...proof?.audit })
    })
    giveToken(reply, token, secure)
  }
}

export function newToken(): { token: string; digest: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, digest: digestOf(token) }
}

export function giveToken(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(secure ? '__Host-continuum' : 'continuum', token, {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'strict',
  })
}

/** @throws sign-in.only-by-provider */
async function requireThisWay(tx: Tx, { agencyId, staffId }: Who, method: string): Promise<void> {
  if (method === 'oidc' || method === 'demonstration') return
  const { rows } = await sql<{ label: string | null }>`select authz.only_by_provider(${agencyId}, ${staffId}) as label`.execute(
    tx,
  )
  const label = rows[0]?.label
  if (label)
    refuse('sign-in.only-by-provider', `Your agency signs in with ${label}. Use the button for it.`, {
      status: 401,
      params: { label },
    })
}

/** In the person's own name, in the transaction that lets them in. */
async function writeDown(tx: Tx, request: FastifyRequest, digest: Buffer, payload: object): Promise<void> {
  const [entered] = (await sql<Entered>`select * from authz.enter(${digest}, true, true)`.execute(tx)).rows
  if (!entered) return // somebody who left: the sign-in lets nobody in
  const work = workOf(tx, entered, request.id)
  await writeAudit(work, 'signed-in', { entity: 'staff', id: work.staff.id }, null, payload)
}

export function entrance(db: Database, secure: boolean): Enter {
  const start = startSignIn(db, secure)
  return async (request, reply, who, method, proof) => {
    await start(request, reply, who, method, proof)
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
