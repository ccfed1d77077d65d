// Getting in and out: before there is anybody to be, so these routes stand outside the capability routes.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { newId, type Database, type Tx } from '../db.ts'
import { digestOf, tokenOf } from '../http/door.ts'
import { refuse } from '../refusal.ts'
import { hashPassword, passwordMatches, requireGoodPassword } from './password.ts'
import type { Role } from './permissions.ts'
import { totpStep } from './totp.ts'

const SignIn = z.object({
  email: z.string().trim().min(3).max(254),
  password: z.string().min(1).max(1000),
  code: z.string().trim().max(10).optional(),
})
const FirstAdministrator = z.object({
  agencyName: z.string().trim().min(1).max(200),
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'Choose a time zone from the list.'),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  password: z.string().max(1000),
})
const Invitation = z.object({ token: z.string().min(20).max(200), password: z.string().max(1000) })

interface Login {
  agencyId: string
  staffId: string
  passwordHash: string | null
  totpSecret: string | null
  totpConfirmed: boolean
}
interface Account {
  staffId: string
  agencyId: string
  name: string
  email: string
  credentialLine: string
  roles: Role[]
}
const attempts = { perAccount: 10, perAddress: 50 }
const wrong = 'That e-mail address and password do not belong together. Check both, or ask your administrator for a new link.'

export function signInRoutes(app: FastifyInstance, db: Database, { secure }: { secure: boolean }): void {
  const open = <T>(act: (tx: Tx) => Promise<T>) => db.inTransaction({ kind: 'none' }, act)
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    who: { agencyId: string; staffId: string },
    method: string,
  ) => {
    const token = randomBytes(32).toString('base64url')
    const device = (request.headers['user-agent'] ?? '').slice(0, 200)
    const old = tokenOf(request)
    await open(async (tx) => {
      if (old) await sql`select authz.end_sign_in(${digestOf(old)})`.execute(tx) // a new sign-in never continues an old token
      await sql`select authz.start_sign_in(${who.agencyId}, ${who.staffId}, ${digestOf(token)}, ${method}, ${device})`.execute(tx)
    })
    return reply
      .setCookie(secure ? '__Host-continuum' : 'continuum', token, { path: '/', httpOnly: true, secure, sameSite: 'strict' })
      .send({ signedIn: true })
  }

  app.get('/api/sign-in/options', async () => {
    const [agencies, accounts] = await open((tx) => Promise.all([agenciesOf(tx), demonstrationAccounts(tx)]))
    return {
      agencyName: agencies.length === 1 ? agencies[0]?.name : null,
      firstAdministrator: agencies.length === 0,
      demonstration: accounts.length > 0 ? accounts : null,
    }
  })

  app.post('/api/sign-in', async (request, reply) => {
    const { email, password, code } = SignIn.parse(request.body)
    await throttle(db, email, request.ip)
    const login = await open((tx) => loginOf(tx, email))
    if (!(await passwordMatches(login?.passwordHash, password)) || !login) return refuse('sign-in.wrong', wrong, { status: 401 })
    if (login.totpConfirmed && login.totpSecret) await requireCode(db, login, login.totpSecret, code)
    await open((tx) => sql`select authz.forget_attempts(${`account ${email.toLowerCase()}`})`.execute(tx))
    return enter(request, reply, login, login.totpConfirmed ? 'password+totp' : 'password')
  })

  app.post('/api/sign-in/demonstration', async (request, reply) => {
    const { staffId } = z.object({ staffId: z.uuid() }).parse(request.body)
    const account = (await open(demonstrationAccounts)).find((each) => each.staffId === staffId)
    if (!account) return refuse('sign-in.wrong', 'This is not a demonstration account.', { status: 401 })
    return enter(request, reply, account, 'demonstration')
  })

  app.post('/api/sign-in/invitation', async (request, reply) => {
    const { token, password } = Invitation.parse(request.body)
    await throttle(db, 'invitation', request.ip)
    requireGoodPassword(password)
    const hash = await hashPassword(password)
    const accepted = await open((tx) =>
      sql<{
        agencyId: string
        staffId: string
      }>`select agency_id as "agencyId", staff_id as "staffId" from authz.accept_invitation(${digestOf(token)}, ${hash})`.execute(
        tx,
      ),
    )
    const who = accepted.rows[0]
    if (!who)
      return refuse('invitation.spent', 'This link has been used or is too old. Ask your administrator for a new one.', {
        status: 401,
      })
    return enter(request, reply, who, 'invitation')
  })

  app.post('/api/first-administrator', async (request, reply) => {
    const wanted = FirstAdministrator.parse(request.body)
    requireGoodPassword(wanted.password)
    const [agencyId, staffId, hash] = [newId(), newId(), await hashPassword(wanted.password)]
    const slug = wanted.agencyName
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
    await open((tx) =>
      sql`select authz.found_agency(${Buffer.alloc(0)}, ${agencyId}, ${wanted.agencyName}, ${slug.length < 2 ? `agency-${slug}` : slug}, ${wanted.timeZone}, false, ${staffId}, ${wanted.name}, ${wanted.email}, ${hash})`.execute(
        tx,
      ),
    )
    return enter(request, reply, { agencyId, staffId }, 'first-administrator')
  })

  app.post('/api/sign-out', async (request, reply) => {
    const token = tokenOf(request)
    const { everywhere } = z.object({ everywhere: z.boolean().default(false) }).parse(request.body ?? {})
    if (token) {
      const digest = digestOf(token)
      if (everywhere)
        await db.inTransaction(
          { kind: 'staff', tokenDigest: digest, extends: false, writes: true },
          async (tx, who) => who && sql`select authz.end_sign_ins_of(${who.staffId})`.execute(tx),
        )
      await open((tx) => sql`select authz.end_sign_in(${digest})`.execute(tx))
    }
    return reply
      .clearCookie('__Host-continuum', { path: '/', secure: true })
      .clearCookie('continuum', { path: '/' })
      .send({ signedIn: false })
  })
}

