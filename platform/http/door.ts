// From a request to a piece of work: whose cookie, which door, what may they, on which case.
import type { FastifyRequest } from 'fastify'
import { digestOf } from '../access/digest.ts'
import { isReceiver, roles, rolesMay, type Role } from '../access/permissions.ts'
import type { Route } from '../capability.ts'
import type { Door, Entered, Tx } from '../db.ts'
import { notFound, refuse } from '../refusal.ts'
import { systemStaff, type CaseWork, type Work } from '../work.ts'

declare module '../db.ts' {
  interface Tables {
    caseLabel: {
      agencyId: string
      id: string
      number: string
      status: string
      clientId: string
      programId: string
      acuityLevel: number | null
      displayName: string
    }
    caseKey: Pick<Tables['caseLabel'], 'agencyId' | 'id' | 'status' | 'clientId' | 'programId' | 'acuityLevel'>
    clientLabel: {
      agencyId: string
      id: string
      displayName: string
      pronouns: string | null
      confidentiality: string
      safeContact: string
      spokenLanguage: string | null
      interpreter: string
      deceasedOn: string | null
    }
    staffLabel: { agencyId: string; id: string; name: string; credentialLine: string; status: string }
  }
}

/** The sign-in token of the request's cookie; `__Host-` where the connection is secure, a plain name on loopback. */
export function tokenOf(request: FastifyRequest): string | null {
  return request.cookies['__Host-continuum'] ?? request.cookies['continuum'] ?? null
}

export function doorOf(request: FastifyRequest, route: Pick<Route, 'method' | 'may' | 'byLink'>): Door {
  if (route.byLink) {
    const code = request.headers['x-link']
    return typeof code === 'string' ? { kind: 'receiver', codeDigest: digestOf(code) } : { kind: 'none' }
  }
  if (route.may === 'public') {
    const { agency } = request.query as { agency?: unknown }
    return { kind: 'public', agencySlug: typeof agency === 'string' ? agency : null }
  }
  const token = tokenOf(request)
  if (!token) return { kind: 'none' }
  return {
    kind: 'staff',
    tokenDigest: digestOf(token),
    extends: request.headers['x-background'] === undefined,
    writes: route.method !== 'GET',
  }
}

const knownRoles = new Set<string>(roles)
const isRole = (role: string): role is Role => knownRoles.has(role)

export function workOf(tx: Tx, entered: Entered, requestId: string): Work {
  return {
    tx,
    agencyId: entered.agencyId,
    agencyName: entered.agencyName,
    today: entered.today,
    now: entered.clock,
    zone: entered.timeZone,
    locale: entered.locale,
    demonstration: entered.demonstration,
    signInId: entered.signInId,
    requestId,
    staff: {
      id: entered.staffId ?? systemStaff,
      name: entered.staffName,
      credentialLine: entered.credentialLine,
      roles: entered.roles.filter(isRole),
    },
    trace: { audited: false, clientsSeen: new Set() },
  }
}

/** Refuses a role that lacks the permission: 403 only where the caller may know the thing exists, so it is asked after the case was found. */
export function requirePermission(work: Work, needed: Route['may']): void {
  if (needed === 'public' || needed === 'account') return
  if (needed === 'signed-in' ? isReceiver(work.staff.roles) : !rolesMay(work.staff.roles, needed))
    refuse('not-allowed', 'Your role does not allow this. Ask your supervisor if it should.', { status: 403 })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The work narrowed to a case that the caller may know; 404 otherwise. */
export async function caseWorkOf(work: Work, caseId: string): Promise<CaseWork> {
  const found = await work.tx
    .selectFrom('caseKey')
    .select(['clientId', 'programId', 'status'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (!found) return notFound('case')
  const { clientId, programId, status } = found
  return Object.assign(work, { caseId, clientId, programId, caseStatus: status })
}

/** Finds the case or client that the path names, as the caller may see it; 404 otherwise. Every id in a path is a UUID. */
export async function narrow(work: Work, params: Record<string, string>): Promise<Work> {
  for (const [name, value] of Object.entries(params))
    if (name.endsWith('Id') && !uuid.test(value)) notFound(name.slice(0, -2).toLowerCase())
  if (params.caseId) {
    const onCase = await caseWorkOf(work, params.caseId)
    return params.clientId && params.clientId !== onCase.clientId ? notFound('case') : onCase
  }
  if (params.clientId) {
    const found = await work.tx.selectFrom('clientLabel').select('id').where('id', '=', params.clientId).executeTakeFirst()
    if (!found) return notFound('client')
    return Object.assign(work, { clientId: params.clientId })
  }
  return work
}
