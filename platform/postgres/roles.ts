// Lets the application's two login roles sign in. Their passwords are derived, so that every host that knows the owner's URL knows them and none is stored.
import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type LoginRole = 'continuum_app' | 'continuum_jobs'

const toldFor = (role: LoginRole) => process.env[role === 'continuum_app' ? 'CONTINUUM_APP_URL' : 'CONTINUUM_JOBS_URL']

/**
 * Password: HMAC-SHA-256 of the role's name under the owner's password. An owner who signs in without a password (peer, certificate)
 * gives none to derive from: then the two roles' URLs must be told by CONTINUUM_APP_URL and CONTINUUM_JOBS_URL.
 */
export function urlOf(role: LoginRole, ownerUrl: string): string {
  const told = toldFor(role)
  if (told) return told
  const url = new URL(ownerUrl)
  if (!url.password)
    throw new Error('DATABASE_URL carries no password. Tell the two roles’ own URLs by CONTINUUM_APP_URL and CONTINUUM_JOBS_URL.')
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(`continuum ${role}`).digest('hex')
  url.username = role
  url.password = password
  return url.href
}

/** Answers its URL, as `urlOf` does. */
export async function letRoleSignIn(owner: pg.Client, ownerUrl: string, role: LoginRole): Promise<string> {
  const url = urlOf(role, ownerUrl)
  if (!toldFor(role) && !(await signsIn(url))) await setPassword(owner, role, decodeURIComponent(new URL(url).password))
  return url
}

async function signsIn(url: string): Promise<boolean> {
  const connection = new pg.Client({ connectionString: url })
  connection.on('error', () => {})
  try {
    await connection.connect()
    await connection.end()
    return true
  } catch (error) {
    if (['28P01', '28000'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

/** Roles belong to the whole cluster: another database's migration may be writing the same row, which PostgreSQL refuses as XX000. */
async function setPassword(owner: pg.Client, role: LoginRole, password: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await owner.query(`alter role ${role} password ${owner.escapeLiteral(password)}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== 'XX000' || attempt === 20) throw error
      await pause(25 * attempt)
    }
  }
}

/** True of the built-in database's owner; the owner of a database elsewhere may be bound by row-level security like everybody. */
export async function isAboveRowSecurity(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner
    .query<{ above: boolean }>('select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user')
    .finally(() => owner.end())
  return rows[0]?.above ?? false
}
