// Getting in and out: before there is anybody to be, so these routes stand outside the capability routes.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { newId, type Database, type Tx } from '../db.ts'
import { tokenOf } from '../http/door.ts'
import { refuse } from '../refusal.ts'
import { digestOf } from './digest.ts'
import { entrance, throttle, throttleAddress } from './entrance.ts'
import { mySignIn } from './stepUp.ts'
import { passkeyRoutes } from './passkey.routes.ts'
import { checkPasskey, hasPasskey, PasskeyAnswer } from './passkey.ts'
import { hashPassword, passwordMatches, requireGoodPassword } from './password.ts'
import type { Role } from './permissions.ts'
import { providerRoutes } from './provider/provider.routes.ts'
import { totpStep } from './totp.ts'

const SignIn = z.object({
  email: z.string().trim().min(3).max(254),
  password: z.string().min(1).max(1000),
  code: z.string().trim().max(10).optional(),
  passkey: PasskeyAnswer.optional(),
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
const wrong = 'That e-mail address and password do not belong together. Check both, or ask your administrator for a new link.'

export function signInRoutes(app: FastifyInstance, db: Database, { secure }: { secure: boolean }): void {
  const enter = entrance(db, secure)
  passkeyRoutes(app, db, { secure })
  providerRoutes(app, db, { secure })
  const open = <T>(act: (tx: Tx) => Promise<T>) => db.inTransaction({ kind: 'none' }, act)
  app.get('/api/sign-in/options', async () => {
    const [agencies, accounts] = await open((tx) => Promise.all([agenciesOf(tx), demonstrationAccounts(tx)]))
    return {
      agencyName: agencies.length === 1 ? agencies[0]?.name : null,
      firstAdministrator: agencies.length === 0,
      demonstration: accounts.length > 0 ? accounts : null,
    }
  })

  app.post('/api/sign-in', async (request, reply) => {
    const { email, password, code, passkey } = SignIn.parse(request.body)
    await throttle(db, email, request.ip)
    const login = await open((tx) => loginOf(tx, email))
    if (!(await passwordMatches(login?.passwordHash, password)) || !login) return refuse('sign-in.wrong', wrong, { status: 401 })
    const factor = await requireSecondFactor(db, request, login, { code, passkey })
    await open((tx) => sql`select authz.forget_attempts(${`account ${email.toLowerCase()}`})`.execute(tx))
    return enter(request, reply, login, factor ? `password+${factor}` : 'password')
  })

  app.post('/api/sign-in/demonstration', async (request, reply) => {
    const { staffId } = z.object({ staffId: z.uuid() }).parse(request.body)
    const account = (await open(demonstrationAccounts)).find((each) => each.staffId === staffId)
    if (!account) return refuse('sign-in.wrong', 'This is not a demonstration account.', { status: 401 })
    return enter(request, reply, account, 'demonstration')
  })

  app.post('/api/sign-in/invitation', async (request, reply) => {
    const { token, password } = Invitation.parse(request.body)
    await throttleAddress(db, request.ip)
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
    let there: string | null = null
    const { everywhere } = z.object({ everywhere: z.boolean().default(false) }).parse(request.body ?? {})
    if (token) {
      const digest = digestOf(token)
      await db.inTransaction({ kind: 'staff', tokenDigest: digest, extends: false, writes: true }, async (tx, who) => {
        if (!who) return
        const { method, agencySlug } = await mySignIn(tx)
        if (method === 'oidc') there = agencySlug
        if (everywhere) await sql`select authz.end_sign_ins_of(${who.staffId})`.execute(tx)
      })
      await open((tx) => sql`select authz.end_sign_in(${digest})`.execute(tx))
    }
    return reply
      .clearCookie('__Host-continuum', { path: '/', secure: true })
      .clearCookie('continuum', { path: '/' })
      .send({ signedIn: false, there })
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

interface Shown {
  code: string | undefined
  passkey: PasskeyAnswer | undefined
}
/** Where one is set up, a code or a passkey is needed besides the password; says which it was. */
async function requireSecondFactor(db: Database, request: FastifyRequest, login: Login, { code, passkey }: Shown) {
  if (passkey) {
    const owner = await checkPasskey(db, request, passkey)
    if (owner.staffId !== login.staffId)
      return refuse('passkey.of-somebody-else', 'That passkey belongs to another account. Choose your own.', { status: 401 })
    return 'passkey'
  }
  if (login.totpConfirmed && login.totpSecret && (code || !(await hasPasskey(db, login)))) {
    await requireCode(db, login, login.totpSecret, code)
    return 'totp'
  }
  if (await hasPasskey(db, login)) {
    if (login.totpConfirmed)
      refuse('sign-in.passkey-or-code-needed', 'Use your passkey, or enter the six-digit code.', { status: 401 })
    refuse('sign-in.passkey-needed', 'Use your passkey to finish signing in.', { status: 401 })
  }
  return null
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
