// My own account: who I am, my password, my second factor, where I am signed in.
import { sql } from 'kysely'
import { z } from 'zod'
import { put, read, write, type Route } from '../capability.ts'
import { draftKeyOf } from '../crypto/agencyKeys.ts'
import { writeAudit } from '../events.ts'
import { notFound, refuse } from '../refusal.ts'
import type { Work } from '../work.ts'
import { myPasskeys } from './passkey.ts'
import { mySignIn, vouchedByProvider } from './stepUp.ts'
import { hashPassword, passwordMatches, requireGoodPassword } from './password.ts'
import { permissionsOfRoles } from './permissions.ts'
import { newTotpSecret, totpStep, totpUri } from './totp.ts'

interface MyLogin {
  passwordHash: string | null
}
async function myLogin({ tx }: Work): Promise<MyLogin> {
  const { rows } = await sql<MyLogin>`select password_hash as "passwordHash" from authz.my_login()`.execute(tx)
  return rows[0] ?? { passwordHash: null }
}
export async function requirePassword(work: Work, password: string): Promise<MyLogin> {
  const mine = await myLogin(work)
  if (!work.demonstration && !(await vouchedByProvider(work)) && !(await passwordMatches(mine.passwordHash, password)))
    refuse('password.wrong', 'That is not your present password.', {
      issues: [{ path: 'password', message: 'That is not your present password.' }],
    })
  return mine
}

async function whoAmI(work: Work): Promise<object> {
  const { rows } = await sql<{
    idleMinutes: number
    email: string
    organization: string | null
  }>`select idle_minutes as "idleMinutes", email, organization from authz.my_account()`.execute(work.tx)
  const { method, label, agencySlug } = await mySignIn(work.tx)
  return {
    // Where the agency's identity provider let this person in: what it is called, for asking there again
    signedInWith: method === 'oidc' ? { label, slug: agencySlug } : null,
    staff: {
      id: work.staff.id,
      name: work.staff.name,
      credentialLine: work.staff.credentialLine,
      roles: work.staff.roles,
      locale: work.locale,
      email: rows[0]?.email,
    },
    agency: { id: work.agencyId, name: work.agencyName, timeZone: work.zone },
    /** Of a receiver with an account; null for whoever works here. */
    organization: rows[0]?.organization ?? null,
    permissions: permissionsOfRoles(work.staff.roles),
    today: work.today,
    now: work.now,
    idleMinutes: rows[0]?.idleMinutes ?? 15,
    demonstration: work.demonstration,
  }
}

async function changePassword(work: Work, { password, newPassword }: { password: string; newPassword: string }): Promise<object> {
  await requirePassword(work, password)
  requireGoodPassword(newPassword)
  await sql`select authz.set_my_password(${await hashPassword(newPassword)}), authz.end_sign_ins_of(${work.staff.id}, ${work.signInId})`.execute(
    work.tx,
  )
  await writeAudit(work, 'password.changed', { entity: 'staff', id: work.staff.id }, null, {})
  return { changed: true }
}

async function beginTotp(work: Work, { password }: { password: string }): Promise<object> {
  await requirePassword(work, password)
  const secret = newTotpSecret()
  await sql`select authz.begin_my_totp(${secret})`.execute(work.tx)
  return { secret, uri: totpUri(secret, work.staff.name, work.agencyName) }
}

async function confirmTotp(work: Work, { code }: { code: string }): Promise<object> {
  const { rows } = await sql<{ secret: string | null }>`select authz.my_pending_totp() as secret`.execute(work.tx)
  const secret = rows[0]?.secret
  const step = secret ? totpStep(secret, code) : null
  if (step === null)
    refuse('totp.wrong', 'That code is not right. Check the clock of your phone and try the next code.', {
      issues: [{ path: 'code', message: 'That code is not right.' }],
    })
  // The code that confirms is used by that: it does not sign anybody in afterwards.
  await sql`select authz.confirm_my_totp(${step})`.execute(work.tx)
  await writeAudit(work, 'totp.confirmed', { entity: 'staff', id: work.staff.id }, null, {})
  return { confirmed: true }
}

async function endPasskey(work: Work, id: string): Promise<null> {
  const { rows } = await sql<{ ended: boolean }>`select authz.end_my_passkey(${id}) as ended`.execute(work.tx)
  if (!rows[0]?.ended) notFound('passkey')
  await writeAudit(work, 'passkey.ended', { entity: 'staff', id: work.staff.id }, null, { passkey: id })
  return null
}

const password = z.string().max(1000)
export const accountRoutes: Route[] = [
  read('/me', 'account', whoAmI, { summary: 'Who I am, my agency, what I may do' }),
  read('/me/draft-key', 'signed-in', async (work) => ({ key: (await draftKeyOf(work, work.staff.id)).toString('base64') }), {
    summary: 'The key that seals what my browser keeps of unfinished work; kept nowhere there',
  }),
  put('/me/password', 'account', z.object({ password, newPassword: password }), changePassword, {
    summary: 'Change my password; signs me out elsewhere',
  }),
  write('/me/totp', 'account', z.object({ password }), beginTotp, { summary: 'Begin a second factor' }),
  write('/me/totp/confirmation', 'account', z.object({ code: z.string().max(10) }), confirmTotp, {
    summary: 'Confirm the second factor with a first code',
  }),
  read('/me/passkeys', 'account', async (work) => (await myPasskeys(work)).map(({ credentialId: _, ...each }) => each), {
    summary: 'My passkeys',
  }),
  write('/me/passkeys/:passkeyId/ending', 'account', z.object({}), (work, _, { passkeyId }) => endPasskey(work, passkeyId)),
  read(
    '/me/sign-ins',
    'account',
    async ({ tx, signInId }) => {
      const { rows } = await sql<{
        id: string
      }>`select id, method, device, started_at as "startedAt", last_seen_at as "lastSeenAt" from authz.sign_ins_of_mine()`.execute(
        tx,
      )
      return rows.map((each) => ({ ...each, here: each.id === signInId }))
    },
    { summary: 'Where I am signed in' },
  ),
  put(
    '/me/locale',
    'account',
    z.object({ locale: z.enum(['en', 'es']) }),
    async (work, { locale }) => {
      await sql`select authz.set_my_locale(${locale})`.execute(work.tx)
      return { locale }
    },
    { summary: 'The language I read' },
  ),
]