async function agenciesOf(tx: Tx): Promise<{ name: string }[]> {
  return (await sql<{ name: string }>`select name from authz.agencies()`.execute(tx)).rows
}
async function demonstrationAccounts(tx: Tx): Promise<Account[]> {
  return (
    await sql<Account>`select staff_id as "staffId", agency_id as "agencyId", name, email, credential_line as "credentialLine", roles from authz.demonstration_accounts()`.execute(
      tx,
    )
  ).rows
}
async function loginOf(tx: Tx, email: string): Promise<Login | undefined> {
  const { rows } =
    await sql<Login>`select agency_id as "agencyId", staff_id as "staffId", password_hash as "passwordHash", totp_secret as "totpSecret", totp_confirmed as "totpConfirmed" from authz.login_of(${email})`.execute(
      tx,
    )
  return rows[0]
}

/** Per account and per address, in the database, so that it holds across processes and restarts. */
async function throttle(db: Database, email: string, address: string): Promise<void> {
  const counted = await db.inTransaction({ kind: 'none' }, (tx) =>
    sql<{ account: number; address: number }>`select
    authz.count_attempt(${`account ${email.toLowerCase()}`}, '15 minutes') as account, authz.count_attempt(${`address ${address}`}, '15 minutes') as address`.execute(
      tx,
    ),
  )
  const { account = 0, address: fromAddress = 0 } = counted.rows[0] ?? {}
  if (account > attempts.perAccount || fromAddress > attempts.perAddress)
    refuse('sign-in.throttled', 'Too many tries. Wait 15 minutes, or ask your administrator to send you a new link.', {
      status: 429,
      params: { seconds: 900 },
    })
}

async function requireCode(db: Database, login: Login, secret: string, code: string | undefined): Promise<void> {
  if (!code) refuse('sign-in.code-needed', 'Enter the six-digit code from your authenticator app.', { status: 401 })
  const step = totpStep(secret, code)
  const used =
    step !== null &&
    (
      await db.inTransaction({ kind: 'none' }, (tx) =>
        sql<{ used: boolean }>`select authz.use_totp_step(${login.agencyId}, ${login.staffId}, ${step}) as used`.execute(tx),
      )
    ).rows[0]?.used
  if (!used) refuse('sign-in.code-wrong', 'That code is not right, or was used already. Wait for the next one.', { status: 401 })
}
